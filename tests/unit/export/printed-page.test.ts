/** What a page says of its words before it is shown or printed: their way, their script, their notes, what has no font. */
import { join } from 'node:path';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock, ExportDocument, InlineContent } from '../../../electron/export/document/document-model.js';
import { drawableCodePoints } from '../../../electron/export/print/font-faces.js';
import { printPageOf } from '../../../electron/export/print/print-page-document.js';
import { chaptersOf } from '../../../electron/export/write/chapters.js';
import { htmlOf } from '../../../electron/export/write/html.js';
import { directionOf, languageOf } from '../../../electron/export/write/text-direction.js';
import { documentOf, footnoteMark as mark } from '../../support/work-document.js';

/** Put there by the build. */
const fontsDir = join(import.meta.dirname, '..', '..', '..', 'dist', 'fonts');

const words = (text: string, ...styles: ('italic' | 'code')[]): InlineContent => ({ kind: 'text', text, styles });
const paragraph = (...content: InlineContent[]): DocumentBlock => ({ kind: 'paragraph', content });
const heading = (level: number, text: string): DocumentBlock => ({ kind: 'heading', level, content: [words(text)] });

const shown = (blocks: DocumentBlock[], more: Partial<ExportDocument> = {}): Document =>
  new JSDOM(htmlOf(documentOf(blocks, more))).window.document;

describe('the way of words', () => {
  it.each([
    ['في عام ٤٢', 'rtl'],
    ['1948 בשנת', 'rtl'],
    ['(٤٢) Cable', 'ltr'],
    ['“Ἐν ἀρχῇ” שלום', 'ltr'],
    ['٤٢ – 12.', null],
    ['', null],
  ])('of %j is %j, by its first letter', (text, way) => {
    expect(directionOf(text)).toBe(way);
  });

  it('is said of headings, paragraphs, cells, quotations, lists and notes', () => {
    const arabic = 'رسالة السفير';
    const document = shown(
      [
        heading(2, arabic),
        paragraph(words(arabic), mark(0)),
        { kind: 'quotation', blocks: [paragraph(words(arabic))] },
        { kind: 'list', start: 1, items: [{ task: null, blocks: [paragraph(words(arabic))] }] },
        {
          kind: 'table',
          align: [],
          rows: [
            [[words('Title')], [words(arabic)]],
            [[words('Cable')], [words(arabic)]],
          ],
        },
      ],
      { footnotes: [[paragraph(words(arabic))]] },
    );
    for (const selector of [
      'h3',
      'main > p',
      'blockquote',
      'blockquote p',
      'main > ol',
      'th:last-child',
      'td:last-child',
      'section li p',
    ]) {
      expect([selector, document.querySelector(selector)?.getAttribute('dir')]).toEqual([selector, 'rtl']);
      expect([selector, document.querySelector(selector)?.getAttribute('lang')]).toEqual([selector, 'und-Arab']);
    }
    expect(document.querySelector('td:first-child')?.getAttribute('dir')).toBe('ltr');
    // The number of a note stands on one side of the page, whatever its words.
    expect(document.querySelector('section li')?.hasAttribute('dir')).toBe(false);
  });

  it('keeps a title set apart, and the mark of a note, out of the numbers beside them', () => {
    const document = shown([paragraph(words('See '), words('رسالة', 'italic'), words(', 42.'), mark(0))], {
      footnotes: [[paragraph(words('x'))]],
    });
    expect(document.querySelector('em')?.getAttribute('dir')).toBe('auto');
    expect(document.querySelector('sup')?.getAttribute('dir')).toBe('ltr');
  });
});

describe('the language of words', () => {
  it.each([
    ['The visit', 'en-GB', null],
    ['Посета министра', 'en-GB', 'und-Cyrl'],
    ['Посета министра', 'sr-Cyrl', null],
    ['日本語のテキスト', 'en-GB', 'ja'],
    ['中華民國', 'en-GB', 'und-Hani'],
    ['한국어 문장', 'en-GB', 'ko'],
    ['The word שלום is one', 'en-GB', null],
    ['12 – 34', 'en-GB', null],
  ])('of %j in a page of %s is %j', (text, page, tag) => {
    expect(languageOf(text, page)).toBe(tag);
  });
});

describe('a hash', () => {
  it('may be broken after each eight letters and is copied whole', () => {
    const hash = '0123456789abcdef'.repeat(4);
    const code = shown([paragraph(words(hash, 'code'))]).querySelector('code');
    expect(code?.textContent).toBe(hash);
    expect(code?.querySelectorAll('wbr')).toHaveLength(7);
    expect([...(code?.childNodes ?? [])].map(({ textContent }) => textContent?.length)).toContain(8);
  });

  it.each([
    ['0'.repeat(31), 0],
    ['0'.repeat(32), 3],
    ['npm run package and so on and so forth', 0],
  ])('is known by its length and letters: %s', (text, breaks) => {
    expect(shown([paragraph(words(text, 'code'))]).querySelectorAll('wbr')).toHaveLength(breaks);
  });
});

describe('notes', () => {
  it('stand at the end of the chapter that their marks are in', () => {
    const document = shown(
      [
        paragraph(mark(0)),
        heading(1, 'One'),
        { kind: 'quotation', blocks: [paragraph(mark(1))] },
        heading(2, 'Part'),
        { kind: 'table', align: [], rows: [[[words('a')]], [[mark(2)]]] },
        heading(1, 'Two'),
        paragraph(words('no note')),
        heading(1, 'Three'),
        { kind: 'list', start: null, items: [{ task: 'done', blocks: [paragraph(mark(3))] }] },
      ],
      { footnotes: ['a', 'b', 'c', 'd'].map((text) => [paragraph(words(text))]) },
    );
    const outline = [...document.querySelectorAll('h1, h2, h3, section li')].map((element) =>
      (element.querySelector('p') ?? element).textContent?.replace('\u00A0↩', ''),
    );
    expect(outline).toEqual(['A note', 'Notes', 'a', 'One', 'Part', 'Notes', 'b', 'c', 'Two', 'Three', 'Notes', 'd']);
    expect(document.querySelector('li#note-4')?.getAttribute('value')).toBe('4');
    expect([...document.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Notes',
      'Notes to “One”',
      'Notes to “Three”',
    ]);
  });

  it('are each printed once, wherever their marks stand', () => {
    const place = fc.constantFrom<'heading' | 'paragraph' | 'quotation' | 'list' | 'table' | 'nowhere' | 'note'>(
      'heading',
      'paragraph',
      'quotation',
      'list',
      'table',
      'nowhere',
      'note',
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), (places) => {
        const footnotes: DocumentBlock[][] = places.map((_, index) => [
          places[index + 1] === 'note' ? paragraph(words('x'), mark(index + 1)) : paragraph(words('x')),
        ]);
        const blocks = places.flatMap((kind, index): DocumentBlock[] => {
          const marked = paragraph(mark(index));
          if (kind === 'heading') return [{ kind: 'heading', level: 1, content: [mark(index)] }];
          if (kind === 'paragraph') return [marked];
          if (kind === 'quotation') return [{ kind: 'quotation', blocks: [marked] }];
          if (kind === 'list') return [{ kind: 'list', start: 1, items: [{ task: null, blocks: [marked] }] }];
          if (kind === 'table') return [{ kind: 'table', align: [], rows: [[[mark(index)]]] }];
          return [];
        });
        const notes = chaptersOf({ blocks, footnotes }).flatMap((chapter) => chapter.notes);
        expect([...notes].sort((a, b) => a - b)).toEqual(places.map((_, index) => index));
      }),
      { seed: 42 },
    );
  });
});

describe('a running title', () => {
  it('cannot leave its place in the style, whatever it is', () => {
    const title = '"; } </style><script>x()</script> \\ ٤٢ \n كتاب';
    const document = shown([paragraph(words('x'))], { title });
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('style')?.textContent).not.toMatch(/[<>]|"; \}/);
    expect(document.querySelector('h1')?.textContent).toBe(title);
  });
});

describe('what fonts can draw', () => {
  it('is known of the fonts that ship', async () => {
    const all = await drawableCodePoints(fontsDir);
    for (const character of 'Az ÷đĐѓЂἘΩبكىאתकक्ष→☑⁂€')
      expect([character, all.has(character.codePointAt(0) ?? 0)]).toEqual([character, true]);
    for (const character of '中の한𐎀👩\u{10FFFD}')
      expect([character, all.has(character.codePointAt(0) ?? 0)]).toEqual([character, false]);
  });

  it('asks nothing where they have every letter', async () => {
    const document = documentOf([paragraph(words('Đurđević, Ἀθῆναι, السفير, שלום, हिन्दी \u200D\u00AD\u2009'))]);
    const { question, remarks } = await printPageOf({ document, fontsDir, drawn: null });
    expect(question).toBeNull();
    expect(remarks).toEqual([]);
  });

  it('asks for each other character once, and names those that only an empty box stood for', async () => {
    const document = documentOf([
      heading(1, 'One'),
      paragraph(words('の a の 한')),
      heading(1, 'Two'),
      paragraph(words('한')),
    ]);
    const { question } = await printPageOf({ document, fontsDir, drawn: null });
    const page = new JSDOM(new TextDecoder().decode(question ?? new Uint8Array())).window.document;
    expect([...page.querySelectorAll('i')].map(({ textContent }) => textContent)).toEqual(['の', '한']);
    const drawn = [
      { shipped: 0, machine: 1 },
      { shipped: 1, machine: 0 },
    ];
    const { remarks, question: asked } = await printPageOf({ document, fontsDir, drawn });
    expect(asked).toBeNull();
    expect(remarks.join()).toContain('2 characters are printed as empty boxes');
    expect(remarks.join()).toContain('Hangul (U+D55C)');
    expect(remarks.join()).toContain('“One” (1), “Two” (1)');
    expect(remarks.join()).not.toContain('Hiragana');
  });
});

describe('the look of a page', () => {
  it('sets the lines of a list closer than paragraphs, and the way back from a note never alone on a line', () => {
    const document = shown(
      [{ kind: 'list', start: null, items: [{ task: null, blocks: [paragraph(words('one'))] }] }, paragraph(mark(0))],
      {
        footnotes: [[paragraph(words('A note'))]],
      },
    );
    const margin = (selector: string) => {
      const element = document.querySelector(selector) as Element;
      return document.defaultView?.getComputedStyle(element).getPropertyValue('margin-block');
    };
    expect(margin('li p')).toMatch(/^[1-9](\.\d+)?px$/);
    expect(margin('main ul + p')).not.toBe(margin('li p'));
    expect(document.querySelector('[role=doc-endnotes] p')?.textContent).toBe('A note\u00A0↩');
  });
});
