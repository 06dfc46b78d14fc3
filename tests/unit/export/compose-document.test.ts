/** How notes become a document: where their citations stand, what their headings are, and what is told. */
import { describe, expect, it } from 'vitest';
import {
  type CitationItemInput,
  citationMark,
  linkMark,
  type Note,
  type Source,
  type SourceId,
} from '../../../electron/contract/index.js';
import {
  type DocumentBlock,
  type InlineContent,
  inOneLine,
  plainText,
} from '../../../electron/export/document/document-model.js';
import { type CitationSource, composeDocument, type ExportDocument } from '../../../electron/export/index.js';
import { described } from '../../support/citation-drawing.js';

const SOURCES = [1, 2, 3].map((number): Source => described({ title: `Source ${number}` }, number));
const [A, B, C] = SOURCES.map(({ id }) => id) as [SourceId, SourceId, SourceId];
const LOST = '0195f000-0000-7000-8000-000000000009';
const cite = (id: string, locator = '') => citationMark('source', id, locator);

const LINKED = new Map<string, { name: string; isBinned: boolean }>([
  [A, { name: 'There', isBinned: false }],
  [B, { name: 'Thrown away', isBinned: true }],
]);

interface Cited {
  readonly items: readonly CitationItemInput[];
  readonly note: number | null;
  readonly stands: 'alone' | 'within';
}

/** Draws each citation as `⟨1 p. 3; 2⟩.` in a style of notes, as `(1; 2)` in one without. */
function citingOf(kind: 'note' | 'in-text', missing: ReadonlyMap<SourceId, readonly string[]> = new Map()) {
  const cited: Cited[] = [];
  const number = (id: SourceId) => SOURCES.findIndex((source) => source.id === id) + 1;
  const citing: CitationSource = {
    kind,
    cite: (items, note, stands) => cited.push({ items, note, stands }) - 1,
    finish: async () => ({
      citations: cited.map(({ items }) => {
        const said = items.map(({ sourceId, locator }) => [number(sourceId), locator].filter(Boolean).join(' '));
        const text = kind === 'note' ? `⟨${said.join('; ')}⟩.` : `(${said.join('; ')})`;
        return [{ kind: 'text', text, styles: [] }];
      }),
      bibliography: [],
      missing,
    }),
  };
  return { citing, cited };
}

async function compose(kind: 'note' | 'in-text', ...bodies: string[]) {
  return composeWith(citingOf(kind), ...bodies);
}

async function composeWith({ citing, cited }: ReturnType<typeof citingOf>, ...bodies: string[]) {
  const notes = bodies.map((body, index) => ({ title: `Note ${index + 1}`, body }) as Note);
  const document = await composeDocument({
    content: { title: 'Work', notes, sources: [], tags: [], tagPath: () => '' },
    citations: citing,
    passage: () => null,
    source: (id) => SOURCES.find((source) => source.id === id) ?? null,
    linked: ({ id }) => LINKED.get(id) ?? null,
    language: 'en-GB',
    author: 'R',
    madeAt: '2026-11-24T12:00:00.000Z',
  });
  return { document, cited };
}

/** The heading of what every document with citations ends with. */
const CHECKED = 'Sources, to be checked';

/** The words with the marks of footnotes. */
const said = (content: readonly InlineContent[]): string =>
  content.map((one) => (one.kind === 'footnote' ? `[${one.index + 1}]` : plainText([one]))).join('');
const lines = ({ blocks }: ExportDocument): string[] =>
  blocks
    .flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [said(block.content)] : []))
    .filter((line) => line !== CHECKED);
const notesOf = ({ footnotes }: ExportDocument): string[] => footnotes.map((blocks) => said(inOneLine(blocks)));
const outline = (blocks: readonly DocumentBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${said(block.content)}`] : []));

describe('a citation in a footnote', () => {
  const BODY = `Said.[^a] Cited ${cite(C)}.\n\n[^a]: He says so ${cite(A, 'p. 3')}, see ${cite(B)}.`;

  it('stands in its words in a style of notes, without the stop that the sentence has no use for', async () => {
    const { document, cited } = await compose('note', BODY);
    expect(lines(document)).toEqual(['Said.[1] Cited.[2]']);
    expect(notesOf(document)).toEqual(['He says so ⟨1 p. 3⟩, see ⟨2⟩.', '⟨3⟩.']);
    // Styles count notes: what is cited first in note 1 is “see note 1” later.
    expect(cited.map(({ note, stands }) => [note, stands])).toEqual([
      [1, 'within'],
      [1, 'within'],
      [2, 'alone'],
    ]);
  });

  it('stands in its words in a style without notes', async () => {
    const { document } = await compose('in-text', BODY);
    expect(lines(document)).toEqual(['Said.[1] Cited (3).']);
    expect(notesOf(document)).toEqual(['He says so (1 p. 3), see (2).']);
  });

  it.each([
    [`${cite(A)}`, '⟨1⟩.'],
    [`${cite(A)} Another sentence.`, '⟨1⟩. Another sentence.'],
    [`${cite(A)} “Another sentence.”`, '⟨1⟩. “Another sentence.”'],
    [`see ${cite(A)} and more`, 'see ⟨1⟩ and more'],
    [`so (${cite(A)})`, 'so (⟨1⟩)'],
    [`quoted${cite(A)}; more`, 'quoted ⟨1⟩; more'],
    [`*so* ${cite(A)}`, 'so ⟨1⟩.'],
  ])('ends as its sentence does: %s', async (words, drawn) => {
    const { document } = await compose('note', `x[^a]\n\n[^a]: ${words}`);
    expect(notesOf(document)).toEqual([drawn]);
  });

  it('is one also in a list, a quotation and a table of the footnote', async () => {
    const body = `x[^a]\n\n[^a]: - one ${cite(A)}\n\n    > two ${cite(B)}\n\n    | h |\n    | - |\n    | ${cite(C)} |\n`;
    const { document } = await compose('note', body);
    expect(notesOf(document)).toEqual(['one ⟨1⟩. two ⟨2⟩. h ⟨3⟩.']);
  });
});

describe('a footnote in a footnote', () => {
  it('stands in brackets in the words of the other, with its citations', async () => {
    const body = `x[^a] y[^b]\n\n[^a]: First[^b].\n[^b]: Second ${cite(A)}`;
    const { document } = await compose('note', body);
    expect(lines(document)).toEqual(['x[1] y[2]']);
    expect(notesOf(document)).toEqual(['First (Second ⟨1⟩).', 'Second ⟨1⟩.']);
  });

  it('that calls itself, at once or by way of others, stands once and is reported', async () => {
    const { document } = await compose('note', 'x[^a]\n\n[^a]: A[^b]\n[^b]: B[^c]\n[^c]: C[^a]');
    expect(notesOf(document)).toEqual(['A (B (C [^a]))']);
    expect(document.remarks).toEqual([
      'In “Note 1”: a note calls “[^a]”, which it holds already: there its mark stands as it is written.',
    ]);
    const { document: own } = await compose('note', 'x[^a]\n\n[^a]: A[^a]');
    expect(notesOf(own)).toEqual(['A [^a]']);
  });

  it('that is called twice at each of thirty depths is no larger than its words', async () => {
    const depths = Array.from({ length: 30 }, (_, at) => `[^n${at}]: N${at}[^n${at + 1}] and[^n${at + 1}]`);
    const { document } = await compose('note', `x[^n0]\n\n${depths.join('\n')}\n[^n30]: End`);
    expect(notesOf(document)[0]?.length).toBeLessThan(1_000);
  });

  it('is found where its definition stands in a quotation, and is reported when nothing calls it', async () => {
    const { document } = await compose('note', 'x[^a]\n\n> [^a]: Quoted\n\n[^b]: Left');
    expect(notesOf(document)).toEqual(['Quoted']);
    expect(document.remarks).toEqual(['In “Note 1”: no mark calls the note “[^b]”, which is left out.']);
  });
});

describe('citations that stand together', () => {
  it.each([
    [`${cite(A)}${cite(B)}`],
    [`${cite(A)} ${cite(B)}`],
    [`${cite(A)}\n${cite(B)}`],
    [`> ${cite(A)}\n> ${cite(B)}`],
  ])('are one: %j', async (marks) => {
    const { cited, document } = await compose('note', marks);
    expect(cited.map(({ items }) => items.map(({ sourceId }) => sourceId))).toEqual([[A, B]]);
    expect(notesOf(document)).toEqual(['⟨1; 2⟩.']);
  });

  it.each([
    [`${cite(A)}, ${cite(B)}`],
    [`${cite(A)}\n\n${cite(B)}`],
    [`${cite(A)} and ${cite(B)}`],
    [`${cite(A)} *x* ${cite(B)}`],
  ])('and others are not: %j', async (marks) => {
    const { cited } = await compose('note', marks);
    expect(cited).toHaveLength(2);
  });

  it('keep the blanks and words around them', async () => {
    const { document } = await compose('in-text', `One ${cite(A)} ${cite(B, 'p. 2')} two${cite(C)}.`);
    expect(lines(document)).toEqual(['One (1; 2 p. 2) two (3).']);
  });

  it('keep words of a citation that name nothing', async () => {
    const { cited } = await compose('note', `x [see @source:${A}, p. 3; see his letters; @source:${B}]`);
    expect(cited[0]?.items).toEqual([
      { sourceId: A, prefix: 'see', locator: 'p. 3; see his letters' },
      { sourceId: B },
    ]);
  });
});

describe('the headings of a note', () => {
  it('begin below its title and leave no gap', async () => {
    const { document } = await compose('note', '## A\n\n#### B\n\n### C\n\n# D\n\n###### E');
    expect(outline(document.blocks)).toEqual(['1 A', '2 B', '2 C', '1 D', '2 E']);
    const two = await compose('note', '### A\n\n## B\n\n### C', '# D\n\n### E');
    expect(outline(two.document.blocks)).toEqual(['1 Note 1', '2 A', '2 B', '3 C', '1 Note 2', '2 D', '3 E']);
  });

  it('go no deeper than six, and are bold words in a footnote', async () => {
    const deep = [1, 2, 3, 4, 5, 6].map((depth) => `${'#'.repeat(depth)} H${depth}`).join('\n\n');
    const { document } = await compose('note', deep, `x[^a]\n\n[^a]: # In the note\n`);
    expect(outline(document.blocks)).toEqual([
      '1 Note 1',
      ...['2 H1', '3 H2', '4 H3', '5 H4', '6 H5', '6 H6'],
      '1 Note 2',
    ]);
    expect(document.footnotes[0]?.[0]).toMatchObject({ kind: 'paragraph', content: [{ styles: ['bold'] }] });
  });
});

describe('what leads nowhere', () => {
  it('is reported with the note that has it, and its words stay', async () => {
    const { document } = await compose(
      'note',
      `${linkMark('note', A, 'old')}, ${linkMark('note', LOST, 'a lost note')}, ${linkMark('note', B, 'x')}.`,
      `[[Chronology]], ${cite(LOST)}, [@source:nonsense] and \`[[code]]\`.`,
    );
    expect(lines(document)).toEqual([
      'Note 1',
      'There, a lost note, Thrown away.',
      'Note 2',
      '[[Chronology]], [citation not in the archive], [@source:nonsense] and [[code]].',
    ]);
    expect(document.remarks).toEqual([
      'In “Note 1”: the link to “a lost note” leads to something that is not in the archive.',
      'In “Note 1”: the link to “Thrown away” leads to something that is in the bin.',
      'In “Note 2”: “[[Chronology]]” names nothing that Fonds knows, and stands as it is written.',
      'In “Note 2”: a citation names a source that is not in the archive.',
      'In “Note 2”: “[@source:nonsense]” names nothing that Fonds knows, and stands as it is written.',
    ]);
  });
});

it('a table of a note keeps the side of its columns', async () => {
  const { document } = await compose('note', '| a | b | c | d |\n| :- | -: | :-: | - |\n| 1 | 2 | 3 | 4 |');
  expect(document.blocks[0]).toMatchObject({ kind: 'table', align: ['left', 'right', 'center', null] });
});

describe('the table of sources', () => {
  it('has a column for what is missing from citations only where something is missing', async () => {
    const labels = async (missing: ReadonlyMap<SourceId, readonly string[]>) => {
      const { document } = await composeWith(citingOf('note', missing), `Cited ${cite(A)}.`);
      const table = document.blocks.find(({ kind }) => kind === 'table') as Extract<DocumentBlock, { kind: 'table' }>;
      for (const row of table.rows) expect(row).toHaveLength(table.rows[0]?.length ?? 0);
      return table.rows[0]?.map(said);
    };
    const always = ['Source', 'Where it is kept', 'File', 'SHA-256 of the file'];
    expect(await labels(new Map())).toEqual(always);
    expect(await labels(new Map([[A, ['date']]]))).toEqual([...always, 'Missing from its citation']);
  });
});
