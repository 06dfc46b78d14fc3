/** The list of collations that were saved, and the sources of the archive that ask for one. */
import { GitCompareArrows, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Collation, CollationId, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, runCommand, useCall } from '../../api/index.js';
import {
  Button,
  EmptyState,
  ErrorState,
  formatCount,
  Loading,
  PaneHeader,
  SearchField,
  Toolbar,
  Tooltip,
} from '../../ui/index.js';
import { CollationList } from './CollationList.js';
import css from './CollationsPane.module.css';
import { contains } from './collation-labels.js';
import { RenameCollationDialog } from './RenameCollationDialog.js';
import { SimilarSourceGroups } from './SimilarSourceGroups.js';

export interface CollationsPaneProps {
  /** The collation on top of the tabs; null when none is. */
  readonly activeId: CollationId | null;
  onOpen(id: CollationId): void;
  /** Sources are to be compared that have no collation yet. */
  onCompare(sourceIds: readonly SourceId[]): void;
}

export function CollationsPane({ activeId, onOpen, onCompare }: CollationsPaneProps) {
  const [line, setLine] = useState('');
  const [renaming, setRenaming] = useState<Collation | null>(null);
  const words = useDeferredValue(line);
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const answer = useCall('collation.list', undefined, { keepPrevious: true });
  const isReadOnly = info.status !== 'ready' || info.data.readOnly;
  return (
    <section className={css.pane} aria-label={t('Collations')} tabIndex={-1} data-entry>
      <PaneHeader
        title={t('Compare')}
        detail={
          answer.status === 'ready' && answer.data.length > 0 ? (
            <span role="status">{formatCount(answer.data.length)}</span>
          ) : null
        }
      >
        <Toolbar label={t('List of collations')}>
          <Tooltip text={t('Compare sources')} keys="CmdOrCtrl+Shift+D">
            <Button size="small" onPress={() => runCommand('collation.compare')}>
              <GitCompareArrows size={14} aria-hidden /> {t('Compare…')}
            </Button>
          </Tooltip>
        </Toolbar>
      </PaneHeader>
      {content()}
      <SimilarSourceGroups onCompare={onCompare} />
      {renaming ? <RenameCollationDialog collation={renaming} onClose={() => setRenaming(null)} /> : null}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Reading the list')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (answer.data.length === 0) {
      return (
        <EmptyState icon={<GitCompareArrows size={28} strokeWidth={1.5} />} title={t('Nothing is compared yet')}>
          {t(
            'Choose two or more releases, drafts or readings of one text, and see word for word where they differ. What you decide about them is kept here.',
          )}
        </EmptyState>
      );
    }
    const shown = words.trim() === '' ? answer.data : answer.data.filter((collation) => contains(collation, words));
    return (
      <>
        {answer.data.length > 7 || line !== '' ? (
          <div className={css.filter}>
            <SearchField
              label={t('Filter collations by name or title')}
              placeholder={t('Filter by name or title')}
              value={line}
              onChange={setLine}
            />
          </div>
        ) : null}
        {shown.length === 0 ? (
          <EmptyState
            icon={<Search size={24} strokeWidth={1.5} />}
            title={t('No collation is called this')}
            action={<Button onPress={() => setLine('')}>{t('Clear the filter')}</Button>}
          />
        ) : (
          <CollationList
            collations={shown}
            activeId={activeId}
            isReadOnly={isReadOnly}
            onOpen={onOpen}
            onRename={setRenaming}
          />
        )}
      </>
    );
  }
}
