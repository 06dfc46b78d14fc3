/**
 * Makes one document of a piece of work: notes as they were written, passages with their tags and comments, each with
 * its citation, and at the end what a stranger needs to check them. A passage that lost its place says so.
 */
import type { Annotation, CiteItem, NoteMark, Source, SourceId, StyledText } from '../../contract/index.js';
import { type Block, type Inline, type WorkDocument, words } from './document.js';
import { markdownBlocks } from './markdown-blocks.js';
import type { Work, WorkSource } from './work.js';

/** Draws the citations of one document, which know of each other: first and later ones differ. */
export interface Citing {
  readonly kind: 'note' | 'in-text';
  /** @returns the index of the citation in what `finish` gives. */
  cite(items: readonly CiteItem[]): number;
  finish(): Promise<{
    readonly citations: readonly (readonly Inline[])[];
    readonly bibliography: readonly (readonly Inline[])[];
    /** Of each source: the elements that its citation would have and that are empty. */
    readonly missing: ReadonlyMap<SourceId, readonly string[]>;
  }>;
}

export interface ComposeOptions {
  readonly work: Work;
  readonly citing: Citing;
  /** What a passage cited by a note is; null when this archive does not hold it. */
  passage(id: Annotation['id']): Annotation | null;
  source(id: SourceId): Source | null;
  /** The name that a link of a note has now; null when it is gone. */
  linkName(key: Extract<NoteMark, { kind: 'link' }>['key']): string | null;
  readonly language: string;
  readonly author: string;
  readonly madeAt: string;
}

type Footnote =
  | { readonly kind: 'own'; readonly blocks: readonly Block[] }
  | { readonly kind: 'cited'; readonly at: number };

export async function composeWork(options: ComposeOptions): Promise<WorkDocument> {
  const { work, citing, passage, source, linkName, language, author, madeAt } = options;
  const footnotes: Footnote[] = [];
  const remarks: string[] = [];
  const cited = new Map<SourceId, Source>();

  const footnote = (note: Footnote): number => footnotes.push(note) - 1;
  const cite = (items: readonly CiteItem[]): Inline => ({
    kind: 'footnote',
    index: footnote({ kind: 'cited', at: citing.cite(items) }),
  });
  const hold = (id: SourceId): Source | null => {
    const found = cited.get(id) ?? source(id);
    if (found) cited.set(id, found);
    return found;
  };

  /** What a citation of a note stands for; null when it names nothing that is held. */
  const itemOf = (item: Extract<NoteMark, { kind: 'citation' }>['items'][number]): CiteItem | null => {
    const around = {
      ...(item.prefix ? { prefix: item.prefix } : {}),
      ...(item.suffix ? { locator: item.suffix } : {}),
    };
    if (item.key.kind === 'source') return hold(item.key.id) ? { sourceId: item.key.id, ...around } : null;
    const annotation = passage(item.key.id);
    if (!annotation || !hold(annotation.sourceId)) return null;
    if (annotation.anchor?.state === 'review') remarks.push(lostPlace(annotation));
    return { sourceId: annotation.sourceId, annotationId: annotation.id, ...around };
  };

  const mark = (found: NoteMark): readonly Inline[] => {
    if (found.kind === 'link') {
      const name = linkName(found.key);
      if (name === null) remarks.push(`A link to “${found.label}” leads to something that is not in the archive.`);
      return [words(name ?? found.label)];
    }
    const items = found.items.map(itemOf);
    const held = items.filter((item) => item !== null);
    if (held.length < items.length) remarks.push('A citation names a source that is not in the archive.');
    return held.length > 0 ? [cite(held)] : [words('[citation not in the archive]')];
  };
  const context = { mark, footnote: (blocks: readonly Block[]) => footnote({ kind: 'own', blocks }) };
  const markdown = (text: string, levelShift: number) => markdownBlocks(text, context, levelShift);

  const passageBlocks = (annotation: Annotation): Block[] => {
    const { target, tagIds, comment } = annotation;
    if (annotation.anchor?.state === 'review') remarks.push(lostPlace(annotation));
    const citation = cite([{ sourceId: annotation.sourceId, annotationId: annotation.id }]);
    const what =
      target.kind === 'text'
        ? target.quote.exact.split(/\n{2,}/).map((paragraph) => [words(filled(paragraph))])
        : [[words(`[A region of page ${annotation.pageLabel ?? target.region.pageIndex + 1}]`, 'italic')]];
    const paragraphs = what.map(
      (content, index): Block => ({
        kind: 'paragraph',
        content: index < what.length - 1 ? content : [...content, citation],
      }),
    );
    const tags = tagIds.map(work.tagPath).join(' · ');
    return [
      { kind: 'quotation', blocks: paragraphs },
      ...(tags === '' ? [] : [{ kind: 'paragraph', content: [words(tags, 'italic')] } as const]),
      ...(comment.trim() === '' ? [] : markdown(comment, 3)),
    ];
  };

  const sourceBlocks = ({ source: held, annotations }: WorkSource): Block[] => {
    cited.set(held.id, held);
    return [
      {
        kind: 'heading',
        level: 2,
        content: [words(held.description.title || 'Untitled'), cite([{ sourceId: held.id }])],
      },
      ...annotations.flatMap(passageBlocks),
    ];
  };

  /** Sources that nothing is marked in. */
  const listed = (sources: readonly WorkSource[]): Block[] => {
    if (sources.length === 0) return [];
    const items = sources.map(({ source: held }) => {
      cited.set(held.id, held);
      const content = [words(held.description.title || 'Untitled'), cite([{ sourceId: held.id }])];
      return { task: null, blocks: [{ kind: 'paragraph', content }] } as const;
    });
    return [
      { kind: 'heading', level: 2, content: [words('Without annotations')] },
      { kind: 'list', start: null, items },
    ];
  };

  const isOne = work.notes.length === 1 && work.sources.length === 0;
  const noteBlocks = work.notes.flatMap(({ title, body }): Block[] => {
    const blocks = markdown(body, isOne ? 0 : 1);
    return isOne ? blocks : [{ kind: 'heading', level: 1, content: [words(title)] }, ...blocks];
  });
  const [marked, unmarked] = [true, false].map((isMarked) =>
    work.sources.filter(({ annotations }) => annotations.length > 0 === isMarked),
  ) as [WorkSource[], WorkSource[]];
  const passages = [...marked.flatMap(sourceBlocks), ...listed(unmarked)];
  const chapter = noteBlocks.length > 0 && passages.length > 0 ? [heading('Annotations')] : [];
  const drawn = [...noteBlocks, ...chapter, ...passages];

  const { citations, bibliography, missing } = await citing.finish();
  const resolved = resolve(drawn, footnotes, citations, citing.kind);
  return {
    title: work.title,
    language,
    author,
    madeAt,
    blocks: [...resolved.blocks, ...verification([...cited.values()], missing)],
    footnotes: resolved.footnotes,
    bibliography,
    remarks: [...new Set(remarks)],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, content: [words(text)] });

const lostPlace = ({ sourceTitle, target }: Annotation): string =>
  `A passage of “${sourceTitle || 'Untitled'}” has lost its place in the current text and waits for review: “${
    target.kind === 'text' ? filled(target.quote.exact).slice(0, 80) : 'a region'
  }”.`;

/** Lines that the page broke run on. */
const filled = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Drawn words as those of a document. */
export const inlines = (styled: StyledText): Inline[] =>
  styled.map(({ text, styles, href }): Inline => {
    const run: Inline = { kind: 'text', text, styles };
    return href === undefined ? run : { kind: 'link', href, content: [run] };
  });

/** Puts drawn citations where they belong: in footnotes, or within the text. Footnotes are numbered anew, as they come. */
function resolve(
  blocks: readonly Block[],
  notes: readonly Footnote[],
  citations: readonly (readonly Inline[])[],
  kind: Citing['kind'],
): { blocks: Block[]; footnotes: Block[][] } {
  const footnotes: Block[][] = [];
  const isCited = (one: Inline | undefined): boolean => one?.kind === 'footnote' && notes[one.index]?.kind === 'cited';
  const inline = (one: Inline): Inline[] => {
    if (one.kind === 'link') return [{ ...one, content: one.content.flatMap(inline) }];
    if (one.kind !== 'footnote') return [one];
    const note = notes[one.index];
    if (!note) return [];
    if (note.kind === 'cited' && kind === 'in-text') return [words(' '), ...(citations[note.at] ?? [])];
    const index = footnotes.push([]) - 1;
    footnotes[index] =
      note.kind === 'own' ? note.blocks.map(block) : [{ kind: 'paragraph', content: citations[note.at] ?? [] }];
    return [{ kind: 'footnote', index }];
  };
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
        return {
          ...one,
          content: kind === 'note' ? afterMarks(one.content, isCited).flatMap(inline) : one.content.flatMap(inline),
        };
      case 'quotation':
        return { ...one, blocks: one.blocks.map(block) };
      case 'list':
        return { ...one, items: one.items.map((item) => ({ ...item, blocks: item.blocks.map(block) })) };
      case 'table':
        return { ...one, rows: one.rows.map((row) => row.map((cell) => cell.flatMap(inline))) };
      default:
        return one;
    }
  };
  return { blocks: blocks.map(block), footnotes };
}

/**
 * Footnotes stand after the mark that ends the words, without a blank: `it [@source].` becomes `it.¹`
 * Source: Chicago Manual of Style 17, 14.26.
 */
function afterMarks(content: readonly Inline[], isCited: (inline: Inline | undefined) => boolean): Inline[] {
  const set: Inline[] = [...content];
  for (const [index, one] of set.entries()) {
    const [before, after] = [set[index - 1], set[index + 1]];
    if (!isCited(one) || before?.kind !== 'text') continue;
    const [mark = ''] = after?.kind === 'text' ? (/^[.,;:!?…]+/.exec(after.text) ?? []) : [];
    set[index - 1] = { ...before, text: before.text.trimEnd() + mark };
    if (after?.kind === 'text') set[index + 1] = { ...after, text: after.text.slice(mark.length) };
  }
  return set;
}

/** What a stranger needs to know whether they hold the same files, and what no citation could say. */
function verification(sources: readonly Source[], missing: ReadonlyMap<SourceId, readonly string[]>): Block[] {
  if (sources.length === 0) return [];
  const rows = sources.map(({ id, description, originals }) => {
    const original = originals[0];
    return [
      [words(description.title || 'Untitled')],
      [words([description.repository, description.referenceCode].filter(Boolean).join(', '))],
      [words(original ? `${original.fileName}, ${original.fileBytes.toLocaleString('en-GB')} bytes` : 'not held')],
      [words(original?.sha256 ?? '', 'code')],
      [words((missing.get(id) ?? []).join(', '))],
    ];
  });
  const labels = ['Source', 'Where it is kept', 'File', 'SHA-256 of the file', 'Missing from its citation'];
  return [
    heading('Sources, to be checked'),
    { kind: 'table', rows: [labels.map((label) => [words(label, 'bold')]), ...rows] },
  ];
}
