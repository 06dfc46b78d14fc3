/** The words of a witness in a place, distinguished by whether the base has the same ones beside them. */
import { type CollationExportContent, oneBlank, wordsOf } from './collation-content.js';
import type { NumberedVariant } from './numbered-variants.js';

export interface ComparedWords {
  readonly text: string;
  readonly differs: boolean;
}

/** @returns in text order, blanks included; none where the witness has nothing. Words of the base never differ. */
export function comparedWords(
  collation: CollationExportContent,
  { block }: NumberedVariant,
  witness: number,
): ComparedWords[] {
  const cell = block.cells[witness];
  if (!cell) return [];
  const { base } = collation.result;
  const text = collation.texts[witness] ?? '';
  if (witness === base) return [{ text: oneBlank(wordsOf(collation, witness, cell)), differs: false }];
  const parts: { text: string; differs: boolean }[] = [];
  const add = (words: string, differs: boolean) => {
    const last = parts.at(-1);
    if (words === '') return;
    if (last && last.differs === differs) last.text += words;
    else parts.push({ text: words, differs });
  };
  let [at] = cell;
  for (const row of collation.table.table.slice(...block.rows)) {
    const token = row[witness];
    if (!token) continue;
    const differs = row[base]?.text !== token.text;
    // A blank between two words that differ belongs to them.
    add(oneBlank(text.slice(at, token.start)), differs && parts.at(-1)?.differs === true);
    add(oneBlank(text.slice(token.start, token.end)), differs);
    at = token.end;
  }
  return parts.length > 0 ? parts : [{ text: oneBlank(wordsOf(collation, witness, cell)), differs: true }];
}
