/** Small collations made by hand or at random, as the engine would give them. */
import fc from 'fast-check';
import {
  type CollationBlock,
  type CollationMove,
  EMPTY_DESCRIPTION,
  type Span,
  VariantClass,
  type Witness,
} from '../../../electron/contract/index.js';
import type { CollationExportContent } from '../../../electron/export/index.js';

/** A token with the white space after it. */
export interface Token {
  readonly word: string;
  readonly after: string;
}

export interface Segment {
  readonly class: VariantClass | null;
  /** Of each witness its words there; none: it has nothing. */
  readonly words: readonly (readonly Token[])[];
  readonly withheld?: CollationBlock['withheld'];
  readonly moves?: readonly number[];
}

/** `said by, A` as tokens, each followed by the blank that is written after it. */
export const tokens = (text: string): Token[] =>
  [...text.matchAll(/\[[^\]]*\]|█+|[\p{L}\p{N}]+(?:-\n\p{L}+)?|[^\s]/gu)].map(({ 0: word, index }) => {
    const [after = ''] = /^\s*/.exec(text.slice(index + word.length)) ?? [];
    return { word, after };
  });

export const alike = (...texts: readonly string[]): Segment => ({ class: null, words: texts.map(tokens) });
export const differing = (kind: VariantClass, ...texts: readonly string[]): Segment => ({
  class: kind,
  words: texts.map(tokens),
});

export interface Options {
  readonly sigla?: readonly string[];
  readonly base?: number;
  readonly moves?: readonly CollationMove[];
  readonly spans?: readonly (readonly Span[])[];
}

const id = (kind: number, witness: number): string =>
  `0195f000-0000-7000-8${kind}00-${String(witness).padStart(12, '0')}`;

export function workOf(segments: readonly Segment[], options: Options = {}): CollationExportContent {
  const count = segments[0]?.words.length ?? 2;
  const base = options.base ?? 0;
  const texts = Array.from({ length: count }, () => '');
  const table: CollationExportContent['table']['table'][number][] = [];
  const blocks: CollationBlock[] = [];
  const variants: CollationExportContent['table']['variants'][number][] = [];
  for (const { class: kind, words, withheld = [], moves = [] } of segments) {
    const rows = Math.max(...words.map(({ length }) => length));
    if (rows === 0) continue;
    const from = table.length;
    for (let row = 0; row < rows; row += 1) table.push(texts.map(() => null));
    const cells = words.map((said, witness): [number, number] | null => {
      const placed = said.map(({ word, after }, row) => {
        const start = texts[witness]?.length ?? 0;
        const token = { start, end: start + word.length, text: word };
        (table[from + row] ?? [])[witness] = token;
        texts[witness] += word + after;
        return token;
      });
      const [first, last] = [placed[0], placed.at(-1)];
      return first && last ? [first.start, last.end] : null;
    });
    const said = words.map((one) => one.map(({ word }) => word).join(' '));
    const forms = [...new Set([said[base] ?? '', ...said])];
    const readings = said.map((one) => forms.indexOf(one));
    blocks.push({ rows: [from, table.length], class: kind, cells, readings, withheld, moves: [...moves], pinIds: [] });
    if (kind !== null) {
      const readings = forms.map((text) => ({ witnesses: [...said.keys()].filter((at) => said[at] === text), text }));
      variants.push({ class: kind, row: from, rows, readings });
    }
  }
  const witnesses = texts.map((text, witness) => ({
    sourceId: id(1, witness),
    versionId: id(2, witness),
    siglum: options.sigla?.[witness] ?? String.fromCharCode(65 + witness),
    title: `Telcon ${witness}`,
    dateWritten: '2000-09-06',
    currentVersionId: id(2, witness),
    isInBin: false,
    length: text.length,
  })) as Witness[];
  const moves = [...(options.moves ?? [])];
  const counts = Object.fromEntries(
    VariantClass.options.map((one) => [one, blocks.filter((block) => block.class === one).length]),
  ) as Record<VariantClass, number>;
  return {
    name: 'Two releases of one call',
    result: {
      witnesses,
      base,
      rowCount: table.length,
      blocks,
      moves,
      refusedPinIds: [],
      agreement: witnesses.map(() => witnesses.map(() => 1)),
      counts,
    },
    table: { witnesses, table, variants, moves },
    texts,
    sources: witnesses.map(({ title }, witness) => ({
      ...EMPTY_DESCRIPTION,
      title,
      dateWritten: witness === 0 ? '2000-09-06' : 'circa 2000',
      referenceCode: `WPL 2007-011${witness}-M`,
      repository: 'Whitcombe Presidential Library & Museum',
      box: witness === 0 ? '12' : '',
      language: 'en',
    })),
    ...(options.spans ? { spans: options.spans } : {}),
    now: new Date('2026-11-24T12:00:00Z'),
  };
}

/** Of every token again its place: what a witness says in a stretch. */
export const place = (work: CollationExportContent, witness: number, words: string) => {
  const start = work.texts[witness]?.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`“${words}” is not in witness ${witness}`);
  return { witness, start, end: start + words.length };
};

const HOSTILE = [
  '<b>',
  '&amp;',
  ']]>',
  '=1+1',
  '"',
  "'",
  '\u0000',
  '\u0007',
  '\uFFFE',
  '\uD800',
  '🜚',
  '👩‍👩‍👧',
  'שלום',
  'مرحبا',
  '̈',
  '-->',
];
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('river', 'the', 'lock', 'of', 'Stavrin', '43', ',', '.', '(', '—') },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const after = fc.constantFrom(' ', ' ', ' ', '', '\n', '\r\n', '\n\n', '\t', '\u00A0', '\f');
const token = fc.record({ word, after });

/** Any collation of so many witnesses. What is common differs in white space alone, and never follows what is common. */
export const anyWork = (count: number): fc.Arbitrary<CollationExportContent> => {
  const common = fc.array(fc.tuple(word, fc.array(after, { minLength: count, maxLength: count })), {
    minLength: 1,
    maxLength: 4,
  });
  const different = fc.record({
    class: fc.constantFrom(...VariantClass.options),
    words: fc.array(fc.array(token, { maxLength: 3 }), { minLength: count, maxLength: count }),
  });
  const pair = fc.tuple(common, fc.array(different, { minLength: 1, maxLength: 3 }));
  return fc.tuple(fc.array(pair, { maxLength: 6 }), fc.nat(count - 1)).map(([pairs, base]) => {
    const segments = pairs.flatMap(([same, others]): Segment[] => [
      {
        class: null,
        words: Array.from({ length: count }, (_, witness) =>
          same.map(([said, blanks]) => ({ word: said, after: blanks[witness] ?? ' ' })),
        ),
      },
      ...others,
    ]);
    return workOf(segments.length > 0 ? segments : [{ class: null, words: Array.from({ length: count }, () => []) }], {
      base,
    });
  });
};
