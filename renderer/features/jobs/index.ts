/** Jobs in the window: the running ones in the status line, and a sheet with progress and report for each. */
export { JobSheet, type JobSheetProps } from './JobSheet.js';
export { JobsStatus, type JobsStatusProps } from './JobsStatus.js';
