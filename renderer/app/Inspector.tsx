/** The right pane: of a source its description, annotations, citing notes and versions; of a note what it is joined to. */
import { memo, useState } from 'react';
import type { NoteId, SourceId, VersionId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { type OpenTarget, useCommand } from '../api/index.js';
import { AnnotationsPane } from '../features/annotation/index.js';
import { SimilarSourcesPane } from '../features/collation/index.js';
import { DescriptionPane } from '../features/description/index.js';
import { CitingNotes, NoteInspector } from '../features/notes/index.js';
import { VersionsPane } from '../features/versions/index.js';
import { Tabs } from '../ui/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import css from './Frame.module.css';
import type { InspectorSubject, WorkspaceAction } from './workspace/index.js';

const NONE: readonly SourceId[] = [];

type InspectorView = 'description' | 'annotations' | 'notes' | 'versions';

export interface InspectorProps {
  readonly described: InspectorSubject;
  dispatch(action: WorkspaceAction): void;
  /** Brings the pane into sight. */
  onShow(): void;
  /** Must keep their identity, as the pane is drawn again only for what it is given. */
  onCompare(ids: readonly SourceId[]): void;
  onChooseToCompare(first: readonly SourceId[]): void;
}

export const Inspector = memo(function Inspector(props: InspectorProps) {
  const { described, dispatch, onShow, onCompare, onChooseToCompare } = props;
  const [view, setView] = useState<InspectorView>('description');
  const sourceIds = described.kind === 'sources' ? described.ids : NONE;
  const sourceId = sourceIds.length === 1 ? sourceIds[0] : undefined;
  const hasViews = sourceId !== undefined;
  const look = (next: InspectorView) => () => {
    setView(next);
    onShow();
  };
  useCommand('go.annotations', look('annotations'), { enabled: hasViews });
  useCommand('go.citing', look('notes'), { enabled: hasViews });
  useCommand('go.versions', look('versions'), { enabled: hasViews });
  useCommand('go.alike', look('versions'), { enabled: hasViews });

  const openNote = (id: NoteId) => dispatch({ type: 'page', page: { kind: 'note', noteId: id } });
  const openNoteBeside = (id: NoteId) => dispatch({ type: 'pageBeside', page: { kind: 'note', noteId: id } });
  const open = ({ sourceId: id, place, page }: OpenTarget) =>
    dispatch({ type: 'open', sourceId: id, query: null, place, page });
  const openBeside = ({ sourceId: id, place, page }: OpenTarget) =>
    dispatch({ type: 'beside', sourceId: id, query: null, place, page });
  const compare = (id: SourceId, from: VersionId, to: VersionId) =>
    dispatch({ type: 'pageEntered', page: { kind: 'comparison', sourceId: id, from, to } });

  if (described.kind === 'note') {
    return (
      <ErrorBoundary what={t('The inspector of the note')}>
        <NoteInspector noteId={described.id} onOpenNote={openNote} onOpen={openBeside} />
      </ErrorBoundary>
    );
  }
  const description = (
    <ErrorBoundary what={t('The description')}>
      <DescriptionPane sourceIds={sourceIds} />
    </ErrorBoundary>
  );
  if (sourceId === undefined) return description;
  return (
    <Tabs<InspectorView>
      label={t('Of this source')}
      selected={view}
      onSelect={setView}
      views={[
        { id: 'description', label: t('Description'), content: description },
        {
          id: 'annotations',
          label: t('Annotations'),
          content: (
            <ErrorBoundary what={t('The list of annotations')}>
              <AnnotationsPane sourceId={sourceId} onOpen={open} />
            </ErrorBoundary>
          ),
        },
        {
          id: 'notes',
          label: t('Notes'),
          content: (
            <ErrorBoundary what={t('The list of notes')}>
              <CitingNotes target={{ kind: 'source', id: sourceId }} onOpenNote={openNoteBeside} />
            </ErrorBoundary>
          ),
        },
        {
          id: 'versions',
          label: t('Versions'),
          content: (
            <div className={css.stack}>
              <ErrorBoundary what={t('The list of versions')}>
                <VersionsPane
                  sourceId={sourceId}
                  onCorrect={(id) => dispatch({ type: 'page', page: { kind: 'correction', sourceId: id } })}
                  onCompare={compare}
                />
              </ErrorBoundary>
              <ErrorBoundary what={t('The list of texts alike')}>
                <SimilarSourcesPane sourceId={sourceId} onCompare={onCompare} onChoose={onChooseToCompare} />
              </ErrorBoundary>
            </div>
          ),
        },
      ]}
    />
  );
});
