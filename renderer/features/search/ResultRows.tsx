/** One page of results: asks for its hits and draws those near the window. */
import { memo, type ReactNode, useEffect } from 'react';
import type { Hit, SearchQuery, Snippet } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, formatPageLabel, useCall } from '../../api/index.js';
import type { VirtualItem, VirtualRows } from '../../ui/index.js';
import css from './ResultList.module.css';

/** Hits asked for at once. */
export const PAGE_HITS = 50;

export interface ResultRowsProps {
  readonly page: number;
  readonly items: readonly VirtualItem[];
  readonly query: SearchQuery;
  readonly active: number;
  readonly optionProps: VirtualRows['optionProps'];
  registerRows(offset: number, hits: readonly Hit[]): void;
  onPick(index: number): void;
  onOpen(hit: Hit): void;
}

export function ResultRows({ page, items, query, active, optionProps, registerRows, ...on }: ResultRowsProps) {
  const offset = page * PAGE_HITS;
  const answer = useCall('search.query', { ...query, offset, limit: PAGE_HITS });
  const hits = answer.status === 'ready' ? answer.data.hits : null;
  useEffect(() => {
    if (hits) registerRows(offset, hits);
  }, [hits, offset, registerRows]);

  return items.map((item) => {
    const hit = hits?.[item.index - offset];
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the search line has the focus and names the active hit
      // biome-ignore lint/a11y/useKeyWithClickEvents: the search line answers every key
      <div
        key={item.key}
        {...optionProps(item)}
        role="option"
        aria-selected={item.index === active}
        className={`${css.hit} ${item.index === active ? css.active : ''}`}
        // Keeps the focus in the search line, where the arrow keys are answered.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => on.onPick(item.index)}
        onDoubleClick={() => hit && on.onOpen(hit)}
      >
        {hit ? <HitText hit={hit} /> : <span className={css.waiting}>…</span>}
      </div>
    );
  });
}

const HitText = memo(function HitText({ hit }: { readonly hit: Hit }) {
  return (
    <>
      <div className={css.title} dir="auto">
        {hit.title || t('Untitled')}
      </div>
      <div className={css.line}>
        {hit.date ? <time className={css.date}>{formatDate(hit.date)}</time> : null}
        <span className={css.described}>{hit.descriptionLine}</span>
        {hit.matches.length > 0 ? (
          <span className={css.places}>
            {hit.matches.length}
            <span className="visually-hidden">
              {t('{count, plural, one { place} other { places}}', { count: hit.matches.length })}
            </span>
          </span>
        ) : null}
      </div>
      {hit.snippets.slice(0, 2).map((snippet) => (
        <p key={snippet.start} className={css.snippet} dir="auto">
          {snippet.pageLabel ? <span className={css.page}>{formatPageLabel(snippet.pageLabel)}</span> : null}
          {markSnippet(snippet)}
        </p>
      ))}
    </>
  );
});

/** The snippet with its matches marked; joined again it is the snippet's text, letter for letter. */
export function markSnippet({ text, matches }: Pick<Snippet, 'text' | 'matches'>): ReactNode[] {
  const parts: ReactNode[] = [];
  let cursor = 0;
  for (const [start, end] of matches) {
    if (start < cursor || end <= start) continue;
    if (start > cursor) parts.push(text.slice(cursor, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    cursor = end;
  }
  if (cursor < text.length) parts.push(text.slice(cursor));
  return parts;
}
