/** What the search shows before anything is asked: saved searches, recent searches, and examples. */
import { Clock, MoreHorizontal, Pencil, Search, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import type { LogEntry, SavedSearch, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { type FilterNames, runCommand, useEnabledCommands } from '../../api/index.js';
import { Button, EmptyState, formatCount, Menu, MenuItem } from '../../ui/index.js';
import css from './SearchStart.module.css';
import { describeManner } from './search-labels.js';

const EXAMPLES: readonly { readonly query: SearchQuery; readonly says: string }[] = [
  { query: { query: t('telephone memorandum'), mode: 'all', filter: {} }, says: t('both words, anywhere in a text') },
  { query: { query: t('state of emergency'), mode: 'phrase', filter: {} }, says: t('the words in this order') },
  { query: { query: 'ambassad* minister', mode: 'any', filter: {} }, says: t('* stands for any ending') },
];
/** Recent searches shown. */
const MAX_RECENT_SHOWN = 8;

export interface SearchStartHandle {
  /** Moves the focus to the first search that can be run again. @returns false when there is none. */
  focus(): boolean;
}

export interface SearchStartProps {
  readonly saved: readonly SavedSearch[];
  readonly recent: readonly LogEntry[];
  readonly names: FilterNames;
  readonly isReadOnly: boolean;
  readonly handle: Ref<SearchStartHandle>;
  onRun(query: SearchQuery): void;
  onRename(saved: SavedSearch): void;
  onDelete(saved: SavedSearch): void;
  /** Up from the first search. */
  onLeave(): void;
}

export function SearchStart({ saved, recent, names, isReadOnly, handle, onRun, ...on }: SearchStartProps) {
  const root = useRef<HTMLElement>(null);
  const enabled = useEnabledCommands();
  const runs = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('[data-run]') ?? [])];
  useImperativeHandle(handle, () => ({
    focus: () => {
      const [first] = runs();
      first?.focus();
      return first !== undefined;
    },
  }));

  if (saved.length === 0 && recent.length === 0) {
    return (
      <nav ref={root} className={css.empty} aria-label={t('Searches to run')} onKeyDown={onKeyDown}>
        <EmptyState icon={<Search size={26} strokeWidth={1.5} />} title={t('Search every text of the archive')}>
          <p>{t('Type words; case, accents, scripts and endings do not matter. For example:')}</p>
          {examples()}
        </EmptyState>
      </nav>
    );
  }
  return (
    <nav ref={root} className={css.invitation} aria-label={t('Searches to run')} onKeyDown={onKeyDown}>
      {saved.length > 0 ? (
        <section aria-labelledby="searches-saved">
          <h3 id="searches-saved" className={css.heading}>
            {t('Saved searches')}
          </h3>
          <ul>
            {saved.map((one) => (
              <li key={one.id} className={css.row}>
                {run(one.query, one.name, whatOf(one))}
                {isReadOnly ? null : menu(one)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {recent.length > 0 ? (
        <section aria-labelledby="searches-recent">
          <div className={css.head}>
            <h3 id="searches-recent" className={css.heading}>
              {t('Recent searches')}
            </h3>
            {enabled.has('go.log') ? (
              <Button variant="link" size="small" onPress={() => void runCommand('go.log')}>
                {t('Search log')}
              </Button>
            ) : null}
          </div>
          <ul>
            {recent.slice(0, MAX_RECENT_SHOWN).map((entry) => (
              <li key={entry.seq} className={css.row}>
                {run(
                  entry.query,
                  entry.query.query,
                  [describeManner({ ...entry.query, filter: {} }, names), entry.scope].filter(Boolean).join(' · '),
                  entry.hits,
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {saved.length + recent.length < 4 ? (
        <section aria-labelledby="searches-examples">
          <h3 id="searches-examples" className={css.heading}>
            {t('For example')}
          </h3>
          {examples()}
        </section>
      ) : null}
    </nav>
  );

  /** The words of a saved search when its name does not contain them, and its mode. */
  function whatOf({ name, query }: SavedSearch): string {
    const words = name.includes(query.query) ? '' : query.query;
    return [words, describeManner(query, names)].filter(Boolean).join(' · ');
  }

  function run(query: SearchQuery, title: string, detail: string, hits?: number): ReactNode {
    return (
      <button type="button" data-run className={css.run} onClick={() => onRun(query)}>
        {hits === undefined ? null : <Clock size={13} aria-hidden />}
        <span className={css.text}>
          <span className={css.title} dir="auto">
            {title}
          </span>
          {detail ? <span className={css.detail}>{detail}</span> : null}
        </span>
        {hits === undefined ? null : (
          <span className={css.count}>
            {formatCount(hits)}
            <span className="visually-hidden">
              {' '}
              {t('{hits, plural, one {# source} other {# sources}}', { hits }).replace(/^\S+ /, '')}
            </span>
          </span>
        )}
      </button>
    );
  }

  function menu(one: SavedSearch): ReactNode {
    return (
      <span className={css.menu}>
        <Menu
          label={t('Saved search {name}', { name: one.name })}
          trigger={
            <Button variant="icon" size="small" aria-label={t('More for {name}', { name: one.name })}>
              <MoreHorizontal size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<Pencil size={14} />} onAction={() => on.onRename(one)}>
            {t('Rename…')}
          </MenuItem>
          <MenuItem icon={<Trash2 size={14} />} onAction={() => on.onDelete(one)}>
            {t('Delete saved search')}
          </MenuItem>
        </Menu>
      </span>
    );
  }

  function examples(): ReactNode {
    return (
      <ul className={css.examples}>
        {EXAMPLES.map(({ query, says }) => (
          <li key={query.query} className={css.row}>
            {run(query, query.query, says)}
          </li>
        ))}
      </ul>
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const all = runs();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) on.onLeave();
    else all[Math.min(to, all.length - 1)]?.focus();
  }
}
