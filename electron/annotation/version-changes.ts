/**
 * Changes of which text of a source is the current one, with the anchors that go along in the same step: correcting,
 * going back, anchoring again. What the worker found is written only if the archive has not changed in the meantime.
 */
import type { AccompanyingChanges, Archive, JournalChange, NewText } from '../archive/index.js';
import {
  type AnchorReport,
  FondsError,
  type PageSpan,
  type Scope,
  type SourceId,
  type Span,
  type TextEdit,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { AnchorStore, CertainAnchor } from './anchor-store.js';
import type { AnchoringPool } from './anchoring-pool.js';
import type { AlignedTexts } from './anchoring-worker.js';
import { createAnchorProjection, projectAnchors } from './project-anchors.js';
import { ancestors, startingAnchor } from './starting-anchor.js';

export interface Correction {
  readonly sourceId: SourceId;
  /** What the text was made from. */
  readonly versionId: VersionId;
  readonly text: string;
  readonly reason: string;
  /** Of the new text; left out: the pages of the version it was made from go over. */
  readonly pages?: readonly PageSpan[] | undefined;
  /** A person went through its words: that is a change, though the text may be the same. */
  readonly isProofread?: boolean;
}

/** A text that was read from the original again. */
export interface Rereading {
  readonly sourceId: SourceId;
  /** The version that was the current one when it was read. */
  readonly versionId: VersionId;
  readonly text: NewText;
  readonly reason: string;
}

/** As `AccompanyingChanges`, of several sources. */
export interface ChangesOfMany extends Omit<AccompanyingChanges, 'changes'> {
  readonly sourceIds: readonly SourceId[];
  /** First thing inside the step; what it throws ends it. */
  check(): void;
  /** @param versionIds of the new texts, in the order given. */
  changes(versionIds: readonly VersionId[]): readonly JournalChange[];
}

export interface TextChanges {
  /** @throws FondsError NOT_FOUND, INVALID_INPUT (nothing was changed), STALE (not made from the current text). */
  correct(
    correction: Correction,
    along?: AccompanyingChanges,
  ): Promise<{ versionId: VersionId; anchors: AnchorReport }>;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT (the text is the same), STALE (another text is current by now). */
  reread(rereading: Rereading, along?: AccompanyingChanges): Promise<{ versionId: VersionId; anchors: AnchorReport }>;
  /** Further texts of several sources, with what else is changed in that one step. @throws FondsError NOT_FOUND, STALE. */
  rereadAll(rereadings: readonly Rereading[], along: ChangesOfMany): Promise<void>;
  /** @throws FondsError NOT_FOUND. */
  makeCurrent(sourceId: SourceId, versionId: VersionId): Promise<{ anchors: AnchorReport }>;
  /** @throws FondsError NOT_FOUND. */
  compare(sourceId: SourceId, from: VersionId, to: VersionId): Promise<{ edits: TextEdit[] }>;
  /** As `compare`, of two texts that are no versions, or not yet. */
  compareTexts(from: string, to: string): Promise<TextEdit[]>;
  /** Which parts of two texts correspond. */
  align(from: string, to: string): Promise<AlignedTexts>;
  /** What was made there or placed by a person stays. @throws FondsError NOT_FOUND. */
  reanchor(sourceId: SourceId): Promise<AnchorReport>;
}

const TEXT_SCOPES: readonly Scope[] = ['texts', 'sources', 'annotations'];

export function createTextChanges(
  { texts, history, sources }: Pick<Archive, 'texts' | 'history' | 'sources'>,
  anchors: AnchorStore,
  pool: AnchoringPool,
): TextChanges {
  const titleOf = (sourceId: SourceId) => sources.get(sourceId).description.title || t('Untitled');
  const currentId = (sourceId: SourceId): VersionId | undefined =>
    texts.versions(sourceId).find(({ isCurrent }) => isCurrent)?.id;

  /**
   * From where each live annotation is looked for in a version, save those that are `known` there.
   * @param line the version, if there is one already, and its ancestors.
   */
  const bases = (sourceId: SourceId, line: readonly VersionId[], known: (certainAnchor: CertainAnchor) => boolean) => {
    const versions = texts.versions(sourceId);
    return [...anchors.certain(sourceId).values()]
      .map((certain) => startingAnchor(certain, line, versions))
      .filter((certainAnchor) => !known(certainAnchor));
  };
  const lineOf = (sourceId: SourceId, versionId: VersionId) => ancestors(texts.versions(sourceId), versionId);

  /** A further text of a source, current from now on, with its annotations. @param structureOf see `projectAnchors`. */
  const revise = async (
    { sourceId, versionId, text, reason }: Rereading,
    structureOf: VersionId | null,
    words: { readonly label: string; readonly stale: string },
    { pages, isProofread = false }: Pick<Correction, 'pages' | 'isProofread'>,
    along?: AccompanyingChanges,
  ): Promise<{ versionId: VersionId; anchors: AnchorReport }> => {
    const refuseStale = (): void => {
      if (currentId(sourceId) !== versionId) throw new FondsError('STALE', words.stale, { sourceId, versionId });
    };
    const before = texts.get(sourceId, versionId);
    refuseStale();
    if (text.text === before.text && !isProofread)
      throw new FondsError('INVALID_INPUT', t('Nothing was changed.'), { sourceId });
    const line = lineOf(sourceId, versionId);
    const certainAnchors = () => {
      refuseStale();
      return bases(sourceId, line, () => false);
    };
    return projectAnchors(
      { texts, pool, sourceId, to: text.text, structureOf },
      certainAnchors,
      ({ spans, anchorRow: row }) => {
        const found = certainAnchors();
        const made = history.step(() => {
          const structure = structureOf ? { spans: pages ? withPages(spans, pages) : spans } : {};
          const { versionId: id, change } = texts.revise(sourceId, {
            ...text,
            ...structure,
            parentId: versionId,
            reason,
          });
          const rows = found.map((certainAnchor) => row(certainAnchor, id));
          return {
            label: along?.label ?? words.label,
            changes: [change, ...anchors.put(sourceId, rows), ...(along?.changes(id) ?? [])],
            scopes: [...TEXT_SCOPES, ...(along?.scopes ?? [])],
            sourceIds: [sourceId],
            id,
          };
        });
        return { versionId: made.id, anchors: anchors.report(sourceId, made.id) };
      },
    );
  };

  const correct: TextChanges['correct'] = async (correction, along) => {
    const { sourceId, versionId, text, reason, pages } = correction;
    if (pages) checkPages(pages, text);
    const corrected = { text, spans: [], origin: 'person', remarks: [] };
    const words = {
      label: t('Correct the text of “{title}”', { title: titleOf(sourceId) }),
      stale: t(
        'Another text of this source has become the current one meanwhile. Nothing was changed: open it and correct that.',
      ),
    };
    return revise({ sourceId, versionId, text: corrected, reason }, versionId, words, correction, along);
  };

  const reread: TextChanges['reread'] = async (rereading, along) => {
    const words = {
      label: t('Read “{title}” again', { title: titleOf(rereading.sourceId) }),
      stale: t(
        'Another text of this source has become the current one meanwhile. Nothing was changed: look at it, and read the original again from there.',
      ),
    };
    return revise(rereading, null, words, {}, along);
  };

  const rereadAll: TextChanges['rereadAll'] = async (rereadings, along) => {
    const projections = rereadings.map(({ sourceId, versionId, text }) => {
      const line = lineOf(sourceId, versionId);
      const certainAnchors = () => bases(sourceId, line, () => false);
      const projected = { texts, pool, sourceId, to: text.text, structureOf: null };
      return { certainAnchors, projection: createAnchorProjection(projected, certainAnchors) };
    });
    for (;;) {
      const waiting = projections.filter(({ projection }) => !projection.isComplete());
      if (waiting.length === 0) break;
      for (const { projection } of waiting) await projection.advance();
    }
    history.step(() => {
      along.check();
      const made = rereadings.map(({ sourceId, versionId, text, reason }, at) => {
        if (currentId(sourceId) !== versionId) {
          const message = t('Another text of “{title}” has become the current one meanwhile. Nothing was changed.', {
            title: titleOf(sourceId),
          });
          throw new FondsError('STALE', message, { sourceId, versionId });
        }
        const { certainAnchors, projection } = projections[at] ?? {};
        // Before the text is another one: what is certain is read of the versions there are.
        const found = certainAnchors?.() ?? [];
        const { versionId: id, change } = texts.revise(sourceId, { ...text, parentId: versionId, reason });
        const rows = projection ? found.map((certainAnchor) => projection.anchorRow(certainAnchor, id)) : [];
        return { id, changes: [change, ...anchors.put(sourceId, rows)] };
      });
      const own = along.changes(made.map(({ id }) => id));
      const { label, scopes, sourceIds } = along;
      return {
        label,
        changes: [...made.flatMap(({ changes }) => changes), ...own],
        scopes: [...TEXT_SCOPES, ...scopes],
        sourceIds,
      };
    });
  };

  const makeCurrent: TextChanges['makeCurrent'] = (sourceId, versionId) => {
    const { text: to } = texts.get(sourceId, versionId);
    const line = lineOf(sourceId, versionId);
    const certainAnchors = () => {
      const anchored = anchors.methodsOf(sourceId, versionId);
      return bases(sourceId, line, ({ annotationId }) => anchored.has(annotationId));
    };
    return projectAnchors({ texts, pool, sourceId, to, structureOf: null }, certainAnchors, ({ anchorRow: row }) => {
      const rows = certainAnchors().map((certainAnchor) => row(certainAnchor, versionId));
      history.step(() => {
        const change = texts.makeCurrent(sourceId, versionId);
        return {
          label: t('Make another text of “{title}” current', { title: titleOf(sourceId) }),
          changes: [...(change ? [change] : []), ...anchors.put(sourceId, rows)],
          scopes: TEXT_SCOPES,
          sourceIds: [sourceId],
        };
      });
      return { anchors: anchors.report(sourceId, versionId) };
    });
  };

  const reanchor: TextChanges['reanchor'] = async (sourceId) => {
    const { id: versionId, text: to } = texts.get(sourceId);
    const line = lineOf(sourceId, versionId);
    const certainAnchors = () => bases(sourceId, line, (certainAnchor) => certainAnchor.versionId === versionId);
    const isDone = await projectAnchors(
      { texts, pool, sourceId, to, structureOf: null },
      certainAnchors,
      ({ anchorRow: row }) => {
        if (currentId(sourceId) !== versionId) return false;
        const rows = certainAnchors().map((certainAnchor) => row(certainAnchor, versionId));
        history.step(() => ({
          label: t('Anchor the annotations of “{title}” again', { title: titleOf(sourceId) }),
          changes: anchors.put(sourceId, rows),
          scopes: ['annotations'],
          sourceIds: [sourceId],
        }));
        return true;
      },
    );
    // Another text became the current one while this one was looked into: that one it is, then.
    return isDone ? anchors.report(sourceId, versionId) : reanchor(sourceId);
  };

  return {
    correct,
    reread,
    rereadAll,
    makeCurrent,
    reanchor,
    compare: async (sourceId, from, to) => {
      const [before, after] = [texts.get(sourceId, from), texts.get(sourceId, to)];
      return { edits: await pool.compare({ from: before.text, to: after.text }) };
    },
    compareTexts: (from, to) => pool.compare({ from, to }),
    align: (from, to) => pool.align({ from, to }),
  };
}

const withPages = (spans: readonly Span[], pages: readonly PageSpan[]): Span[] => [
  ...pages,
  ...spans.filter(({ kind }) => kind !== 'page'),
];

/** @throws FondsError INVALID_INPUT when pages overlap, or lie outside of the text. */
function checkPages(pages: readonly PageSpan[], text: string): void {
  let end = 0;
  for (const page of pages) {
    if (page.start < end || page.end < page.start || page.end > text.length)
      throw new FondsError('INVALID_INPUT', t('The pages of a text must follow one another within it.'));
    end = page.end;
  }
}
