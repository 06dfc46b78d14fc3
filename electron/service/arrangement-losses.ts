/** What stands in the way of an arrangement: marks and citations that would lose what they stand on. */
import type { ArrangedSource, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import { type Arranged, type Giver, refuse, titleOf } from './page-arrangement.js';

type MarkTools = Pick<ArchiveSession, 'annotations' | 'notes'>;

/** @throws FondsError INVALID_INPUT. */
export function refuseLosses(
  {
    arranged,
    leaving,
    givers,
  }: { arranged: readonly Arranged[]; leaving: readonly Giver[]; givers: ReadonlyMap<SourceId, Giver> },
  tools: MarkTools,
): void {
  const { annotations, notes } = tools;
  for (const { source } of leaving) {
    if (hasMarks(source.id, tools))
      throw refuse(
        t(
          '“{title}” has annotations, which would be left behind in the bin. Keep this source, and move the others into it.',
          {
            title: titleOf(source),
          },
        ),
      );
    if (notes.backlinks({ kind: 'source', id: source.id }).length > 0)
      throw refuse(
        t('“{title}” is cited in a note. Keep this source, and move the others into it.', { title: titleOf(source) }),
      );
  }
  for (const { order, originals } of arranged) {
    const giver = order.id === null ? undefined : givers.get(order.id);
    if (!giver) continue;
    const stays = new Set(originals.map(({ sha256 }) => sha256));
    for (const { target, anchor, sourceTitle } of annotations.all({ sourceId: giver.source.id })) {
      const isLost =
        target.kind === 'region'
          ? !stays.has(target.region.sha256)
          : anchor?.state === 'placed' && leaves(anchor.start, giver, order);
      if (isLost)
        throw refuse(
          t(
            'A page that would leave “{title}” has an annotation. Take the annotation away, or leave the page where it is.',
            {
              title: sourceTitle || titleOf(giver.source),
            },
          ),
        );
    }
  }
}

export const hasMarks = (sourceId: SourceId, { annotations }: Pick<ArchiveSession, 'annotations'>): boolean =>
  !annotations.all({ sourceId }).next().done;

/** Whether a passage stands on a page that its source gives away. @param start UTF-16 offset in the text of the giver. */
function leaves(start: number, { source, text, pageCounts }: Giver, { originals }: ArrangedSource): boolean {
  const staying = new Set(originals.filter(({ sourceId }) => sourceId === source.id).map(({ position }) => position));
  if (staying.size === source.originals.length) return false;
  const page = text.spans.findLast((span) => span.kind === 'page' && span.start <= start);
  if (page?.kind !== 'page') return true;
  let rest = page.pageIndex;
  const position = pageCounts.findIndex((count) => {
    rest -= count;
    return rest < 0;
  });
  return !staying.has(position);
}
