/**
 * Combines, parts and reorders the originals of sources. Texts go along by their pages, as new versions; annotations of
 * words follow through the room of annotations, regions go with their originals. All of it is one undo step, and what
 * would lose words that somebody marked or cited is refused before anything is written.
 */
import type { Rereading } from '../annotation/index.js';
import type { Archive, JournalChange, NewSource } from '../archive/index.js';
import {
  FondsError,
  NO_TEXT_ORIGIN,
  type Original,
  type Output,
  type ParsedInput,
  type Sha256,
  type Source,
  type SourceId,
  type TextVersion,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { refuseLosses } from './arrangement-losses.js';
import type { ArrangeTools, Receivers, SourceBefore } from './arrangement-model.js';
import { cutByOriginals, type JoinedText, joinPieces, type TextPiece } from './page-texts.js';

type Order = ParsedInput<'page.arrange'>;
type OrderedSource = Order['sources'][number];

/** `origin` of a text that was put together from texts of several origins. */
const ARRANGED_ORIGIN = 'arranged';

/** @throws FondsError NOT_FOUND, INVALID_INPUT, STALE. */
export async function arrangePages({ sources: order }: Order, tools: ArrangeTools): Promise<Output<'page.arrange'>> {
  const { archive, annotations } = tools;
  const named = checkOrder(order, archive);
  const before = new Map<SourceId, SourceBefore>();
  for (const source of named) {
    const text = archive.texts.get(source.id);
    const counts = await tools.pages.counts(source.originals);
    before.set(source.id, { source, text, pieces: cutByOriginals(text, counts) });
  }
  const receivers = receiversOf(order);
  const given = named.filter(({ id }) => !order.some((one) => one.id === id));
  const joined = order.map((target) => textOf(target, before));
  const refuse = () => {
    refuseStale(before, archive);
    refuseLosses({ before, receivers, given: given.map(({ id }) => id) }, tools);
  };
  refuse();

  const rereadings: Rereading[] = [];
  /** Of each target that is an older source and gets another text: which of the rereadings. */
  const rereadingOf = new Map<number, number>();
  for (const [at, { id }] of order.entries()) {
    const text = joined[at];
    const now = id && before.get(id)?.text;
    if (!id || !now || !text || isUntouched(order[at], before) || isSame(now, text)) continue;
    rereadingOf.set(at, rereadings.length);
    rereadings.push({ sourceId: id, versionId: now.id, text: newText(text), reason: REASON });
  }
  const sourceIds: SourceId[] = [];
  await annotations.texts.rereadAll(rereadings, {
    label: labelOf(order, given),
    scopes: ['archive', 'collections', 'tags'],
    sourceIds: [...before.keys()],
    // Somebody may have marked words while anchors were projected.
    check: refuse,
    changes: (versionIds) => {
      const changes: JournalChange[] = [];
      for (const [at, target] of order.entries()) {
        const made = settle(target, joined[at], before, archive);
        const reread = rereadingOf.get(at);
        const versionId = reread === undefined ? made.versionId : (versionIds[reread] ?? null);
        if (versionId && joined[at]) carryWords(versionId, joined[at], tools);
        changes.push(...made.changes);
        sourceIds.push(made.sourceId);
      }
      for (const { id } of named) {
        const receiverOf = (sha256: Sha256) => {
          const at = receivers.of(id, sha256, before);
          return at === undefined ? id : (sourceIds[at] ?? id);
        };
        changes.push(...annotations.moveRegionsInStep(id, receiverOf));
      }
      for (const { id } of given) changes.push(archive.sources.binInStep(id));
      return changes;
    },
  });
  return { sourceIds };
}

/** Inside the step: the places of words on page images go where their pages go. */
function carryWords(versionId: VersionId, { moved }: JoinedText, { ocrPages }: ArrangeTools): void {
  for (const [from, pages] of Map.groupBy(moved, (page) => page.from)) {
    const starts = new Map(ocrPages.ofVersion(from).map(({ pageIndex, start }) => [pageIndex, start]));
    const carried = pages.flatMap(({ fromPage, pageIndex, shift }) => {
      const start = starts.get(fromPage);
      return start === undefined ? [] : [{ from, fromPage, pageIndex, start: Math.max(0, start + shift) }];
    });
    ocrPages.carry(versionId, carried);
  }
}

const REASON = t('Files of sources were combined, parted or reordered');

/** @returns the sources that are named, as they are. */
function checkOrder(order: Order['sources'], archive: Archive): Source[] {
  const refuse = (message: string): never => {
    throw new FondsError('INVALID_INPUT', message);
  };
  const ids = order.flatMap(({ id }) => (id === null ? [] : [id]));
  if (new Set(ids).size < ids.length) refuse(t('A source is named twice as the one that receives files.'));
  const all = [...new Set([...ids, ...order.flatMap(({ originals }) => originals.map(({ sourceId }) => sourceId))])];
  const named = all.map((id) => archive.sources.get(id));
  const seen = new Set(order.flatMap(({ originals }) => originals.map(keyOf)));
  if (seen.size < sum(order.map(({ originals }) => originals.length)))
    refuse(t('A file is named twice. Each goes to one place.'));
  for (const { id, description, deletedAt, originals } of named) {
    const title = description.title || t('Untitled');
    if (deletedAt !== null)
      refuse(t('“{title}” is in the bin. Restore it from the bin before its files are rearranged.', { title }));
    for (const [position, { fileName }] of originals.entries()) {
      if (seen.delete(keyOf({ sourceId: id, position }))) continue;
      refuse(
        t('It is not said where “{fileName}” of “{title}” goes. Each file of a source needs its place.', {
          fileName,
          title,
        }),
      );
    }
  }
  if (seen.size > 0) refuse(t('A file is named that its source does not have any more. Look at the sources again.'));
  return named;
}

const keyOf = ({ sourceId, position }: OrderedSource['originals'][number]): string => `${sourceId} ${position}`;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function receiversOf(order: Order['sources']): Receivers {
  const places = new Map(order.flatMap(({ originals }, at) => originals.map((one) => [keyOf(one), at] as const)));
  const at: Receivers['at'] = (sourceId, position) => places.get(keyOf({ sourceId, position }));
  return {
    at,
    of: (sourceId, sha256, before) => {
      const originals = before.get(sourceId)?.source.originals ?? [];
      const position = originals.findIndex((original) => original.sha256 === sha256);
      return position < 0 ? undefined : at(sourceId, position);
    },
    isStaying: (sourceId, position) => order[at(sourceId, position) ?? -1]?.id === sourceId,
  };
}

/** @throws FondsError INVALID_INPUT when a text would have to be cut that does not say where. */
function textOf({ id, originals }: OrderedSource, before: ReadonlyMap<SourceId, SourceBefore>): JoinedText {
  const own = id === null ? undefined : before.get(id);
  // What was written of a source without a file stays before the files that it gets.
  const pieces: TextPiece[] = own?.source.originals.length === 0 ? [...own.pieces] : [];
  for (let at = 0; at < originals.length; ) {
    const { sourceId, position } = originals[at] ?? {};
    const known = sourceId && before.get(sourceId);
    if (!known || position === undefined) break;
    const piece = known.pieces.length === 1 ? known.pieces[0] : known.pieces[position];
    if (!piece) break;
    const follows = originals.slice(at, at + piece.originals);
    const isWhole =
      piece.originals === 1 ||
      (position === 0 &&
        follows.length === piece.originals &&
        follows.every((one, index) => one.sourceId === sourceId && one.position === index));
    if (!isWhole) {
      const title = known.source.description.title || t('Untitled');
      const message = t(
        'The text of “{title}” does not say which of its words stand on which page, so its files stay together and in their order. Read it by OCR, page by page, and part it then.',
        { title },
      );
      throw new FondsError('INVALID_INPUT', message, { sourceId });
    }
    pieces.push(piece);
    at += piece.originals;
  }
  return joinPieces(pieces);
}

/** Whether it keeps just what it has. */
function isUntouched(target: OrderedSource | undefined, before: ReadonlyMap<SourceId, SourceBefore>): boolean {
  const had = target?.id ? before.get(target.id)?.source.originals.length : undefined;
  return (
    had === target?.originals.length &&
    target?.originals.every(({ sourceId, position }, at) => sourceId === target.id && position === at) === true
  );
}

const isSame = (now: TextVersion, { text, spans }: JoinedText): boolean =>
  now.text === text &&
  (text === '' || JSON.stringify(now.spans.filter(isPageSpan)) === JSON.stringify(spans.filter(isPageSpan)));
const isPageSpan = ({ kind }: { readonly kind: string }): boolean => kind === 'page';

function newText({ text, spans, origins, remarks }: JoinedText) {
  const origin =
    text === '' ? NO_TEXT_ORIGIN : origins.length === 1 ? (origins[0] ?? ARRANGED_ORIGIN) : ARRANGED_ORIGIN;
  return { text, spans, origin, remarks };
}

interface Settled {
  readonly sourceId: SourceId;
  /** Of a new source. */
  readonly versionId: VersionId | null;
  readonly changes: readonly JournalChange[];
}

/** Inside the step. */
function settle(
  target: OrderedSource,
  joined: JoinedText | undefined,
  before: ReadonlyMap<SourceId, SourceBefore>,
  archive: Archive,
): Settled {
  const { id, title, originals: order } = target;
  const originals = order.flatMap(({ sourceId, position }): Original[] => {
    const original = before.get(sourceId)?.source.originals[position];
    return original ? [original] : [];
  });
  if (id !== null) {
    const changes = [
      isUntouched(target, before) ? null : archive.sources.arrangeInStep(id, originals),
      title === undefined ? null : archive.sources.nameInStep(id, title),
    ];
    return { sourceId: id, versionId: null, changes: changes.filter((change) => change !== null) };
  }
  const from = order[0] && before.get(order[0].sourceId)?.source;
  if (!from) throw new Error('A new source was asked for without an original');
  const { collectionIds, tagIds, description } = from;
  const made: NewSource = {
    description: title === undefined ? description : { ...description, title },
    original: originals,
    text: joined && joined.text !== '' ? newText(joined) : null,
    collectionIds,
  };
  const { added, changes } = archive.sources.addInStep([made]);
  const [source] = added;
  if (!source) throw new Error('A source was added but not returned');
  const { sourceId, versionId } = source;
  const tagged = tagIds.map((tagId) => archive.tags.giving(tagId, [sourceId])).filter((change) => change !== null);
  return { sourceId, versionId, changes: [...changes, ...tagged] };
}

/** @throws FondsError STALE when a source is not as it was looked at. */
function refuseStale(before: ReadonlyMap<SourceId, SourceBefore>, archive: Archive): void {
  for (const [id, { source, text }] of before) {
    const now = archive.sources.get(id);
    const isText = archive.texts.currentId(id) === text.id;
    if (isText && now.deletedAt === null && JSON.stringify(now.originals) === JSON.stringify(source.originals))
      continue;
    const message = t('“{title}” was changed meanwhile. Nothing was rearranged: look at it again.', {
      title: source.description.title || t('Untitled'),
    });
    throw new FondsError('STALE', message, { sourceId: id });
  }
}

function labelOf(order: Order['sources'], given: readonly Source[]): string {
  const made = order.filter(({ id }) => id === null).length;
  if (given.length > 0 && made === 0)
    return t('{count, plural, one {Combine a source with another} other {Combine # sources with others}}', {
      count: given.length,
    });
  if (given.length === 0 && made > 0)
    return t('{count, plural, one {Make a source of files of others} other {Make # sources of files of others}}', {
      count: made,
    });
  return t('Rearrange files of sources');
}
