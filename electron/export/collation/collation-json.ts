/**
 * The alignment in the shape of CollateX, piece by piece: `witnesses` are sigla, `table` has an array a place with an
 * array of tokens a witness, empty where it has nothing. What CollateX does not know follows: `variants`, `moves`, and
 * what the witnesses are. Source: CollateX 1.7, JsonProcessor.write.
 */
import { citationLine } from './cite-witness.js';
import { GUESSED } from './class-labels.js';
import type { CollationExportContent } from './collation-content.js';

const written = (value: unknown): string => JSON.stringify(value);

export function* collationJson(collation: CollationExportContent): Generator<string> {
  const { result, table, texts, sources, name, now } = collation;
  yield `{"witnesses":${written(result.witnesses.map(({ siglum }) => siglum))},\n"table":[`;
  const cells = table.table;
  const starts = texts.map((_, witness) => cells.flatMap((row) => row[witness]?.start ?? []));
  const seen = texts.map(() => 0);
  let separator = '\n';
  for (const row of cells) {
    const place = row.map((token, witness) => {
      if (!token) return [];
      const [text, { start, end }, index] = [texts[witness] ?? '', token, seen[witness] ?? 0];
      seen[witness] = index + 1;
      // As CollateX has them, tokens keep the blanks after them: joined they are the text.
      const t = text.slice(index === 0 ? 0 : start, starts[witness]?.[index + 1] ?? text.length);
      return [{ t, n: text.slice(start, end).normalize('NFKC').toLowerCase(), start, end }];
    });
    yield `${separator}${written(place)}`;
    separator = ',\n';
  }
  yield `],\n"variants":${written(table.variants)},\n"moves":${written(table.moves)},\n`;
  const cited = result.witnesses.map(({ siglum, sourceId, versionId }, witness) => ({
    siglum,
    citation: citationLine(sources[witness]),
    sourceId,
    versionId,
  }));
  const about = { name, madeAt: now.toISOString(), madeBy: 'Fonds', base: result.base, classes: GUESSED };
  yield `"collation":${written({ ...about, witnesses: cited })}}\n`;
}
