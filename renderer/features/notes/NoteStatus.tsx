/** The status of a note: saved or not and why, in the bin, changed elsewhere; each with its actions. */
import { Check, CloudAlert, LoaderCircle, Lock } from 'lucide-react';
import type { Note } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, perform } from '../../api/index.js';
import { Button, Notice } from '../../ui/index.js';
import css from './NoteView.module.css';
import type { NoteSession, SaveState } from './note-session.js';

/** Seen at a glance; only what goes wrong is read out. */
export function SaveStatus({ state, isWritable }: { readonly state: SaveState; readonly isWritable: boolean }) {
  if (!isWritable && state.kind === 'saved') {
    return (
      <span className={css.saved}>
        <Lock size={13} aria-hidden />
        {t('For reading')}
      </span>
    );
  }
  switch (state.kind) {
    case 'saved':
      return (
        <span className={css.saved} data-state="saved">
          <Check size={13} aria-hidden />
          {t('Saved')}
        </span>
      );
    case 'waiting':
    case 'saving':
      return (
        <span className={css.saved} data-state="saving">
          <LoaderCircle size={13} aria-hidden />
          {t('Saving…')}
        </span>
      );
    case 'failed':
    case 'apart':
      return (
        <span className={`${css.saved} ${css.unsaved}`} data-state="unsaved">
          <CloudAlert size={13} aria-hidden />
          {t('Not saved')}
        </span>
      );
  }
}

export interface NoteStatusProps {
  readonly note: Note;
  readonly state: SaveState;
  readonly session: NoteSession;
  readonly isReadOnly: boolean;
}

export function NoteStatus({ note, state, session, isReadOnly }: NoteStatusProps) {
  return (
    <>
      {note.deletedAt !== null ? (
        <div className={css.notice}>
          <Notice
            tone="caution"
            title={t('This note is in the bin')}
            action={
              isReadOnly ? null : (
                <Button size="small" onPress={() => void perform('note.restore', { ids: [note.id] })}>
                  {t('Restore')}
                </Button>
              )
            }
          >
            {t('It can be read. Restore it to write in it.')}
          </Notice>
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <div className={css.notice} role="alert">
          <Notice
            tone="problem"
            title={t('Not saved: {title}', { title: failureMessage(state.failure).title })}
            action={
              <Button size="small" onPress={() => void session.flush()}>
                {t('Try again')}
              </Button>
            }
          >
            {t('{remedy} What you wrote stays on this page.', { remedy: failureMessage(state.failure).remedy })}
          </Notice>
        </div>
      ) : null}
      {state.kind === 'apart' ? (
        <div className={css.notice} role="alert">
          <Notice
            tone="caution"
            title={t('This note was changed elsewhere, at the same place')}
            action={
              <>
                <Button size="small" onPress={session.keepMine}>
                  {t('Keep what is here')}
                </Button>
                <Button size="small" onPress={session.takeTheirs}>
                  {t('Take the other')}
                </Button>
              </>
            }
          >
            {t('Nothing is lost: what is kept is saved, and undo brings back the other.')}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
