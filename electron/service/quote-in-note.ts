/** Puts a quotation into a note, with an annotation on its passage when there is none: two rooms, one undo step. */
import {
  type Annotation,
  FondsError,
  type Output,
  type ParsedInput,
  type SourceId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';

type QuoteRooms = Pick<ArchiveSession, 'archive' | 'annotations' | 'notes'>;
type QuoteInput = ParsedInput<'note.quote'>;

/** A range of a text that is quoted. */
interface QuotedRange {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
}

/** @throws FondsError NOT_FOUND, INVALID_INPUT, STALE. */
export function quoteInNote(parts: QuoteRooms, { id, revision, passage, at }: QuoteInput): Output<'note.quote'> {
  const { archive, annotations, notes } = parts;
  const made = archive.history.step(() => {
    const { annotation, changes, words, from, locator } =
      passage.kind === 'annotation' ? ofAnnotation(parts, annotations.get(passage.id)) : ofText(parts, passage);
    const quoted = { annotationId: annotation.id, words, from, locator };
    const { change, inserted, label } = notes.quoteInStep({ id, revision, at, ...quoted });
    const scopes = [...(changes.length > 0 ? (['annotations', 'tags'] as const) : []), 'notes' as const];
    const sourceIds = changes.length > 0 ? [annotation.sourceId] : [];
    return { label, changes: [...changes, change], scopes, sourceIds, annotationId: annotation.id, inserted };
  });
  const { annotationId, inserted } = made;
  return { note: notes.get(id), annotationId, inserted: [...inserted] };
}

/** Quotes a range of a text, and annotates it unless exactly this is annotated. */
function ofText({ archive, annotations, notes }: QuoteRooms, passage: QuotedRange) {
  const { sourceId, versionId } = passage;
  const { start, end, ...range } = quotedRange({ archive, notes }, passage);
  const known = notes.passageAt(versionId, start, end);
  if (known) return { annotation: annotations.get(known), changes: [], ...range };
  const target = { kind: 'text', versionId, start, end } as const;
  const { annotation, changes } = annotations.createInStep({ sourceId, target, colour: 1, comment: '', tagIds: [] });
  return { annotation, changes, ...range };
}

/** Quotes where an annotation is now; one that lost its place, where it was made. A region has no words, only a page. */
function ofAnnotation({ archive, notes }: QuoteRooms, annotation: Annotation) {
  const { sourceId, target, anchor } = annotation;
  const changes: never[] = [];
  if (target.kind === 'region') {
    const locator = notes.locatorAt(archive.texts.get(sourceId).id, target.region);
    return { annotation, changes, words: '', from: '', locator };
  }
  const { versionId, start, end } = anchor?.state === 'placed' ? anchor : target;
  const { words, from, locator } = quotedRange({ archive, notes }, { sourceId, versionId, start, end });
  return { annotation, changes, words, from, locator };
}

/** Without white space at the ends, as passages are annotated. */
function quotedRange({ archive, notes }: Pick<QuoteRooms, 'archive' | 'notes'>, passage: QuotedRange) {
  const { sourceId, versionId } = passage;
  const { text } = archive.texts.get(sourceId, versionId);
  const chosen = text.slice(passage.start, passage.end);
  const words = chosen.trim();
  if (words === '' || passage.end > text.length) {
    const message = t('There are no words at this place. Mark the passage that is to be quoted.');
    throw new FondsError('INVALID_INPUT', message, { start: passage.start, end: passage.end });
  }
  const start = passage.start + chosen.length - chosen.trimStart().length;
  const end = start + words.length;
  return { start, end, words, from: text, locator: notes.locatorAt(versionId, { start, end }) };
}
