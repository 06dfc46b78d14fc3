/** A document written to each format says the same, with its notes in place, and opens in a reader that is not ours. */
import axeCore from 'axe-core';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../electron/export/document/document-model.js';
import { markdownBlocks } from '../../../electron/export/document/markdown-blocks.js';
import { type DocumentFormat, renderDocument } from '../../../electron/export/render-document.js';
import {
  asksLibreOffice,
  missingWords,
  type OpenedWord,
  openInLibreOffice,
  UNLESS_INSTALLED,
} from '../../support/libre-office.js';

const NOTE = `# What the call says

The call *asks* for a **visit**; see <b>not bold</b> and \`code\`.[^own]

> Quoted words of the river
>
> in two paragraphs

1. first
2. second

- [x] done
- [ ] open

| who | when |
| --- | ---- |
| A & B | <today> |

Милошевић, Ἀθῆναι, “curly”, a_b_c, 1 < 2 & 3 > 2, [link](https://example.org/a?b=1&c=2), [bad](javascript:alert(1)).

[^own]: A note of my own.
`;

const styled = (text: string) => ({ kind: 'text', text, styles: [] }) as const;

function sample(): ExportDocument {
  const footnotes: ExportDocument['footnotes'][number][] = [];
  const context = {
    mark: () => [],
    footnote: (content: () => ExportDocument['footnotes'][number]) => footnotes.push(content()) - 1,
    remark: () => undefined,
  };
  const blocks = [
    ...markdownBlocks(NOTE, context),
    {
      kind: 'paragraph' as const,
      content: [styled('Cited.'), { kind: 'footnote' as const, index: footnotes.push([]) - 1 }],
    },
  ];
  footnotes[1] = [
    {
      kind: 'paragraph',
      content: [{ kind: 'text', text: 'Memorandum', styles: ['italic'] }, styled(', box 12, Little Rock.')],
    },
  ];
  return {
    title: 'The visit & <its> refusal',
    language: 'en-GB',
    author: 'A researcher',
    madeAt: '2026-11-24T12:00:00.000Z',
    blocks,
    footnotes,
    bibliography: [[styled('Clinton Library. “Memorandum.” Little Rock.')]],
    remarks: ['The citation of “Memorandum” lacks: Folder.'],
  };
}

const write = (format: DocumentFormat) => renderDocument({ document: sample(), format });
const asText = async (format: DocumentFormat) => {
  const written = await write(format);
  if (typeof written !== 'string') throw new Error(`${format} is not text`);
  return written;
};
const asBytes = async (format: DocumentFormat) => {
  const written = await write(format);
  if (typeof written === 'string') throw new Error(`${format} is text`);
  return written;
};

describe('a document of notes', () => {
  it('is a Word document whose footnotes another program finds at their marks', async () => {
    const buffer = Buffer.from(await asBytes('docx'));
    const { value: html, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { document } = new JSDOM(html).window;
    const marks = [...document.querySelectorAll('sup a[href^="#footnote-"]')];
    expect(marks).toHaveLength(2);
    expect(marks[0]?.closest('p')?.textContent).toContain('The call asks for a visit');
    expect(marks[1]?.closest('p')?.textContent).toContain('Cited.');
    const notes = [...document.querySelectorAll('li[id^="footnote-"]')].map((note) => note.textContent ?? '');
    expect(notes[0]).toContain('A note of my own.');
    expect(notes[1]).toContain('Memorandum, box 12, Little Rock.');
    expect(document.querySelector('li[id^="footnote-"] em')?.textContent).toBe('Memorandum');
    expect(document.querySelector('h1')?.textContent).toContain('What the call says');
    expect(document.querySelector('em')?.textContent).toBe('asks');
    expect(document.querySelector('ol')?.textContent).toContain('second');
    expect(document.querySelector('table')?.textContent).toContain('<today>');
    expect(html).not.toContain('javascript:');
    expect(document.body.textContent).toContain('Милошевић, Ἀθῆναι, “curly”, a_b_c, 1 < 2 & 3 > 2');
    expect(document.body.textContent).toContain('Bibliography');
  });

  it.skipIf(!asksLibreOffice)(`opens in LibreOffice with all its words${UNLESS_INSTALLED}`, async () => {
    const [opened] = await openInLibreOffice([await asBytes('docx')]);
    const text = (await asText('txt')).replace('A researcher', '').replace('[x]', '').replace('\nNotes\n', '');
    expect(missingWords(opened as OpenedWord, text).filter((word) => word !== 'Note')).toEqual([]);
    expect(opened?.notes).toEqual(['A note of my own.', 'Memorandum, box 12, Little Rock.']);
  });

  it('is one HTML page that asks for nothing, runs nothing, and leads from each mark to its note and back', async () => {
    const html = await asText('html');
    const { document } = new JSDOM(html).window;
    expect(document.documentElement.lang).toBe('en-GB');
    expect(document.title).toBe('The visit & <its> refusal');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    for (const mark of document.querySelectorAll<HTMLAnchorElement>('[role="doc-noteref"]')) {
      const note = document.querySelector(mark.getAttribute('href') ?? '');
      expect(note?.querySelector('[role="doc-backlink"]')?.getAttribute('href')).toBe(`#${mark.id}`);
    }
    expect(document.querySelectorAll('[role="doc-noteref"]')).toHaveLength(2);
    expect(document.querySelectorAll('script, link, img, iframe, object, form')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')).not.toContainEqual(
      expect.stringMatching(/^javascript/i),
    );
    expect(document.body.textContent).toContain('<b>not bold</b>');
    expect(document.querySelector('main')?.textContent).toContain('The citation of “Memorandum” lacks: Folder.');
  });

  it('is an HTML page in which a checker of accessibility finds nothing', async () => {
    const { window } = new JSDOM(await asText('html'), { runScripts: 'outside-only' });
    window.eval(axeCore.source);
    // Colours need a page that is drawn; frames there are none.
    const options = { rules: { 'color-contrast': { enabled: false } } };
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run(window.document, options);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('is Markdown that reads back as the same headings, lists, table and footnotes', async () => {
    const markdown = await asText('md');
    const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
    expect(markdown).toMatch(/^---\ntitle: "The visit & <its> refusal"\n/);
    const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const kinds = tree.children.map(({ type }) => type);
    expect(kinds.filter((kind) => kind === 'footnoteDefinition')).toHaveLength(2);
    for (const kind of ['heading', 'blockquote', 'list', 'table', 'paragraph'] as const) expect(kinds).toContain(kind);
    expect(body).toContain('Милошевић');
    expect(body).not.toContain('javascript:');
  });

  it('is plain text with its notes at the end', async () => {
    const text = await asText('txt');
    expect(text).toContain('Cited.[2]');
    expect(text).toContain('[2] Memorandum, box 12, Little Rock.');
    expect(text).toContain('    Quoted words of the river');
    expect(text).toContain('2. second');
    expect(text).toContain('- [x] done');
  });
});

describe('Markdown as blocks', () => {
  const mark = '[@source:0195f000-0000-7000-8000-000000000001, p. 3]';
  const seen = (markdown: string) => {
    const marks: string[] = [];
    const blocks = markdownBlocks(markdown, {
      mark: (found) => {
        marks.push(markdown.slice(found.start, found.end));
        return [styled('MARK')];
      },
      footnote: () => 0,
      remark: () => undefined,
    });
    return { marks, text: JSON.stringify(blocks) };
  };

  it('hands over a citation wherever it stands, and leaves one in code as it was written', () => {
    expect(seen(`*so* **${mark}** it says`).marks).toEqual([mark]);
    expect(seen(`> words ${mark}\n\n- item ${mark}`).marks).toEqual([mark, mark]);
    const code = seen(`\`${mark}\``);
    expect(code.marks).toEqual([]);
    expect(code.text).toContain(mark);
  });

  it('never takes letters of the private use area for a citation', () => {
    const { marks, text } = seen('\uE0000\uE000 and \uE0010\uE001');
    expect(marks).toEqual([]);
    expect(text).toContain('\uE0000\uE000');
  });
});
