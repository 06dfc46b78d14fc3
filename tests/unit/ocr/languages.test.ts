import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguages, SHIPPED_LANGUAGES } from '../../../electron/ocr/index.js';
import { readTrainedData } from '../../../electron/ocr/traineddata.js';

/** The head of a file with these parts, and a byte for each. */
function trained(parts: readonly number[], count = 24): Uint8Array {
  const bytes = Buffer.alloc(4 + 8 * count + parts.length);
  bytes.writeInt32LE(count);
  for (let index = 0; index < count; index += 1) {
    const at = parts.indexOf(index);
    bytes.writeBigInt64LE(at < 0 ? -1n : BigInt(4 + 8 * count + at), 4 + 8 * index);
  }
  return bytes;
}
const LSTM = trained([0, 17, 18, 21, 22, 23]);
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'FILE_UNREADABLE', message: expect.stringMatching(message) });

describe('language data', () => {
  it('with a network is accepted, packed or not', () => {
    expect(readTrainedData(LSTM, 'new.traineddata')).toEqual(LSTM);
    expect(Buffer.from(readTrainedData(gzipSync(LSTM), 'new.traineddata.gz'))).toEqual(LSTM);
  });

  it('of the older engine alone is refused, with what to take instead', () => {
    expect(() => readTrainedData(trained([0, 1, 3, 4]), 'old.traineddata')).toThrow(
      refused(/Tesseract 3.*tessdata_best/),
    );
    expect(() => readTrainedData(trained([0]), 'osd.traineddata')).toThrow(refused(/no network/));
  });

  it('that is something else, or cut, is refused and never read beyond its end', () => {
    for (const other of [
      new Uint8Array(0),
      Buffer.from('%PDF-1.7 and more'),
      LSTM.subarray(0, 60),
      trained([17, 21, 22], 99),
    ]) {
      expect(() => readTrainedData(other, 'x.traineddata')).toThrow(refused(/no language data/));
    }
    expect(() => readTrainedData(gzipSync(LSTM).subarray(0, 20), 'x.gz')).toThrow(refused(/cannot be unpacked/));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(readTrainedData(bytes, 'x.traineddata')).toBe(bytes);
        } catch (error) {
          expect(error).toEqual(refused(/./));
        }
      }),
    );
  });
});

describe('the languages', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-ocr-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const made = () => createLanguages({ own: join(folder, 'own'), packaged: join(folder, 'packaged') });

  it('that ship are there, each with its data', async () => {
    expect(await made().list()).toEqual([...SHIPPED_LANGUAGES]);
    for (const code of SHIPPED_LANGUAGES) expect((await made().load(code)).bytes.length).toBeGreaterThan(500_000);
  });

  it('that a person adds are kept, go before those that ship, and survive the file they came from', async () => {
    const file = join(folder, 'eng.traineddata.gz');
    await writeFile(file, gzipSync(LSTM));
    expect(await made().add(file)).toBe('eng');
    await rm(file);
    expect(Buffer.from((await made().load('eng')).bytes)).toEqual(LSTM);
    expect(await made().list()).toEqual([...SHIPPED_LANGUAGES]);
  });

  it('that the package adds are read from its folder', async () => {
    await mkdir(join(folder, 'packaged'));
    await writeFile(join(folder, 'packaged', 'rus.traineddata'), LSTM);
    expect(await made().list()).toContain('rus');
    expect(Buffer.from((await made().load('rus')).bytes)).toEqual(LSTM);
  });

  it('that nobody has are refused by name, and no name leads to another folder', async () => {
    const missing = expect.objectContaining({ code: 'NOT_FOUND', message: expect.stringContaining('tlh') });
    await expect(made().load('tlh')).rejects.toEqual(missing);
    await writeFile(join(folder, 'secret.traineddata'), LSTM);
    await expect(made().load('../secret')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not added from a file whose name says no language, or that holds none', async () => {
    const nameless = join(folder, 'data.bin');
    await writeFile(nameless, LSTM);
    await expect(made().add(nameless)).rejects.toEqual(refused(/which language/));
    const empty = join(folder, 'grc.traineddata');
    await writeFile(empty, 'no');
    await expect(made().add(empty)).rejects.toEqual(refused(/no language data/));
    expect(await made().list()).not.toContain('grc');
  });

  it('know scripts by data of their own', async () => {
    expect((await made().loadScripts()).bytes.length).toBeGreaterThan(5_000_000);
  });
});
