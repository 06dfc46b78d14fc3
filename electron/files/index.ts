/** The door of files: a file has its name only when it is whole and on the disk, and takes no other's. Knows no archive. The log of incidents, which all processes share, is here too. */
export { asDiskFull, codeOf, piecesOf, syncFile, syncFolder, syncHandle } from './durable-files.js';
export {
  createIncidentLog,
  describeOutput,
  describeThrown,
  type IncidentLog,
  type IncidentLogOptions,
  writeIncident,
} from './incident-log.js';
export { type OnExisting, replaceFileNow, settleFile, temporaryBeside } from './settle-file.js';
export { asWriteFailure, fileExists } from './write-failure.js';
export { writeWhole } from './write-whole.js';
