/** The door of spelling within the notes room. */
export { dictionariesOf } from './languages.js';
export { createSpeller, type Speller } from './speller.js';
export { createSpelling, type Spelling } from './spelling.js';
