/** Puts what a file says of itself into the elements of a description: trimmed, without doubles, within their bounds. */
import type { Description } from '../contract/index.js';
import { toEdtf } from './edtf-date.js';

const MAX_UNITS = 4_000;
const MAX_ENTRIES = 200;

/** Candidates in order of trust; the first that says something is taken. */
export interface DescriptionCandidates {
  readonly title?: readonly (string | null | undefined)[];
  readonly creators?: readonly (string | null | undefined)[];
  readonly language?: readonly (string | null | undefined)[];
  readonly datePublished?: readonly (string | null | undefined)[];
  readonly dateWritten?: readonly (string | null | undefined)[];
  readonly url?: readonly (string | null | undefined)[];
}

/** @returns only the elements for which a usable value was found. */
export function chooseDescription(candidates: DescriptionCandidates): Partial<Description> {
  const description: Partial<Description> = {};
  const title = first(candidates.title, oneLine);
  if (title) description.title = title;
  const creators = [...new Set((candidates.creators ?? []).map(oneLine).filter((name) => name !== null))];
  if (creators.length > 0) description.creators = creators.slice(0, MAX_ENTRIES);
  const language = first(candidates.language, languageTag);
  if (language) description.language = language;
  const published = first(candidates.datePublished, date);
  if (published) description.datePublished = published;
  const written = first(candidates.dateWritten, date);
  if (written) description.dateWritten = written;
  const url = first(candidates.url, webAddress);
  if (url) description.url = url;
  return description;
}

type CandidateValue = string | null | undefined;

function first(
  values: readonly CandidateValue[] | undefined,
  accept: (value: CandidateValue) => string | null,
): string | null {
  for (const value of values ?? []) {
    const accepted = accept(value);
    if (accepted) return accepted;
  }
  return null;
}

function oneLine(value: CandidateValue): string | null {
  const line = (value ?? '')
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .toWellFormed();
  return line === '' ? null : line.slice(0, MAX_UNITS).toWellFormed();
}

const date = (value: CandidateValue) => (value ? toEdtf(value) : null);

function languageTag(value: CandidateValue): string | null {
  try {
    return Intl.getCanonicalLocales((value ?? '').trim().replace(/_/g, '-'))[0] ?? null;
  } catch (error) {
    // Not a language tag: files say `lang="english"` and worse.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function webAddress(value: CandidateValue): string | null {
  const address = (value ?? '').trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address) || address.length > MAX_UNITS) return null;
  return address;
}
