/** The public API of spelling within the notes room. */

export { createSpeller, type Speller } from './speller.js';
export { dictionariesOf } from './spelling-languages.js';
export { createSpelling, type SpellingService } from './spelling-service.js';
