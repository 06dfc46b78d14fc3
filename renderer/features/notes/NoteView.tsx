/** A loaded note: title, text, and its save status. */
import { openSearchPanel } from '@codemirror/search';
import { Quote, Search } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type Note,
  type NoteId,
  NoteId as NoteIdSchema,
  type NoteReference,
  STYLE_LOCALE,
  type TagId,
  TagId as TagIdSchema,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { type OpenTarget, perform, useCall, useCommand, useShellState } from '../../api/index.js';
import { Button, Tooltip } from '../../ui/index.js';
import { CitationDialog, type EditedCitation } from './CitationDialog.js';
import type { MenuAnchor, NoteHost } from './editor/index.js';
import chips from './NoteChips.module.css';
import { NoteFindBar } from './NoteFindBar.js';
import { NoteMenu } from './NoteMenu.js';
import { NoteStatus, SaveStatus } from './NoteStatus.js';
import text from './NoteText.module.css';
import css from './NoteView.module.css';
import { takePendingFocus } from './open-note-registry.js';
import { useNoteSession, useSaveState } from './use-note-session.js';
import { useNoteText } from './use-note-text.js';

export interface NoteViewProps {
  readonly note: Note;
  readonly isActive: boolean;
  onOpenBeside(place: OpenTarget): void;
  onOpenNote(id: NoteId): void;
  onOpenTag(id: TagId): void;
}

export function NoteView({ note, isActive, onOpenBeside, onOpenNote, onOpenTag }: NoteViewProps) {
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const shell = useShellState();
  const [title, setTitle] = useState(note.title);
  const [find, setFind] = useState<{ readonly calls: number; readonly replaces: boolean } | null>(null);
  const [citation, setCitation] = useState<EditedCitation | null>(null);
  const [menu, setMenu] = useState<MenuAnchor | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const titleField = useRef<HTMLTextAreaElement>(null);
  const preferences = shell.status === 'ready' ? shell.data.preferences : null;
  const isWritable = note.deletedAt === null && info.status === 'ready' && !info.data.readOnly;

  function open({ key, place }: NoteReference): void {
    const [kind, id] = key.split(':');
    if (kind === 'note') onOpenNote(NoteIdSchema.parse(id));
    else if (kind === 'tag') onOpenTag(TagIdSchema.parse(id));
    else if (place) {
      const { sourceId, start, end } = place;
      onOpenBeside({ sourceId, place: start === null || end === null ? null : { start, end } });
    }
  }
  // The editor keeps one host for its life; what it does is always what the page would do now.
  const latest = useRef({ open, preferences });
  useLayoutEffect(() => {
    latest.current = { open, preferences };
  });
  const { host, parts } = useMemo(() => {
    const made: NoteHost = {
      noteId: note.id,
      onChange: () => undefined,
      onBlur: () => undefined,
      openReference: (reference) => latest.current.open(reference),
      lookUp: async (key) => {
        const found = await perform('note.references', { keys: [key] });
        return found.ok ? (found.value[0] ?? null) : null;
      },
      editCitation: (mark) => setCitation({ mark }),
      openMenu: setMenu,
      focusTitle: () => titleField.current?.focus(),
      languages: () => latest.current.preferences?.spelling ?? [],
      citationStyle: () => ({
        style: latest.current.preferences?.citationStyle ?? 'chicago-fullnote-bibliography',
        locale: latest.current.preferences?.citationLocale ?? STYLE_LOCALE,
      }),
    };
    const own = {
      focusTitle: () => titleField.current?.select(),
      // Behind other tabs the page is kept in the document without a size.
      isShown: () => (room.current?.offsetParent ?? null) !== null,
    };
    return { host: made, parts: own };
  }, [note.id]);
  const { editor, session } = useNoteSession(note, host, parts, setTitle);
  const state = useSaveState(session);
  const { words, references } = useNoteText(editor, state, note);

  useLayoutEffect(() => {
    const [parent, around] = [room.current, scroller.current];
    if (!parent) return;
    editor.attach(parent, around);
    return () => editor.detach(around);
  }, [editor]);
  useLayoutEffect(() => editor.setWritable(isWritable), [editor, isWritable]);
  useEffect(() => editor.tellReferences(references), [editor, references]);
  useEffect(() => {
    const wanted = takePendingFocus(note.id);
    if (wanted === 'title') titleField.current?.select();
    else if (wanted === 'text') editor.view()?.focus();
  }, [note.id, editor]);

  const openFind = (replaces: boolean) => {
    const view = editor.view();
    if (view) openSearchPanel(view);
    setFind((known) => ({ calls: (known?.calls ?? 0) + 1, replaces: replaces || (known?.replaces ?? false) }));
  };
  useCommand('find.inDocument', () => openFind(false), { enabled: isActive });
  const cite = () => {
    const view = editor.view();
    if (!view) return;
    const { from, to } = view.state.selection.main;
    const before = view.state.sliceDoc(from - 1, from);
    const lead = before === '' || /[\s([]/.test(before) ? '' : ' ';
    view.focus();
    view.dispatch({
      changes: { from, to, insert: `${lead}@` },
      selection: { anchor: from + lead.length + 1 },
      userEvent: 'input.type',
    });
  };

  return (
    <section className={css.pane} aria-label={t('Note: {title}', { title })} onKeyDown={onKeyDown}>
      <header className={css.bar}>
        <SaveStatus state={state} isWritable={isWritable} />
        <span className={css.words}>{words}</span>
        <Tooltip text={t('Cite a source or a passage')} keys="@">
          <Button variant="icon" aria-label={t('Cite')} isDisabled={!isWritable} onPress={cite}>
            <Quote size={15} aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip text={t('Find and replace')} keys="CmdOrCtrl+F">
          <Button variant="icon" aria-label={t('Find and replace')} onPress={() => openFind(isWritable)}>
            <Search size={15} aria-hidden />
          </Button>
        </Tooltip>
      </header>
      {find ? (
        <NoteFindBar
          editor={editor}
          calls={find.calls}
          replaces={find.replaces}
          isWritable={isWritable}
          isActive={isActive}
          onReplaces={(replaces) => setFind({ ...find, replaces })}
          onClose={() => setFind(null)}
        />
      ) : null}
      <NoteStatus
        note={note}
        state={state}
        session={session}
        isReadOnly={info.status === 'ready' && info.data.readOnly}
      />
      <div ref={scroller} className={css.scroller}>
        <div className={css.sheet}>
          <textarea
            ref={titleField}
            className={css.title}
            aria-label={t('Title of the note')}
            rows={1}
            maxLength={300}
            value={title}
            readOnly={!isWritable}
            placeholder={t('A note needs a title')}
            spellCheck={false}
            onChange={(event) => {
              const next = event.target.value.replace(/\s*\n\s*/g, ' ');
              setTitle(next);
              session.writeTitle(next);
            }}
            onBlur={() => {
              void session.flush();
              if (title.trim() === '') setTitle(note.title);
            }}
            onKeyDown={(event) => {
              const isLast = event.currentTarget.selectionEnd === title.length;
              if (event.nativeEvent.isComposing) return;
              if (event.key !== 'Enter' && !(event.key === 'ArrowDown' && isLast)) return;
              event.preventDefault();
              editor.view()?.focus();
            }}
          />
          <div ref={room} className={`${text.editor} ${chips.parts}`} />
        </div>
      </div>
      <NoteMenu anchor={menu} editor={editor} isWritable={isWritable} onClose={() => setMenu(null)} />
      {citation ? (
        <CitationDialog
          edited={citation}
          editor={editor}
          onClose={() => {
            setCitation(null);
            requestAnimationFrame(() => editor.view()?.focus());
          }}
        />
      ) : null}
    </section>
  );

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key.toLowerCase() === 'h' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      openFind(isWritable);
    }
  }
}
