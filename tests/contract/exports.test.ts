/** What is exported holds the words, the notes at their marks, and what a stranger needs to check them. */

import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  citationMark,
  type ExportFormat,
  type ExportSubject,
  linkMark,
  type NoteId,
  type SourceId,
} from '../../electron/contract/index.js';
import { read } from '../../electron/ingest/index.js';
import {
  asksLibreOffice,
  missingWords,
  type OpenedWord,
  openInLibreOffice,
  UNLESS_INSTALLED,
} from '../support/libre-office.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const TEXT = `Memorandum of conversation

The President: I would ask you to receive him on Friday.

The Minister: He may come, but quietly. =1+1 is not a sum.
`;
const QUOTED = 'I would ask you to receive him on Friday.';

/** Reads RFC 4180, as a spreadsheet would. */
function parseTable(text: string): Record<string, string>[] {
  const rows = [
    ...text.replace(/^\uFEFF/, '').matchAll(/((?:(?:"(?:[^"]|"")*"|[^,"\r\n]*),)*(?:"(?:[^"]|"")*"|[^,"\r\n]*))\r\n/g),
  ];
  const cells = rows.map(([, row = '']) =>
    [...`${row},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
    ),
  );
  const [head = [], ...body] = cells;
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

let service: ServiceUnderTest;
let sourceId: SourceId;
let otherId: SourceId;
let noteId: NoteId;
let originals: readonly string[];

beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(await service.files({ 'memcon.txt': TEXT, 'other.txt': 'Another paper, never cited.' }));
  const sort = { by: 'title', direction: 'ascending' } as const;
  const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
  const row = rows.find(({ title }) => title.startsWith('memcon'));
  if (!row) throw new Error('the source was not brought in');
  sourceId = row.id;
  otherId = rows.find(({ title }) => title.startsWith('other'))?.id as SourceId;
  await service.call('source.describe', {
    ids: [sourceId],
    change: {
      title: 'Conversation about a visit',
      documentType: 'Memorandum of conversation',
      dateWritten: '2000-09-06',
      repository: 'Clinton Presidential Library',
      fonds: 'NSC Records Management',
      box: '12',
      folder: '3',
    },
  });
  originals = (await service.call('source.get', { id: sourceId })).originals.map(({ sha256 }) => sha256);
  const version = await service.call('text.get', { sourceId });
  const start = version.text.indexOf(QUOTED);
  const tag = await service.call('tag.create', { name: 'Visits' });
  const annotation = await service.call('annotation.create', {
    sourceId,
    target: { kind: 'text', versionId: version.id, start, end: start + QUOTED.length },
    comment: 'The *request*. See @river',
    tagIds: [tag.id],
    colour: 3,
  });
  const sum = version.text.indexOf('=1+1');
  await service.call('annotation.create', {
    sourceId,
    target: { kind: 'text', versionId: version.id, start: sum, end: sum + 4 },
  });
  const other = await service.call('note.create', { title: 'Chronology', body: 'Nothing yet.' });
  const note = await service.call('note.create', {
    title: 'The visit',
    body: `## What was asked

The President asked for a visit ${citationMark('passage', annotation.id, '')}. It was granted.${citationMark('source', sourceId, 'p. 2')}

See ${linkMark('note', other.id, 'an old name')} and ${linkMark('note', '0195f000-0000-7000-8000-000000000009', 'a lost note')}.
`,
  });
  noteId = note.id;
});
afterAll(() => service.close());

let files = 0;
/** Word documents that were made here, with the same work as plain text. */
const wordFiles: { readonly file: string; readonly textFile: string }[] = [];

async function exported(what: ExportSubject, format: ExportFormat, extension: string, style?: string) {
  files += 1;
  const file = join(service.folder, `export-${files}.${extension}`);
  const styled = style === undefined ? {} : { style };
  const { jobId } = await service.call('export.start', { what, format, file, ...styled });
  if (format === 'docx') {
    const textFile = `${file}.txt`;
    await service.finish(
      (await service.call('export.start', { what, format: 'txt', file: textFile, ...styled })).jobId,
    );
    wordFiles.push({ file, textFile });
  }
  const job = await service.finish(jobId);
  expect(job.error).toBeNull();
  expect(job.state).toBe('done');
  return { file, report: await service.call('job.report', { jobId }) };
}
const theNote = (): ExportSubject => ({ kind: 'notes', ids: [noteId] });

describe('a note', () => {
  it('is a Word document with a footnote for each citation, a full one and a short one, and a bibliography', async () => {
    const { file, report } = await exported(theNote(), 'docx', 'docx');
    const { value: html } = await mammoth.convertToHtml({ path: file });
    const { document } = new JSDOM(html).window;
    const marks = [...document.querySelectorAll('sup a[href^="#footnote-"]')];
    expect(marks).toHaveLength(2);
    expect(marks[0]?.closest('p')?.textContent).toMatch(/asked for a visit\.\[1\] It was granted\.\[2\]/);
    const notes = [...document.querySelectorAll('li[id^="footnote-"]')].map((note) => note.textContent ?? '');
    expect(notes[0]).toContain('September 6, 2000, box 12, folder 3');
    expect(notes[0]).toContain('Clinton Presidential Library');
    expect(notes[1]).toContain('Conversation about a visit');
    expect(notes[1]).not.toContain('Clinton Presidential Library');
    expect(document.body.textContent).toContain('Bibliography');
    // A link is called as the note is called now, and a lost one is told.
    expect(document.body.textContent).toContain('See Chronology and a lost note.');
    expect(report[0]?.remarks.join(' ')).toContain('a lost note');
  });

  it('is Markdown with footnotes, and the originals it cites lie beside it byte for byte', async () => {
    const { file, report } = await exported(theNote(), 'md', 'md');
    const markdown = await readFile(file, 'utf8');
    expect(markdown).toContain('asked for a visit.[^1]');
    expect(markdown).toMatch(/\[\^1\]: .*box 12, folder 3/);
    const folder = file.replace(/\.md$/, '-files');
    const [asset, ...more] = await readdir(folder);
    expect(more).toEqual([]);
    const bytes = await readFile(join(folder, asset ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(originals[0]);
    expect(report.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
  });

  it('is Markdown for Pandoc whose keys are in the bibliography beside it', async () => {
    const { file } = await exported(theNote(), 'md-pandoc', 'md');
    const markdown = await readFile(file, 'utf8');
    const [, key] = /\[@([\w-]+), p\. 2\]/.exec(markdown) ?? [];
    const items = JSON.parse(await readFile(file.replace(/md$/, 'json'), 'utf8')) as { id: string; title: string }[];
    expect(items.map(({ id, title }) => [id, title])).toEqual([[key, 'Conversation about a visit']]);
    expect(markdown).toContain(`bibliography: "${file.split('/').at(-1)?.replace(/md$/, 'json')}"`);
  });

  it('is a PDF that another program reads', async () => {
    const { file } = await exported(theNote(), 'pdf', 'pdf');
    const { text } = await read(await readFile(file), 'note.pdf');
    expect(text.replace(/\s+/g, ' ')).toContain('The President asked for a visit.');
    expect(text.replace(/\s+/g, ' ')).toContain('box 12, folder 3');
  });
});

describe('annotations', () => {
  it('are a table whose cells no spreadsheet runs, with page, tags, offsets and the hash of the original', async () => {
    const { file } = await exported({ kind: 'annotations', sourceId }, 'csv', 'csv');
    const rows = parseTable(await readFile(file, 'utf8'));
    expect(rows.map((row) => row.Passage)).toEqual([QUOTED, "'=1+1"]);
    expect(rows[0]).toMatchObject({
      Tags: 'Visits',
      Colour: '3',
      State: 'placed',
      Box: '12',
      Comment: 'The *request*. See @river',
    });
    expect(rows[0]?.['SHA-256 of original']).toBe(originals[0]);
    const { text } = await service.call('text.get', { sourceId });
    expect(text.slice(Number(rows[0]?.Start), Number(rows[0]?.End))).toBe(QUOTED);
  });

  it('of a tag are one accessible page with each passage, its comment and its citation', async () => {
    const [tag] = await service.call('tag.list', undefined);
    const { file } = await exported({ kind: 'tag', tagId: tag?.id as never }, 'html', 'html');
    const { document } = new JSDOM(await readFile(file, 'utf8')).window;
    expect(document.querySelector('blockquote')?.textContent).toContain(QUOTED);
    expect(document.querySelector('blockquote [role="doc-noteref"]')).not.toBeNull();
    expect(document.body.textContent).toContain('The request. See @river');
    expect(document.body.textContent).toContain(originals[0]);
    expect(document.body.textContent).not.toContain('Another paper');
  });

  it('that lost their place say so in what is exported', async () => {
    const { id: versionId, text } = await service.call('text.get', { sourceId });
    await service.call('text.correct', { sourceId, versionId, text: text.replace(QUOTED, ''), reason: 'struck out' });
    const { report } = await exported(theNote(), 'txt', 'txt');
    expect(report[0]?.remarks.join(' ')).toContain('has lost its place');
    await service.call('history.undo', undefined);
  });
});

describe('everything', () => {
  it('goes to each format that holds it', async () => {
    for (const [format, extension] of [
      ['docx', 'docx'],
      ['html', 'html'],
      ['txt', 'txt'],
      ['csl-json', 'json'],
      ['bibtex', 'bib'],
      ['ris', 'ris'],
    ] as const) {
      const { file } = await exported({ kind: 'everything' }, format, extension);
      expect((await stat(file)).size).toBeGreaterThan(100);
    }
  });
});

describe('a note with citations and notes in its footnotes', () => {
  let what: ExportSubject;
  beforeAll(async () => {
    const body = `## Said

It was said.[^own]${citationMark('source', sourceId, 'p. 1')} ${citationMark('source', otherId, 'p. 4')} It was heard.

[^own]: As told ${citationMark('source', sourceId, 'p. 3')}, and so on.[^deep] Then ${citationMark('source', otherId, '')}.
[^deep]: Deeper ${citationMark('source', sourceId, 'p. 9')}[^own]

| left | right |
| :--- | ----: |
| one  | ٤٢    |
`;
    what = { kind: 'notes', ids: [(await service.call('note.create', { title: 'Notes in notes', body })).id] };
  });

  it.each(['chicago-fullnote-bibliography', 'chicago-author-date'])(
    'says the same in every format, cited after %s',
    async (style) => {
      const made = new Map<string, string>();
      for (const [format, extension] of [
        ['docx', 'docx'],
        ['html', 'html'],
        ['md', 'md'],
        ['txt', 'txt'],
        ['pdf', 'pdf'],
      ] as const) {
        const { file, report } = await exported(what, format, extension, style);
        expect(report[0]?.remarks.join(' ')).toContain('In “Notes in notes”: a note calls “[^own]”');
        const bytes = await readFile(file);
        const text =
          format === 'docx'
            ? new JSDOM((await mammoth.convertToHtml({ buffer: bytes })).value).window.document.body.textContent
            : format === 'pdf'
              ? (await read(bytes, 'x.pdf')).text
              : bytes.toString('utf8');
        made.set(format, text.replace(/\s+/g, ' '));
      }
      for (const [format, text] of made) {
        // Of the footnote: its words, the note within it in brackets, and pages of three citations.
        for (const words of ['As told', 'and so on. (Deeper', 'It was heard']) expect(text, format).toContain(words);
      }
      const { document } = new JSDOM(made.get('html')).window;
      const [note] = document.querySelectorAll('[role="doc-endnotes"] li');
      expect(note?.querySelectorAll('[role="doc-noteref"]')).toHaveLength(0);
      expect(note?.textContent).toMatch(/p\. 3|, 3\)/);
      expect(note?.textContent).toMatch(/p\. 9|, 9\)/);
      const marks = document.querySelectorAll('[role="doc-noteref"]');
      // Two citations that stand together are one note, and none in a style without notes.
      expect(marks).toHaveLength(style.includes('fullnote') ? 2 : 1);
      expect(document.querySelector('td.right')?.textContent).toBe('٤٢');
      expect([...document.querySelectorAll('h1, h2')].map(({ textContent }) => textContent)).toContain('Said');
    },
  );

  it('is one citation for Pandoc, and stands in the footnote there', async () => {
    const { file } = await exported(what, 'md-pandoc', 'md');
    const markdown = await readFile(file, 'utf8');
    expect(markdown).toMatch(/\[\^1\] \[@[\w-]+, p\. 1; @[\w-]+, p\. 4\] It was heard/);
    expect(markdown).toMatch(/^\[\^1\]: As told \[@[\w-]+, p\. 3\], and so on\. \(Deeper \[@[\w-]+, p\. 9\]/m);
    expect(markdown).toMatch(/^\| left *\| right *\|\n\| :-+ \| -+: \|$/m);
  });
});

describe('an export', () => {
  it('never writes over a file unless it was agreed, and leaves no part of one behind', async () => {
    const file = join(service.folder, 'kept.docx');
    await writeFile(file, 'mine');
    const refused = await service.refusal('export.start', { what: theNote(), format: 'docx', file });
    expect(refused.code).toBe('FILE_EXISTS');
    expect(await readFile(file, 'utf8')).toBe('mine');
    const { jobId } = await service.call('export.start', {
      what: theNote(),
      format: 'docx',
      file,
      onExisting: 'replace',
    });
    expect((await service.finish(jobId)).state).toBe('done');
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
    expect((await readdir(service.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.skipIf(!asksLibreOffice)(
    `that is a Word document opens in LibreOffice with all its words${UNLESS_INSTALLED}`,
    async () => {
      expect(wordFiles.length).toBeGreaterThanOrEqual(4);
      const opened = await openInLibreOffice(await Promise.all(wordFiles.map(({ file }) => readFile(file))));
      for (const [index, { textFile }] of wordFiles.entries()) {
        // Plain text has a line with the author, headings over the notes and “Note” before remarks; `[x]` is a box in Word.
        const text = (await readFile(textFile, 'utf8')).replace(/^(.*\n=+\n).*\n/, '$1');
        const lacking = missingWords(opened[index] as OpenedWord, text);
        expect(lacking.filter((word) => !['Note', 'Notes', 'x'].includes(word))).toEqual([]);
      }
    },
    120_000,
  );

  it('of what is not there fails with a word about it and writes nothing', async () => {
    const file = join(service.folder, 'nothing.md');
    const what: ExportSubject = { kind: 'notes', ids: ['0195f000-0000-7000-8000-000000000009' as NoteId] };
    const { jobId } = await service.call('export.start', { what, format: 'md', file });
    const job = await service.finish(jobId);
    expect(job.state).toBe('failed');
    expect(job.error?.code).toBe('NOT_FOUND');
    await expect(stat(file)).rejects.toThrow();
  });

  it('is not open to a window, which has no paths', async () => {
    const answer = await service.asWindow('export.start', { what: theNote(), format: 'md', file: '/tmp/x.md' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
