/**
 * The columns of the catalogue: one number a source in each, so that 50,000 sources take a few megabytes and a facet is
 * counted by adding up. A source keeps its number while the archive is open, also in the bin.
 */
import type { CatalogueRow } from '../../archive/index.js';
import type { SourceId } from '../../contract/index.js';

/** Stands for “no date” in a column of days; days are numbers YYYYMMDD. */
export const NO_DAY = -1;

/** Gives each distinct text a number, from 0 in order of arrival; nothing is forgotten. */
export class ValueDictionary {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Gives each distinct list a number: most sources share theirs (no creator, one tag) with others. */
export class ListDictionary {
  readonly values = new ValueDictionary();
  /** Codes of `values`, each once, by code of the list. */
  readonly lists: (readonly number[])[] = [];
  readonly #codes = new Map<string, number>();

  /** @param json a list of texts; blank ones are passed over. */
  code(json: string): number {
    const known = this.#codes.get(json);
    if (known !== undefined) return known;
    const given = (JSON.parse(json) as string[]).map((value) => value.trim()).filter((value) => value !== '');
    this.#codes.set(json, this.lists.length);
    return this.lists.push([...new Set(given)].map((value) => this.values.code(value))) - 1;
  }
}

const CODES = ['type', 'language', 'creators', 'collections', 'tags', 'paths', 'isLive', 'isGuessed'] as const;
/** `date` is the date written, else the date published. */
const DAYS = [
  'dateMin',
  'dateMax',
  'writtenMin',
  'writtenMax',
  'publishedMin',
  'publishedMax',
  'declassifiedMin',
  'declassifiedMax',
] as const;
type CodeColumn = (typeof CODES)[number];
export type DayColumn = (typeof DAYS)[number];

const FIRST_CAPACITY = 1024;

export class CatalogueColumns {
  readonly types = new ValueDictionary();
  /** BCP 47 tags in their usual spelling; '' when neither given nor guessed. */
  readonly languages = new ValueDictionary();
  readonly creatorLists = new ListDictionary();
  readonly collectionLists = new ListDictionary();
  readonly tagLists = new ListDictionary();
  readonly pathLists = new ListDictionary();
  /** By number of the source. */
  readonly ids: SourceId[] = [];
  liveCount = 0;
  /** Replaced when they grow: do not hold one across a change of the archive. */
  codes = columns(CODES, (length) => new Uint32Array(length), FIRST_CAPACITY);
  days = columns(DAYS, (length) => new Int32Array(length), FIRST_CAPACITY);
  readonly #numbers = new Map<SourceId, number>();
  readonly #spellings = new Map<string, string>();
  #capacity = FIRST_CAPACITY;

  /** @returns -1 for a source that is unknown or in the bin. */
  numberOf(id: SourceId): number {
    const number = this.#numbers.get(id) ?? -1;
    return number >= 0 && this.codes.isLive[number] === 1 ? number : -1;
  }

  put(row: CatalogueRow): void {
    const number = this.#number(row.id);
    const { codes, days } = this;
    if (codes.isLive[number] === 0) this.liveCount += 1;
    codes.isLive[number] = 1;
    codes.type[number] = this.types.code(row.documentType.trim());
    codes.language[number] = this.languages.code(this.#spelling(row.language) || (row.guessedLanguage ?? ''));
    codes.isGuessed[number] = row.language.trim() === '' && row.guessedLanguage ? 1 : 0;
    codes.creators[number] = this.creatorLists.code(row.creators);
    codes.collections[number] = this.collectionLists.code(row.collections);
    codes.tags[number] = this.tagLists.code(allTags(row));
    codes.paths[number] = this.pathLists.code(row.paths);
    days.dateMin[number] = (row.isWritten ? row.writtenMin : row.publishedMin) ?? NO_DAY;
    days.dateMax[number] = (row.isWritten ? row.writtenMax : row.publishedMax) ?? NO_DAY;
    days.writtenMin[number] = row.writtenMin ?? NO_DAY;
    days.writtenMax[number] = row.writtenMax ?? NO_DAY;
    days.publishedMin[number] = row.publishedMin ?? NO_DAY;
    days.publishedMax[number] = row.publishedMax ?? NO_DAY;
    days.declassifiedMin[number] = row.declassifiedMin ?? NO_DAY;
    days.declassifiedMax[number] = row.declassifiedMax ?? NO_DAY;
  }

  /** For a source that went into the bin. */
  remove(id: SourceId): void {
    const number = this.numberOf(id);
    if (number < 0) return;
    this.codes.isLive[number] = 0;
    this.liveCount -= 1;
  }

  #number(id: SourceId): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.#numbers.set(id, number);
    if (number >= this.#capacity) {
      this.#capacity *= 2;
      for (const name of CODES) this.codes[name] = enlarged(this.codes[name], new Uint32Array(this.#capacity));
      for (const name of DAYS) this.days[name] = enlarged(this.days[name], new Int32Array(this.#capacity));
    }
    return number;
  }

  /** `sr-latn` and `sr-Latn` are one language; what is no tag stays as it was written. */
  #spelling(language: string): string {
    const known = this.#spellings.get(language);
    if (known !== undefined) return known;
    const spelled = spelling(language.trim());
    this.#spellings.set(language, spelled);
    return spelled;
  }
}

/** JSON list: the tags of a source and of its passages, each once, so that equal lists are equal texts. */
function allTags({ tags, passageTags }: CatalogueRow): string {
  if (passageTags === '[]') return tags;
  return JSON.stringify([...new Set<string>([...JSON.parse(tags), ...JSON.parse(passageTags)])].sort());
}

function spelling(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

function columns<Name extends CodeColumn | DayColumn, A>(
  names: readonly Name[],
  make: (length: number) => A,
  length: number,
): Record<Name, A> {
  return Object.fromEntries(names.map((name) => [name, make(length)])) as Record<Name, A>;
}

function enlarged<A extends Uint32Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
