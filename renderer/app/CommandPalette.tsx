/**
 * The command palette: every command that would do something now, and sources by title. The focus stays in its line;
 * what is marked is named by `aria-activedescendant`, and is what Enter runs.
 */
import { FileText, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { COMMANDS } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { runCommand, useCall, useEnabledCommands } from '../api/index.js';
import { FocusReturn, Kbd, moreMatchesHint } from '../ui/index.js';
import css from './CommandPalette.module.css';
import { highlightedItem, moveHighlight, type PaletteItem, paletteItems } from './palette-items.js';
import { useSourceOpener } from './source-opener.js';

const SOURCES_SHOWN = 8;
/** From so many letters on sources are looked for, too. */
const MIN_LETTERS = 2;

function PaletteBody({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  /** Enter was pressed before the items were known: the first one is run once they are. */
  const [isEntered, setEntered] = useState(false);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const enabled = useEnabledCommands();
  const openSource = useSourceOpener();
  const contains = typed.trim();
  const isAsked = openSource !== null && contains.length >= MIN_LETTERS;
  const answer = useCall(
    'source.list',
    { filter: { contains }, sort: { by: 'title', direction: 'ascending' }, offset: 0, limit: SOURCES_SHOWN },
    { enabled: isAsked, keepPrevious: true },
  );
  const choices = paletteItems(typed, enabled, {
    rows: isAsked && answer.status === 'ready' ? answer.data.rows : [],
    state: answer.status === 'ready' && !answer.refreshing ? 'current' : 'stale',
  });
  const offered =
    isAsked && answer.status === 'ready' ? moreMatchesHint(answer.data.rows.length, answer.data.total) : '';
  const marked = highlightedItem(choices, chosen);
  const markedKey = marked?.key ?? null;

  const act = (choice: PaletteItem) => {
    // The palette must be gone before the command runs: it may open a dialog, or ask where the focus is.
    flushSync(onClose);
    setTimeout(() => {
      if (choice.kind === 'command') runCommand(choice.id);
      else openSource?.(choice.id);
    }, 0);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts once, when the items are known
  useEffect(() => {
    if (!isEntered || !marked) return;
    const timer = setTimeout(() => act(marked), 0);
    return () => clearTimeout(timer);
  }, [isEntered, markedKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another choice is marked
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [markedKey]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      if (marked) act(marked);
      else if (contains !== '') setEntered(true);
    } else {
      // With Shift they select in the line.
      const next = event.shiftKey ? null : moveHighlight(event.key, choices, marked);
      if (!next) return;
      setChosen(next.key);
    }
    event.preventDefault();
  };

  return (
    <>
      <div className={css.line}>
        <Search size={16} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('Command or source')}
          aria-autocomplete="list"
          aria-expanded={choices.all.length > 0}
          aria-controls={choices.all.length > 0 ? listId : undefined}
          aria-activedescendant={marked ? idOf(marked) : undefined}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the palette types into it
          autoFocus
          autoComplete="off"
          spellCheck={false}
          className={css.input}
          placeholder={t('Type a command, or the title of a source')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(null);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {choices.all.length === 0 ? (
        <p role="status" className={css.empty}>
          {t('Nothing is called “{typed}”. Try fewer letters.', { typed })}
        </p>
      ) : (
        <div ref={list} id={listId} role="listbox" aria-label={t('Commands and sources')} className={css.menu}>
          {group('command', t('Commands'))}
          {group('source', [t('Sources'), offered].filter(Boolean).join(': '))}
        </div>
      )}
    </>
  );

  function idOf({ key }: PaletteItem): string {
    return `${listId}-${key}`;
  }

  function group(kind: PaletteItem['kind'], title: string): ReactNode {
    const own = choices.all.filter((choice) => choice.kind === kind);
    if (own.length === 0) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options of a listbox
      <div role="group" aria-labelledby={`${listId}-${kind}`}>
        <div id={`${listId}-${kind}`} className={css.header}>
          {title}
        </div>
        {own.map((choice) => (
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the line answers every key
          <div
            key={choice.key}
            id={idOf(choice)}
            role="option"
            aria-selected={choice.key === markedKey}
            className={css.item}
            // Keeps the focus in the line.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act(choice)}
          >
            {choice.kind === 'command' ? <CommandLabel {...choice} /> : <SourceLabel {...choice} />}
          </div>
        ))}
      </div>
    );
  }
}

function CommandLabel({ id, title }: Extract<PaletteItem, { kind: 'command' }>) {
  const keys = COMMANDS.find((command) => command.id === id)?.keys ?? null;
  return (
    <>
      <span className={css.title}>{title}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </>
  );
}

function SourceLabel({ row: { title, documentType, dateWritten } }: Extract<PaletteItem, { kind: 'source' }>) {
  return (
    <>
      <FileText size={14} aria-hidden className={css.icon} />
      <span className={css.title}>{title}</span>
      <span className={css.detail}>{[documentType, dateWritten].filter(Boolean).join(' · ')}</span>
    </>
  );
}

export function CommandPalette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onClose} isDismissable className={css.overlay ?? ''}>
      <Modal className={css.modal ?? ''}>
        <FocusReturn />
        <Dialog aria-label={t('Command palette')} className={css.body ?? ''}>
          <PaletteBody onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
