/** Every passage that bears a tag or one below it, under its source; and the sources that bear it as a whole. */
import { SearchX, Tag as TagIcon } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { AnnotationFilter, TagId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, type OpenTarget, useFullList } from '../../api/index.js';
import { AnnotationFilterBar } from '../../shared/AnnotationFilterBar.js';
import { AnnotationRow } from '../../shared/AnnotationRow.js';
import { Swatch } from '../../shared/ColourPicker.js';
import { type AnnotationListFilter, isFiltered, NO_FILTER } from '../../shared/filter-annotations.js';
import page from '../../shared/ListPage.module.css';
import { openTargetOf } from '../../shared/open-target-of.js';
import { useAnnotations, useTagTree } from '../../shared/use-annotations.js';
import { Button, EmptyState, ErrorState, Loading, rich, VirtualList } from '../../ui/index.js';
import css from './TagPage.module.css';
import { shelfLine, type TagPageRow, tagPageRows } from './tag-page-rows.js';

export interface TagPageProps {
  readonly tagId: TagId;
  onOpen(place: OpenTarget): void;
}

const ROW_PX = 44;

const annotationFilter = (tagId: TagId, { words, colour }: AnnotationListFilter): AnnotationFilter => ({
  tagId,
  ...(words.trim() === '' ? {} : { contains: words.trim() }),
  ...(colour === null ? {} : { colour }),
});

export function TagPage({ tagId, onOpen }: TagPageProps) {
  const tree = useTagTree();
  const tag = tree.get(tagId);
  const [filter, setFilter] = useState(NO_FILTER);
  const deferredFilter = useDeferredValue(filter);
  const answer = useAnnotations(annotationFilter(tagId, deferredFilter));
  const sources = useFullList(
    'source.list',
    { filter: { tagId }, sort: { by: 'dateWritten', direction: 'ascending' } },
    { keepPrevious: true },
  );
  const isNarrowed = isFiltered(deferredFilter);
  const annotations = answer.status === 'ready' ? answer.data : null;
  const taggedSources = sources.status === 'ready' ? sources.data : null;
  const rows = useMemo(() => {
    if (!annotations || !taggedSources) return null;
    // A colour and words are of passages: with them the sources as a whole are no answer.
    const inPassages = new Set(annotations.annotations.map(({ sourceId }) => sourceId));
    const shown = isNarrowed ? taggedSources.rows.filter(({ id }) => inPassages.has(id)) : taggedSources.rows;
    return tagPageRows(annotations.annotations, shown);
  }, [annotations, taggedSources, isNarrowed]);
  const below = tag ? tree.subtree(tagId).length - 1 : 0;

  return (
    <section className={page.page} aria-label={tag ? t('Tag {name}', { name: tag.name }) : t('Tag')}>
      <header className={page.head}>
        <div className={page.titles}>
          <h2 className={page.title} dir="auto">
            {tag && tag.colour !== null ? <Swatch colour={tag.colour} /> : null} {tag?.name ?? t('Tag')}
          </h2>
          <p className={page.lead} dir="auto">
            {[
              tag?.parentId ? t('in {path}', { path: tree.path(tag.parentId) }) : '',
              below > 0 ? t('with {below, plural, one {# tag} other {# tags}} below', { below }) : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {tag?.description ? (
            <p className={css.memo} dir="auto">
              {tag.description}
            </p>
          ) : null}
        </div>
      </header>
      <div className={page.tools}>
        <div className={css.filter}>
          <AnnotationFilterBar filter={filter} tree={null} onFilter={setFilter} />
        </div>
        <span role="status" className={page.count}>
          {annotations && taggedSources
            ? `${t('{total, plural, one {# passage} other {# passages}}', { total: annotations.total })}, ${t('{sources, plural, one {# source} other {# sources}}', { sources: isNarrowed ? sourcesIn(rows) : taggedSources.total })}`
            : ''}
        </span>
      </div>
      {content()}
    </section>
  );

  function content() {
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (sources.status === 'error') return <ErrorState {...failureMessage(sources.error)} retry={sources.retry} />;
    if (rows === null) return <Loading>{t('Gathering the passages')}</Loading>;
    if (rows.length === 0 && isNarrowed) {
      return (
        <EmptyState
          icon={<SearchX size={24} strokeWidth={1.5} />}
          title={t('No passage of this tag passes the filter')}
          action={<Button onPress={() => setFilter(NO_FILTER)}>{t('Show all')}</Button>}
        />
      );
    }
    if (rows.length === 0) {
      return (
        <EmptyState icon={<TagIcon size={26} strokeWidth={1.5} />} title={t('Nothing bears this tag yet')}>
          {t('Select a passage and press Ctrl+Alt+T, or give it to a whole source in its description.')}
        </EmptyState>
      );
    }
    return (
      <VirtualList<TagPageRow>
        use="read"
        label={t('Passages')}
        items={rows}
        rowPx={ROW_PX}
        getKey={(row) => row.key}
        renderRow={drawRow}
      />
    );
  }

  function drawRow(row: TagPageRow): ReactNode {
    switch (row.kind) {
      case 'head':
        return <h3 className={css.section}>{row.title}</h3>;
      case 'source': {
        const { source } = row;
        const line = source
          ? [source.dateWritten && formatDate(source.dateWritten), source.documentType, shelfLine(source)]
          : [];
        return (
          <div className={css.source}>
            <h3>
              <Button variant="link" onPress={() => onOpen({ sourceId: row.sourceId, place: null })}>
                <span dir="auto">{row.title || t('Untitled')}</span>
              </Button>
            </h3>
            <p className={css.line}>{line.filter(Boolean).join(' · ')}</p>
          </div>
        );
      }
      case 'passage':
        return (
          <div className={css.passage}>
            <AnnotationRow annotation={row.annotation} tree={tree} />
            <Button size="small" onPress={() => onOpen(openTargetOf(row.annotation))}>
              {rich('Open<quiet> the passage in {sourceTitle}</quiet>', {
                sourceTitle: row.annotation.sourceTitle,
                quiet: (parts) => <span className="visually-hidden">{parts}</span>,
              })}
            </Button>
          </div>
        );
    }
  }
}

const sourcesIn = (rows: readonly TagPageRow[] | null): number =>
  (rows ?? []).filter(({ kind }) => kind === 'source').length;
