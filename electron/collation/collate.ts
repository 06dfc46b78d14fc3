/**
 * Puts witnesses beside each other. Invariants: each witness rebuilds from its column; the table does not depend on the
 * order the witnesses are given in, because it is made in an order of its own and mapped back; pins hold.
 */

import { formSimilarity } from './form-similarity.js';
import { extractGapSpans, withGapsFirst } from './gap-spans.js';
import { maxTurns, refine } from './iterative-refinement.js';
import { alignJoinedWords } from './joined-words.js';
import { lexiconOf } from './lexicon.js';
import { type Alignment, type AlignmentPin, NONE, type Transposition, type WitnessText } from './model.js';
import type { AlignmentTools } from './pair-profiles.js';
import { pinConstraints } from './pin-constraints.js';
import { alignProgressively } from './progressive-alignment.js';
import { withPunctuation } from './punctuation.js';
import { regroupVariants } from './regroup-variants.js';
import { separateResegmentedPunctuation, separateResegmentedWords } from './resegmented-rows.js';
import { tokenise } from './tokenise.js';
import { transpositionsOf } from './transpositions.js';

/** Hears how many steps of how many are done. */
export type OnProgress = (done: number, total: number) => void;

/**
 * @param witnesses two to some dozens; fewer give a table all the same.
 * @param pins hard constraints; of those that contradict each other the earlier ones hold.
 * @param work counts the cells of all tables that were filled, for tests.
 * @param onProgress hears how many steps of how many are done; the last ones may fall away at once.
 */
export function collate(
  witnesses: readonly WitnessText[],
  pins: readonly AlignmentPin[] = [],
  work: AlignmentTools['work'] = { cells: 0 },
  onProgress: OnProgress = () => undefined,
): Alignment {
  const { distinct, placeOf } = canonical(witnesses, pins);
  const distinctPins = pins.map(({ kind, stretches }) => ({
    kind,
    stretches: stretches.map((range) => ({ ...range, witness: placeOf[range.witness] ?? -1 })),
  }));
  const tokens = distinct.map(tokenise);
  const { words, lexicon } = lexiconOf(tokens);
  const total = Math.max(0, words.length - 1) + maxTurns(words.length);
  let done = 0;
  onProgress(done, total);
  const step = () => {
    done += 1;
    onProgress(done, total);
  };
  const tools: AlignmentTools = { lexicon, likeness: formSimilarity(lexicon), work, step };
  const rules = pinConstraints(distinctPins, tokens, words);
  const fitted = refine(alignProgressively(words, tools, rules), words, tools, rules.constraintOf);
  if (done < total) onProgress(total, total);
  const gathered = regroupVariants(fitted, words, tools.likeness, rules.isBound);
  const settled = alignJoinedWords(gathered, words, lexicon, tools.likeness, rules.isBound);
  const aligned = separateResegmentedWords(
    withGapsFirst(settled, words, rules.isPinned),
    words,
    tokens,
    rules.isPinned,
  );
  const signed = withPunctuation(
    aligned,
    distinct.map(({ text }) => text),
    tokens,
    words,
  );
  const table = separateResegmentedPunctuation(signed, tokens);
  const spans = extractGapSpans(table, tokens);

  const width = distinct.length;
  const cells = new Int32Array(table.rowCount * witnesses.length);
  for (let row = 0; row < table.rowCount; row += 1) {
    for (const [witness, place] of placeOf.entries()) {
      cells[row * witnesses.length + witness] = table.cells[row * width + place] ?? NONE;
    }
  }
  return {
    witnesses,
    tokens: placeOf.map((place) => tokens[place] ?? tokenise({ text: '', gaps: [] })),
    rowCount: table.rowCount,
    cells,
    gapSpans: spans.flatMap((span) =>
      placeOf.flatMap((place, witness) => (place === span.witness ? [{ ...span, witness }] : [])),
    ),
    moves: mappedMoves(transpositionsOf(settled, words, lexicon, tools.likeness), placeOf),
    refusedPins: rules.refused,
  };
}

/** The moves of distinct witnesses, for each pair of witnesses given; from the earlier of the two to the later. */
function mappedMoves(moves: readonly Transposition[], placeOf: readonly number[]): Transposition[] {
  const named = placeOf.map((_, witness) => witness);
  const mapped = moves.flatMap(({ from, to }) => {
    const ones = named.filter((witness) => placeOf[witness] === from.witness);
    const others = named.filter((witness) => placeOf[witness] === to.witness);
    return ones.flatMap((one) =>
      others.map((other): Transposition => {
        const [own, opposite] = [
          { ...from, witness: one },
          { ...to, witness: other },
        ];
        return one < other ? { from: own, to: opposite } : { from: opposite, to: own };
      }),
    );
  });
  return mapped.sort(
    (one, other) =>
      one.from.witness - other.from.witness || one.to.witness - other.to.witness || one.from.start - other.from.start,
  );
}

/**
 * The witnesses in an order that depends on what they say alone, those that say the same once (unless a pin tells them
 * apart), and for each witness given its place among them.
 */
function canonical(witnesses: readonly WitnessText[], pins: readonly AlignmentPin[]) {
  const keys = witnesses.map(({ gaps }, witness) => {
    const pinned = pins.map(({ stretches }) => stretches.filter((range) => range.witness === witness));
    return {
      gaps: JSON.stringify(gaps.map(({ start, end, kind, code }) => [start, end, kind, code])),
      pins: pinned.every((own) => own.length === 0)
        ? ''
        : JSON.stringify(pinned.map((own) => own.map(({ start, end }) => [start, end]))),
    };
  });
  const compare = (one: number, other: number) =>
    order(witnesses[one]?.text ?? '', witnesses[other]?.text ?? '') ||
    order(keys[one]?.gaps ?? '', keys[other]?.gaps ?? '') ||
    order(keys[one]?.pins ?? '', keys[other]?.pins ?? '');
  const sorted = [...witnesses.keys()].sort((one, other) => compare(one, other) || one - other);
  const distinct: WitnessText[] = [];
  const placeOf = new Array<number>(witnesses.length).fill(0);
  for (const [index, witness] of sorted.entries()) {
    const before = sorted[index - 1];
    const isSame = before !== undefined && compare(before, witness) === 0 && keys[witness]?.pins === '';
    const own = witnesses[witness];
    if (!isSame && own) distinct.push(own);
    placeOf[witness] = distinct.length - 1;
  }
  return { distinct, placeOf };
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
