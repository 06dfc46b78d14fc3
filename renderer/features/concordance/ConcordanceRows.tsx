/** One page of the concordance: asks for its lines and draws those near the window. */
import { memo, useEffect } from 'react';
import type { ConcordanceLine, ConcordanceSort, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, formatPageLabel, useCall } from '../../api/index.js';
import { formatCount, GridPart, type VirtualItem, type VirtualRows } from '../../ui/index.js';
import css from './ConcordanceTable.module.css';
import {
  beginsSource,
  collapseBlanks,
  countOfSource,
  directionOf,
  type LoadedLines,
  PAGE_LINES,
} from './concordance-lines.js';

export interface ConcordanceRowsProps {
  readonly page: number;
  readonly items: readonly VirtualItem[];
  readonly query: SearchQuery;
  readonly sort: ConcordanceSort;
  readonly lines: LoadedLines;
  readonly total: number;
  readonly active: number;
  readonly box: VirtualRows['box'];
  readonly gridRow: VirtualRows['gridRow'];
  registerRows(offset: number, lines: readonly ConcordanceLine[]): void;
  onPick(index: number): void;
  onOpen(line: ConcordanceLine): void;
}

export function ConcordanceRows(props: ConcordanceRowsProps) {
  const { page, items, query, sort, lines, total, active, box, gridRow, registerRows, onPick, onOpen } = props;
  const offset = page * PAGE_LINES;
  const answer = useCall('search.concordance', { ...query, sort, offset, limit: PAGE_LINES }, { keepPrevious: true });
  const arrived = answer.status === 'ready' ? answer.data.lines : null;
  useEffect(() => {
    if (arrived) registerRows(offset, arrived);
  }, [arrived, offset, registerRows]);
  const isGrouped = sort === 'source';

  return items.map((item) => {
    const { index, key } = item;
    const line = lines.get(index);
    return (
      <div key={key} {...box(item)} role="presentation" className={css.item}>
        {line && isGrouped && beginsSource(lines, index) ? (
          <SourceHeader line={line} {...countOfSource(lines, index, total)} />
        ) : null}
        <GridPart
          {...gridRow(item)}
          part="row"
          aria-selected={index === active}
          className={`${css.columns} ${css.line} ${index === active ? css.active : ''}`}
          onClick={() => onPick(index)}
          onDoubleClick={() => line && onOpen(line)}
        >
          {line ? <LineCells line={line} sourceIs={isGrouped ? 'above' : 'beside'} /> : <LoadingCells />}
        </GridPart>
      </div>
    );
  });
}

interface SourceHeaderProps {
  readonly line: ConcordanceLine;
  readonly count: number;
  readonly isWhole: boolean;
}

function SourceHeader({ line: { title, date }, count, isWhole }: SourceHeaderProps) {
  return (
    <GridPart part="row" className={css.source}>
      <GridPart part="rowheader" aria-colspan={4} className={css.sourceCell}>
        <span className={css.sourceTitle} dir="auto">
          {title || t('Untitled')}
        </span>
        {date ? <time className={css.quiet}>{formatDate(date)}</time> : null}
        <span className={css.count}>
          {formatCount(count)}
          {isWhole ? '' : '+'}
          <span className="visually-hidden">{t('{count, plural, one { place} other { places}}', { count })}</span>
        </span>
      </GridPart>
    </GridPart>
  );
}

/** A cell for each column, so that the row is whole while its line is under way. */
function LoadingCells() {
  return (
    <GridPart part="gridcell" aria-colspan={4} className={css.waiting}>
      …
    </GridPart>
  );
}

const LineCells = memo(function LineCells({
  line,
  sourceIs,
}: {
  readonly line: ConcordanceLine;
  readonly sourceIs: 'above' | 'beside';
}) {
  const { left, match, right, title, date, pageLabel } = line;
  const page = pageLabel ? formatPageLabel(pageLabel) : '';
  const described = [date && formatDate(date), page].filter(Boolean).join(' · ');
  return (
    <>
      <div role="presentation" className={css.kwic} dir={directionOf(line)}>
        <GridPart part="gridcell" className={css.before}>
          <span>{collapseBlanks(left)}</span>
        </GridPart>
        <GridPart part="gridcell" className={css.match}>
          <mark>{collapseBlanks(match)}</mark>
        </GridPart>
        <GridPart part="gridcell" className={css.after}>
          <span>{collapseBlanks(right)}</span>
        </GridPart>
      </div>
      <GridPart part="gridcell" className={css.from} title={sourceIs === 'beside' ? title : undefined}>
        {sourceIs === 'beside' ? (
          <>
            <span className={css.fromTitle} dir="auto">
              {title || t('Untitled')}
            </span>
            <span className={css.fromLine}>{described}</span>
          </>
        ) : (
          <span className={css.fromLine}>{page}</span>
        )}
      </GridPart>
    </>
  );
});
