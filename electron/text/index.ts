/** The door of the text room: pure language tools, over UTF-16 offsets, half-open. */
export { type Folded, fold, foldWord } from './fold.js';
export { withoutInvisible } from './invisible.js';
export { type Mark, type PlainMarkdown, plainMarkdown } from './plain-markdown.js';
export { sentences } from './sentences.js';
export { type Token, tokens } from './tokens.js';
export { urlWords } from './url-words.js';
