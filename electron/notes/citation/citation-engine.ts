/**
 * citeproc for one style and one locale. An engine remembers what it drew, so each drawing gives its items new names;
 * nothing here reads a file or asks the archive.
 */
import CSL, { type CitationItem } from 'citeproc';
import type { SourceId, StyledText } from '../../contract/index.js';
import { ARCHIVAL_FLAG, hasArchivalLayout, withArchivalLayout } from './archival-layouts.js';
import { forCiteproc } from './csl-dates.js';
import type { CitedSource } from './csl-item.js';
import type { CslLibrary } from './csl-library.js';
import type { CslElement } from './csl-xml.js';
import { withBothMonths } from './month-names.js';
import { FORMAT, plainWords, readRuns } from './styled-text.js';
import { type CslTree, drawableSubstitutes } from './substitutes.js';
import { APPROXIMATE_FLAG, UNCERTAIN_FLAG, withUncertainDates } from './uncertain-dates.js';

export interface StyleTree {
  /** Of a style that ships; of an own style, what it calls itself. */
  readonly id: string;
  readonly tree: unknown;
  readonly kind: 'note' | 'in-text';
  readonly isOwn: boolean;
}

/** Tells citeproc that every source of the document is known to it (`CSL.ASSUME_ALL_ITEMS_REGISTERED`). */
const ALL_REGISTERED = 2;

/** A place of a citation: which of the items, and how it is introduced. */
export type ClusterItem = Omit<CitationItem, 'id'> & { readonly source: CitedSource };

export interface CitationEngine {
  /** As a first citation, and as an entry of a bibliography; null when the style has none. */
  format(item: ClusterItem): { readonly note: StyledText; readonly bibliography: StyledText | null };
}

/** What stands together in one citation of a document. */
export interface CitationCluster {
  readonly items: readonly ClusterItem[];
  /** Number of the footnote it is in, as it is printed; null of a style without footnotes. */
  readonly note: number | null;
}

/** The citations of one document, in its order. */
export interface FormattedDocument {
  readonly notes: StyledText[];
  /** In the order of the style; empty when it has none. */
  readonly bibliography: { readonly text: StyledText; readonly sourceIds: SourceId[] }[];
}

/** Everything of a description that goes into citeproc, without what it would take for markup. */
function harmless<T>(value: T): T {
  if (typeof value === 'string') return plainWords(value) as T;
  if (Array.isArray(value)) return value.map(harmless) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, harmless(held)])) as T;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In the text a citation needs a word to begin with: what holds the record, which is then not said twice. */
function leadWithPlace(item: Record<string, unknown>): void {
  for (const variable of ['fonds-collection', 'archive', 'fonds-shelf']) {
    const words = item[variable];
    if (typeof words !== 'string' || words === '') continue;
    item['fonds-lead'] = words;
    delete item[variable];
    return;
  }
}

/** The item as a style draws it: what a manual leaves out is left out, what a layout asks is added. */
function itemFor(style: StyleTree, id: string, source: CitedSource): unknown {
  const { csl, shape, byline } = source;
  const { issued } = csl;
  const item: Record<string, unknown> = { ...csl, ...(issued ? { issued: forCiteproc(issued) } : {}), id };
  if (issued?.uncertain) item[UNCERTAIN_FLAG] = 'yes';
  if (issued?.circa) item[APPROXIMATE_FLAG] = 'yes';
  if (byline === 'no') delete item.author;
  if (shape === 'archival' && !style.isOwn && hasArchivalLayout(style.id)) {
    item[ARCHIVAL_FLAG] = 'yes';
    item['fonds-shelf'] = source.shelf.join(', ');
    item['fonds-shelf-capital'] = source.shelf.map(capital).join(', ');
    item['fonds-series'] = source.series;
    item['fonds-collection'] = source.collection;
    if (source.isLetter) item['fonds-letter'] = 'yes';
    if (source.isNameless) {
      item['fonds-nameless'] = 'yes';
      if (style.kind === 'in-text') leadWithPlace(item);
    }
    if (source.isPlainTitle) item['fonds-plain-title'] = 'yes';
    if (source.isBriefTitle) item['fonds-brief-title'] = 'yes';
    if (source.titleNamesAuthor) item['fonds-named-in-title'] = 'yes';
    if (source.datePrecision === 'finer') item['fonds-finer-date'] = 'yes';
  }
  return harmless(item);
}

const cited = (id: string, { source: _source, ...place }: ClusterItem): CitationItem => ({
  ...place,
  id,
  ...(place.prefix === undefined ? {} : { prefix: plainWords(place.prefix) }),
  ...(place.suffix === undefined ? {} : { suffix: plainWords(place.suffix) }),
});

function start(library: CslLibrary, style: StyleTree, locale: string) {
  const items = new Map<string, unknown>();
  const chosen = library.locale(locale);
  const [language] = chosen.id.split('-');
  const words = withBothMonths(chosen.id, chosen.tree);
  const doubting = withUncertainDates(style.tree as CslElement);
  const tree = style.isOwn ? drawableSubstitutes(doubting as CslTree) : withArchivalLayout(style.id, doubting);
  const processor = new CSL.Engine(
    {
      // citeproc changes what it is given, and knows one script for each language.
      retrieveLocale: (tag) => structuredClone(tag.split('-', 1)[0] === language ? words : library.locale(tag).tree),
      retrieveItem: (id) => items.get(id),
    },
    structuredClone(tree),
    chosen.id,
    1,
  );
  processor.setOutputFormat(FORMAT);
  processor.opt.development_extensions.wrap_url_and_doi = true;
  return { items, processor };
}

/** @throws whatever citeproc throws at a style it cannot draw. */
export function createCitationEngine(library: CslLibrary, style: StyleTree, locale: string): CitationEngine {
  const { items, processor } = start(library, style, locale);
  let drawn = 0;
  return {
    format: (item) => {
      drawn += 1;
      const id = String(drawn);
      items.clear();
      items.set(id, itemFor(style, id, item.source));
      processor.updateItems([id]);
      const note = readRuns(processor.makeCitationCluster([cited(id, item)]));
      const made = processor.makeBibliography();
      return { note, bibliography: made === false ? null : readRuns(made[1].join(' ')) };
    },
  };
}

/**
 * All sources are made known before the first citation is drawn, so that what tells them apart is decided once and not
 * with each. @param clusters one for each citation. @throws whatever citeproc throws at a style it cannot draw.
 */
export function formatDocument(
  library: CslLibrary,
  style: StyleTree,
  locale: string,
  clusters: readonly CitationCluster[],
): FormattedDocument {
  const { items, processor } = start(library, style, locale);
  for (const { source } of clusters.flatMap(({ items: places }) => places)) {
    const { id } = source.csl;
    if (!items.has(id)) items.set(id, itemFor(style, id, source));
  }
  processor.updateItems([...items.keys()]);
  const before: [string, number][] = [];
  const notes: StyledText[] = clusters.map(() => []);
  for (const { items: places, note } of clusters) {
    const noteIndex = style.kind === 'note' ? (note ?? 0) : 0;
    const citation = {
      citationID: `c${before.length}`,
      citationItems: places.map((place) => cited(place.source.csl.id, place)),
      properties: { noteIndex },
    };
    const [, changed] = processor.processCitationCluster(citation, before, [], ALL_REGISTERED);
    before.push([citation.citationID, noteIndex]);
    for (const [index, text] of changed) notes[index] = readRuns(text);
  }
  const made = processor.makeBibliography();
  if (made === false) return { notes, bibliography: [] };
  const [{ entry_ids }, entries] = made;
  const bibliography = entries.map((entry, index) => ({
    text: readRuns(entry),
    sourceIds: (entry_ids[index] ?? []) as SourceId[],
  }));
  return { notes, bibliography };
}
