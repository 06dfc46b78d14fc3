/**
 * Runs when electron-builder has laid out the program: flips the fuses of the executable and, on Linux, puts the
 * launcher in front of it. In this order: fuses are bytes of the executable, not of the launcher.
 */
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';

const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: false,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

export default async function afterPack(context) {
  await context.packager.addElectronFuses(context, FUSES);
  // Electron's own demonstration; nothing may be loaded but our app.asar.
  const resources = context.packager.getResourcesDir(context.appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
  if (context.electronPlatformName !== 'linux') return;
  const name = context.packager.executableName;
  const executable = join(context.appOutDir, name);
  await rename(executable, join(context.appOutDir, `${name}-bin`));
  await copyFile(join(context.packager.info.projectDir, 'build', 'launcher.sh'), executable);
  await chmod(executable, 0o755);
}
