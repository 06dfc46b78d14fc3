/** What the tables of `data/vocabularies` say about citing: kinds of documents, generic titles, boxes and folders. */
import types from '../../../data/vocabularies/citation-types.json' with { type: 'json' };
import words from '../../../data/vocabularies/citation-words.json' with { type: 'json' };
import { foldedKey } from '../../archive/index.js';
import type { Description } from '../../contract/index.js';

/** `archival`: kept in one place; `press`: appeared in a periodical; `published`: anything else. */
export type SourceShape = 'archival' | 'press' | 'published';

export interface DocumentKind {
  /** The type of CSL. */
  readonly csl: string;
  readonly shape: SourceShape;
  /** `no`: the creators only took it down or issued it; the manuals begin with the title. */
  readonly byline: 'yes' | 'no';
  readonly isLetter: boolean;
}

interface KindEntry {
  readonly csl: string;
  readonly shape: string;
  readonly byline: string;
  readonly genre?: string;
  readonly words: readonly string[];
}

const UNKNOWN: DocumentKind = { csl: 'manuscript', shape: 'archival', byline: 'yes', isLetter: false };

const ENTRIES = (types.types as readonly KindEntry[])
  .flatMap(({ csl, shape, byline, genre, words: names }) => {
    const kind: DocumentKind = {
      csl,
      shape: shape as SourceShape,
      byline: byline === 'no' ? 'no' : 'yes',
      isLetter: genre === 'letter',
    };
    return names.map((name) => ({ word: foldedKey(name), kind }));
  })
  .sort((left, right) => right.word.length - left.word.length);

const PLAIN_TITLES = types.plainTitles.words.map(foldedKey);
export const PERIODICAL_FIELDS = new Set(types.periodicalFields.words.map(foldedKey));
export const PLACE_FIELDS = new Set(types.placeFields.words.map(foldedKey));

const ANY_KIND = new Set(types.anyKind.words.map(foldedKey));
/** Whether a document type says no more than that there is a document. */
export const namesNothing = (documentType: string): boolean => {
  const folded = foldedKey(documentType);
  return folded === '' || ANY_KIND.has(folded);
};

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);

/** Whether `word` stands in `text` between what is not a letter. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

/** @param documentType as a person wrote it; the longest known words in it decide. @returns null when none is known. */
export function kindOf(documentType: string): DocumentKind | null {
  const folded = foldedKey(documentType);
  return ENTRIES.find(({ word }) => holdsWord(folded, word))?.kind ?? (folded === '' ? null : UNKNOWN);
}

/** What may stand before the kind of document without making a title of it. */
const BEFORE_KIND = /^(?:(?:the|first|second|third|fourth|fifth|draft|final|revised|joint|official|secret|top) )+/;

/** Whether a title only names the kind of document, such as “Memorandum of Telephone Conversation”. */
export function isPlainTitle(title: string): boolean {
  const written = foldedKey(title);
  // “Draft” is a kind itself and may come before another.
  return [written, written.replace(BEFORE_KIND, '')].some((folded) => startsPlainly(folded));
}

function startsPlainly(folded: string): boolean {
  return PLAIN_TITLES.some((word) => folded.startsWith(word) && !isLetter(folded[word.length]));
}

/** @returns the value of the first own field that has one of these names; '' without. */
export function ownField(description: Description, names: ReadonlySet<string>): string {
  const found = Object.entries(description.custom).find(([name, value]) => names.has(foldedKey(name)) && value !== '');
  return found?.[1].trim() ?? '';
}

type ContainerKind = 'box' | 'folder';
type ContainerWords = Readonly<Record<ContainerKind, string>>;

const CONTAINER_WORDS: Readonly<Record<string, ContainerWords>> = words.words;
const OWN_WORDS = new Set(
  [...Object.values(CONTAINER_WORDS).flatMap(({ box, folder }) => [box, folder]), ...words.others].map(foldedKey),
);

/**
 * @param locale BCP 47 tag of the words of the citation. @returns `box 12`; the value alone when it brings its own word
 * (`carton 12`), '' when it is empty. A folder that has a name and no number is quoted: `folder "Navy records, 1944"`.
 */
export function containerLabel(container: ContainerKind, value: string, locale: string): string {
  const text = value.trim();
  if (text === '') return '';
  if (OWN_WORDS.has(foldedKey(text.split(/\s/, 1)[0] ?? ''))) return text;
  const [language = 'en', script] = locale.split('-');
  const label =
    CONTAINER_WORDS[`${language}-${script}`] ?? CONTAINER_WORDS[language] ?? (CONTAINER_WORDS.en as ContainerWords);
  return `${label[container]} ${container === 'folder' && isName(text) ? quoted(text) : text}`;
}

/** `12`, `3 of 5`, `3 (oversize)` are numbers; `Memoranda, 1977` is what somebody wrote on it. */
const isName = (text: string): boolean => /\s/.test(text) && /\p{L}{4}/u.test(text.replace(/\([^)]*\)/g, ''));
/** Straight marks, which citeproc writes as the language of the citation has them. */
const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;
