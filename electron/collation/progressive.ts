/** Puts witnesses beside each other along the guide tree, group by group. */
import { guideTree } from './guide-tree.js';
import type { Words } from './lexicon.js';
import { pairRows, type Tools } from './pair-rows.js';
import type { PinRules } from './pins.js';
import { inOrder, joined, type Profile, profileOf, rowsOf } from './profile.js';

/** @returns one column for each witness, in the order given. */
export function progressive(words: readonly Words[], tools: Tools, rules: PinRules): Profile {
  const groups = words.map((own, witness) => profileOf(witness, own));
  for (const { into, from } of guideTree(words)) {
    const [one, other] = [groups[into], groups[from]];
    if (!one || !other) continue;
    const pairing = pairRows(
      rowsOf(one, words),
      rowsOf(other, words),
      tools,
      rules.guardOf(one, other),
      rules.fixed(one, other),
    );
    groups[into] = joined(one, other, pairing);
    tools.step();
  }
  const [table] = groups;
  if (!table) return { witnesses: [], rowCount: 0, cells: new Int32Array(0), firsts: new Int32Array(0) };
  return inOrder(
    table,
    words.map((_, witness) => witness),
  );
}
