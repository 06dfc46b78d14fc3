/** The line one types in, and how its words are meant. The arrow keys walk the hits without leaving the line. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Failure, SearchMode } from '../../../electron/contract/index.js';
import css from './SearchLine.module.css';
import { faultOf, MODES, type SearchDraft } from './search-line.js';

export interface SearchLineProps {
  readonly draft: SearchDraft;
  readonly listId: string;
  readonly isListShown: boolean;
  /** Id of the active hit when it is drawn. */
  readonly activeId: string | null;
  /** A QUERY_SYNTAX failure of this very line; null when there is none. */
  readonly syntax: Failure | null;
  onDraft(draft: SearchDraft): void;
  onKey(event: KeyboardEvent<HTMLInputElement>): void;
}

export function SearchLine({ draft, listId, isListShown, activeId, syntax, onDraft, onKey }: SearchLineProps) {
  const input = useRef<HTMLInputElement>(null);
  // Whoever goes to the search wants to type; the frame shows this pane only then.
  useEffect(() => input.current?.select(), []);
  const fault = syntax ? faultOf(draft.line.trim(), syntax) : null;
  return (
    <search className={css.search}>
      <div className={css.box} data-invalid={syntax !== null || undefined}>
        <Search size={16} aria-hidden />
        <input
          ref={input}
          type="text"
          inputMode="search"
          role="combobox"
          data-search-line
          className={css.input}
          aria-label="Search the texts"
          aria-autocomplete="list"
          aria-expanded={isListShown}
          aria-invalid={syntax !== null}
          {...(isListShown ? { 'aria-controls': listId } : {})}
          {...(activeId ? { 'aria-activedescendant': activeId } : {})}
          {...(syntax ? { 'aria-errormessage': 'search-syntax' } : {})}
          placeholder="Search the texts"
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          value={draft.line}
          onChange={(event) => onDraft({ ...draft, line: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && draft.line !== '') {
              event.preventDefault();
              onDraft({ ...draft, line: '' });
            } else onKey(event);
          }}
        />
        {draft.line === '' ? null : (
          <button
            type="button"
            className={css.clear}
            aria-label="Clear the search line"
            onClick={() => {
              onDraft({ ...draft, line: '' });
              input.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {syntax ? (
        <div id="search-syntax" role="alert" className={css.syntax}>
          {fault ? (
            <code className={css.faulty}>
              {fault.before}
              <span className={css.fault}>{fault.fault}</span>
              {fault.after}
            </code>
          ) : null}
          <span>{syntax.message}</span>
        </div>
      ) : null}
      <RadioGroup
        aria-label="How the words are meant"
        orientation="horizontal"
        className={css.modes ?? ''}
        value={draft.mode}
        onChange={(mode) => onDraft({ ...draft, mode: mode as SearchMode })}
      >
        {MODES.map(({ mode, label, hint }) => (
          <Radio key={mode} value={mode} className={css.mode ?? ''}>
            <span title={hint}>{label}</span>
          </Radio>
        ))}
      </RadioGroup>
    </search>
  );
}
