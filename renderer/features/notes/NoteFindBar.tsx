/**
 * Find and replace in a note. Escape closes it and returns the focus to where it was before, which is the text when
 * it was in this note.
 */
import {
  closeSearchPanel,
  findNext,
  findPrevious,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import { CaseSensitive, ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { announce, useCommand } from '../../api/index.js';
import { Button, SearchField, TextField, ToggleButton, Tooltip, useRestoreFocus } from '../../ui/index.js';
import type { NoteEditor } from './editor/index.js';
import css from './NoteFindBar.module.css';

export interface NoteFindBarProps {
  readonly editor: NoteEditor;
  /** Grows each time the command is given, to take the focus again. */
  readonly calls: number;
  readonly replaces: boolean;
  readonly isWritable: boolean;
  readonly isActive: boolean;
  onReplaces(replaces: boolean): void;
  onClose(): void;
}

const MAX_COUNTED = 9_999;

export function NoteFindBar({ editor, calls, replaces, isWritable, isActive, onReplaces, onClose }: NoteFindBarProps) {
  const [words, setWords] = useState(() => {
    const { state } = editor;
    const { from, to } = state().selection.main;
    return (
      state()
        .sliceDoc(from, Math.min(to, from + 200))
        .split('\n')[0] ?? ''
    );
  });
  const [instead, setInstead] = useState('');
  const [isCaseSensitive, setCaseSensitive] = useState(false);
  // Counts replacements, so that the number of hits is updated.
  const [deeds, setDeeds] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const restoreFocus = useRestoreFocus();
  const query = useMemo(
    () => new SearchQuery({ search: words, replace: instead, caseSensitive: isCaseSensitive, literal: true }),
    [words, instead, isCaseSensitive],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call of the command takes the focus again
  useEffect(() => input.current?.select(), [calls]);
  useEffect(() => {
    editor.view()?.dispatch({ effects: setSearchQuery.of(query) });
  }, [editor, query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again after each replacement
  const count = useMemo(() => {
    if (words === '') return 0;
    let found = 0;
    const hits = query.getCursor(editor.state());
    while (found < MAX_COUNTED && !hits.next().done) found += 1;
    return found;
  }, [editor, query, deeds]);

  const run = (deed: typeof findNext) => () => {
    const view = editor.view();
    if (view && words !== '') deed(view);
    setDeeds((done) => done + 1);
  };
  const close = () => {
    const view = editor.view();
    if (view) {
      closeSearchPanel(view);
      view.focus();
    }
    const page = bar.current?.closest('section') ?? null;
    onClose();
    restoreFocus(page);
  };
  useCommand('find.next', run(findNext), { enabled: isActive && count > 0 });
  useCommand('find.previous', run(findPrevious), { enabled: isActive && count > 0 });
  const replaceEach = () => {
    run(replaceAll)();
    announce(t('{count, plural, one {# place} other {# places}} replaced', { count }), { tone: 'good' });
  };

  return (
    <search
      ref={bar}
      className={css.bar}
      aria-label={t('Find and replace')}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={css.line}>
        <div className={css.field}>
          <SearchField
            label={t('Find in this note')}
            placeholder={t('Find in this note')}
            inputRef={input}
            value={words}
            onChange={setWords}
            onKeyDown={(event) => {
              if (event.key === 'Enter') run(event.shiftKey ? findPrevious : findNext)();
              else if (event.key === 'Escape') close();
              else event.continuePropagation();
            }}
          />
        </div>
        <span role="status" className={css.count}>
          {words === ''
            ? ''
            : count === 0
              ? t('Not in this note')
              : t('{count, plural, one {# hit} other {# hits}}', { count })}
        </span>
        <Tooltip text={t('Capitals matter')}>
          <ToggleButton
            variant="icon"
            aria-label={t('Capitals matter')}
            isSelected={isCaseSensitive}
            onChange={setCaseSensitive}
          >
            <CaseSensitive size={16} aria-hidden />
          </ToggleButton>
        </Tooltip>
        <Tooltip text={t('Previous hit')} keys="Shift+F3">
          <Button variant="icon" aria-label={t('Previous hit')} isDisabled={count === 0} onPress={run(findPrevious)}>
            <ChevronUp size={15} aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip text={t('Next hit')} keys="F3">
          <Button variant="icon" aria-label={t('Next hit')} isDisabled={count === 0} onPress={run(findNext)}>
            <ChevronDown size={15} aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip text={t('Replace')} keys="CmdOrCtrl+H">
          <ToggleButton
            variant="icon"
            aria-label={t('Replace')}
            isDisabled={!isWritable}
            isSelected={replaces}
            onChange={onReplaces}
          >
            <Replace size={15} aria-hidden />
          </ToggleButton>
        </Tooltip>
        <Button variant="icon" aria-label={t('Close find and replace')} onPress={close}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      {replaces && isWritable ? (
        <div className={css.line}>
          <div className={css.field}>
            <TextField
              label={t('Replace with')}
              labelling="hidden"
              placeholder={t('Replace with')}
              value={instead}
              onChange={setInstead}
              onKeyDown={(event) => {
                if (event.key === 'Enter') run(replaceNext)();
                else if (event.key === 'Escape') close();
                else event.continuePropagation();
              }}
            />
          </div>
          <Button size="small" isDisabled={count === 0} onPress={run(replaceNext)}>
            {t('Replace')}
          </Button>
          <Button size="small" isDisabled={count === 0} onPress={replaceEach}>
            {t('Replace all')}
          </Button>
        </div>
      ) : null}
    </search>
  );
}
