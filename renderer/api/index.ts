/** The door of the client: what features and the frame may ask of the contract. */
export { type Announcement, announce, announceFailure, announceWait, dismiss, useAnnouncements } from './announce.js';
export { announceDone } from './announce-done.js';
export { bridge } from './bridge.js';
export {
  type Answer,
  perform,
  performShell,
  useCall,
  useCalls,
  useEvent,
  useSaving,
  useShell,
  useWhole,
} from './calls.js';
export { runCommand, useCommand, useEnabledCommands } from './commands.js';
export { queryClient, refreshOnChange } from './freshness.js';
export { useJob, useJobs } from './jobs.js';
export type { OpenPage, OpenPlace } from './places.js';
export { followShell, rememberLayout, setPreferences, useShellState } from './preferences.js';
export { type DateStyle, sayDate } from './say-date.js';
export { sayPage } from './say-page.js';
export { type FilterNames, sayFilter, sayMode } from './say-query.js';
export { wordFailure } from './wording.js';
