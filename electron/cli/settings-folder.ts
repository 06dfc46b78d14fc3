/** Where the program with a window keeps a person's settings, so that both sides write to one log. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The program's name, as Electron takes it from package.json. */
const NAME = 'Fonds';

/**
 * @returns the folder that Electron calls `userData`; asking Electron itself would make it.
 * Source: Electron, `app.getPath`: `appData` and the name of the app.
 */
export function settingsFolder({
  env = process.env,
  platform = process.platform,
  home = homedir(),
}: {
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
} = {}): string {
  if (env.FONDS_USER_DATA) return env.FONDS_USER_DATA;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), NAME);
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), NAME);
}
