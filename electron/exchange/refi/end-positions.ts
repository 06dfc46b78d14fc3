/**
 * What the positions of a REFI-QDA file mean. By the standard `endPosition` is that of the last character; several
 * programs write the one after it. Which one a file means follows from where its selections would end. Pure.
 */

export type EndMeaning = 'last-character' | 'after-last';

export interface VotingSelection {
  /** Code points. */
  readonly start: number;
  readonly end: number;
  /** What the file says of the words, where a program writes them down; '' otherwise. */
  readonly text: string;
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign);
const isBlank = (sign: string | undefined): boolean => sign !== undefined && /\s/u.test(sign);

/** How well a selection would end before `after`: 0 inside of a word or on a blank, 1 at the end of a word. */
function endsWell(points: readonly string[], after: number): number {
  const last = points[after - 1];
  if (last === undefined || isBlank(last)) return 0;
  return isWord(last) && isWord(points[after]) ? 0 : 1;
}

/** Votes for the standard are positive. @param points the code points of the text. */
export function endPositionVotes(points: readonly string[], spans: readonly VotingSelection[]): number {
  let votes = 0;
  for (const { start, end, text: said } of spans) {
    if (start < 0 || end < start || end > points.length) continue;
    // A last character that is not there.
    if (end === points.length) votes -= 100;
    else if (end === start) votes += 100;
    else if (said !== '' && points.slice(start, end).join('') === said) votes -= 10;
    else if (said !== '' && points.slice(start, end + 1).join('') === said) votes += 10;
    else votes += endsWell(points, end + 1) - endsWell(points, end);
  }
  return votes;
}

export const meaningOf = (votes: number): EndMeaning => (votes < 0 ? 'after-last' : 'last-character');
