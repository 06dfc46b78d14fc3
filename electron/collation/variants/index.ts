/** The door of variants within the collation room. */
export { type Knowledge, NOTHING_KNOWN } from './knowledge.js';
export { formsAsked, type NamedPin, type Variants, variantsOf } from './variants.js';
