/** The terminal writes to the log of the program with a window, so it has to look where Electron does. */
import { describe, expect, it } from 'vitest';
import { settingsFolder } from '../../../electron/cli/settings-folder.js';

describe('the folder of settings', () => {
  const of = (platform: NodeJS.Platform, home: string, env: NodeJS.ProcessEnv = {}) =>
    settingsFolder({ platform, home, env });

  it('is where Electron has it on each system', () => {
    expect(of('linux', '/home/ana')).toBe('/home/ana/.config/Fonds');
    expect(of('linux', '/home/ana', { XDG_CONFIG_HOME: '/cfg' })).toBe('/cfg/Fonds');
    expect(of('darwin', '/Users/ana')).toBe('/Users/ana/Library/Application Support/Fonds');
  });

  it('is the one that was asked for, before all', () => {
    expect(of('linux', '/home/ana', { FONDS_USER_DATA: '/own', XDG_CONFIG_HOME: '/cfg' })).toBe('/own');
  });
});
