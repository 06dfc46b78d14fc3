/** The door of the workspace. */
export type { ListArea, PaneName } from './areas.js';
export { type Described, isSettled } from './selectors.js';
export { useWorkspace } from './use-workspace.js';
export type { Arrival, NoteSelection, SourceSelection, WorkspaceAction } from './workspace.js';
