/** The door of text analysis: pure, no archive, no files. */
export { isCapitalsTerm } from './acronyms.js';
export { type Analyzer, createAnalyzer, type TokenVisitor } from './analyzer.js';
export { clusterEnd, isOneUnspaced, isUnspaced } from './characters.js';
export { type Certainty, certaintyOf, detectLanguage } from './detect-language.js';
export { numbersOf } from './form-numbers.js';
export { languageName } from './language-names.js';
export { wordsAndPairs } from './pair-words.js';
export type { AnalyzedToken } from './read-word.js';
export type { Spelling } from './spellings.js';
export type { TypedTerm } from './typed-terms.js';
export type { TypedWord } from './typed-words.js';
