/** The API of variants within the collation room. */
export { type Knowledge, NOTHING_KNOWN } from './knowledge.js';
export { formsToLookUp, type NamedPin, type Variants, variantsOf } from './variant-blocks.js';
