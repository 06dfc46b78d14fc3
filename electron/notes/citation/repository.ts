/** Takes the town of a repository out of a description, which has no element for it. Pure. */
import type { Description } from '../../contract/index.js';
import { ownField, PLACE_FIELDS } from './document-kinds.js';
import { looksLikeInstitution } from './read-name.js';

export interface Repository {
  readonly archive: string;
  /** '' when the description does not say. */
  readonly place: string;
}

/** Countries whose names hold a word of institutions. */
const COUNTRY = /^(?:the )?(?:united states(?: of america)?|(?:\p{Lu}\p{L}+ ){1,3}republic|republic of .+)$/iu;

/**
 * An own field such as “Place” says it. Otherwise what follows the repository's name after a comma is the place
 * (`Clinton Presidential Library, Little Rock, Arkansas`), without parts that are institutions themselves
 * (`Beinecke Library, Yale University, New Haven`).
 */
export function repositoryOf(description: Description): Repository {
  const parts = description.repository
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let nameParts = 1;
  parts.forEach((part, index) => {
    if (looksLikeInstitution(part) && !COUNTRY.test(part)) nameParts = index + 1;
  });
  const [archive, written] = [parts.slice(0, nameParts).join(', '), parts.slice(nameParts).join(', ')];
  return { archive, place: ownField(description, PLACE_FIELDS) || written };
}
