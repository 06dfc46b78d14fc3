/**
 * Why a witness may not be corrected by the reading of another at a place. The window asks before it offers it, the
 * service before it does it: both say the same words.
 */

import { t } from '../wording/index.js';
import type { CollationBlock, CollationMove, Witness } from './collation-models.js';

export interface TakeOverRequest {
  readonly block: {
    readonly readings: readonly number[];
    readonly withheld: CollationBlock['withheld'];
    readonly moves: readonly number[];
  };
  readonly moves: readonly CollationMove[];
  readonly witnesses: readonly Pick<Witness, 'siglum' | 'versionId' | 'currentVersionId'>[];
  /** Index of the witness whose reading is taken. */
  readonly from: number;
  /** Index of the witness that is corrected. */
  readonly into: number;
}

const LEAST_REDACTED = t('The least redacted text puts what the others show in the place of what one withholds.');

/** @returns null where it can be done. */
export function takeOverObstacle({ block, moves, witnesses, from, into }: TakeOverRequest): string | null {
  const [giving, corrected] = [witnesses[from], witnesses[into]];
  if (!giving || !corrected || from === into) return t('A reading is taken over from one witness into another.');
  const [a, b] = [corrected.siglum, giving.siglum];
  const isWithheld = (witness: number) => block.withheld.some((other) => other.witness === witness);
  if (isWithheld(into)) {
    return t('{a} withholds words here. What a release withholds is evidence, and stays as it is. {LEAST_REDACTED}', {
      a,
      LEAST_REDACTED,
    });
  }
  if (isWithheld(from))
    return t('{b} withholds words here: there is no reading to take over. {LEAST_REDACTED}', { b, LEAST_REDACTED });
  if (block.readings[from] === block.readings[into]) return t('{a} and {b} say the same here.', { a, b });
  const isMoved = block.moves.some((index) => {
    const ends = [moves[index]?.from.witness, moves[index]?.to.witness];
    return ends.includes(from) && ends.includes(into);
  });
  if (isMoved) {
    return t(
      '{a} and {b} have these words at different places. Taking them over would put them into {a} twice, or take them out of it: correct its text by hand.',
      { a, b },
    );
  }
  if (corrected.versionId !== corrected.currentVersionId) {
    return t('A newer text of {a} is read by now. Use the newer text in this comparison, then correct that.', { a });
  }
  return null;
}
