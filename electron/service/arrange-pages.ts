/**
 * Gathers originals into sources: combines, parts and reorders them, in one undo step. Texts and the places of their words
 * go along page by page. Invariant: no original is lost or doubled, and no mark loses the words or the page it stands on.
 */
import type { AccompanyingChanges, JournalChange, NewSource } from '../archive/index.js';
import {
  NO_TEXT_ORIGIN,
  type Output,
  type ParsedInput,
  type Source,
  type SourceId,
  type VersionId,
} from '../contract/index.js';
import type { CarriedPage } from '../ocr/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import { hasMarks, refuseLosses } from './arrangement-losses.js';
import {
  type Arranged,
  arrange,
  checkComplete,
  type Giver,
  giversOf,
  isUnchanged,
  refuse,
  titleOf,
} from './page-arrangement.js';
import type { OriginalText } from './page-texts.js';

type ArrangeTools = Pick<ArchiveSession, 'archive' | 'annotations' | 'pages' | 'ocrPages' | 'notes'>;

/** @throws FondsError NOT_FOUND; INVALID_INPUT with what stands in the way. Then nothing is changed. */
export async function arrangePages(
  { sources: orders }: ParsedInput<'page.arrange'>,
  tools: ArrangeTools,
): Promise<Output<'page.arrange'>> {
  const givers = await giversOf(orders, tools);
  checkComplete(orders, givers);
  const arranged = orders.map((order) => arrange(order, givers));
  const kept = new Set(orders.flatMap(({ id }) => (id === null ? [] : [id])));
  const leaving = [...givers.values()].filter(({ source }) => !kept.has(source.id));
  refuseLosses({ arranged, leaving, givers }, tools);
  return write(arranged, leaving, tools);
}

async function write(
  arranged: readonly Arranged[],
  leaving: readonly Giver[],
  tools: ArrangeTools,
): Promise<Output<'page.arrange'>> {
  const { archive, annotations } = tools;
  const changedOnes = arranged.filter(
    (one) => one.order.id === null || !isUnchanged(one, one.first) || one.order.title,
  );
  const marked = changedOnes.filter(
    ({ order: { id }, text }) => id !== null && hasMarks(id, tools) && text.text !== archive.texts.get(id).text,
  );
  if (marked.length > 1) throw refuse(t('Two of these sources have annotations. Arrange them one after another.'));
  const sourceIds = new Map<Arranged, SourceId>();
  const label = labelOf(arranged, leaving);

  const changes = (anchored: Arranged | null): JournalChange[] => {
    const made: JournalChange[] = [];
    for (const one of arranged) {
      const { order, originals } = one;
      if (order.id === null) {
        const { added, changes: adding } = archive.sources.addInStep([newSource(one)]);
        const [source] = added;
        if (!source) throw new Error('A source was added but not returned');
        sourceIds.set(one, source.sourceId);
        made.push(...adding);
        carryWords(one, source.versionId, tools);
        continue;
      }
      sourceIds.set(one, order.id);
      if (isUnchanged(one, one.first) && !order.title) continue;
      if (order.title) {
        const named = archive.sources.nameInStep(order.id, order.title);
        if (named) made.push(named);
      }
      if (!isUnchanged(one, one.first)) made.push(archive.sources.arrangeInStep(order.id, originals));
      if (one !== anchored) made.push(...reviseText(one, order.id, tools));
    }
    for (const { source } of leaving) made.push(archive.sources.binInStep(source.id));
    return made;
  };

  const [only] = marked;
  const scopes = ['archive', 'sources', 'collections', 'texts', 'annotations'] as const;
  if (only?.order.id) {
    const { id: sourceId } = only.order;
    const { id: versionId, origin } = archive.texts.get(sourceId);
    const { text, spans } = only.text;
    const along: AccompanyingChanges = {
      label,
      scopes,
      changes: (made) => {
        carryWords(only, made, tools);
        return changes(only);
      },
    };
    const revised = { text, spans: [...spans], origin, remarks: [], leftAside: [] };
    await annotations.texts.reread({ sourceId, versionId, text: revised, reason: label }, along);
  } else {
    archive.history.step(() => {
      const made = changes(null);
      return {
        label,
        changes: made,
        scopes,
        sourceIds: [...sourceIds.values(), ...leaving.map(({ source }) => source.id)],
      };
    });
  }
  return { sourceIds: arranged.map((one) => sourceIds.get(one) as SourceId) };
}

function labelOf(arranged: readonly Arranged[], leaving: readonly Giver[]): string {
  const created = arranged.filter(({ order }) => order.id === null).length;
  const [first] = arranged;
  const title = first ? first.order.title || titleOf(first.first.source) : '';
  if (leaving.length > 0 && created === 0) return t('Combine pages into “{title}”', { title });
  if (created > 0) return t('Part “{title}”', { title: first ? titleOf(first.first.source) : '' });
  return t('Reorder the pages of “{title}”', { title });
}

function newSource({ order, originals, text, parts, first: { source } }: Arranged): NewSource {
  const { text: words, spans } = text;
  const origin = originOf(parts, source);
  return {
    description: { ...source.description, title: order.title ?? source.description.title },
    original: originals,
    text: words === '' ? null : { text: words, spans: [...spans], origin, remarks: [] },
    collectionIds: source.collectionIds,
  };
}

/** What made the text of the first part that has one. */
function originOf(parts: readonly OriginalText[], source: Source): string {
  const from = parts.find(({ text }) => text !== '')?.from.versionId;
  return source.versions.find(({ id }) => id === from)?.origin ?? 'person';
}

/** Of a source without marks: nothing has to be anchored again. */
function reviseText(one: Arranged, sourceId: SourceId, { archive, ...tools }: ArrangeTools): JournalChange[] {
  const before = archive.texts.get(sourceId);
  const { text, spans } = one.text;
  if (text === before.text && JSON.stringify(spans) === JSON.stringify(before.spans)) return [];
  const origin = text === '' ? NO_TEXT_ORIGIN : originOf(one.parts, one.first.source);
  const reason = t('Pages were arranged');
  const revised = { text, spans: [...spans], origin, remarks: [], parentId: before.id, reason };
  const { versionId, change } = archive.texts.revise(sourceId, revised);
  carryWords(one, versionId, { archive, ...tools });
  return [change];
}

/** The places of words on page images go where their pages go. */
function carryWords({ parts, text }: Arranged, versionId: VersionId, { ocrPages }: ArrangeTools): void {
  const carried = parts.flatMap(({ from, pageCount }, at): CarriedPage[] => {
    const place = text.places[at];
    if (!place) return [];
    const known = new Map(ocrPages.ofVersion(from.versionId).map((page) => [page.pageIndex, page.start]));
    return Array.from({ length: pageCount }, (_, index) => index).flatMap((index) => {
      const start = known.get(from.pageIndex + index);
      if (start === undefined) return [];
      return [
        {
          from: from.versionId,
          fromPage: from.pageIndex + index,
          pageIndex: place.pageIndex + index,
          start: place.start + start - from.start,
        },
      ];
    });
  });
  ocrPages.carry(versionId, carried);
}
