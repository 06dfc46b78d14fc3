/** Puts witnesses beside each other along the guide tree, group by group. */
import { guideTree } from './guide-tree.js';
import type { WitnessWords } from './lexicon.js';
import { type AlignmentTools, pairProfiles } from './pair-profiles.js';
import type { PinConstraints } from './pin-constraints.js';
import { inWitnessOrder, joinProfiles, type Profile, profileOf, rowsOf } from './profile.js';

/** @returns one column for each witness, in the order given. */
export function alignProgressively(
  words: readonly WitnessWords[],
  tools: AlignmentTools,
  rules: PinConstraints,
): Profile {
  const groups = words.map((own, witness) => profileOf(witness, own));
  for (const { into, from } of guideTree(words)) {
    const [one, other] = [groups[into], groups[from]];
    if (!one || !other) continue;
    const pairing = pairProfiles(
      rowsOf(one, words),
      rowsOf(other, words),
      tools,
      rules.constraintOf(one, other),
      rules.fixed(one, other),
    );
    groups[into] = joinProfiles(one, other, pairing);
    tools.step();
  }
  const [table] = groups;
  if (!table) return { witnesses: [], rowCount: 0, cells: new Int32Array(0), firsts: new Int32Array(0) };
  return inWitnessOrder(
    table,
    words.map((_, witness) => witness),
  );
}
