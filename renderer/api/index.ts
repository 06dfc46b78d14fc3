/** The door of the client: what features and the frame may ask of the contract. */
export { type Announcement, announce, announceFailure, announceWait, dismiss, useAnnouncements } from './announce.js';
export { announceUndoable, dismissUndoneOffers } from './announce-undoable.js';
export { bridge } from './bridge.js';
export { queryClient, refreshOnChange } from './call-cache.js';
export {
  type CallState,
  perform,
  performShell,
  useCall,
  useCalls,
  useEvent,
  useFullList,
  useSaving,
  useShellCall,
} from './client.js';
export { type CommandOptions, runCommand, useCommand, useEnabledCommands } from './command-registry.js';
export { describeFilter, describeMode, type FilterNames } from './describe-query.js';
export { failureMessage } from './failure-messages.js';
export { type DateStyle, formatDate } from './format-date.js';
export { formatPageLabel } from './format-page-label.js';
export type { OpenTarget, PageTarget } from './open-target.js';
export { createStore, type Store, useStore } from './store.js';
export { useJob, useJobs } from './use-jobs.js';
export { saveLayout, setPreferences, useShellState, watchShell } from './use-preferences.js';
