/** The list of notes: sorted, filtered, with its bin. What is selected is moved, restored and opened from here. */
import { ArrowDownUp, FilePlus, NotebookPen, RotateCcw, Search, Trash2 } from 'lucide-react';
import { useDeferredValue, useLayoutEffect, useState } from 'react';
import type { Input, NoteId, NoteRow } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, failureMessage, perform, runCommand, useCall, useCommand } from '../../api/index.js';
import {
  Button,
  ContextMenu,
  EmptyState,
  ErrorState,
  Loading,
  Menu,
  MenuItem,
  MenuRule,
  MenuSection,
  PaneHeader,
  SearchField,
  Toolbar,
  Tooltip,
} from '../../ui/index.js';
import { NoteList } from './NoteList.js';
import css from './NotesPane.module.css';
import { focusNote } from './open-note-registry.js';
import { RenameNoteDialog } from './RenameNoteDialog.js';

export interface NotesPaneProps {
  readonly selected: readonly NoteRow[];
  /** The note on top of the tabs; null when none is. */
  readonly activeId: NoteId | null;
  onOpen(id: NoteId): void;
  /** Another list is asked for. Called with one string for each filter. */
  onListRequested(list: string): void;
  /** @param list the one that the rows stand in. */
  onSelect(list: string, rows: readonly NoteRow[]): void;
}

type NoteSort = NonNullable<Input<'note.list'>['sort']>;
const SORTS: readonly { readonly by: NoteSort; readonly label: string }[] = [
  { by: 'changed', label: t('Last changed') },
  { by: 'title', label: t('Title') },
  { by: 'created', label: t('Last made') },
];

export function NotesPane({ selected, activeId, onOpen, onListRequested, onSelect }: NotesPaneProps) {
  const [sort, setSort] = useState<NoteSort>('changed');
  const [isBin, setBin] = useState(false);
  const [line, setLine] = useState('');
  const [hasFocus, setFocus] = useState(false);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [renaming, setRenaming] = useState<NoteRow | null>(null);
  const contains = useDeferredValue(line).trim();
  const query = { sort, ...(contains === '' ? {} : { contains }), ...(isBin ? { inBin: true } : {}) };
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const first = useCall('note.list', { ...query, offset: 0, limit: 1 }, { keepPrevious: true });
  const isReadOnly = info.status === 'ready' && info.data.readOnly;
  const canChange = selected.length > 0 && !isReadOnly;

  const listName = JSON.stringify([contains, isBin]);
  const select = (rows: readonly NoteRow[]) => onSelect(listName, rows);
  // Before anything is drawn: a key that is pressed now is for the list that is asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the list is reported
  useLayoutEffect(() => onListRequested(listName), [listName]);

  const open = (row: NoteRow, from: 'key' | 'pointer') => {
    if (from === 'key') focusNote(row.id, 'text');
    onOpen(row.id);
  };
  const moveToBin = async () => {
    if (!canChange || isBin) return;
    const done = await perform('note.delete', { ids: selected.map(({ id }) => id) });
    if (!done.ok) return;
    void announceUndoable(
      t('{count, plural, one {Note moved to the bin} other {# notes moved to the bin}}', { count: selected.length }),
    );
    select([]);
  };
  const restore = async () => {
    const done = await perform('note.restore', { ids: selected.map(({ id }) => id) });
    if (done.ok) select([]);
  };
  // Delete in a text that is read must not take a note that is selected here.
  useCommand('source.delete', () => void moveToBin(), { enabled: hasFocus && canChange && !isBin });

  return (
    <section className={css.pane} aria-label={t('Notes')} tabIndex={-1} data-entry>
      <PaneHeader
        title={isBin ? t('Bin of notes') : t('Notes')}
        detail={first.status === 'ready' ? <span role="status">{first.data.total.toLocaleString('en-GB')}</span> : null}
      >
        <Toolbar label={t('List of notes')}>
          <Menu
            label={t('Sort by')}
            trigger={
              <Button
                variant="icon"
                aria-label={t('Sorted by {label}, change', { label: SORTS.find(({ by }) => by === sort)?.label ?? '' })}
              >
                <ArrowDownUp size={15} aria-hidden />
              </Button>
            }
          >
            <MenuSection title={t('Sort by')}>
              {SORTS.map(({ by, label }) => (
                <MenuItem key={by} isChecked={by === sort} onAction={() => setSort(by)}>
                  {label}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuRule />
            <MenuItem isChecked={isBin} onAction={() => setBin(!isBin)}>
              {t('Show the bin')}
            </MenuItem>
          </Menu>
          <Tooltip text={t('New note')} keys="CmdOrCtrl+N">
            <Button
              variant="icon"
              aria-label={t('New note')}
              isDisabled={isReadOnly}
              onPress={() => void runCommand('note.new')}
            >
              <FilePlus size={15} aria-hidden />
            </Button>
          </Tooltip>
        </Toolbar>
      </PaneHeader>
      <div className={css.filter}>
        <SearchField
          label={t('Filter notes by their words')}
          placeholder={t('Filter by words')}
          value={line}
          onChange={setLine}
        />
      </div>
      {content()}
      <ContextMenu
        at={menuAt}
        label={t('{count, plural, one {# note} other {# notes}}', { count: selected.length })}
        onClose={() => setMenuAt(null)}
      >
        {menuItems()}
      </ContextMenu>
      {renaming ? <RenameNoteDialog note={renaming} onClose={() => setRenaming(null)} /> : null}
    </section>
  );

  function content() {
    if (first.status === 'loading') return <Loading>{t('Reading the list')}</Loading>;
    if (first.status === 'error') return <ErrorState {...failureMessage(first.error)} retry={first.retry} />;
    if (first.data.total === 0) return emptyState();
    return (
      <NoteList
        label={isBin ? t('Notes in the bin') : t('Notes')}
        total={first.data.total}
        query={query}
        selected={selected}
        activeId={activeId}
        onSelect={select}
        onOpen={open}
        onRename={(row) => !isReadOnly && !isBin && setRenaming(row)}
        onMenu={setMenuAt}
        onFocusChange={setFocus}
      />
    );
  }

  function emptyState() {
    if (contains !== '') {
      return (
        <EmptyState
          icon={<Search size={24} strokeWidth={1.5} />}
          title={t('No note has these words')}
          action={<Button onPress={() => setLine('')}>{t('Clear the filter')}</Button>}
        >
          {t('The filter looks at titles and texts of notes, whatever their case and accents.')}
        </EmptyState>
      );
    }
    if (isBin) {
      return (
        <EmptyState
          icon={<Trash2 size={24} strokeWidth={1.5} />}
          title={t('The bin is empty')}
          action={<Button onPress={() => setBin(false)}>{t('Show the notes')}</Button>}
        />
      );
    }
    return (
      <EmptyState
        icon={<NotebookPen size={28} strokeWidth={1.5} />}
        title={t('No notes yet')}
        action={
          isReadOnly ? null : (
            <>
              <Button variant="primary" onPress={() => void runCommand('note.new')}>
                {t('New note')}
              </Button>
              <Button onPress={() => void runCommand('note.newFrom')}>{t('From a template…')}</Button>
            </>
          )
        }
      >
        {t(
          'A note cites sources and passages, and leads back to the very words. Select a passage and press Ctrl+Shift+Q to quote it.',
        )}
      </EmptyState>
    );
  }

  function menuItems() {
    const one = selected.length === 1 ? selected[0] : undefined;
    if (isBin) {
      return (
        <>
          <MenuItem isDisabled={!one} keys="Enter" onAction={() => one && open(one, 'key')}>
            {t('Read')}
          </MenuItem>
          <MenuItem icon={<RotateCcw size={14} />} isDisabled={!canChange} onAction={() => void restore()}>
            {t('Restore from the bin')}
          </MenuItem>
        </>
      );
    }
    return (
      <>
        <MenuItem isDisabled={!one} keys="Enter" onAction={() => one && open(one, 'key')}>
          {t('Open')}
        </MenuItem>
        <MenuItem isDisabled={!one || !canChange} keys="F2" onAction={() => one && setRenaming(one)}>
          {t('Rename…')}
        </MenuItem>
        <MenuRule />
        <MenuItem icon={<Trash2 size={14} />} keys="Delete" isDisabled={!canChange} onAction={() => void moveToBin()}>
          {t('Move to bin')}
        </MenuItem>
      </>
    );
  }
}
