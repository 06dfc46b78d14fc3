/** Word documents as another program opens them: their words, their order and their direction. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock, ExportDocument, InlineContent } from '../../../electron/export/document/document-model.js';
import { textRun } from '../../../electron/export/document/document-model.js';
import { renderDocument } from '../../../electron/export/render-document.js';
import { asksLibreOffice, openInLibreOffice, UNLESS_INSTALLED, wordsIn } from '../../support/libre-office.js';
import { documentOf, footnoteMark as mark } from '../../support/work-document.js';

const paragraph = (...content: (string | InlineContent)[]): DocumentBlock => ({
  kind: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? textRun(one) : one)),
});

async function word(document: ExportDocument): Promise<Uint8Array> {
  const made = await renderDocument({ document, format: 'docx' });
  if (typeof made === 'string') throw new Error('not bytes');
  return made;
}

/** A part of the package. */
async function part(document: ExportDocument, name = 'word/document.xml'): Promise<Document> {
  const xml = unzipSync(await word(document))[name];
  if (!xml) throw new Error(`no ${name}`);
  return new JSDOM(strFromU8(xml), { contentType: 'text/xml' }).window.document;
}
const all = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagName(name)];
/** Each run with its direction; `|` where a run begins. */
const runsOf = (of: Element): string =>
  all(of, 'w:r')
    .filter((run) => all(run, 'w:t').length > 0)
    .map((run) => `${all(run, 'w:rtl').length > 0 ? '←' : '→'}${run.textContent}`)
    .join('|');
const bodyParagraphs = async (...texts: string[]): Promise<Element[]> =>
  all(await part(documentOf(texts.map((text) => paragraph(text)))), 'w:p').slice(1);

describe('the direction of a Word document', () => {
  it('is that of the first letter of each paragraph, whatever digits and signs stand before it', async () => {
    const texts = [
      'Latin with كلمة in it',
      '٤٢ (1) كتاب with Latin in it',
      '– «ספר» book',
      '1962, 12–13',
      '\u2067كتاب\u2069 is a book',
      '😀 كتاب',
      '𞤀𞤣𞤤𞤢𞤥 Adlam',
    ];
    const found = (await bodyParagraphs(...texts)).map((one) => all(one, 'w:bidi').length > 0);
    expect(found).toEqual([false, true, true, false, false, true, true]);
  });

  it('carries a direction for each run, so that numbers and stops stand where their sentence has them', async () => {
    const [mixed, arabic, hebrew] = await bodyParagraphs(
      'He said «نعم، 42» and left.',
      'صفحة ٤٢ من Report 7, p. 3.',
      'ספר (1962) book',
    );
    expect(runsOf(mixed as Element)).toBe('→He said «|←نعم، |→42|→» and left.'.replace('|→»', '»'));
    expect(runsOf(arabic as Element)).toBe('←صفحة ٤٢ من |→Report 7, p. 3|←.');
    expect(runsOf(hebrew as Element)).toBe('←ספר (|→1962|←) |→book');
  });

  it('carries a language for Hebrew, Arabic, Greek, Japanese and Korean, and spelling is let be where none is known', async () => {
    const texts = ['ספר', 'كتاب', 'βιβλίο', 'これは本', '책', '書', 'књига', 'पुस्तक', 'book'];
    const found = (await bodyParagraphs(...texts)).map((one) => {
      const [language] = all(one, 'w:lang');
      const said = language ? [...language.attributes].map(({ name, value }) => `${name}=${value}`) : [];
      return [...said, ...(all(one, 'w:noProof').length > 0 ? ['unchecked'] : [])].join(' ');
    });
    expect(found).toEqual([
      'w:bidi=he-IL',
      'w:bidi=ar-SA unchecked',
      'w:val=el-GR',
      'w:eastAsia=ja-JP',
      'w:eastAsia=ko-KR',
      'unchecked',
      'unchecked',
      'unchecked',
      '',
    ]);
    const own = await part(documentOf([paragraph('књига')], { language: 'sr-RS' }));
    expect(all(own, 'w:noProof')).toEqual([]);
    const styles = await part(documentOf([], { language: 'sr-RS' }), 'word/styles.xml');
    expect(all(styles, 'w:lang')[0]?.getAttribute('w:val')).toBe('sr-RS');
    // What a person typed for a language may be none.
    const typed = await part(documentOf([paragraph('книга')], { language: 'my words' }), 'word/styles.xml');
    expect(all(typed, 'w:lang')).toEqual([]);
  });

  it('goes with sizes and bold letters of complex scripts, in headings, lists, quotations, footnotes and bibliography', async () => {
    const document = documentOf(
      [
        { kind: 'heading', level: 1, content: [textRun('فصل')] },
        { kind: 'quotation', blocks: [paragraph('اقتباس')] },
        { kind: 'list', start: 1, items: [{ task: 'done', blocks: [paragraph(textRun('بند', 'bold'), mark(0))] }] },
      ],
      { title: 'عنوان', footnotes: [[paragraph('حاشية ٤٢')]], bibliography: [[textRun('مرجع')]] },
    );
    const body = await part(document);
    const directions = all(body, 'w:p').map((one) => `${one.textContent?.trim()} ${all(one, 'w:bidi').length}`);
    expect(directions).toEqual(['عنوان 1', 'فصل 1', 'اقتباس 1', '☑ بند 1', 'Bibliography 0', 'مرجع 1']);
    const bold = all(body, 'w:r').find((run) => run.textContent === 'بند') as Element;
    expect(all(bold, 'w:bCs')).toHaveLength(1);
    const notes = await part(document, 'word/footnotes.xml');
    expect(all(notes, 'w:bidi')).toHaveLength(1);
    const styles = await part(document, 'word/styles.xml');
    expect(all(styles, 'w:szCs')[0]?.getAttribute('w:val')).toBe('23');
    expect(all(styles, 'w:rFonts')[0]?.getAttribute('w:cs')).toBe('Times New Roman');
  });

  it('of a table is that of its head, and its cells without letters follow', async () => {
    const table = (head: string): DocumentBlock => ({
      kind: 'table',
      align: ['left', 'right', 'center'],
      rows: [
        [[textRun(head)], [textRun('B')], [textRun('C')]],
        [[textRun('٤٢')], [textRun('1')], [textRun('x')]],
      ],
    });
    const body = await part(documentOf([table('العنوان'), table('Head')]));
    const [arabic, english] = all(body, 'w:tbl') as [Element, Element];
    expect([all(arabic, 'w:bidiVisual').length, all(english, 'w:bidiVisual').length]).toEqual([1, 0]);
    const cells = (of: Element) =>
      all(of, 'w:p').map((one) => `${all(one, 'w:bidi').length}${all(one, 'w:jc')[0]?.getAttribute('w:val')}`);
    // In a paragraph from right to left Word's “right” is the end of the line: the left side of the page.
    expect(cells(arabic)).toEqual(['1right', '0right', '0center', '1right', '1left', '0center']);
    expect(cells(english)).toEqual(['0left', '0right', '0center', '0left', '0right', '0center']);
  });
});

describe(`a Word document in LibreOffice${UNLESS_INSTALLED}`, () => {
  const SCRIPTS = {
    Latin: 'Œuvre, naïve, Łódź, “curly” – 1 < 2 & 3 > 2.',
    Greek: 'Ἐν ἀρχῇ ἦν ὁ λόγος, 1962.',
    Cyrillic: 'Милошевић и Ђинђић, 6. септембра 2000.',
    Arabic: 'قال الوزير «نعم، ٤٢» في Report 7, p. 3 ثم خرج.',
    Hebrew: 'הספר (1962) נמצא בתיקייה 12, box 3.',
    Devanagari: 'क्षत्रिय ज्ञान पुस्तक १२.',
    Chinese: '外交部檔案,第42頁。これは本です。한국어 책.',
    Emoji: 'A note 👩‍👩‍👧‍👦 with 🇷🇸 and 1️⃣.',
  };

  it.skipIf(!asksLibreOffice)(
    'says its words in every script, in order, with tables, lists and footnotes',
    async () => {
      const documents = Object.values(SCRIPTS).map((text) =>
        documentOf(
          [
            { kind: 'heading', level: 1, content: [textRun(text)] },
            paragraph(textRun(text, 'bold'), mark(0), ' ', textRun(text, 'italic')),
            { kind: 'list', start: null, items: [{ task: 'open', blocks: [paragraph(text)] }] },
            { kind: 'table', align: ['right'], rows: [[[textRun(text)]], [[textRun('42')]]] },
            { kind: 'code', text },
          ],
          { title: text, footnotes: [[paragraph(text)]], bibliography: [[textRun(text)]], remarks: [text] },
        ),
      );
      const opened = await openInLibreOffice(await Promise.all(documents.map(word)));
      opened.forEach(({ paragraphs, notes }, index) => {
        const [script, text] = Object.entries(SCRIPTS)[index] ?? ['', ''];
        const meant = [text, text, text, `${text} ${text} ${text}`, text, text, '42', text, 'Bibliography', text];
        expect(
          paragraphs.map((one) => wordsIn(one).join(' ')),
          script,
        ).toEqual(meant.map((one) => wordsIn(one).join(' ')));
        expect(notes, script).toEqual([text]);
      });
    },
  );

  it.skipIf(!asksLibreOffice)(
    'keeps what a footnote holds: lists, quotations, code, and a table as lines',
    async () => {
      const note: DocumentBlock[] = [
        {
          kind: 'table',
          align: [],
          rows: [
            [[textRun('who')], [textRun('when')]],
            [[textRun('A')], [textRun('1962')]],
          ],
        },
        { kind: 'list', start: 1, items: [{ task: null, blocks: [{ kind: 'code', text: 'one\ntwo' }] }] },
        { kind: 'quotation', blocks: [paragraph('quoted')] },
        { kind: 'rule' },
      ];
      const [opened] = await openInLibreOffice([
        await word(documentOf([paragraph('It says', mark(0))], { footnotes: [note] })),
      ]);
      expect(wordsIn(opened?.notes[0] ?? '')).toEqual(['who', 'when', 'A', '1962', 'one', 'two', 'quoted']);
    },
  );
});
