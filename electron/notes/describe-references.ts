/** What a note shows of the things it names: as they are now, or that they are gone. Never throws for a thing that is not there. */
import type { Archive } from '../archive/index.js';
import {
  type AnnotationId,
  assertNever,
  FondsError,
  type NoteId,
  type NoteReference,
  type Region,
  type Source,
  SourceId,
  type TagId,
  type TagTree,
  tagTree,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { begin, noteSummary } from './note-excerpts.js';
import type { NoteStore } from './note-store.js';
import { pageLocator, regionLocator } from './page-locator.js';
import type { PassageStore, PassageTagRow } from './passage-store.js';

type DescribedReference = Omit<NoteReference, 'key'>;

const KEY = /^(source|passage|note|tag):(.+)$/;
const MISSING: DescribedReference = { state: 'missing', label: '', detail: '', place: null };
const TITLE_UNITS = 80;

export interface DescribeReferencesOptions {
  readonly archive: Pick<Archive, 'sources' | 'tags'>;
  readonly notes: Pick<NoteStore, 'get'>;
  readonly passages: PassageStore;
}

/** @returns for each key what there is to show of it, in the order given. */
export function describeReferences(
  { archive, notes, passages }: DescribeReferencesOptions,
  keys: readonly string[],
): NoteReference[] {
  const sources = new Map<SourceId, Source | null>();
  const known = new Map<string, DescribedReference>();
  let tree: TagTree<PassageTagRow> | null = null;

  /** @returns null when the archive has none of this id. */
  function sourceOf(id: SourceId): Source | null {
    const kept = sources.get(id);
    if (kept !== undefined) return kept;
    let source: Source | null = null;
    try {
      source = archive.sources.get(id);
    } catch (error) {
      if (!(error instanceof FondsError && error.code === 'NOT_FOUND')) throw error;
    }
    sources.set(id, source);
    return source;
  }

  function ofSource(id: SourceId): DescribedReference {
    const source = sourceOf(id);
    if (!source) return MISSING;
    return {
      state: source.deletedAt === null ? 'held' : 'binned',
      label: begin(source.description.title, TITLE_UNITS),
      detail: sourceLine(source),
      place: { sourceId: id, start: null, end: null },
    };
  }

  function ofPassage(id: AnnotationId): DescribedReference {
    const row = passages.passage(id);
    const source = row && sourceOf(row.sourceId);
    if (!row || !source) return MISSING;
    const { sourceId, exact, region, start, end, versionId } = row;
    const detail = region === null ? begin(exact.replace(/\s+/g, ' ').trim()) : sourceLine(source);
    const whole = { sourceId, start: null, end: null };
    // Its words are still known, and where they were: that helps whoever mends the note.
    if (row.deletedAt !== null) return { ...MISSING, detail, place: whole };
    const isLost = region === null && (start === null || end === null);
    const pages = passages.pages(versionId);
    const page =
      region === null ? pageLocator(pages, start ?? 0, end ?? 0) : regionLocator(pages, JSON.parse(region) as Region);
    return {
      state: source.deletedAt !== null ? 'binned' : isLost ? 'review' : 'held',
      label: [begin(source.description.title, TITLE_UNITS), isLost ? '' : page].filter(Boolean).join(', '),
      detail,
      place: region === null && !isLost ? { sourceId, start, end } : whole,
    };
  }

  function ofNote(id: NoteId): DescribedReference {
    const note = notes.get(id);
    if (!note) return MISSING;
    const state = note.deletedAt === null ? 'held' : 'binned';
    return { state, label: note.title, detail: noteSummary(note.body).excerpt, place: null };
  }

  function ofTag(id: TagId): DescribedReference {
    tree ??= tagTree(passages.tags());
    // A tag that was merged goes on under the name of the other.
    const found = archive.tags.find(id)?.id ?? id;
    const tag = tree.get(found);
    return tag ? { state: 'held', label: tag.name, detail: tree.path(found), place: null } : MISSING;
  }

  function describe(key: string): DescribedReference {
    const [, kind, id] = KEY.exec(key) ?? [];
    // Whatever the kind, an id of the archive has this form.
    if (!SourceId.safeParse(id).success) return MISSING;
    const wanted = kind as 'source' | 'passage' | 'note' | 'tag';
    switch (wanted) {
      case 'source':
        return ofSource(id as SourceId);
      case 'passage':
        return ofPassage(id as AnnotationId);
      case 'note':
        return ofNote(id as NoteId);
      case 'tag':
        return ofTag(id as TagId);
      default:
        return assertNever(wanted);
    }
  }

  return keys.map((key) => {
    const answer = known.get(key) ?? describe(key);
    known.set(key, answer);
    return { key, ...answer };
  });
}

/** The description in one quiet line. */
function sourceLine({ description }: Source): string {
  const { documentType, dateWritten, datePublished, repository, fonds, box, folder, referenceCode } = description;
  const parts = [documentType, dateWritten || datePublished, repository, fonds];
  return [...parts, box && t('Box {box}', { box }), folder && t('Folder {folder}', { folder }), referenceCode]
    .filter(Boolean)
    .join(' · ');
}
