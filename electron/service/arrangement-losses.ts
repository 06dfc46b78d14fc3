/** Refuses an arrangement of originals by which marks or citations would lose the words they stand on. */
import { FondsError, type SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArrangeTools, Receivers, SourceBefore } from './arrangement-model.js';

interface LossesOptions {
  readonly before: ReadonlyMap<SourceId, SourceBefore>;
  readonly receivers: Receivers;
  /** Sources that give all their originals away. */
  readonly given: readonly SourceId[];
}

/** @throws FondsError INVALID_INPUT, with what stands in the way and what to do. */
export function refuseLosses({ before, receivers, given }: LossesOptions, tools: ArrangeTools): void {
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
      const message = isGiven
        ? t(
            '“{title}” has annotations of words, which would be left behind in the bin. Keep this source, and move the others into it.',
            { title },
          )
        : t(
            'A page that would leave “{title}” has an annotation of its words. Take the annotation away, or leave the page where it is.',
            { title },
          );
      throw new FondsError('INVALID_INPUT', message, { sourceId: source.id, annotations: lost });
    }
    const cited = isGiven ? citations(source.id, tools) : 0;
    if (cited > 0) {
      const message = t(
        '{cited, plural, one {A note cites “{title}”} other {Notes cite “{title}” # times}}, and it would go to the bin. Keep this source, and move the others into it.',
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
