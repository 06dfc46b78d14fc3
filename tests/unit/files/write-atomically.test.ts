/** A file has its name only when it is whole, takes no other's, and what cannot be written is named with its reason. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asWriteFailure, writeAtomically } from '../../../electron/files/index.js';
import { refuseLinks } from '../../support/without-links.js';

let folder: string;
let file: string;
let stop: () => void = () => undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-write-'));
  file = join(folder, 'Chronology.md');
});
afterEach(async () => {
  stop();
  stop = () => undefined;
  await rm(folder, { recursive: true, force: true });
});

/** What each system says of a link where there are none; null where there are. */
const SYSTEMS = [null, 'EPERM', 'EOPNOTSUPP', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL', 'EISDIR', 'EACCES'];

describe.each(SYSTEMS)('a file on a disk that says %s to a link', (code) => {
  beforeEach(() => {
    if (code !== null) stop = refuseLinks(code);
  });

  it('is whole under its name, and nothing else lies there', async () => {
    const letters = 'ć'.repeat(200_000);
    const bytes = await writeAtomically(file, ['# ', letters, new Uint8Array([10])], 'refuse');
    expect(bytes).toBe(2 + 400_000 + 1);
    expect(await readFile(file, 'utf8')).toBe(`# ${letters}\n`);
    expect(await readdir(folder)).toEqual(['Chronology.md']);
  });

  it('does not take the place of one that was there', async () => {
    await writeFile(file, 'mine');
    await expect(writeAtomically(file, ['theirs'], 'refuse')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await readdir(folder)).toEqual(['Chronology.md']);
  });

  it('does not take the place of one that another program wrote meanwhile', async () => {
    async function* slow() {
      yield 'first';
      await writeFile(file, 'mine');
      yield 'last';
    }
    await expect(writeAtomically(file, slow(), 'refuse')).rejects.toMatchObject({
      code: 'FILE_EXISTS',
      message: expect.stringContaining(file),
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await readdir(folder)).toEqual(['Chronology.md']);
  });

  it('takes the place of one that a person agreed to replace', async () => {
    await writeFile(file, 'old');
    await writeAtomically(file, ['new'], 'replace');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['Chronology.md']);
  });

  it('leaves nothing behind when what should be written fails, and tells that failure as it is', async () => {
    // As of an original that is gone: not the folder of the export is missing.
    const gone = Object.assign(new Error('gone'), { code: 'ENOENT' });
    function* broken() {
      yield 'first';
      throw gone;
    }
    await expect(writeAtomically(file, broken(), 'refuse')).rejects.toBe(gone);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what cannot be written says so with the file, the reason and a remedy', () => {
  const failed = (code: string, stage: Parameters<typeof asWriteFailure>[2], name = 'a.docx', fileBytes = 0) =>
    asWriteFailure(Object.assign(new Error(code), { code }), `/media/stick/${name}`, stage, fileBytes);

  it('in a folder that is not there, and under a name that is a folder', async () => {
    const lost = join(folder, 'lost', 'a.md');
    await expect(writeAtomically(lost, [''], 'refuse')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: `${lost} was not written: the folder is not there. Choose another place.`,
    });
    await mkdir(file);
    await expect(writeAtomically(file, [''], 'replace')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: `${file} was not written: a folder has this name. Choose another name.`,
    });
    const long = join(folder, `${'x'.repeat(256)}.md`);
    await expect(writeAtomically(long, [''], 'refuse')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('its name is too long'),
    });
  });

  it.each([
    ['EROFS', 'entering', 'nothing can be written there'],
    ['EACCES', 'entering', 'you may not write there'],
    ['EPERM', 'entering', 'you may not write there'],
    ['EIO', 'writing', 'does not answer. See whether it is still connected'],
    ['ENODEV', 'writing', 'does not answer'],
    ['EBUSY', 'naming', 'open in another program'],
    ['EPERM', 'naming', 'another program has it open'],
  ] as const)('%s while %s: %s', (code, stage, words) => {
    expect(failed(code, stage)).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(words) });
  });

  it('when the disk is full', () => {
    for (const code of ['ENOSPC', 'EDQUOT']) expect(failed(code, 'writing')).toMatchObject({ code: 'DISK_FULL' });
  });

  it.each([
    ['memo: draft?.docx', ': ?'],
    ['a"b.md', '"'],
    ['tab\there.md', 'a control character'],
    ['report.', 'ends in a full stop'],
    ['report ', 'or a blank'],
    ['NUL.txt', 'that of a device'],
  ])('for the name %s, whatever the disk calls it: %s', (name, words) => {
    // Linux says EINVAL of vfat, exfat-fuse ENOENT, Windows ENOENT, fusefat EPERM.
    for (const code of ['EINVAL', 'ENOENT', 'EPERM', 'EACCES']) {
      expect(failed(code, 'naming', name)).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(/Choose another name\.$/),
      });
      expect(failed(code, 'naming', name)).toMatchObject({ message: expect.stringContaining(words) });
    }
  });

  it('when it is larger than FAT32 lets a file be, whatever the disk says then', () => {
    const words = { code: 'INVALID_INPUT', message: expect.stringContaining('4 GB') };
    expect(failed('EFBIG', 'writing')).toMatchObject(words);
    for (const code of ['ENOSPC', 'EIO', 'ERR_SQLITE_ERROR']) {
      expect(failed(code, 'writing', 'a.qdpx', 2 ** 32 - 1)).toMatchObject(words);
      expect(failed(code, 'writing', 'a.qdpx', 2 ** 32 - 2 ** 20)).toMatchObject(words);
    }
    expect(failed('ENOSPC', 'writing', 'a.qdpx', 2 ** 31)).toMatchObject({ code: 'DISK_FULL' });
    expect(failed('ENOSPC', 'writing', 'a.qdpx', 2 ** 32)).toMatchObject({ code: 'DISK_FULL' });
  });

  it('and a fault of the program stays one', () => {
    const bug = new TypeError('no');
    expect(asWriteFailure(bug, file, 'writing')).toBe(bug);
  });
});
