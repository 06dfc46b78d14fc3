import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFileNames } from '../../../electron/ingest/index.js';

const read = (charset: string, ...names: string[]) =>
  readFileNames(names.map((name) => iconv.encode(name, charset))).map(({ name }) => name);

describe('the name of a file', () => {
  it('is read as it is when it is UTF-8', () => {
    expect(readFileNames([Buffer.from('Žarković – Письмо.txt')])).toEqual([
      { name: 'Žarković – Письмо.txt', charset: null },
    ]);
  });

  it.each([
    ['windows-1252', ['Résumé de Genève.txt']],
    ['windows-1252', ['Façade.txt']],
    ['windows-1252', ['Grüße aus Köln.md', 'Straße.md']],
    ['windows-1252', ['año 1962.html']],
    ['windows-1250', ['Žarković – izveštaj.txt', 'Čačak, godišnji izveštaj.txt']],
    ['windows-1251', ['Письмо Молотова.txt']],
    ['windows-1251', ['Извештај о раду.txt']],
    ['KOI8-R', ['Протокол заседания.txt']],
    ['CP866', ['Письмо министру.txt']],
    ['CP850', ['Résumé.txt']],
    ['macintosh', ['Café de Genève.txt']],
    ['windows-1253', ['Επιστολή προς τον υπουργό.txt']],
    ['Shift_JIS', ['外務省報告書.txt']],
  ] as const)('in %s reads as it was written: %j', (charset, names) => {
    expect(read(charset, ...names)).toEqual(names);
  });

  it('says which character set it was read in, and only for the names that are not UTF-8', () => {
    const names = readFileNames([
      Buffer.from('plain.txt'),
      Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x74, 0x78, 0x74]),
    ]);
    expect(names[0]).toEqual({ name: 'plain.txt', charset: null });
    expect(names[1]?.name).toBe('café.txt');
    expect(names[1]?.charset).not.toBe(null);
  });

  it('never holds what would lead to another folder', () => {
    for (const { name } of readFileNames([Buffer.from([0x2e, 0x2e, 0x2f, 0xe9]), Buffer.from([0xff, 0x00, 0xfe])])) {
      expect(name).not.toMatch(/[/\0]/);
    }
  });
});
