/**
 * The variants as a grid: a row a place, a column a witness. Only rows near the window are drawn; the focus stays on the
 * grid, and `aria-activedescendant` names the row of the current variant.
 */
import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { formatPageLabel } from '../../../api/index.js';
import { EmptyState, formatCount, GridPart, isKeyOfList, useVirtualRows } from '../../../ui/index.js';
import { readingOf } from '../model/apparatus.js';
import { classRank, classReason, classTitle } from '../model/variant-classes.js';
import type { Variant } from '../model/variant-list.js';
import { pageAt } from '../model/witness-pages.js';
import { ClassSample } from '../page/ClassSample.js';
import type { CollationData } from '../page/use-collation.js';
import css from './VariantTable.module.css';

export interface VariantTableProps {
  readonly collated: CollationData;
  readonly shown: readonly Variant[];
  readonly current: Variant | null;
  onVariant(id: string): void;
  toText(): void;
}

type VariantSort = 'place' | 'class';

const HEAD_PX = 28;
const ROW_PX = 30;
/** Longest reading of a cell. */
const LIMIT = 240;

export function VariantTable({ collated, shown, current, onVariant, toText }: VariantTableProps) {
  const { witnesses, base } = collated.result;
  const [sort, setSort] = useState<VariantSort>('place');
  const items = useMemo(
    () =>
      sort === 'place' ? shown : shown.toSorted((a, b) => classRank(a.class) - classRank(b.class) || a.index - b.index),
    [shown, sort],
  );
  const active = current ? items.indexOf(current) : -1;
  const rows = useVirtualRows({
    count: items.length,
    rowPx: ROW_PX,
    heights: 'measured',
    overscan: 10,
    active,
    reason: items,
    headPx: HEAD_PX,
    keyOf: (index) => items[index]?.id,
  });

  if (items.length === 0) {
    return (
      <EmptyState
        title={collated.variants.length === 0 ? t('The witnesses say the same') : t('No variant of these classes')}
      >
        {collated.variants.length === 0
          ? t('Not a word differs, whatever blanks and line ends are between the words.')
          : t('Show more classes to see the others.')}
      </EmptyState>
    );
  }
  const hasPages = collated.pages.some((pages) => pages.length > 0);
  const columns = `60px 132px ${hasPages ? '64px ' : ''}repeat(${witnesses.length}, minmax(150px, 1fr))`;
  return (
    <GridPart
      part="grid"
      {...rows.listProps}
      aria-label={t('Variants')}
      aria-rowcount={items.length + 1}
      aria-colcount={witnesses.length + (hasPages ? 3 : 2)}
      className={css.grid}
      onKeyDown={onKeyDown}
    >
      <GridPart part="row" aria-rowindex={1} className={css.head} style={{ gridTemplateColumns: columns }}>
        {head('place', t('No.'))}
        {head('class', t('Class'))}
        {hasPages ? (
          <GridPart part="columnheader" className={css.cell}>
            {t('Page')}
          </GridPart>
        ) : null}
        {witnesses.map(({ siglum, title, versionId }, witness) => (
          <GridPart key={versionId} part="columnheader" className={css.cell} title={title}>
            <span className={css.siglum}>{siglum}</span>
            {witness === base ? <span className={css.quiet}> {t('base')}</span> : null}
          </GridPart>
        ))}
      </GridPart>
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.items.map((item) => {
          const { index, key } = item;
          const { style, ...box } = rows.box(item);
          const variant = items[index];
          return variant ? (
            <GridPart
              key={key}
              {...box}
              {...rows.gridRow(item)}
              part="row"
              aria-selected={index === active}
              className={css.row}
              style={{ ...style, gridTemplateColumns: columns }}
              onClick={() => onVariant(variant.id)}
            >
              <VariantCells variant={variant} collated={collated} hasPages={hasPages} />
            </GridPart>
          ) : null;
        })}
      </div>
    </GridPart>
  );

  function head(column: VariantSort, label: string) {
    const isSorted = column === sort;
    return (
      <GridPart part="columnheader" aria-sort={isSorted ? 'ascending' : 'none'} className={css.cell}>
        <button type="button" className={css.sorter} onClick={() => setSort(column)}>
          {label}
          {isSorted ? <ArrowDown size={11} aria-hidden /> : null}
        </button>
      </GridPart>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!isKeyOfList(event)) return;
    const index = rows.indexAfterKey(event.key);
    const next = index === null ? undefined : items[index];
    if (next) onVariant(next.id);
    else if (event.key === 'Enter') toText();
    else return;
    event.preventDefault();
  }
}

interface VariantCellsProps {
  readonly variant: Variant;
  readonly collated: CollationData;
  readonly hasPages: boolean;
}

function VariantCells({ variant, collated, hasPages }: VariantCellsProps) {
  const { result, texts, pages } = collated;
  const first = variant.cells.findIndex((cell) => cell !== null);
  const page = first < 0 ? null : pageAt(pages[first] ?? [], variant.positions[first]?.[0] ?? 0);
  return (
    <>
      <GridPart part="gridcell" className={`${css.cell} ${css.number}`}>
        {formatCount(variant.index + 1)}
      </GridPart>
      <GridPart part="gridcell" className={css.cell} title={classReason(variant.class)}>
        <ClassSample kind={variant.class} /> {classTitle(variant.class)}
        {variant.pinIds.length > 0 ? <span className={css.quiet}> {t('pinned')}</span> : null}
      </GridPart>
      {hasPages ? (
        <GridPart part="gridcell" className={`${css.cell} ${css.quiet}`}>
          {page ? formatPageLabel(page.pageLabel) : ''}
        </GridPart>
      ) : null}
      {result.witnesses.map(({ versionId }, witness) => {
        const { state, text, code } = readingOf(variant, witness, texts[witness]?.text ?? '');
        const isBase = variant.readings[witness] === variant.readings[result.base];
        return (
          <GridPart
            key={versionId}
            part="gridcell"
            className={`${css.cell} ${css.reading}`}
            data-state={state}
            data-base={isBase || undefined}
            dir="auto"
          >
            {state === 'withheld' ? (
              <span className={css.withheld}>{code === null ? t('withheld') : t('withheld {code}', { code })}</span>
            ) : state !== 'said' ? (
              <span className={css.nothing}>{state}</span>
            ) : (
              text.slice(0, LIMIT) + (text.length > LIMIT ? '…' : '')
            )}
          </GridPart>
        );
      })}
    </>
  );
}
