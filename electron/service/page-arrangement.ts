/** What an arrangement of originals makes of sources and their texts, before anything is written. */
import type { ArrangedSource, Original, Source, SourceId, TextVersion } from '../contract/index.js';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import { type JoinedText, joinTexts, type OriginalText, partByOriginals } from './page-texts.js';

/** A source that originals come from. */
export interface Giver {
  readonly source: Source;
  readonly text: TextVersion;
  readonly pageCounts: readonly number[];
  /** Null when its text only goes as a whole. */
  readonly parts: readonly OriginalText[] | null;
}

export interface Arranged {
  readonly order: ArrangedSource;
  readonly originals: readonly Original[];
  readonly parts: readonly OriginalText[];
  readonly text: JoinedText;
  /** The source that its first original comes from. */
  readonly first: Giver;
}

export const refuse = (message: string): FondsError => new FondsError('INVALID_INPUT', message);
export const titleOf = ({ description }: Source): string => description.title || t('Untitled');

/** @throws FondsError NOT_FOUND; INVALID_INPUT for a source in the bin. */
export async function giversOf(
  orders: readonly ArrangedSource[],
  tools: Pick<ArchiveSession, 'archive' | 'pages'>,
): Promise<Map<SourceId, Giver>> {
  const { archive, pages } = tools;
  const ids = new Set(
    orders.flatMap(({ id, originals }) => [...originals.map((one) => one.sourceId), ...(id ? [id] : [])]),
  );
  const givers = new Map<SourceId, Giver>();
  for (const id of ids) {
    const source = archive.sources.get(id);
    if (source.deletedAt !== null)
      throw refuse(t('“{title}” is in the bin. Restore it first.', { title: titleOf(source) }));
    const text = archive.texts.get(id);
    const pageCounts = await pages.counts(source.originals);
    givers.set(id, { source, text, pageCounts, parts: partByOriginals(text, pageCounts) });
  }
  return givers;
}

/** Every original goes to exactly one place. @throws FondsError INVALID_INPUT. */
export function checkComplete(orders: readonly ArrangedSource[], givers: ReadonlyMap<SourceId, Giver>): void {
  const named = orders.flatMap(({ originals }) => originals.map(({ sourceId, position }) => `${sourceId} ${position}`));
  const wanted = [...givers.values()].flatMap(({ source }) => source.originals.map((_, at) => `${source.id} ${at}`));
  const ids = orders.flatMap(({ id }) => (id === null ? [] : [id]));
  const isComplete =
    new Set(named).size === named.length &&
    named.length === wanted.length &&
    wanted.every((one) => named.includes(one)) &&
    new Set(ids).size === ids.length;
  if (!isComplete)
    throw refuse(
      t('Each file of these sources has to go to exactly one place. Look at them again: something has changed.'),
    );
}

/** @throws FondsError INVALID_INPUT when a text only goes as a whole, and would not. */
export function arrange(order: ArrangedSource, givers: ReadonlyMap<SourceId, Giver>): Arranged {
  const giverOf = (id: SourceId): Giver => givers.get(id) as Giver;
  const [first] = order.originals;
  const parts: OriginalText[] = [];
  for (const [at, { sourceId, position }] of order.originals.entries()) {
    const { parts: own, source, text, pageCounts } = giverOf(sourceId);
    if (own) {
      parts.push(own[position] as OriginalText);
      continue;
    }
    const isWhole = source.originals.every((_, index) => {
      const there = order.originals[at - position + index];
      return there?.sourceId === sourceId && there.position === index;
    });
    if (!isWhole)
      throw refuse(
        t('The text of “{title}” does not say what stands on which page, so that it can only be moved as a whole.', {
          title: titleOf(source),
        }),
      );
    const pageIndex = pageCounts.slice(0, position).reduce((sum, count) => sum + count, 0);
    const isFirst = position === 0;
    parts.push({
      text: isFirst ? text.text : '',
      spans: isFirst ? text.spans.filter(({ kind }) => kind !== 'page') : [],
      pageCount: pageCounts[position] ?? 0,
      from: { versionId: text.id, pageIndex, start: 0 },
    });
  }
  return {
    order,
    originals: order.originals.map(
      ({ sourceId, position }) => giverOf(sourceId).source.originals[position] as Original,
    ),
    parts,
    text: joinTexts(parts),
    first: giverOf(first?.sourceId as SourceId),
  };
}

export const isUnchanged = ({ order: { id, originals } }: Arranged, { source }: Giver): boolean =>
  id === source.id &&
  originals.length === source.originals.length &&
  originals.every(({ sourceId, position }, at) => sourceId === id && position === at);
