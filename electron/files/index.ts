/** The door of files: a file has its name only when it is whole and on the disk, and takes no other's. Knows no archive. */
export { asDiskFull, codeOf, piecesOf, syncFile, syncFolder, syncHandle } from './durable-files.js';
export { type OnExisting, replaceFileNow, settleFile, temporaryBeside } from './settle-file.js';
export { asWriteFailure, fileExists } from './write-failure.js';
export { writeWhole } from './write-whole.js';
