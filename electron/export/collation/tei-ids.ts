/** Names of things in TEI: what a siglum may hold and an xml:id may not is replaced, and no two are alike. */
import type { CollationResult } from '../../contract/index.js';

/** Ids that the file itself gives begin with one of these. */
export const placeId = (number: number): string => `place-${number}`;
export const readingId = (place: number, reading: number): string => `place-${place}-${reading + 1}`;
export const classId = (name: string): string => `class-${name}`;
const OWN = /^(place|class)-/;

/** Less than an NCName may hold, after NFKC. Source: Namespaces in XML 1.0, NCName; XML 1.0, section 2.3. */
const NOT_IN_NAME = /[^\p{L}\p{Nd}._-]/gu;
const FIRST = /^[\p{L}_]/u;

/** Of each witness its id. */
export function witnessIds({ witnesses }: Pick<CollationResult, 'witnesses'>): string[] {
  const used = new Set<string>();
  return witnesses.map(({ siglum }) => {
    const name = siglum.toWellFormed().normalize('NFKC').replace(NOT_IN_NAME, '_');
    const first = FIRST.test(name) && !OWN.test(name) ? name : `w${name}`;
    let id = first;
    for (let count = 2; used.has(id); count += 1) id = `${first}_${count}`;
    used.add(id);
    return id;
  });
}
