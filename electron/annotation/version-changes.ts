/**
 * Changes of which text of a source is the current one, with the anchors that go along in the same step: correcting,
 * going back, anchoring again. What the worker found is written only if the archive has not changed in the meantime.
 */
import type { AccompanyingChanges, Archive, NewText } from '../archive/index.js';
import {
  type AnchorReport,
  FondsError,
  type Scope,
  type SourceId,
  type TextEdit,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { AnchorStore, CertainAnchor } from './anchor-store.js';
import type { AnchoringPool } from './anchoring-pool.js';
import type { AlignedTexts } from './anchoring-worker.js';
import { projectAnchors } from './project-anchors.js';
import { ancestors, startingAnchor } from './starting-anchor.js';

export interface Correction {
  readonly sourceId: SourceId;
  /** What the text was made from. */
  readonly versionId: VersionId;
  readonly text: string;
  readonly reason: string;
}

/** A text that was read from the original again. */
export interface Rereading {
  readonly sourceId: SourceId;
  /** The version that was the current one when it was read. */
  readonly versionId: VersionId;
  readonly text: NewText;
  readonly reason: string;
}

export interface TextChanges {
  /** @throws FondsError NOT_FOUND, INVALID_INPUT (nothing was changed), STALE (not made from the current text). */
  correct(
    correction: Correction,
    along?: AccompanyingChanges,
  ): Promise<{ versionId: VersionId; anchors: AnchorReport }>;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT (the text is the same), STALE (another text is current by now). */
  reread(rereading: Rereading, along?: AccompanyingChanges): Promise<{ versionId: VersionId; anchors: AnchorReport }>;
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
    along?: AccompanyingChanges,
  ): Promise<{ versionId: VersionId; anchors: AnchorReport }> => {
    const refuseStale = (): void => {
      if (currentId(sourceId) !== versionId) throw new FondsError('STALE', words.stale, { sourceId, versionId });
    };
    const before = texts.get(sourceId, versionId);
    refuseStale();
    if (text.text === before.text) throw new FondsError('INVALID_INPUT', t('Nothing was changed.'), { sourceId });
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
          const structure = structureOf ? { spans } : {};
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

  const correct: TextChanges['correct'] = async ({ sourceId, versionId, text, reason }, along) => {
    const corrected = { text, spans: [], origin: 'person', remarks: [] };
    const words = {
      label: t('Correct the text of “{title}”', { title: titleOf(sourceId) }),
      stale: t(
        'Another text of this source has become the current one meanwhile. Nothing was changed: open it and correct that.',
      ),
    };
    return revise({ sourceId, versionId, text: corrected, reason }, versionId, words, along);
  };

  const reread: TextChanges['reread'] = async (rereading, along) => {
    const words = {
      label: t('Read “{title}” again', { title: titleOf(rereading.sourceId) }),
      stale: t(
        'Another text of this source has become the current one meanwhile. Nothing was changed: look at it, and read the original again from there.',
      ),
    };
    return revise(rereading, null, words, along);
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
