/** The door of the collation room: collations, what comes out of them, and which sources ask for one. */
export type { OnProgress } from './collate.js';
export { type Collating, createCollating, type WordsKnown } from './collating.js';
export { type CollatingPool, createCollatingPool } from './collating-pool.js';
export { type Collations, type CollationsOptions, createCollations } from './collations.js';
export { createNearDuplicates, type NearDuplicates } from './near/near-duplicates.js';
export { createTakingOver, type TakingOver } from './taking-over.js';
