import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { markedIn, readOffice } from '../../../support/read-office.js';

const bytesOf = (source: string) => Buffer.from(source, 'latin1');
const readRtf = (body: string, head = '\\ansi\\ansicpg1252') =>
  readOffice(bytesOf(`{\\rtf1${head}\n${body}}`), 'letter.rtf');

/** Writes as Word does: bytes of the code page as `\'e9`, of two-byte characters the second one plainly where it can be. */
function inCodePage(text: string, page: string): string {
  return [...text]
    .map((letter) => {
      const bytes = [...iconv.encode(letter, page)];
      return bytes
        .map((byte, at) => {
          const isPlain =
            byte < 0x80 && (bytes.length === 1 || at === 1) && !'\\{}'.includes(String.fromCharCode(byte));
          return isPlain ? String.fromCharCode(byte) : `\\'${byte.toString(16).padStart(2, '0')}`;
        })
        .join('');
    })
    .join('');
}

const LETTERS: Readonly<Record<string, string>> = {
  '1250': 'abcŠšĆćŽžĐđŁłŐő {}\\',
  '1251': 'abcЖжЩщЂђЉљЇї {}\\',
  '1252': 'abcÀéñß“”—ŒŸ {}\\',
  '932': 'abcソ能表ゾルゲ尾崎十ア {}\\',
};
const FONT_CHARSETS: Readonly<Record<string, number>> = { '1250': 238, '1251': 204, '1252': 0, '932': 128 };
const textIn = (page: string) =>
  fc
    .array(fc.constantFrom(...(LETTERS[page] ?? '')), { minLength: 1, maxLength: 30 })
    .map((letters) => letters.join('').replace(/ +/g, ' ').trim())
    .filter((text) => text !== '');

describe('letters of an RTF document', () => {
  it.each(Object.keys(LETTERS))('are those that were written in code page %s, said by the file', async (page) => {
    await fc.assert(
      fc.asyncProperty(textIn(page), async (text) => {
        const reading = await readRtf(inCodePage(text, page), `\\ansi\\ansicpg${page}`);
        expect(reading.text).toBe(text);
      }),
    );
  });

  it.each(Object.keys(LETTERS))('are those that were written in code page %s, said by the font', async (page) => {
    const fonts = `{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f7\\fcharset${FONT_CHARSETS[page]} Arial CE;}{\\f8\\fcharset161 Other;}}`;
    await fc.assert(
      fc.asyncProperty(textIn(page), async (text) => {
        const reading = await readRtf(`${fonts}\\f0 caf\\'e9 {\\f7 ${inCodePage(text, page)}} caf\\'e9`);
        expect(reading.text).toBe(`café ${text} café`);
      }),
    );
  });

  it('are those of \\u, whatever stands behind it for programs that do not know it', async () => {
    const letters = fc.array(fc.constantFrom(...'aßЖ能😀\u00A0é'), { minLength: 1, maxLength: 12 });
    const ways = fc.constantFrom(0, 1, 2, 3);
    await fc.assert(
      fc.asyncProperty(letters, ways, async (written, count) => {
        const units = written
          .join('')
          .split('')
          .map((unit) => unit.charCodeAt(0));
        const fallback = count === 0 ? ' ' : ['?', "\\'3f", 'x'].slice(0, count).join('');
        const body = units.map((unit) => `\\u${unit > 0x7fff ? unit - 0x1_0000 : unit}${fallback}`).join('');
        const reading = await readRtf(`.{\\uc${count} ${body}}.`);
        expect(reading.text).toBe(`.${written.join('')}.`);
      }),
    );
  });

  it('are read once where the file writes them twice, in Unicode and without', async () => {
    expect((await readRtf('before {\\upr{Sorge ?}{\\*\\ud{Sorge \\u12478 ?}}} after')).text).toBe(
      'before Sorge ゾ after',
    );
  });

  it('of the font Symbol are Greek, and those of other symbol fonts are counted', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset2 Wingdings;}}';
    const reading = await readRtf(`${fonts}{\\f1 abg} {\\f2 J}`);
    expect(reading.text).toBe('αβγ �');
    expect(reading.remarks).toEqual(['1 sign of a symbol font whose meaning the file does not say: �.']);
  });
});

describe('an RTF document', () => {
  it('keeps what was inserted and deleted, each marked, and says who did it', async () => {
    const reading = await readRtf(
      '{\\*\\revtbl{Unknown;}{Ana Bell;}}The ferry {\\deleted\\revauthdel1 sails}{\\revised\\revauth1 sank} at noon.',
    );
    expect(reading.text).toBe('The ferry sailssank at noon.');
    expect(markedIn(reading)).toEqual(['deletion: sails', 'insertion: sank']);
    expect(reading.remarks).toEqual([
      '1 tracked deletion is kept and marked in the text.',
      '1 tracked insertion is marked in the text.',
      'Changes and comments are by Ana Bell.',
    ]);
  });

  it('numbers its notes and puts them behind the text', async () => {
    const reading = await readRtf(
      'One{\\super\\chftn{\\footnote{\\super\\chftn} First.}} two{\\footnote\\ftnalt Second.}.',
    );
    expect(reading.text).toBe('One[1] two[2].\n\n[1] First.\n\n[2] Second.');
    expect(markedIn(reading)).toEqual(['note: [1] First.', 'note: [2] Second.']);
  });

  it('puts a comment behind its paragraph, with its author', async () => {
    const reading = await readRtf(
      'Text{\\*\\atnid AB}{\\*\\atnauthor Ana Bell}{\\*\\annotation\\chatn Which?} goes on.\\par Next.',
    );
    expect(reading.text).toBe('Text goes on.\n\n[Ana Bell] Which?\n\nNext.');
    expect(markedIn(reading)).toEqual(['comment: [Ana Bell] Which?']);
  });

  it('reads headers, footers and text boxes, each marked', async () => {
    const reading = await readRtf(
      '{\\header SECRET\\par}{\\footer Page\\par}Text{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt In the box\\par}}}.\\par',
    );
    expect(reading.text).toBe('SECRET\n\nText.\n\nIn the box\n\nPage');
    expect(markedIn(reading)).toEqual(['header: SECRET', 'text-box: In the box', 'footer: Page']);
  });

  it('gives headings, numbered items and tables', async () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s3\\sbasedon0 heading 2;}}';
    const { blocks } = await readRtf(
      `${styles}\\pard\\s3 Title\\par\\pard{\\listtext 4.\\tab}Fourth\\par\\pard{\\listtext\\'b7\\tab}Point\\par` +
        '\\trowd\\pard\\intbl Name\\cell Box\\cell\\row\\pard\\intbl Ana\\cell 7\\cell\\row\\pard End',
    );
    expect(blocks).toEqual([
      'h2 Title',
      'list-item 4. Fourth',
      'list-item Point',
      'paragraph Name | Box\nAna | 7',
      'paragraph End',
    ]);
  });

  it('leaves hidden text aside, and passes over pictures, programs of fields and binary data', async () => {
    const { text, leftAside, remarks } = await readRtf(
      'Seen {\\v unseen}{\\pict\\bin3 }}}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a link}}{\\*\\unheardof junk}',
    );
    expect(text).toBe('Seen a link');
    expect(leftAside).toEqual([{ kind: 'hidden', lines: 1, text: 'unseen' }]);
    expect(remarks).toContain('1 picture not read.');
  });

  it('offers its properties as suggestions, and none of them is text', async () => {
    const { text, suggestions } = await readRtf(
      '{\\info{\\title Report}{\\author Ana Bell}{\\operator Jo}{\\creatim\\yr1999\\mo3\\dy1\\hr8}}Text',
    );
    expect(text).toBe('Text');
    expect(suggestions?.map(({ value }) => value)).toEqual(['Report', 'Ana Bell', '1999-03-01']);
  });

  it('that was cut off is read as far as it goes, and says so', async () => {
    const { text, remarks } = await readOffice(bytesOf('{\\rtf1\\ansi Half a {\\b let'), 'letter.rtf');
    expect(text).toBe('Half a let');
    expect(remarks).toEqual([expect.stringMatching(/cut off/)]);
  });

  it('of any bytes whatever gives valid blocks, or says what is wrong', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\cell ',
      '\\row ',
      '\\intbl ',
      "\\'83",
      '\\u-3 ',
      '\\footnote ',
      '{\\*\\annotation ',
      'a',
      ' ',
      '\\v ',
      '\\deleted ',
      '\\pard ',
      '\\bin9 ',
      '{\\header ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await readRtf(`word ${pieces.join('')}`);
      }),
      { numRuns: 300 },
    );
  });
});
