/** The notes that a search finds, quietly above the sources: the best few, and all of them when one asks. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { NoteHit, NoteId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, formatCount } from '../../ui/index.js';
import css from './NoteResults.module.css';
import { markSnippet } from './ResultRows.js';

/** Notes shown until one asks for more. */
const FIRST_NOTES = 3;
/** The most that a search tells of. */
const MAX_COUNTED = 50;

export interface NoteResultsProps {
  readonly notes: readonly NoteHit[];
  /** `left-over`: of an earlier line, while the one that stands there cannot be read. */
  readonly state: 'current' | 'left-over';
  onOpenNote(id: NoteId): void;
}

export function NoteResults({ notes, state, onOpenNote }: NoteResultsProps) {
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const headingId = useId();
  if (notes.length === 0) return null;
  const hidden = notes.length - FIRST_NOTES;
  const count = formatCount(notes.length);

  return (
    <section className={css.notes} aria-labelledby={headingId} data-state={state}>
      <div className={css.head}>
        <h2 id={headingId} className={css.heading}>
          {notes.length < MAX_COUNTED ? t('Notes ({count})', { count }) : t('Notes (the best {count})', { count })}
        </h2>
        {hidden > 0 ? (
          <Button variant="link" size="small" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? t('Only the best') : t('{hidden} more', { hidden: formatCount(hidden) })}
          </Button>
        ) : null}
      </div>
      <ul ref={list} className={css.list}>
        {(isWhole ? notes : notes.slice(0, FIRST_NOTES)).map((note) => (
          <li key={note.noteId}>
            <button type="button" className={css.note} onClick={() => onOpenNote(note.noteId)} onKeyDown={walk}>
              <span className={css.title} dir="auto">
                {note.title}
              </span>
              {note.snippets.slice(0, 1).map((snippet) => (
                <span key={snippet.start} className={css.snippet} dir="auto">
                  {markSnippet(snippet)}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

  /** The arrow keys go from note to note, as they go from hit to hit below. */
  function walk(event: KeyboardEvent<HTMLButtonElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(event.currentTarget) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
