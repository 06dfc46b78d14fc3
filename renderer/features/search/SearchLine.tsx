/**
 * The search input with its mode. The arrow keys walk the hits without leaving the line; Alt with
 * them goes through recent searches; the rest of an earlier line is offered in quiet ink.
 */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Failure, SearchMode } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, rich } from '../../ui/index.js';
import { withExample } from './query-help.js';
import { SearchHelp } from './SearchHelp.js';
import css from './SearchLine.module.css';
import { faultMessage, MODES, type SearchDraft, suggestedLine } from './search-draft.js';

export interface SearchLineHandle {
  focus(): void;
}

export interface SearchLineProps {
  readonly draft: SearchDraft;
  readonly listId: string;
  readonly isListShown: boolean;
  /** Id of the active hit when it is drawn. */
  readonly activeId: string | null;
  /** A QUERY_SYNTAX failure, and the line it speaks of: it may be a letter behind. Null when there is none. */
  readonly syntax: { readonly failure: Failure; readonly line: string } | null;
  /** What a recent line would append to this one; empty when none does. */
  readonly completion: string;
  readonly handle: Ref<SearchLineHandle>;
  onDraft(draft: SearchDraft): void;
  onRecall(step: 'older' | 'newer'): void;
  onKey(event: KeyboardEvent<HTMLInputElement>): void;
}

export function SearchLine(props: SearchLineProps) {
  const { draft, listId, isListShown, activeId, syntax, completion, handle, onDraft, onRecall, onKey } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isScrolled, setScrolled] = useState(false);
  const setLine = (line: string) => onDraft({ ...draft, line });
  // The frame shows this pane only when a search was asked for, so the input takes the focus.
  useEffect(() => input.current?.select(), []);
  useImperativeHandle(handle, () => ({ focus: () => input.current?.focus() }), []);
  // A line longer than its box moves under the completion, which then has no place to stand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for every line
  useEffect(() => {
    const box = input.current;
    if (box) setScrolled(box.scrollWidth > box.clientWidth);
  }, [draft.line]);
  const fault = syntax ? faultMessage(syntax.line, syntax.failure) : null;
  const suggestion = syntax ? suggestedLine(syntax.line, syntax.failure) : null;
  const rest = isScrolled || syntax ? '' : completion;

  return (
    <search className={css.search}>
      <div className={css.box} data-invalid={syntax !== null || undefined}>
        <Search size={16} aria-hidden />
        <div className={css.field}>
          {rest === '' ? null : (
            <div className={css.ghost} aria-hidden>
              <span className={css.typed}>{draft.line}</span>
              {rest}
            </div>
          )}
          <input
            ref={input}
            type="text"
            inputMode="search"
            role="combobox"
            data-search-line
            className={css.input}
            aria-label={t('Search the texts')}
            aria-autocomplete="list"
            aria-expanded={isListShown}
            aria-invalid={syntax !== null}
            {...(isListShown ? { 'aria-controls': listId } : {})}
            {...(activeId ? { 'aria-activedescendant': activeId } : {})}
            {...(syntax ? { 'aria-errormessage': 'search-syntax' } : {})}
            {...(rest === ''
              ? {}
              : { 'aria-description': t('Right arrow completes it to {line}{rest}', { line: draft.line, rest }) })}
            placeholder={t('Search the texts')}
            autoComplete="off"
            spellCheck={false}
            maxLength={2_000}
            value={draft.line}
            onChange={(event) => setLine(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {draft.line === '' ? null : (
          <button
            type="button"
            className={css.clear}
            aria-label={t('Clear the search line')}
            onClick={() => {
              setLine('');
              input.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )}
        <SearchHelp onExample={writeExample} />
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
          <span>{syntax.failure.message}</span>
          {suggestion === null ? null : (
            <span className={css.suggestion}>
              {rich('Perhaps {line}', {
                line: (
                  <Button
                    size="small"
                    onPress={() => {
                      setLine(suggestion);
                      input.current?.focus();
                    }}
                  >
                    <code>{suggestion}</code>
                  </Button>
                ),
              })}
            </span>
          )}
        </div>
      ) : null}
      <RadioGroup
        aria-label={t('How the words are meant')}
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

  function writeExample(example: string): void {
    setLine(withExample(draft.line, example));
    // The popover returns the focus to its button first.
    setTimeout(() => {
      const box = input.current;
      box?.focus();
      box?.setSelectionRange(box.value.length, box.value.length);
    }, 50);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.key === 'Escape' && draft.line !== '') setLine('');
    else if (isPlain && rest !== '' && isAtEnd && (event.key === 'ArrowRight' || event.key === 'End')) {
      setLine(draft.line + rest);
    } else if (event.altKey && event.key === 'ArrowUp') onRecall('older');
    else if (event.altKey && event.key === 'ArrowDown') onRecall('newer');
    else {
      onKey(event);
      return;
    }
    event.preventDefault();
  }
}
