/** The door of text analysis: pure, no archive, no files. */
export { type AnalyzedToken, type Analyzer, createAnalyzer, type TokenVisitor } from './analyzer.js';
export { type Certainty, certaintyOf, detectLanguage } from './detect-language.js';
export { languageName } from './language-names.js';
export type { Spelling } from './spellings.js';
export type { TypedTerm } from './typed-terms.js';
