/** How much two witnesses agree: the share of their words that stand opposite the same word. Signs do not count. */
import { type Alignment, NONE, WORD } from '../model.js';

/** @returns of each pair 0 to 1; 1 for a witness and itself. Two without words agree. */
export function agreementOf({ witnesses, tokens, rowCount, cells }: Alignment): number[][] {
  const width = witnesses.length;
  const words = tokens.map(({ kinds }) => kinds.reduce((sum, kind) => sum + (kind === WORD ? 1 : 0), 0));
  return witnesses.map((_, a) =>
    witnesses.map((_witness, b) => {
      const all = (words[a] ?? 0) + (words[b] ?? 0);
      if (a === b || all === 0) return 1;
      let alike = 0;
      for (let row = 0; row < rowCount; row += 1) {
        const [inA, inB] = [cells[row * width + a] ?? NONE, cells[row * width + b] ?? NONE];
        if (inA === NONE || inB === NONE || tokens[a]?.kinds[inA] !== WORD) continue;
        if (tokens[a]?.normalized[inA] === tokens[b]?.normalized[inB]) alike += 1;
      }
      return (2 * alike) / all;
    }),
  );
}
