import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { expectValidSpans } from '../../support/spans.js';

// Invented sentences.
const SERBIAN =
  'Predsednik odbora Đorđe Žunić izjavio je da će izbori biti održani krajem septembra, već sledeće nedelje.';
const CYRILLIC =
  'Председник одбора Ђорђе Жунић изјавио је да ће избори бити одржани крајем септембра, већ следеће недеље.';
const RUSSIAN =
  'Председатель комитета заявил, что выборы состоятся в конце сентября и что никто не должен вмешиваться.';
const DANISH = 'Formanden sagde, at færgen først sejler igen på lørdag, når vejret er bedre og isen er væk.';
const FRENCH = 'Le président du comité a déclaré que les élections auraient lieu à la fin de l’été, où qu’il fût.';

const readText = (text: string | Buffer) => read(typeof text === 'string' ? Buffer.from(text) : text, 'memo.txt');

describe('reading plain text', () => {
  it.each([
    [SERBIAN, 'win1250', 'windows-1250'],
    [SERBIAN, 'latin2', 'ISO-8859-2'],
    [DANISH, 'latin1', 'ISO-8859-1'],
    [CYRILLIC, 'win1251', 'windows-1251'],
    [RUSSIAN, 'win1251', 'windows-1251'],
    [RUSSIAN, 'koi8-r', 'KOI8-R'],
    [FRENCH.replaceAll('’', "'"), 'latin1', 'ISO-8859-1'],
    [FRENCH, 'win1252', 'windows-1252'],
    [SERBIAN, 'utf16le', 'UTF-16LE'],
    [CYRILLIC, 'utf16le', 'UTF-16LE'],
    [CYRILLIC, 'utf-16be', 'UTF-16BE'],
  ])('reads %s stored as %s and says that it guessed %s', async (text, encoding, charset) => {
    const reading = await readText(iconv.encode(text, encoding, { addBOM: false }));
    expect(reading.text).toBe(text);
    expect(reading.remarks).toEqual([expect.stringContaining(charset)]);
  });

  it.each(['utf8', 'utf16le', 'utf-16be', 'utf-32le'])(
    'trusts the byte order mark of %s without a remark',
    async (encoding) => {
      const reading = await readText(iconv.encode(CYRILLIC, encoding, { addBOM: true }));
      expect(reading.text).toBe(CYRILLIC);
      expect(reading.remarks).toEqual([]);
    },
  );

  it.each(['plain ASCII', CYRILLIC, 'č'])('takes valid UTF-8 for UTF-8 without a remark: %s', async (text) => {
    expect(await readText(text)).toMatchObject({ text, remarks: [] });
  });

  it('makes pages of form feeds and paragraphs of blank lines, and guesses no headings', async () => {
    const { text, spans } = await readText('MEMORANDUM\r\n\r\nFirst line,\r\nsecond line.\fPage two.\f\fPage four.\f');
    expect(text).toBe('MEMORANDUM\n\nFirst line,\nsecond line.\n\nPage two.\n\nPage four.');
    expect(spans).toEqual([
      { kind: 'page', start: 0, end: 38, pageIndex: 0, pageLabel: '1' },
      { kind: 'page', start: 38, end: 49, pageIndex: 1, pageLabel: '2' },
      { kind: 'page', start: 49, end: 49, pageIndex: 2, pageLabel: '3' },
      { kind: 'page', start: 49, end: 59, pageIndex: 3, pageLabel: '4' },
      { kind: 'paragraph', start: 0, end: 10 },
      { kind: 'paragraph', start: 12, end: 36 },
      { kind: 'paragraph', start: 38, end: 47 },
      { kind: 'paragraph', start: 49, end: 59 },
    ]);
    expectValidSpans(text, spans);
  });

  it('says nothing of pages where there are no form feeds', async () => {
    expect((await readText('One.\n \t\nTwo.')).spans.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('keeps characters as they were written, composed or not', async () => {
    const text = 'cafe\u0301 café co\u00ADop ﬁnal';
    expect((await readText(text)).text).toBe(text);
  });

  it('replaces null characters and says how many', async () => {
    const { text, remarks } = await readText('one\0two\0three is long enough to be taken for text');
    expect(text).toBe('one\uFFFDtwo\uFFFDthree is long enough to be taken for text');
    expect(remarks).toEqual([expect.stringMatching(/^2 null characters/)]);
  });

  it('replaces half a broken character and says so', async () => {
    const { text, remarks } = await readText(Buffer.from('\uFEFFone \uD83D two', 'utf16le'));
    expect(text).toBe('one \uFFFD two');
    expect(remarks).toEqual([expect.stringContaining('surrogate')]);
  });

  it('refuses a program or a picture that is called a text', async () => {
    const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7) % 32));
    await expect(readText(bytes)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('not text'),
    });
  });
});
