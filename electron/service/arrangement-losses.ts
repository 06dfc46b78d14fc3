/** Refuses an arrangement of originals by which marks or citations would lose the words they stand on. */
import { FondsError, type SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArrangeTools, Receivers, SourceBefore } from './arrange-pages.js';

export interface Arrangement {
  readonly before: ReadonlyMap<SourceId, SourceBefore>;
  readonly receivers: Receivers;
  /** Sources that give all their originals away. */
  readonly given: readonly SourceId[];
}

/** @throws FondsError INVALID_INPUT, with what stands in the way and what to do. */
export function refuseLosses({ before, receivers, given }: Arrangement, tools: ArrangeTools): void {
  for (const { source, pieces } of before.values()) {
    const title = source.description.title || t('Untitled');
    const isGiven = given.includes(source.id);
    const isLeaving = (position: number) => !receivers.isStaying(source.id, position);
    if (!source.originals.some((_, position) => isLeaving(position))) continue;

    const lost = [...tools.annotations.all({ sourceId: source.id })].filter(({ target, anchor }) => {
      if (target.kind !== 'text') return false;
      if (isGiven) return true;
      if (anchor?.state !== 'placed') return false;
      const position = pieces.findLastIndex(({ start }) => start <= anchor.start);
      return isLeaving(Math.max(0, position));
    }).length;
    if (lost > 0) {
      const message = t(
        '{lost, plural, one {# annotation marks} other {# annotations mark}} words of “{title}” on pages that would go to another source. Let “{title}” be the source that receives the others or keeps those pages, or delete the annotations first.',
        { lost, title },
      );
      throw new FondsError('INVALID_INPUT', message, { sourceId: source.id, annotations: lost });
    }
    const cited = isGiven ? citations(source.id, tools) : 0;
    if (cited > 0) {
      const message = t(
        'Notes cite or link “{title}” {cited, plural, one {once} other {# times}}, and it would go to the bin. Let it be the source that receives the others, or change the notes first.',
        { cited, title },
      );
      throw new FondsError('INVALID_INPUT', message, { sourceId: source.id, citations: cited });
    }
  }
}

/** Of the source itself: a region that is cited goes with its page, and stays cited. */
function citations(id: SourceId, { notes }: ArrangeTools): number {
  return notes
    .backlinks({ kind: 'source', id })
    .filter(({ noteId, start, end }) => notes.get(noteId).body.slice(start, end).includes(id)).length;
}
