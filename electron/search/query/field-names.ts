/** Tells which word before a colon names a field, and what may have been meant by one that does not. */
import { INDEX_FIELDS, SEARCH_FIELDS, type SearchFieldInfo, searchField } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { editDistance } from '../engine/optimal-string-alignment.js';
import type { LineRange } from './ast.js';
import { replaced, SyntaxFault } from './syntax-fault.js';

const LETTERS = /^\p{L}[\p{L}\p{M}]*$/u;
/** Longer words are no misspelt field; they would only cost time. */
const MAX_NAME_LENGTH = 24;
/** Shorter ones resemble any field. */
const MIN_NAME = 3;

/**
 * @param name before the colon. @param after what follows the colon, as far as the next blank.
 * @returns the field; `plain` when the colon belongs to the word, as in 14:30 and http://example.org; `unknown` when it
 * looks like a field and is none.
 */
export function readFieldName(name: string, after: string): SearchFieldInfo | 'plain' | 'unknown' {
  const info = searchField(name);
  // file://… is an address, though "file" also means the folder; lunr's own names are fields whatever follows.
  const isAddress = after.startsWith('//') && !INDEX_FIELDS.some((field) => field === name);
  if (info && !isAddress) return info;
  return isAddress || !LETTERS.test(name) ? 'plain' : 'unknown';
}

/** @param chunk the whole word as typed, which in quotation marks would be plain text. */
export function unknownField(line: string, name: string, place: LineRange, chunk: LineRange): SyntaxFault {
  const near = nearestNames(name);
  const all = SEARCH_FIELDS.map(({ field }) => field).join(', ');
  const meant =
    near.length > 0
      ? t('Did you mean {near} ?', { near: near.map((n) => `${n}:`).join(' or ') })
      : t('Its fields are {all}.', { all });
  const plain = `"${line.slice(...chunk)}"`;
  return new SyntaxFault(
    place,
    t('Fonds knows no field “{name}”. {meant} Between quotation marks, {plain} is plain text.', { name, meant, plain }),
    near[0] === undefined ? replaced(line, chunk, plain) : replaced(line, place, near[0]),
    // Re:, Fw: and Act: are words; what is nearly a field may be one.
    { signs: [place[1], place[1] + 1], isReported: near.length > 0 && name.length >= MIN_NAME },
  );
}

/** At most three names, the most similar first: few letters differ, or the name was not typed to its end. */
function nearestNames(typed: string): string[] {
  const name = typed.toLowerCase();
  if (name.length > MAX_NAME_LENGTH) return [];
  const furthest = Math.max(1, Math.floor(name.length / 3));
  return SEARCH_FIELDS.flatMap(({ field, aliases }) => {
    const best = [field, ...aliases]
      .map((known) => ({ known, distance: distanceTo(known, name, furthest) }))
      .sort((a, b) => a.distance - b.distance)[0];
    return best && best.distance <= furthest ? [best] : [];
  })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ known }) => known);
}

function distanceTo(known: string, typed: string, furthest: number): number {
  if (typed.length >= 3 && known.startsWith(typed)) return 1;
  return Math.abs(known.length - typed.length) > furthest ? Number.POSITIVE_INFINITY : editDistance(known, typed);
}
