/** The door of the contract: pure types and schemas, shared by every process. */
export * from './annotation-models.js';
export type { Audience, Call } from './call.js';
export * from './calls.js';
export * from './commands.js';
export * from './description.js';
export * from './events.js';
export { ExportOrder, ExportWhat, WORK_FORMATS, WorkFormat } from './export-calls.js';
export * from './ids.js';
export * from './models.js';
export * from './name-key.js';
export * from './note-models.js';
export * from './note-syntax.js';
export * from './result.js';
export * from './search-fields.js';
export * from './search-models.js';
export * from './tag-tree.js';
export * from './verbs.js';
export * from './wire.js';
