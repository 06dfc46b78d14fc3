/**
 * Makes one document of a piece of work: notes as they were written, passages with their tags and comments, each with
 * its citation, and at the end what a stranger needs to check them. A passage that lost its place says so.
 */
import type { Annotation, CitationItemInput, NoteMark, Source, SourceId, StyledText } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type DocumentBlock, type ExportDocument, type InlineContent, textRun } from './document-model.js';
import type { ExportContent, ExportedSource } from './export-content.js';
import { markdownBlocks } from './markdown-blocks.js';
import { type PlacedCitation, placeCitations } from './place-citations.js';

/** Draws the citations of one document, which know of each other: first and later ones differ. */
export interface CitationSource {
  readonly kind: 'note' | 'in-text';
  /**
   * @param note number of the footnote it is in, or is; null of a style without footnotes.
   * @param stands `alone`: it is its footnote; `within` other words of a footnote or of the text.
   * @returns the index of the citation in what `finish` gives.
   */
  cite(items: readonly CitationItemInput[], note: number | null, stands: 'alone' | 'within'): number;
  finish(): Promise<{
    readonly citations: readonly (readonly InlineContent[])[];
    readonly bibliography: readonly (readonly InlineContent[])[];
    /** Of each source: the elements that its citation would have and that are empty. */
    readonly missing: ReadonlyMap<SourceId, readonly string[]>;
  }>;
}

export interface ComposeDocumentOptions {
  readonly content: ExportContent;
  readonly citations: CitationSource;
  /** What a passage cited by a note is; null when this archive does not hold it. */
  passage(id: Annotation['id']): Annotation | null;
  source(id: SourceId): Source | null;
  /** The name that a link of a note has now; null when it is gone for good. */
  linked(key: Extract<NoteMark, { kind: 'link' }>['key']): { readonly name: string; readonly isBinned: boolean } | null;
  readonly language: string;
  readonly author: string;
  readonly madeAt: string;
}

/** What a mark of the blocks stands for until all citations are known. */
type PendingMark =
  /** A footnote of the writer's own. */
  | { readonly kind: 'own'; readonly blocks: readonly DocumentBlock[] }
  /** `at`: index of a citation. */
  | { readonly kind: 'cited'; readonly at: number; readonly set: 'as footnote' | 'inline' };

export async function composeDocument(options: ComposeDocumentOptions): Promise<ExportDocument> {
  const { content: work, citations: citing, passage, source, linked, language, author, madeAt } = options;
  const pending: PendingMark[] = [];
  const remarks: string[] = [];
  const cited = new Map<SourceId, Source>();
  let footnoteCount = 0;
  /** Number of the footnote that is being made; null outside of one. */
  let within: number | null = null;
  /** The note or comment that is being read, as remarks name it. */
  let reading = '';

  const remark = (words: string): void => {
    remarks.push(reading === '' ? words : t('In {reading}: {words}', { reading, words }));
  };
  const put = (one: PendingMark): InlineContent => ({ kind: 'footnote', index: pending.push(one) - 1 });
  /** No program sets a footnote within a footnote: there a citation stands in the words. */
  const cite = (items: readonly CitationItemInput[]): InlineContent => {
    if (citing.kind === 'in-text') return put({ kind: 'cited', at: citing.cite(items, null, 'within'), set: 'inline' });
    if (within !== null) return put({ kind: 'cited', at: citing.cite(items, within, 'within'), set: 'inline' });
    footnoteCount += 1;
    return put({ kind: 'cited', at: citing.cite(items, footnoteCount, 'alone'), set: 'as footnote' });
  };
  const footnote = (content: () => readonly DocumentBlock[]): number => {
    footnoteCount += 1;
    within = footnoteCount;
    const index = pending.push({ kind: 'own', blocks: [] }) - 1;
    pending[index] = { kind: 'own', blocks: content() };
    within = null;
    return index;
  };
  const findSource = (id: SourceId): Source | null => {
    const found = cited.get(id) ?? source(id);
    if (found) cited.set(id, found);
    return found;
  };

  /** What a citation of a note stands for; null when it names nothing that is held. */
  const itemOf = (item: Extract<NoteMark, { kind: 'citation' }>['items'][number]): CitationItemInput | null => {
    const around = {
      ...(item.prefix ? { prefix: item.prefix } : {}),
      ...(item.suffix ? { locator: item.suffix } : {}),
    };
    if (item.key.kind === 'source') return findSource(item.key.id) ? { sourceId: item.key.id, ...around } : null;
    const annotation = passage(item.key.id);
    if (!annotation || !findSource(annotation.sourceId)) return null;
    if (annotation.anchor?.state === 'review') remark(lostPlace(annotation));
    return { sourceId: annotation.sourceId, annotationId: annotation.id, ...around };
  };

  const mark = (found: NoteMark): readonly InlineContent[] => {
    if (found.kind === 'link') {
      const there = linked(found.key);
      const label = found.label || found.key.kind;
      if (there === null) remark(t('the link to “{label}” leads to something that is not in the archive.', { label }));
      else if (there.isBinned)
        remark(t('the link to “{name}” leads to something that is in the bin.', { name: there.name }));
      return [textRun(there?.name ?? label)];
    }
    const items = found.items.map(itemOf);
    const presentItems = items.filter((item) => item !== null);
    if (presentItems.length < items.length) remark(t('a citation names a source that is not in the archive.'));
    return presentItems.length > 0 ? [cite(presentItems)] : [textRun(t('[citation not in the archive]'))];
  };
  /** @param name of what is read, as remarks name it. @param top level of its first heading. */
  const markdown = (name: string, text: string, top: number): DocumentBlock[] => {
    reading = name;
    const blocks = markdownBlocks(text, { mark, footnote, remark }, top);
    reading = '';
    return blocks;
  };

  const passageBlocks = (annotation: Annotation): DocumentBlock[] => {
    const { target, tagIds, comment } = annotation;
    if (annotation.anchor?.state === 'review') remark(lostPlace(annotation));
    const citation = cite([{ sourceId: annotation.sourceId, annotationId: annotation.id }]);
    const what =
      target.kind === 'text'
        ? target.quote.exact.split(/\n{2,}/).map((paragraph) => [textRun(filled(paragraph))])
        : [
            [
              textRun(
                t('[A region of page {pageLabel}]', { pageLabel: annotation.pageLabel ?? target.region.pageIndex + 1 }),
                'italic',
              ),
            ],
          ];
    const paragraphs = what.map(
      (content, index): DocumentBlock => ({
        kind: 'paragraph',
        content: index < what.length - 1 ? content : [...content, citation],
      }),
    );
    const tags = tagIds.map(work.tagPath).join(' · ');
    return [
      { kind: 'quotation', blocks: paragraphs },
      ...(tags === '' ? [] : [{ kind: 'paragraph', content: [textRun(tags, 'italic')] } as const]),
      ...(comment.trim() === ''
        ? []
        : markdown(
            t('a comment on “{sourceTitle}”', { sourceTitle: annotation.sourceTitle || t('Untitled') }),
            comment,
            3,
          )),
    ];
  };

  const sourceBlocks = ({ source: presentItems, annotations }: ExportedSource): DocumentBlock[] => {
    cited.set(presentItems.id, presentItems);
    return [
      {
        kind: 'heading',
        level: 2,
        content: [textRun(presentItems.description.title || t('Untitled')), cite([{ sourceId: presentItems.id }])],
      },
      ...annotations.flatMap(passageBlocks),
    ];
  };

  /** Sources that nothing is marked in. */
  const listed = (sources: readonly ExportedSource[]): DocumentBlock[] => {
    if (sources.length === 0) return [];
    const items = sources.map(({ source: presentItems }) => {
      cited.set(presentItems.id, presentItems);
      const content = [textRun(presentItems.description.title || t('Untitled')), cite([{ sourceId: presentItems.id }])];
      return { task: null, blocks: [{ kind: 'paragraph', content }] } as const;
    });
    return [
      { kind: 'heading', level: 2, content: [textRun(t('Without annotations'))] },
      { kind: 'list', start: null, items },
    ];
  };

  const isOne = work.notes.length === 1 && work.sources.length === 0;
  const noteBlocks = work.notes.flatMap(({ title, body }): DocumentBlock[] => {
    const blocks = markdown(`“${title}”`, body, isOne ? 1 : 2);
    return isOne ? blocks : [{ kind: 'heading', level: 1, content: [textRun(title)] }, ...blocks];
  });
  const [marked, unmarked] = [true, false].map((isMarked) =>
    work.sources.filter(({ annotations }) => annotations.length > 0 === isMarked),
  ) as [ExportedSource[], ExportedSource[]];
  const passages = [...marked.flatMap(sourceBlocks), ...listed(unmarked)];
  const chapter = noteBlocks.length > 0 && passages.length > 0 ? [heading(t('Annotations'))] : [];
  const drawn = [...noteBlocks, ...chapter, ...passages];

  const { citations, bibliography, missing } = await citing.finish();
  const resolved = resolve(drawn, pending, citations);
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

const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, content: [textRun(text)] });

const lostPlace = ({ sourceTitle, target }: Annotation): string =>
  t('a passage of “{sourceTitle}” has lost its place in the current text and waits for review: “{filled}”.', {
    sourceTitle: sourceTitle || t('Untitled'),
    filled: target.kind === 'text' ? filled(target.quote.exact).slice(0, 80) : t('a region'),
  });

/** Lines that the page broke run on. */
const filled = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Drawn words as those of a document. */
export const inlines = (styled: StyledText): InlineContent[] =>
  styled.map(({ text, styles, href }): InlineContent => {
    const run: InlineContent = { kind: 'text', text, styles };
    return href === undefined ? run : { kind: 'link', href, content: [run] };
  });

/** Puts drawn citations where they belong: in footnotes, or within the words. Footnotes are numbered again, as they come. */
function resolve(
  blocks: readonly DocumentBlock[],
  pending: readonly PendingMark[],
  citations: readonly (readonly InlineContent[])[],
): { blocks: DocumentBlock[]; footnotes: DocumentBlock[][] } {
  const footnotes: DocumentBlock[][] = [];
  const drawn = (one: InlineContent): PlacedCitation | null => {
    const found = one.kind === 'footnote' ? pending[one.index] : undefined;
    return found?.kind === 'cited' ? { set: found.set, citation: citations[found.at] ?? [] } : null;
  };
  const inline = (one: InlineContent): InlineContent => {
    if (one.kind === 'link') return { ...one, content: one.content.map(inline) };
    const found = one.kind === 'footnote' ? pending[one.index] : undefined;
    if (!found) return one;
    const index = footnotes.push([]) - 1;
    footnotes[index] =
      found.kind === 'own' ? found.blocks.map(block) : [{ kind: 'paragraph', content: citations[found.at] ?? [] }];
    return { kind: 'footnote', index };
  };
  const content = (inlines: readonly InlineContent[]): InlineContent[] => placeCitations(inlines, drawn).map(inline);
  const block = (one: DocumentBlock): DocumentBlock => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
        return { ...one, content: content(one.content) };
      case 'quotation':
        return { ...one, blocks: one.blocks.map(block) };
      case 'list':
        return { ...one, items: one.items.map((item) => ({ ...item, blocks: item.blocks.map(block) })) };
      case 'table':
        return { ...one, rows: one.rows.map((row) => row.map(content)) };
      default:
        return one;
    }
  };
  return { blocks: blocks.map(block), footnotes };
}

/** What a stranger needs to know whether they hold the same files, and what no citation could say. */
function verification(sources: readonly Source[], missing: ReadonlyMap<SourceId, readonly string[]>): DocumentBlock[] {
  if (sources.length === 0) return [];
  // An empty column would take its room from the hashes.
  const isMissing = sources.some(({ id }) => (missing.get(id) ?? []).length > 0);
  const rows = sources.map(({ id, description, originals }) => {
    const original = originals[0];
    return [
      [textRun(description.title || t('Untitled'))],
      [textRun([description.repository, description.referenceCode].filter(Boolean).join(', '))],
      [
        textRun(
          original
            ? t('{fileName}, {fileBytes} bytes', {
                fileName: original.fileName,
                fileBytes: original.fileBytes.toLocaleString('en-GB'),
              })
            : t('not held'),
        ),
      ],
      [original ? textRun(original.sha256, 'code') : textRun('')],
      ...(isMissing ? [[textRun((missing.get(id) ?? []).join(', '))]] : []),
    ];
  });
  const labels = [t('Source'), t('Where it is kept'), t('File'), t('SHA-256 of the file')];
  if (isMissing) labels.push(t('Missing from its citation'));
  return [
    heading(t('Sources, to be checked')),
    { kind: 'table', align: [], rows: [labels.map((label) => [textRun(label, 'bold')]), ...rows] },
  ];
}
