/** The public API of the files room: a file gets its name only when it is whole and on the disk, and never that of another. Knows no archive. The log of incidents, which all processes share, is here too. */
export {
  asDiskFull,
  readChunks,
  syncFile,
  syncFolder,
  syncHandle,
  syncOpenFile,
  systemErrorCode,
} from './durable-files.js';
export {
  createIncidentLog,
  describeOutput,
  describeThrown,
  type IncidentLog,
  type IncidentLogOptions,
  writeIncident,
} from './incident-log.js';
export { createKeyedLock, type KeyedLock } from './keyed-lock.js';
export { type OnExisting, renameIntoPlace, replaceFileSync, temporaryBeside } from './rename-into-place.js';
export { writeAtomically } from './write-atomically.js';
export { asWriteFailure, fileExists } from './write-failure.js';
