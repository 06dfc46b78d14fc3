/** The API of text analysis: pure, no archive, no files. */
export { isCapitalsTerm } from './acronyms.js';
export type { AlternateSpelling } from './alternate-spellings.js';
export type { AnalyzedToken } from './analyze-word.js';
export { type Analyzer, createAnalyzer, type TokenVisitor } from './analyzer.js';
export { wordsAndBigrams } from './bigrams.js';
export { clusterEnd, isOneUnspaced, isUnspaced } from './characters.js';
export { type Certainty, certaintyOf, detectLanguage } from './detect-language.js';
export { languageName } from './language-names.js';
export { positionLength } from './position-length.js';
export type { TypedTerm } from './typed-terms.js';
export type { TypedWord } from './typed-words.js';
