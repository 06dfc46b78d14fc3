import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CHARSETS } from '../../../electron/contract/index.js';
import { decode } from '../../../electron/ingest/decode.js';
import { decodeAs } from '../../../electron/ingest/encodings/decode-as.js';
import { surveyUtf8 } from '../../../electron/ingest/encodings/faulty-utf8.js';
import { charsetOf, declaredInside } from '../../../electron/ingest/encodings/labels.js';
import { distinctiveSamples, SAMPLE_BYTES } from '../../../electron/ingest/encodings/samples.js';
import { read } from '../../../electron/ingest/index.js';
import { ENCODING_TEXTS } from '../../bench/reading/encoding-texts.js';
import { encodeIn, encodingRows } from '../../bench/reading/encodings.js';

const CASES = 'tests/fixtures/encodings';
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const textIn = (language: string) => ENCODING_TEXTS.find((held) => held.language === language)?.text ?? '';
const [RUSSIAN, FRENCH, POLISH] = [textIn('ru'), textIn('fr'), textIn('pl')];
const bytesOf = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('a file of an old machine', () => {
  it.each(readdirSync(CASES))('reads as it was written: %s', async (name) => {
    const input = readdirSync(join(CASES, name)).find((file) => file.startsWith('input.')) ?? '';
    const { text } = await read(readFileSync(join(CASES, name, input)), input);
    expect(plain(text)).toBe(plain(readFileSync(join(CASES, name, 'expected.txt'), 'utf8')));
  });

  it('reads in every set that its language is met in, by its letters alone', () => {
    const rows = encodingRows();
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it.each(['cp437', 'cp850', 'macintosh', 'windows-1252'])('reads in capitals too: German in %s', (charset) => {
    const text = textIn('de').replaceAll('ß', 'SS').toUpperCase();
    expect(decode(encodeIn(text, charset) ?? Buffer.of()).text).toBe(text);
  });

  it.each([
    ['koi8-r', `${RUSSIAN} See also the guidelines of the contributors, which were adopted in the same year.`],
    ['ibm866', `См. https://archive.example/very/long/path/to/the/files?page=12 и <b>другие</b> бумаги: ${RUSSIAN}`],
    ['macintosh', `El col·legi va aprovar l'acta de la reunió a mitjanit, però ningú no va signar la pàgina.`],
    ['cp850', 'Nach der Verordnung von 1958 (see the minutes of the second meeting) mußte die Behörde prüfen.'],
  ])('reads with addresses, names and sentences of another language in it: %s', (charset, text) => {
    expect(decode(encodeIn(text, charset) ?? Buffer.of()).text).toBe(text);
  });

  it('keeps the frames of a table of DOS', () => {
    const table = `╔${'═'.repeat(30)}╗\r\n║ Übersicht der Schlüssel      ║\r\n╟${'─'.repeat(30)}╢\r\n║ Büro, Gemälde, Stühle, Räume ║\r\n╚${'═'.repeat(30)}╝\r\n`;
    expect(decode(iconv.encode(table, 'cp437')).text).toBe(table);
  });

  it.each([0, 1, 65_535, 65_536, 300_000])('reads by what stands behind %i bytes of plain ASCII', (ahead) => {
    const english = 'The ferry left at nine and nobody signed for the crates.\r\n'.repeat(6_000).slice(0, ahead);
    const bytes = Buffer.concat([Buffer.from(english), iconv.encode(RUSSIAN, 'win1251')]);
    expect(decode(bytes).text).toBe(english + RUSSIAN);
  });

  it('says which set it guessed, and that it can be read again with another', () => {
    const { remark } = decode(iconv.encode(RUSSIAN, 'cp866'));
    expect(remark).toContain('CP866 (DOS, Russian) (guess)');
    expect(remark).toContain('read it again with another character set');
    expect(remark).not.toContain('import it again');
  });
});

describe('text that is UTF-8 but for a few bytes', () => {
  it.each([
    ['a letter cut in two at the end', bytesOf(RUSSIAN, [0xd0]), `${RUSSIAN}\uFFFD`],
    ['one letter of Latin-1', bytesOf(FRENCH, ' d', [0xe9], 'j', ' ', FRENCH), `${FRENCH} d\uFFFDj ${FRENCH}`],
    ['a lone D0', bytesOf(POLISH, [0xd0], ' ', POLISH), `${POLISH}\uFFFD ${POLISH}`],
    ['a mark at its head', bytesOf([0xef, 0xbb, 0xbf], 'plain ', [0xe9]), 'plain \uFFFD'],
  ])('is read as UTF-8: %s', (_what, bytes, text) => {
    const read = decode(bytes);
    expect(read).toMatchObject({ text, charset: 'utf-8' });
    expect(read.remark).toMatch(/^One place in the file is not UTF-8/);
  });

  it('says how many places there are, and where the first is', () => {
    const { remark } = decode(bytesOf('one\ntwo ', [0xff], RUSSIAN, [0xd0]));
    expect(remark).toMatch(/^2 places in the file are not UTF-8 .* the first is byte 9 \(FF\) in line 2\./);
  });

  it('counts one place where a decoder writes one U+FFFD, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(0x41, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xc3, 0x80, 0xbf), fc.nat(255)), {
          maxLength: 30,
        }),
        (bytes) => {
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
          const held = text.split('\uFFFD').length - 1;
          // EF BF BD is U+FFFD itself, written well.
          const own = Buffer.from(bytes).toString('latin1').split('\u00ef\u00bf\u00bd').length - 1;
          expect(surveyUtf8(Uint8Array.from(bytes)).faults).toBe(held - own);
        },
      ),
      { seed: 17, numRuns: 2_000 },
    );
  });

  it('is distinguished from eight-bit text: twice as many letters as faults', () => {
    expect(decode(bytesOf('é, è, é, è', [0x20, 0xe9, 0x20, 0xe8])).charset).toBe('utf-8');
    expect(decode(bytesOf('é, è, é', [0x20, 0xe9, 0x20, 0xe8])).charset).not.toBe('utf-8');
  });

  it('is believed sooner where the page says utf-8: as many letters as faults, or one fault', () => {
    const utf8 = { declared: 'utf-8' };
    expect(decode(bytesOf('d', [0xe9], 'j and so on'), utf8).charset).toBe('utf-8');
    expect(decode(bytesOf('é è d', [0xe9], 'j', [0xe9]), utf8).charset).toBe('utf-8');
    expect(decode(bytesOf('é d', [0xe9], 'j', [0xe9]), utf8).charset).not.toBe('utf-8');
    const { text, remark } = decode(iconv.encode(FRENCH, 'win1252'), utf8);
    expect(text).toBe(FRENCH);
    expect(remark).toMatch(/^The file says “utf-8”, which its bytes are not; it was read as windows-1252/);
  });
});

describe('a label', () => {
  it.each([
    ['iso-8859-1', 'windows-1252'],
    ['latin1', 'windows-1252'],
    ['US-ASCII', 'windows-1252'],
    ['ascii', 'windows-1252'],
    ['iso-8859-9', 'windows-1254'],
    ['gb2312', 'gb18030'],
    ['gbk', 'gb18030'],
    ['shift_jis', 'shift_jis'],
    ['x-sjis', 'shift_jis'],
    ['tis-620', 'windows-874'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['x-mac-roman', 'macintosh'],
    ['x-mac-ukrainian', 'x-mac-cyrillic'],
    ['koi8-ru', 'koi8-u'],
    ['cp866', 'ibm866'],
    ['CP850', 'cp850'],
    ['ibm852', 'cp852'],
    ['437', 'cp437'],
    [' windows-1250 ', 'windows-1250'],
    ['win1251', 'windows-1251'],
    ['unicode', 'utf-16le'],
    ['utf-16', 'utf-16le'],
    ['macroman', 'macintosh'],
    ['x-mac-ce', 'mac-ce'],
    ['hz-gb-2312', null],
    ['klingon', null],
    ['constructor', null],
    ['', null],
  ])('%j means %s', (label, charset) => {
    expect(charsetOf(label)).toBe(charset);
  });

  it.each([
    ['utf-16', 'utf-8'],
    ['unicode', 'utf-8'],
    ['utf-16be', 'utf-8'],
    ['x-user-defined', 'windows-1252'],
    ['koi8-r', 'koi8-r'],
  ])('%s inside a page means %s', (label, charset) => {
    expect(declaredInside(label)).toBe(charset);
  });

  it('of every set in the list leads to that set, and every set can be read', () => {
    for (const { id } of CHARSETS) {
      expect(charsetOf(id)).toBe(id);
      expect(decodeAs(Buffer.from('A\0\0\0'), id)).toMatch(/A|\uFFFD|䄀/);
    }
  });
});

describe('what is looked at of a file', () => {
  it('is every range with a byte beyond ASCII, while there are few', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_999), { minLength: 1, maxLength: 12 }), (places) => {
        const bytes = Buffer.from('word and word\n'.repeat(715)).subarray(0, 10_000);
        for (const place of places) bytes[place] = 0xe9;
        const high = distinctiveSamples(bytes).reduce(
          (sum, piece) => sum + piece.filter((byte) => byte >= 0x80).length,
          0,
        );
        expect(high).toBe(new Set(places).size);
      }),
      { seed: 17 },
    );
  });

  it('is bounded, and spread over the whole file', () => {
    const bytes = Buffer.alloc(2_000_000, 'é and è ');
    bytes[0] = 0x20;
    const pieces = distinctiveSamples(bytes);
    const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
    expect(total).toBeLessThanOrEqual(SAMPLE_BYTES + 1_024);
    expect(total).toBeGreaterThan(SAMPLE_BYTES / 2);
    expect(pieces.at(-1)?.byteOffset).toBeGreaterThan(bytes.byteOffset + 1_900_000);
  });
});
