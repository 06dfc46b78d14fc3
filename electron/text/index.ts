/** The API of the text room: pure language tools, over UTF-16 offsets, half-open. */
export type { AlignmentOp, MovedPassage, TextAlignment } from './align/alignment.js';
export { editsOf } from './align/edits.js';
export { foldedLetters, type Letters, letterAt, letterFrom, lettersOf } from './align/letters.js';
export { isInPair, isInWord } from './align/offset-boundaries.js';
export { type Projector, projector } from './align/project-range.js';
export { projectSpans } from './align/project-spans.js';
export { type MatchingRun, seedRuns, type UnitRange } from './align/seeds.js';
export { alignTexts, alignTextsNear } from './align-texts.js';
export { type CodePoints, codePointsOf } from './code-points.js';
export { excerptsAtDifference, type TextExcerpt } from './first-difference.js';
export { type FoldedString, fold, foldWord } from './fold.js';
export { withoutInvisible } from './invisible.js';
export { type MarkdownReplacement, type PlainMarkdown, plainMarkdown } from './plain-markdown.js';
export { plainNote } from './plain-note.js';
export { sentences } from './sentences.js';
export { type TextToken, tokens } from './text-tokens.js';
export { urlWords } from './url-words.js';
export {
  type DateReading,
  findValues,
  type QuantityReading,
  type Sameness,
  sameValue,
  type TimeReading,
  VALUE_LANGUAGES,
  type Value,
  type ValueBound,
  type ValueKind,
  type ValueReading,
} from './values/index.js';
export { findWithheld, type WithheldRanges, withholdingIn } from './withholding/find-withheld.js';
export type { Withheld } from './withholding/withheld.js';
