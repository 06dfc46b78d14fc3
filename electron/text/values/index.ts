/** Values that texts state, in whatever way they are written. */
export { findValues } from './find-values.js';
export { VALUE_LANGUAGES } from './languages/index.js';
export { type Sameness, sameValue } from './same-value.js';
export type { DateReading, QuantityReading, TimeReading, Value, ValueBound, ValueKind, ValueReading } from './value.js';
