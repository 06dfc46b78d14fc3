/**
 * What follows from the workspace: what is active, selected, described, and what a command would act on. Invariant: what
 * a command acts on is on screen.
 */
import type { NoteId, SourceId } from '../../../electron/contract/index.js';
import { activeSource, activeTab } from '../tabs-state.js';
import type { ListArea } from './areas.js';
import type { SourceSelection, Workspace } from './workspace.js';

const NONE: readonly never[] = [];

/** The inspector is about a note, or about sources: the one that is read or those selected. */
export type InspectorSubject =
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'sources'; readonly ids: readonly SourceId[] };

const isShown = ({ area, folded }: Workspace, wanted: ListArea): boolean => area === wanted && !folded.list;

/** Selected in the list of sources, as it stands on screen. */
export const selectedSources = (state: Workspace): readonly SourceId[] =>
  isShown(state, 'sources') ? state.sources.ids : NONE;

/** Selected in the list of notes, as it stands on screen, without those in the bin. */
export const selectedNotes = (state: Workspace): readonly NoteId[] =>
  isShown(state, 'notes') ? state.notes.rows.filter((row) => row.deletedAt === null).map(({ id }) => id) : NONE;

/** Whether it is known that the list now asked for holds what is selected. */
export const isSettled = ({ requestedList, confirmedList }: SourceSelection): boolean =>
  requestedList === confirmedList;

/**
 * The selected sources once the person was in their list last; else what is on top of the tabs, whose tab was activated
 * since. What is selected is described also where nothing on top can be.
 */
export function inspectorSubject(state: Workspace): InspectorSubject {
  const selected = selectedSources(state);
  const chosen = { kind: 'sources', ids: selected } as const;
  if (state.part === 'list' && selected.length > 0) return chosen;
  const tab = activeTab(state.tabs);
  if (tab?.kind === 'note') return { kind: 'note', id: tab.noteId };
  const read = activeSource(state.tabs) ?? (tab?.kind === 'concordance' ? state.concordanceSourceId : null);
  return read === null ? chosen : { kind: 'sources', ids: [read] };
}

/** Commands about sources that are chosen by what stands in the window. */
export type TargetedCommand =
  | 'source.delete'
  | 'collection.new'
  | 'collation.compare'
  | 'source.describe'
  | 'cite.copy'
  | 'text.reread'
  | 'source.ocr'
  | 'pages.gather';

/** The sources that a command would act on now; none of them when they are behind a page. */
export function commandTargets(state: Workspace, command: TargetedCommand): readonly SourceId[] {
  if (state.page !== null) return NONE;
  const selected = isSettled(state.sources) ? selectedSources(state) : NONE;
  switch (command) {
    case 'source.delete':
    case 'collection.new':
    case 'collation.compare':
      return selected;
    case 'source.describe':
    case 'cite.copy':
    case 'text.reread':
    case 'source.ocr':
    case 'pages.gather': {
      const about = inspectorSubject(state);
      // Beside a note those selected can still be cited, though they are not described.
      if (about.kind === 'note') return command === 'source.describe' ? NONE : selected;
      return about.ids === selectedSources(state) ? selected : about.ids;
    }
  }
}
