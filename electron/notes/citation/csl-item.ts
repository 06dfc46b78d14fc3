/**
 * A source as CSL-JSON, for every style and for other programs. What the description does not say is absent, and named
 * by `missing`; nothing is made up.
 */
import { foldedKey } from '../../archive/index.js';
import {
  DESCRIPTION_ELEMENTS,
  type Description,
  type DescriptionElement,
  type Source,
  type SourceId,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type CslDate, readDate } from './csl-dates.js';
import {
  containerLabel,
  type DocumentKind,
  isPlainTitle,
  kindOf,
  namesNothing,
  ownField,
  PERIODICAL_FIELDS,
  type SourceShape,
} from './document-kinds.js';
import { type CslName, mainWord, type ReadName, readName } from './read-name.js';
import { repositoryOf } from './repository.js';

/** The variables of CSL that Fonds fills. Source: CSL 1.0.2, appendix IV. */
export interface CslItem {
  readonly id: SourceId;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly recipient?: readonly CslName[];
  readonly issued?: CslDate;
  readonly genre?: string;
  readonly 'container-title'?: string;
  readonly archive?: string;
  readonly 'archive-place'?: string;
  /** Reference code, box, folder, series and collection. */
  readonly archive_location?: string;
  readonly language?: string;
  readonly URL?: string;
}

/** What a layout for archival sources asks beyond CSL; see `archival-layouts.ts`. */
export interface CitedSource {
  readonly csl: CslItem;
  readonly shape: SourceShape;
  readonly byline: DocumentKind['byline'];
  readonly isPlainTitle: boolean;
  /** So short that “to Jane Doe” can follow it: `Telegram 12`, `Letter of George Creel`. */
  readonly isBriefTitle: boolean;
  /** The title already says whose it is: “Letter of President Đorđinović”. */
  readonly titleNamesAuthor: boolean;
  readonly datePrecision: 'year' | 'finer';
  readonly collection: string;
  readonly series: string;
  /** Reference code, box and folder, as far as there are any. */
  readonly shelf: readonly string[];
  readonly isLetter: boolean;
  /** Neither title nor author nor kind: it is known by where it lies. */
  readonly isNameless: boolean;
  /** Labels of elements that are empty and that a full citation has. */
  readonly missing: readonly string[];
  /** Names that were taken whole, for reasons that may be wrong, each in a sentence. */
  readonly guessed: readonly string[];
}

const BRIEF_WORDS = 5;
const NEWSPAPER = t('Newspaper or journal');
const PLACE = 'Place';

const labelOf = (element: DescriptionElement): string =>
  DESCRIPTION_ELEMENTS.find(([name]) => name === element)?.[1] ?? element;
const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<!\.)\.$/, '')
    .trim();

/** Only what says something: CSL takes an empty text for a text. */
const filled = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as Partial<T>;

/** What kind it is by its document type; without one by what the description holds. */
function kindOfSource(description: Description): DocumentKind {
  const kind = kindOf(description.documentType);
  const { repository, fonds, box, folder, referenceCode, url } = description;
  const isKept = [repository, fonds, box, folder, referenceCode].some((value) => value.trim() !== '');
  if (kind === null) {
    const isPage = !isKept && url !== '';
    return isPage
      ? { csl: 'webpage', shape: 'published', byline: 'yes', isLetter: false }
      : { csl: 'manuscript', shape: 'archival', byline: 'yes', isLetter: false };
  }
  // A speech that is known from a page of the web is not in an archive.
  return kind.shape === 'archival' && !isKept && url !== '' ? { ...kind, shape: 'published' } : kind;
}

function shelfOf({ box, folder, referenceCode }: Description, locale: string): string[] {
  const parts = [referenceCode.trim(), containerLabel('box', box, locale), containerLabel('folder', folder, locale)];
  return parts.filter((part) => part !== '');
}

/** `Memorandum of Conversation` is no name; `NSC memo` keeps its capitals. */
const kindInText = (documentType: string): string =>
  documentType.replace(/\p{L}+/gu, (word) =>
    word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase(),
  );

/** A language that is not known is taken for that of the citation, but letters that are not Latin are left as they are. */
function languageOf({ description, guessedLanguage }: Source): string {
  const known = description.language || guessedLanguage || '';
  return known === '' && /\P{Script=Latin}/u.test(description.title.replace(/[^\p{L}]/gu, '')) ? 'und' : known;
}

function missingOf(
  description: Description,
  kind: DocumentKind,
  found: { readonly container: string; readonly place: string; readonly naming: 'named' | 'nameless' },
): string[] {
  const empty = (...elements: readonly DescriptionElement[]): string[] =>
    elements.filter((element) => [description[element]].flat().join('').trim() === '').map(labelOf);
  const byline = kind.byline === 'yes' ? empty('creators') : [];
  if (kind.shape === 'published') return [...empty('title'), ...byline, ...datesMissing(description)];
  if (kind.shape === 'press') {
    return [...empty('title'), ...byline, ...(found.container === '' ? [NEWSPAPER] : []), ...datesMissing(description)];
  }
  const { box, folder, referenceCode } = description;
  const hasCode = box.trim() === '' && folder.trim() === '' && referenceCode.trim() !== '';
  return [
    ...(found.naming === 'nameless' ? [labelOf('title')] : []),
    ...byline,
    ...empty('dateWritten'),
    ...(hasCode ? [] : empty('box', 'folder')),
    ...empty('fonds', 'repository'),
    ...(found.place === '' ? [PLACE] : []),
  ];
}

const datesMissing = ({ datePublished, dateWritten }: Description): string[] =>
  datePublished === '' && dateWritten === '' ? [labelOf('datePublished')] : [];

/** @param locale BCP 47 tag of the language that “box” and “folder” are said in. */
export function readSource(source: Source, locale: string): CitedSource {
  const { description } = source;
  const kind = kindOfSource(description);
  const isArchival = kind.shape === 'archival';
  const title = clean(description.title);
  const creators = description.creators.map(readName).filter((read) => read !== null);
  const names = creators.map(({ name }) => name);
  const { archive, place } = repositoryOf(description);
  const { fonds, dateWritten, datePublished, url } = description;
  const series = isArchival ? description.series.trim() : '';
  const written = isArchival ? dateWritten : datePublished || dateWritten;
  const date = readDate(written);
  const shelf = shelfOf(description, locale);
  const container = kind.shape === 'press' ? ownField(description, PERIODICAL_FIELDS) || description.series.trim() : '';
  // Who took a record down sent it to nobody.
  const isSent = isArchival && kind.byline === 'yes';
  const recipients = isSent ? description.recipients.map(readName).filter((read) => read !== null) : [];
  // A title that is no more than the kind (“Telegram”) says less than who wrote to whom.
  const isTitled = title !== '' && !(recipients.length > 0 && foldedKey(title) === foldedKey(description.documentType));
  const words = foldedKey(isTitled ? title : '');
  const namedInTitle = ({ name }: ReadName): boolean => words.includes(foldedKey(mainWord(name)));
  const addressed = recipients.filter((read) => !namedInTitle(read)).map(({ name }) => name);
  const isNamed = title !== '' || (names.length > 0 && addressed.length > 0);
  const isNameless = isArchival && title === '' && addressed.length === 0 && namesNothing(description.documentType);
  const isPlain = isPlainTitle(title) || foldedKey(title) === foldedKey(description.documentType);
  const csl = {
    id: source.id,
    type: kind.csl,
    ...filled({
      title: isTitled ? title : '',
      author: names,
      recipient: addressed,
      genre: isArchival && !namesNothing(description.documentType) ? kindInText(clean(description.documentType)) : '',
      'container-title': container,
      archive: isArchival ? archive : '',
      'archive-place': isArchival ? place : '',
      archive_location: isArchival ? [...shelf, series, fonds.trim()].filter((part) => part !== '').join(', ') : '',
      language: languageOf(source),
      URL: url.trim(),
    }),
    ...(date ? { issued: date.date } : {}),
  } as CslItem;
  return {
    csl,
    shape: kind.shape,
    byline: kind.byline,
    isPlainTitle: isPlain,
    isBriefTitle: isPlain && !/[:;,]/.test(title) && title.split(' ').length <= BRIEF_WORDS,
    titleNamesAuthor: creators.length > 0 && creators.every(namedInTitle),
    datePrecision: date?.precision ?? 'year',
    collection: fonds.trim(),
    series,
    shelf,
    isLetter: kind.isLetter,
    isNameless: isNameless && (names.length === 0 || kind.byline === 'no'),
    missing: missingOf(description, kind, { container, place, naming: isNamed ? 'named' : 'nameless' }),
    guessed: [...creators, ...recipients].flatMap(({ guess }) => guess ?? []),
  };
}

/** A source as CSL-JSON that other programs read, with “box” and “folder” in English. */
export const toCsl = (source: Source): CslItem => readSource(source, 'en-US').csl;
