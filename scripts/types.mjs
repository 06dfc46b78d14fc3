/** Type-checks everything. */
import { root, spawnInherited } from './lib/run.mjs';

process.exitCode = await spawnInherited(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-p', root]);
