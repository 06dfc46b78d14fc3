/** The inspector: the annotations of one source, filtered, gone to, changed one by one or many at once. */
import { Highlighter, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Annotation, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, type OpenTarget } from '../../api/index.js';
import { AnnotationFilterBar } from '../../shared/AnnotationFilterBar.js';
import { filterAnnotations, isFiltered, NO_FILTER } from '../../shared/filter-annotations.js';
import { openTargetOf } from '../../shared/open-target-of.js';
import { useAnnotations, useCanEdit, useTagTree } from '../../shared/use-annotations.js';
import { Button, EmptyState, ErrorState, Kbd, Loading, rich } from '../../ui/index.js';
import { AnnotationList } from './AnnotationList.js';
import css from './AnnotationsPane.module.css';
import { annotationActions } from './annotation-actions.js';
import { BulkBar } from './BulkBar.js';
import { EMPTY_SELECTION } from './list-selection.js';

export interface AnnotationsPaneProps {
  readonly sourceId: SourceId;
  onOpen(place: OpenTarget): void;
}

/** Each source has its own filter and selection. */
export function AnnotationsPane(props: AnnotationsPaneProps) {
  return <SourceAnnotations key={props.sourceId} {...props} />;
}

const NONE: readonly Annotation[] = [];

function SourceAnnotations({ sourceId, onOpen }: AnnotationsPaneProps) {
  const answer = useAnnotations({ sourceId });
  const tree = useTagTree();
  const canEdit = useCanEdit();
  const [filter, setFilter] = useState(NO_FILTER);
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const deferredFilter = useDeferredValue(filter);
  const all = answer.status === 'ready' ? answer.data.annotations : NONE;
  const shown = useMemo(() => filterAnnotations(all, deferredFilter, tree), [all, deferredFilter, tree]);
  const selected = shown.filter(({ id }) => selection.ids.has(id));

  if (answer.status === 'loading') return <Loading>{t('Reading the annotations')}</Loading>;
  if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
  if (all.length === 0) {
    return (
      <EmptyState icon={<Highlighter size={26} strokeWidth={1.5} />} title={t('Nothing is marked yet')}>
        {rich(
          'Select words in the text and choose a colour, or press {highlight}. Without a mouse: {caret} puts a cursor into the text.',
          { highlight: <Kbd keys="CmdOrCtrl+Alt+H" />, caret: <Kbd keys="F7" /> },
        )}
      </EmptyState>
    );
  }
  return (
    <section className={css.pane} aria-label={t('Annotations of this source')}>
      <div className={css.head}>
        <AnnotationFilterBar filter={filter} tree={tree} onFilter={setFilter} />
        <span role="status" className={css.count}>
          {isFiltered(deferredFilter)
            ? t('{count} of {count2, plural, one {# annotation} other {# annotations}}', {
                count: shown.length,
                count2: all.length,
              })
            : t('{count, plural, one {# annotation} other {# annotations}}', { count: all.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX size={24} strokeWidth={1.5} />}
          title={t('No annotation passes the filter')}
          action={<Button onPress={() => setFilter(NO_FILTER)}>{t('Show all')}</Button>}
        />
      ) : (
        <AnnotationList
          annotations={shown}
          tree={tree}
          selection={selection}
          onSelection={setSelection}
          onOpen={(annotation) => onOpen(openTargetOf(annotation))}
          onDelete={() => canEdit && void remove()}
        />
      )}
      {selected.length > 0 && canEdit ? (
        <BulkBar selected={selected} tree={tree} onDeleted={() => setSelection(EMPTY_SELECTION)} />
      ) : null}
    </section>
  );

  async function remove(): Promise<void> {
    if (await annotationActions.delete(selected.map(({ id }) => id))) setSelection(EMPTY_SELECTION);
  }
}
