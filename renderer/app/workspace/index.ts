/** The door of the workspace. */
export type { ListArea, PaneName } from './areas.js';
export { type InspectorSubject, isSettled } from './selectors.js';
export { useWorkspace } from './use-workspace.js';
export type { FocusRequest, NoteSelection, SourceSelection, WorkspaceAction } from './workspace.js';
