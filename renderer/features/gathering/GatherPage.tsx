/** The pages of chosen sources as a grid: looked at, turned, and gathered into sources. */
import { Images } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PageView, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, failureMessage, perform, useCall, useCommand } from '../../api/index.js';
import css from '../../shared/ListPage.module.css';
import { useCanEdit } from '../../shared/use-annotations.js';
import { EmptyState, ErrorState, Loading, NameDialog, Select } from '../../ui/index.js';
import {
  combine,
  join,
  moveTo,
  moveToNeighbour,
  type Proposal,
  part,
  shift,
  sortPages,
  takeOut,
} from './arrangements.js';
import { cellsOf, sourcesOf, withPages } from './gathered-sources.js';
import { type GridSelection, keepAmong, NO_SELECTION, targetKeys } from './grid-selection.js';
import { PageGrid } from './PageGrid.js';
import { orderSources, type SourceOrder } from './page-order.js';
import { proposeTitle } from './title-proposal.js';

/** As many sources as are gathered at once. */
const MOST = 100;
const REFUSALS = {
  nothing: t('It is so already.'),
  'middle-of-file': t('A file of several pages moves whole: a source can begin at its first page only.'),
  'no-neighbour': t('There is no other source on that side.'),
} as const;
const ORDERS: readonly { readonly id: SourceOrder; readonly label: string }[] = [
  { id: 'kept', label: t('As they are') },
  { id: 'time', label: t('Time taken') },
  { id: 'name', label: t('Name') },
];

export interface GatherPageProps {
  readonly sourceIds: readonly SourceId[];
  readonly isActive: boolean;
  /** Others belong to the set now: new sources were made. */
  onSources(ids: readonly SourceId[]): void;
  onOpen(id: SourceId): void;
}

export function GatherPage({ sourceIds, isActive, onSources, onOpen }: GatherPageProps) {
  const answer = useCall('page.ofSources', { sourceIds: sourceIds.slice(0, MOST) }, { keepPrevious: true });
  const canEdit = useCanEdit();
  const [order, setOrder] = useState<SourceOrder>('kept');
  const [selection, setSelection] = useState<GridSelection>(NO_SELECTION);
  const [isNaming, setNaming] = useState(false);
  const [status, setStatus] = useState('');
  const gathered = answer.status === 'ready' ? answer.data : null;
  const sources = useMemo(() => orderSources(withPages(gathered ?? []), order), [gathered, order]);
  const cells = useMemo(() => cellsOf(sources), [sources]);
  const keys = useMemo(() => cells.map(({ key }) => key), [cells]);
  const [formerKeys, setFormerKeys] = useState(keys);
  // Settled while rendering: what is gone is not selected, and the keys stay where they were.
  if (formerKeys !== keys) {
    setFormerKeys(keys);
    setSelection(keepAmong(selection, keys, formerKeys));
  }
  const wanted = new Set(targetKeys(selection, keys));
  const targets = cells.filter(({ key }) => wanted.has(key));

  const arrange = async (proposal: Proposal): Promise<boolean> => {
    if ('refusal' in proposal) {
      setStatus(REFUSALS[proposal.refusal]);
      return false;
    }
    const result = await perform('page.arrange', { sources: [...proposal.arrangement] });
    if (!result.ok) return false;
    const fresh = result.value.sourceIds.filter((id) => !sourceIds.includes(id));
    if (fresh.length > 0) onSources([...fresh, ...sourceIds]);
    setStatus(t('{count, plural, one {# page was arranged} other {# pages were arranged}}', { count: targets.length }));
    return true;
  };
  const turn = async (by: 90 | 270) => {
    const groups = Map.groupBy(targets, ({ page }) => ((page.view.turn + by) % 360) as PageView['turn']);
    for (const [angle, group] of groups) {
      const pages = group.map(({ page: { sha256, pageIndex } }) => ({ sha256, pageIndex }));
      await perform('page.setView', { pages, view: { turn: angle } });
    }
    setStatus(t('{count, plural, one {# page was turned} other {# pages were turned}}', { count: targets.length }));
  };
  const enabled = { enabled: isActive && canEdit && targets.length > 0 };
  useCommand('pages.combine', () => setNaming(true), { enabled: isActive && canEdit && targets.length > 1 });
  useCommand('pages.part', () => void arrange(part(targets)), enabled);
  useCommand('pages.join', () => void arrange(join(targets, sources)), enabled);
  useCommand('pages.takeOut', () => void arrange(takeOut(targets)), enabled);
  useCommand('pages.earlier', () => void arrange(shift(targets, -1)), enabled);
  useCommand('pages.later', () => void arrange(shift(targets, 1)), enabled);
  useCommand('pages.toSourceBefore', () => void arrange(moveToNeighbour(targets, sources, 'before')), enabled);
  useCommand('pages.toSourceAfter', () => void arrange(moveToNeighbour(targets, sources, 'after')), enabled);
  useCommand('pages.sortByTime', () => void arrange(sortPages(sourcesOf(targets), 'time')), enabled);
  useCommand('pages.sortByName', () => void arrange(sortPages(sourcesOf(targets), 'name')), enabled);
  useCommand('page.turnLeft', () => void turn(270), enabled);
  useCommand('page.turnRight', () => void turn(90), enabled);

  return (
    <section className={css.page} aria-label={t('Gather pages')} data-allows-removing>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 className={css.title}>{t('Gather pages')}</h2>
        </div>
        <Select<SourceOrder> label={t('Order of sources')} options={ORDERS} value={order} onChange={setOrder} />
      </header>
      <div className={css.tools}>
        {sourceIds.length > MOST ? (
          <span>{t('The first {count} sources are shown. Select fewer to gather the others.', { count: MOST })}</span>
        ) : null}
        <span role="status" className={css.count}>
          {status}
        </span>
      </div>
      {content()}
      {isNaming ? (
        <NameDialog
          title={t('Combine {count, plural, one {# page} other {# pages}} into one source', { count: targets.length })}
          confirmLabel={t('Combine')}
          label={t('Title')}
          name={proposeTitle(targets, sources)}
          isProposal
          maxLength={500}
          onName={async (title) => {
            const isDone = await arrange(combine(targets, title));
            if (isDone) await announceUndoable(t('Combined into “{title}”', { title }));
            return isDone;
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Reading the pages')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (cells.length === 0) {
      return (
        <EmptyState icon={<Images size={26} strokeWidth={1.5} />} title={t('These sources have no pages')}>
          {t('Select photographs, scans or PDFs in the list, and gather their pages.')}
        </EmptyState>
      );
    }
    return (
      <PageGrid
        cells={cells}
        selection={selection}
        canEdit={canEdit}
        onSelection={setSelection}
        onOpen={onOpen}
        onDrop={(destination) => void arrange(moveTo(targets, destination))}
      />
    );
  }
}
