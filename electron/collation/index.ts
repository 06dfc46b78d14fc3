/** The API of the collation room: collations, what comes out of them, and which sources ask for one. */
export type { OnProgress } from './collate.js';
export { type CollationEngine, createCollationEngine, type WordLookup } from './collation-engine.js';
export { type CollationPool, createCollationPool } from './collation-pool.js';
export { type Collations, type CollationsOptions, createCollations } from './collations.js';
export { createNearDuplicates, type NearDuplicates } from './near/near-duplicates.js';
export { createReadingTransfer, type ReadingTransfer } from './reading-transfer.js';
