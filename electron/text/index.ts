/** The door of the text room: pure language tools, over UTF-16 offsets, half-open. */
export type { AlignmentOp, Move, TextAlignment } from './align/alignment.js';
export { editsOf } from './align/edits.js';
export { foldedLetters, type Letters, letterAt, letterFrom, lettersOf } from './align/letters.js';
export { isInPair, isInWord } from './align/places.js';
export { type Projector, projector } from './align/project-range.js';
export { projectSpans } from './align/project-spans.js';
export { type Run, type Stretch, seedRuns } from './align/seeds.js';
export { alignTexts, alignTextsNear } from './align-texts.js';
export { type CodePoints, codePointsOf } from './code-points.js';
export { excerptsAtDifference, type TextExcerpt } from './first-difference.js';
export { type Folded, fold, foldWord } from './fold.js';
export { withoutInvisible } from './invisible.js';
export { type Mark, type PlainMarkdown, plainMarkdown } from './plain-markdown.js';
export { plainNote } from './plain-note.js';
export { sentences } from './sentences.js';
export { type Token, tokens } from './tokens.js';
export { urlWords } from './url-words.js';
export {
  type Bound,
  type DateReading,
  findValues,
  type QuantityReading,
  type Reading,
  type Sameness,
  sameValue,
  type TimeReading,
  VALUE_LANGUAGES,
  type Value,
  type ValueKind,
} from './values/index.js';
export { findWithheld, type Withholding, withholdingIn } from './withholding/find-withheld.js';
export type { Withheld } from './withholding/mark.js';
