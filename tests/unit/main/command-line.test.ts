/** What the words after the program's name mean: a verb of the terminal, an archive to open, or just the window. */
import { describe, expect, it } from 'vitest';
import { archiveArgument } from '../../../electron/main/archive-argument.js';
import { terminalArguments } from '../../../electron/main/terminal.js';

describe('the words after the packaged program', () => {
  const meant = (...words: string[]) => terminalArguments(['/opt/Fonds/fonds-bin', ...words], 'executable');

  it('open the window when there are none, or only switches', () => {
    expect(meant()).toBeNull();
    expect(meant('--no-sandbox', '--log-level=3')).toBeNull();
  });

  it('open the window on an archive', () => {
    expect(meant('/home/ana/Letters.fonds')).toBeNull();
    expect(meant('--no-sandbox', 'Letters.fonds/')).toBeNull();
    expect(meant('--archive', '/home/ana/Letters')).toBeNull();
  });

  it('are a verb of the terminal, with everything that follows it', () => {
    expect(meant('search', 'A.fonds', '"to be"', '--limit', '5')).toEqual([
      'search',
      'A.fonds',
      '"to be"',
      '--limit',
      '5',
    ]);
    expect(meant('--no-sandbox', '--log-level=3', 'verify', 'A.fonds')).toEqual(['verify', 'A.fonds']);
  });

  it('reach the terminal also when the verb is misspelt, so that it can say so', () => {
    expect(meant('serach', 'A.fonds')).toEqual(['serach', 'A.fonds']);
  });

  it('ask for help', () => {
    expect(meant('--help')).toEqual(['help']);
    expect(meant('--no-sandbox', '-h')).toEqual(['help']);
    expect(meant('search', '--help')).toEqual(['search', '--help']);
  });

  it('open the window on an archive that a desktop names by the file in it which has a type', () => {
    expect(meant('/home/ana/Letters.fonds/archive.db')).toBeNull();
    expect(meant('--archive', '/home/ana/Letters.fonds/archive.db')).toBeNull();
  });

  it('open the window also when a desktop has no file to name', () => {
    expect(meant('--archive')).toBeNull();
  });

  it('ask for the version', () => {
    expect(meant('--version')).toEqual(['--version']);
    expect(meant('--no-sandbox', '--log-level=3', '--version')).toEqual(['--version']);
  });

  it('do not count the folder of an unpackaged app', () => {
    const unpackaged = (...words: string[]) => terminalArguments(['electron', ...words], 'executable and app');
    expect(unpackaged('--inspect=0', '/src/fonds')).toBeNull();
    expect(unpackaged('/src/fonds', 'create', 'A.fonds')).toEqual(['create', 'A.fonds']);
  });
});

describe('the archive on the command line', () => {
  it('is found in either form, from where the person stands', () => {
    expect(archiveArgument(['fonds', '--archive', 'Papers'], '/home/ana')).toBe('/home/ana/Papers');
    expect(archiveArgument(['fonds', '--archive=/data/Papers'], '/home/ana')).toBe('/data/Papers');
    expect(archiveArgument(['electron', '.', '--no-sandbox', 'Letters.fonds'], '/home/ana')).toBe(
      '/home/ana/Letters.fonds',
    );
  });

  it('is the folder of the archive.db that was opened, whatever the folder is called', () => {
    expect(archiveArgument(['fonds', '/data/Letters.fonds/archive.db'], '/')).toBe('/data/Letters.fonds');
    expect(archiveArgument(['fonds', '--archive', '/data/Letters/archive.db'], '/')).toBe('/data/Letters');
    expect(archiveArgument(['fonds', '--archive=archive.db'], '/data/Letters')).toBe('/data/Letters');
  });

  it('is none when no word names one', () => {
    expect(archiveArgument(['electron', '.'], '/home/ana')).toBeNull();
    expect(archiveArgument(['fonds', '--archive'], '/home/ana')).toBeNull();
  });
});
