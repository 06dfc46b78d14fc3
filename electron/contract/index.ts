/** The door of the contract: pure types and schemas, shared by every process. */
export * from './calls.js';
export * from './commands.js';
export * from './description.js';
export * from './events.js';
export * from './ids.js';
export * from './models.js';
export * from './result.js';
export * from './search-fields.js';
export * from './search-models.js';
export * from './verbs.js';
export * from './wire.js';
