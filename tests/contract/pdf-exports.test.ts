/**
 * A PDF says what the note says: words from the right run from the right, numbers stay what they are, and what cannot be
 * drawn is told. Chromium prints it in a process without a display; poppler judges where it is installed.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteId } from '../../electron/contract/index.js';
import { read } from '../../electron/ingest/index.js';
import {
  asksPoppler,
  popplerFonts,
  popplerInfo,
  popplerPages,
  popplerWords,
  UNLESS_POPPLER,
} from '../support/poppler.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(await service.files({ 'a.txt': 'Of the first paper.', 'b.txt': 'Of the second paper.' }));
});
afterAll(() => service.close());

let count = 0;
const outFile = (extension = 'pdf') => {
  count += 1;
  return join(service.folder, `printed-${count}.${extension}`);
};
async function noteOf(title: string, body: string): Promise<NoteId> {
  return (await service.call('note.create', { title, body })).id;
}
async function exported(
  what: { kind: 'notes'; ids: [NoteId] } | { kind: 'everything' },
  format: 'pdf' | 'html' = 'pdf',
) {
  const file = outFile(format);
  const { jobId } = await service.call('export.start', { what, format, file });
  const job = await service.finish(jobId);
  expect(job.error).toBeNull();
  const [line] = await service.call('job.report', { jobId });
  return { file, remarks: line?.remarks.join('\n') ?? '' };
}
const printed = async (title: string, body: string) => exported({ kind: 'notes', ids: [await noteOf(title, body)] });

const SCRIPTS = `Latin: façade, Đurđević. Greek: Ἐν ἀρχῇ. Cyrillic: Ђинђић.

في عام ٤٢ كتب السفير رسالة.

בשנת 1948 כתב השגריר.

हिन्दी में १९४८

| Source | العنوان |
| --- | --- |
| Cable | رقم ٤٢ |
`;

describe('a PDF in several scripts', () => {
  it('keeps words from the right and their numbers as they are read', async () => {
    const { file, remarks } = await printed('Scripts', SCRIPTS);
    expect(remarks).toBe('');
    const { text } = await read(await readFile(file), 'scripts.pdf');
    for (const words of ['façade, Đurđević', 'Ἐν ἀρχῇ', 'Ђинђић', '٤٢', 'السفير', '1948', 'השגריר', 'हिन्दी', '१९४८']) {
      expect(text).toContain(words);
    }
    for (const backwards of ['٢٤', 'ريفسلا', 'רירגשה', '8491']) expect(text).not.toContain(backwards);
  });

  it.skipIf(!asksPoppler)(
    `is read by poppler with every font embedded and every letter copied${UNLESS_POPPLER}`,
    async () => {
      const { file } = await printed('Scripts', SCRIPTS);
      const [page = ''] = await popplerPages(file);
      for (const words of [
        'façade, Đurđević',
        'Ἐν ἀρχῇ',
        'Ђинђић',
        '٤٢',
        'السفير',
        '1948',
        'השגריר',
        'हिन्दी',
        '१९४८',
      ]) {
        expect(page).toContain(words.normalize('NFKC'));
      }
      expect(page).not.toContain('٢٤');
      const fonts = await popplerFonts(file);
      expect(fonts.length).toBeGreaterThan(3);
      for (const font of fonts) expect(font).toMatchObject({ embedded: true, hasUnicode: true });
      for (const name of ['SourceSerif4', 'ScheherazadeNew', 'NotoSerifHebrew', 'NotoSerifDevanagari']) {
        expect(fonts.map((font) => font.name)).toContainEqual(expect.stringContaining(name));
      }
    },
  );

  it.skipIf(!asksPoppler)(
    `draws Chinese, Japanese, Korean and emoji, or says which it could not draw and where${UNLESS_POPPLER}`,
    async () => {
      const scripts = { Han: '國', Hiragana: 'の', Hangul: '한', emoji: '👩' };
      const { file, remarks } = await printed('East', `## The place\n\n${Object.values(scripts).join(' and ')} end.`);
      const fonts = (await popplerFonts(file)).map(({ name }) => name.replace(/^\w+\+/, ''));
      const ours = /^(SourceSerif4|ScheherazadeNew|NotoSerif(Hebrew|Devanagari)-|DejaVuSans)/;
      const [page = ''] = await popplerPages(file);
      for (const [script, character] of Object.entries(scripts)) {
        const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;
        if (!remarks.includes(code)) {
          // No remark: then a font of this machine has drawn it.
          expect([script, fonts.some((name) => !ours.test(name))]).toEqual([script, true]);
          expect(page).toContain(character.normalize('NFKC'));
        } else expect(remarks).toMatch(new RegExp(`${script}[^,]* \\(U\\+`));
      }
      if (remarks !== '') expect(remarks).toContain('“The place”');
      expect(page).toContain('end.');
    },
  );

  it('names what no font has, at the head of the PDF too, and where it stands', async () => {
    // The last character for private use: no font has it.
    const nowhere = '\u{10FFFD}';
    const body = `# First\n\nFine.\n\n# Second\n\nOne ${nowhere} and ${nowhere}.[^a]\n\n[^a]: In a note ${nowhere}.\n`;
    const { file, remarks } = await printed('Boxes', body);
    expect(remarks).toContain('3 characters are printed as empty boxes');
    expect(remarks).toContain('private use (U+10FFFD)');
    expect(remarks).toContain('They stand in: “Second” (2), note 1 (1).');
    const { text } = await read(await readFile(file), 'boxes.pdf');
    expect(text.replace(/\s+/g, ' ')).toContain('3 characters are printed as empty boxes');
  });
});

describe('a PDF of several pages', () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) =>
    `Paragraph ${index} of the river and of the house. `.repeat(4),
  );
  const LONG = `# Chapter one\n\nWith a note.[^1]\n\n${paragraphs.slice(0, 30).join('\n\n')}\n\n## Part\n\nMore.[^2]\n\n# Chapter two\n\n${paragraphs.slice(30).join('\n\n')}\n\nEnd.[^3]\n\n[^1]: Note the first.\n[^2]: Note the second.\n[^3]: Note the third.\n`;
  let file: string;
  beforeAll(async () => {
    ({ file } = await printed('The long & <winding> road', LONG));
  });

  it('has its title, its language, tags, and a bookmark for each heading', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'The long & <winding> road', Language: 'en-US' });
    const tags = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'P']) expect(tags).toContain(`"role":"${role}"`);
    const outline = await pdf.getOutline();
    const titles: string[] = [];
    const walk = (items: typeof outline): void => {
      for (const { title, items: inside } of items) {
        titles.push(title);
        walk(inside);
      }
    };
    walk(outline);
    expect(titles).toEqual(['The long & <winding> road', 'Chapter one', 'Part', 'Notes', 'Chapter two', 'Notes']);
    await pdf.loadingTask.destroy();
  });

  it.skipIf(!asksPoppler)(
    `has the number of the page on each, and the title on each but the first${UNLESS_POPPLER}`,
    async () => {
      const pages = await popplerPages(file);
      expect(pages.length).toBeGreaterThan(3);
      expect(await popplerInfo(file)).toMatchObject({ Tagged: 'yes', Pages: String(pages.length) });
      for (const [index, page] of pages.entries()) {
        expect(page).toMatch(new RegExp(`\\b${index + 1} ?/ ?${pages.length}\\b`));
        expect(page).toContain('The long & <winding> road');
      }
      // Once on the first page: as its heading.
      expect(pages[0]?.split('The long & <winding> road')).toHaveLength(2);
    },
  );

  it.skipIf(!asksPoppler)(
    `has lost no word, and has the notes at the end of their chapter${UNLESS_POPPLER}`,
    async () => {
      const text = (await popplerPages(file)).join(' ').replace(/\d+ ?\/ ?\d+ The long & <winding> road/g, ' ');
      const flat = text.replace(/\s+/g, ' ');
      for (let index = 0; index < 60; index += 1) {
        expect(flat.split(`Paragraph ${index} of the river and of the house.`)).toHaveLength(5);
      }
      const places = ['Chapter one', 'Note the first.', 'Note the second.', 'Chapter two', 'Note the third.'];
      const found = places.map((words) => flat.indexOf(words));
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('the table of sources', () => {
  it.skipIf(!asksPoppler)(`fits the page, with every hash whole${UNLESS_POPPLER}`, async () => {
    const { file } = await exported({ kind: 'everything' });
    const words = await popplerWords(file);
    for (const { right, left, pageWidth, words: word } of words) {
      // 22 mm of margin on either side, less the rounding of the last letter.
      expect([word, left >= 60 && right <= pageWidth - 60]).toEqual([word, true]);
    }
    const joined = words.map((word) => word.words).join('');
    const sort = { by: 'title', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
    expect(rows).toHaveLength(2);
    for (const { id } of rows) {
      const { originals } = await service.call('source.get', { id });
      const groups = originals[0]?.sha256.match(/.{8}/g) ?? [];
      for (const group of groups) expect(joined).toContain(group);
    }
  });
});

describe('printing', () => {
  it('ends when its job is cancelled, and leaves no file', async () => {
    const id = await noteOf('Cancelled', 'Words of the river.\n\n'.repeat(3_000));
    const file = outFile();
    const { jobId } = await service.call('export.start', { what: { kind: 'notes', ids: [id] }, format: 'pdf', file });
    await service.call('job.cancel', { jobId });
    expect((await service.finish(jobId)).state).toBe('cancelled');
    await expect(stat(file)).rejects.toThrow();
    expect((await printed('After', 'Fine.')).remarks).toBe('');
  });

  it('leaves nothing behind when the service ends', async () => {
    const before = new Set(await folders());
    const other = await startService();
    await other.call('archive.create', { dir: other.dir });
    const { id } = await other.call('note.create', { title: 'Short', body: 'Words.' });
    const file = join(other.folder, 'short.pdf');
    const { jobId } = await other.call('export.start', { what: { kind: 'notes', ids: [id] }, format: 'pdf', file });
    await other.finish(jobId);
    const during = (await folders()).filter((name) => !before.has(name));
    expect(during.length).toBeGreaterThan(0);
    await other.close();
    // Other tests may print at the same time: of ours, one is gone.
    const after = await folders();
    expect(during.some((name) => !after.includes(name))).toBe(true);
  });
});

const folders = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('fonds-printing-'));
