/** The pure pieces of the comparison: variants, filters, the locked scroll, connectors, heat, apparatus, pins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CollationBlock,
  CollationMove,
  PinId,
  SourceId,
  VariantClass,
  VersionId,
  Witness,
} from '../../../electron/contract/index.js';
import { VariantClass as Classes, CollationId } from '../../../electron/contract/index.js';
import { NO_TABS, TabsState, tabsReducer } from '../../../renderer/app/tabs-state.js';
import { apparatusEntry, formatEntry } from '../../../renderer/features/collation/model/apparatus.js';
import { codeLabelPx, codeLines, layoutCodeLabels } from '../../../renderer/features/collation/model/code-labels.js';
import { bandPath, connectorsBetween } from '../../../renderer/features/collation/model/connectors.js';
import { formatShare, percent } from '../../../renderer/features/collation/model/format-share.js';
import { joinPin, splitPin, wordsPin } from '../../../renderer/features/collation/model/new-pins.js';
import { mapOffset, offsetMap } from '../../../renderer/features/collation/model/offset-map.js';
import { readingLineAt, scrollTopFor } from '../../../renderer/features/collation/model/reading-line.js';
import { distinguishingParts, splitForEllipsis } from '../../../renderer/features/collation/model/shorten-readings.js';
import { splitTitles } from '../../../renderer/features/collation/model/split-titles.js';
import { CLASSES } from '../../../renderer/features/collation/model/variant-classes.js';
import { nextOccupiedBin, variantDensity } from '../../../renderer/features/collation/model/variant-density.js';
import {
  ALL_CLASSES,
  adjacentVariant,
  countIn,
  differsBetween,
  PRESETS,
  presetOf,
  toggleClass,
} from '../../../renderer/features/collation/model/variant-filter.js';
import { firstVariantAfter, variantList } from '../../../renderer/features/collation/model/variant-list.js';
import { pageAt } from '../../../renderer/features/collation/model/witness-pages.js';
import { composedRows, sharesOf } from '../../../renderer/features/collation/panel/composed-rows.js';
import { layoutBlocks } from '../../../renderer/features/reading/layout-blocks.js';
import { overlaysByBlock } from '../../../renderer/features/reading/text-overlays.js';
import { splitIntoRuns } from '../../../renderer/features/reading/text-runs.js';

const witness = (siglum: string, length: number): Witness => ({
  sourceId: `source-${siglum}` as SourceId,
  versionId: `version-${siglum}` as VersionId,
  siglum,
  title: siglum,
  dateWritten: '',
  currentVersionId: `version-${siglum}` as VersionId,
  isInBin: false,
  length,
});

const block = (
  kind: VariantClass | null,
  cells: CollationBlock['cells'],
  more: Partial<CollationBlock> = {},
): CollationBlock => ({
  rows: [0, 1],
  class: kind,
  cells,
  readings: cells.map((_, index) => (kind === null ? 0 : index)),
  withheld: [],
  moves: [],
  pinIds: [],
  ...more,
});

const A = 'there are 43 barges above [redacted, 1.4(b)] the lock';
const B = 'there are 48 barges above it and beside the lock';
const texts = [A, B];
const at = (text: string, words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const both = (words: string) => [at(A, words), at(B, words)];
const result = {
  witnesses: [witness('A', A.length), witness('B', B.length)],
  blocks: [
    block(null, both('there are')),
    block('number', [at(A, '43'), at(B, '48')]),
    block(null, both('barges above')),
    block('redaction', [at(A, '[redacted, 1.4(b)]'), at(B, 'it and beside')], {
      withheld: [{ witness: 0, code: '1.4(b)' }],
    }),
    block(null, both('the lock')),
  ],
};
const variants = variantList(result);

describe('the variants of a collation', () => {
  it('are its places where the witnesses differ, with a place in each of them', () => {
    expect(variants.map(({ id, index, class: kind }) => [id, index, kind])).toEqual([
      ['v1', 0, 'number'],
      ['v3', 1, 'redaction'],
    ]);
    const [missing] = variantList({
      witnesses: result.witnesses,
      blocks: [
        block(null, [
          [0, 5],
          [0, 5],
        ]),
        block('substantive', [[6, 9], null]),
      ],
    });
    expect(missing?.positions).toEqual([
      [6, 9],
      [5, 5],
    ]);
  });

  it('are found by offset', () => {
    expect(firstVariantAfter(variants, 0, 0)).toBe(0);
    expect(firstVariantAfter(variants, 0, A.indexOf('barges'))).toBe(1);
    expect(firstVariantAfter(variants, 0, A.length)).toBe(2);
  });

  it('have a name and a reason for every class of the contract', () => {
    expect(CLASSES.map(({ id }) => id).sort()).toEqual([...Classes.options].sort());
  });
});

describe('filters', () => {
  it('know their presets again and are toggled class by class', () => {
    for (const { id, classes } of PRESETS) expect(presetOf(classes)).toBe(id);
    const without = toggleClass(ALL_CLASSES, 'moved');
    expect(presetOf(without)).toBeNull();
    expect(presetOf(toggleClass(without, 'moved'))).toBe('all');
    expect(countIn({ number: 2, moved: 3 }, without)).toBe(2);
  });

  it('let one walk over what is shown, from the variant one is at, else from the place, and around the ends', () => {
    const from = (id: string | null, offset = 0) => ({ id, witness: 0, offset });
    expect(adjacentVariant(variants, variants, from(null), 1)?.variant.id).toBe('v1');
    expect(adjacentVariant(variants, variants, from('v1'), 1)?.variant.id).toBe('v3');
    expect(adjacentVariant(variants, variants, from('v3'), 1)).toMatchObject({ variant: { id: 'v1' }, isAround: true });
    expect(adjacentVariant(variants, variants, from('v1'), -1)).toMatchObject({
      variant: { id: 'v3' },
      isAround: true,
    });
    const shown = variants.slice(1);
    expect(adjacentVariant(shown, variants, from('v1'), 1)).toMatchObject({ variant: { id: 'v3' }, isAround: false });
    expect(adjacentVariant([], variants, from(null), 1)).toBeNull();
    expect(adjacentVariant(variants, variants, from(null, A.length), -1)?.variant.id).toBe('v3');
  });
});

describe('the locked scroll', () => {
  it('leads from an offset to the aligned one, and never back', () => {
    const map = offsetMap(result, 0, 1);
    expect(mapOffset(map, A.indexOf('43'))).toBe(B.indexOf('48'));
    expect(mapOffset(map, A.indexOf('the lock'))).toBe(B.indexOf('the lock'));
    expect(mapOffset(map, 0)).toBe(0);
    expect(mapOffset(map, A.length)).toBe(B.length);
    let last = 0;
    for (let offset = 0; offset <= A.length; offset += 1) {
      const mapped = mapOffset(map, offset);
      expect(mapped).toBeGreaterThanOrEqual(last);
      last = mapped;
    }
  });

  it('stands still in a witness while the other goes through what it lacks', () => {
    const map = offsetMap(
      {
        witnesses: [witness('A', 1_000), witness('B', 100)],
        blocks: [
          block(null, [
            [0, 50],
            [0, 50],
          ]),
          block('substantive', [[50, 950], null]),
          block(null, [
            [950, 1_000],
            [50, 100],
          ]),
        ],
      },
      0,
      1,
    );
    expect(mapOffset(map, 60)).toBe(50);
    expect(mapOffset(map, 900)).toBe(50);
  });

  it('has an eye that reaches every height of the text, and comes back from it', () => {
    const view = fc.record({
      totalPx: fc.integer({ min: 1, max: 50_000 }),
      heightPx: fc.integer({ min: 1, max: 2_000 }),
    });
    fc.assert(
      fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (scrolled, share) => {
        const most = Math.max(0, scrolled.totalPx - scrolled.heightPx);
        const scrollPx = most * share;
        const eye = readingLineAt(scrolled, scrollPx);
        expect(eye).toBeGreaterThanOrEqual(0);
        expect(eye).toBeLessThanOrEqual(scrolled.totalPx + 0.001);
        if (most > 0) expect(scrollTopFor(scrolled, eye)).toBeCloseTo(scrollPx, 3);
      }),
    );
    expect(readingLineAt({ totalPx: 5_000, heightPx: 800 }, 0)).toBe(0);
    expect(readingLineAt({ totalPx: 5_000, heightPx: 800 }, 4_200)).toBe(5_000);
    expect(readingLineAt({ totalPx: 5_000, heightPx: 800 }, 2_000)).toBe(2_280);
  });
});

describe('connectors', () => {
  it('join what differs between the two, and say what is answered and by what code it was withheld', () => {
    const connectors = connectorsBetween(variants, [], 0, 1);
    expect(connectors.map(({ id, code, withheldSide }) => [id, code, withheldSide])).toEqual([
      ['v1', null, null],
      ['v3', '1.4(b)', 'left'],
    ]);
    expect(connectorsBetween(variants, [], 1, 0)[1]?.withheldSide).toBe('right');
  });

  it('cross from where words stand in one to where they stand in the other', () => {
    const moves: CollationMove[] = [{ from: { witness: 0, start: 0, end: 4 }, to: { witness: 1, start: 10, end: 14 } }];
    const moved = variantList({
      witnesses: result.witnesses,
      blocks: [
        block('moved', [[0, 4], null], { moves: [0] }),
        block(null, [
          [5, 9],
          [0, 9],
        ]),
        block('moved', [null, [10, 14]], { moves: [0] }),
      ],
    });
    const connectors = connectorsBetween(moved, moves, 0, 1);
    expect(connectors.map(({ id, left, right }) => [id, left.id, right.id])).toEqual([['m0', 'v0', 'v2']]);
    expect(moved[0] && formatEntry(apparatusEntry(moved[0], 0, texts), result.witnesses)).toBe('A ther, B elsewhere');
  });

  it('leave out a place where the two agree and a third differs', () => {
    const three = variantList({
      witnesses: [...result.witnesses, witness('C', 10)],
      blocks: [
        block(
          'substantive',
          [
            [0, 1],
            [0, 1],
            [0, 2],
          ],
          { readings: [0, 0, 1] },
        ),
      ],
    });
    expect(connectorsBetween(three, [], 0, 1)).toEqual([]);
    expect(connectorsBetween(three, [], 1, 2)).toHaveLength(1);
    // Only the third has something else: between the first two nothing differs.
    expect(three.map((variant) => differsBetween(variant, [0, 1]))).toEqual(three.map(() => false));
    expect(three.some((variant) => differsBetween(variant, [0, 2]))).toBe(true);
  });

  it('are bands from the words at the left to those at the right', () => {
    expect(bandPath({ top: 10, bottom: 30 }, { top: 50.2, bottom: 90 }, 40)).toBe(
      'M0 10C20 10 20 50 40 50L40 90C20 90 20 30 0 30Z',
    );
  });
});

describe('exemption codes between the texts', () => {
  const banded = (id: string, code: string | null, middle: number, more = {}) => {
    const [variant] = variants;
    if (!variant) throw new Error('no variant');
    const connector = {
      id,
      class: 'redaction',
      left: variant,
      right: variant,
      code,
      withheldSide: 'left',
      ...more,
    } as const;
    return { connector, middle };
  };
  it('are whole, one a line, and counted when there are more than three', () => {
    expect(codeLines('(b) (7)(C)')).toEqual(['(b)(7)(C)']);
    expect(codeLines('1.4(b), 1.4(d), 50X1-HUM')).toEqual(['1.4(b)', '1.4(d)', '50X1-HUM']);
    expect(codeLines('(b)(1), (b)(3), (b)(6), 50X1-HUM')).toEqual(['(b)(1)', '(b)(3)', '+2 more']);
    expect(codeLines(null)).toEqual(['withheld']);
  });
  it('never lie over one another, and are said once for one mark', () => {
    const labels = layoutCodeLabels([
      banded('a', '(b)(1)', 50),
      banded('b', '1.4(b)', 52),
      banded('c', null, 54, { isContinued: true }),
    ]);
    expect(labels.map(({ connector }) => connector.id)).toEqual(['a', 'b']);
    const [first, second] = labels;
    expect(second?.top).toBeGreaterThanOrEqual((first?.top ?? 0) + codeLabelPx(first?.lines ?? []));
  });
});

describe('readings in a line', () => {
  const long = 'the gate was found open in the early morning by';
  it('leave out what all begin and end with, but for two words', () => {
    expect(distinguishingParts([`${long} Moran and his two sons`, `${long} Moraw and his two sons`])).toEqual([
      '… morning by Moran and his …',
      '… morning by Moraw and his …',
    ]);
  });
  it('are whole as long as they are short', () => {
    expect(distinguishingParts(['43 barges', '48 barges'])).toEqual(['43 barges', '48 barges']);
    expect(distinguishingParts([`${long} Moran`])).toEqual([`${long} Moran`]);
  });
  it('lose nothing when they are cut in two, and keep their ends', () => {
    expect(splitForEllipsis('43')).toEqual(['43', '']);
    expect(splitForEllipsis(long).join('')).toBe(long);
    expect(splitForEllipsis(long)[1]).toMatch(/^ ?morning by$/);
  });
});

describe('the heat strip', () => {
  it('counts every variant where it is and shows the class that matters most', () => {
    const bins = variantDensity(variants, 0, A.length, 5);
    expect(bins.map(({ class: kind }) => kind)).toEqual(['number', 'number', 'redaction', 'redaction', 'redaction']);
    for (const { count, share } of bins) {
      expect(share > 0).toBe(count > 0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(nextOccupiedBin(bins, -1, 1)).toBe(0);
    expect(nextOccupiedBin(variantDensity(variants, 0, A.length, 50), 12, 1)).toBeGreaterThan(20);
    expect(nextOccupiedBin(bins, 0, -1)).toBeNull();
  });
});

describe('the apparatus', () => {
  it('has the reading of the base first, then the others with their sigla, and what is withheld with its code', () => {
    const [number, hidden] = variants.map((variant) => apparatusEntry(variant, 0, texts));
    expect(number && formatEntry(number, result.witnesses)).toBe('A 43, B 48');
    expect(hidden && formatEntry(hidden, result.witnesses)).toBe('A withheld, 1.4(b), B it and beside');
    const turned = variants[0] && apparatusEntry(variants[0], 1, texts);
    expect(turned?.lemma.text).toBe('48');
  });

  it('puts witnesses that say the same together', () => {
    const [variant] = variantList({
      witnesses: [...result.witnesses, witness('C', B.length)],
      blocks: [block('number', [at(A, '43'), at(B, '48'), at(B, '48')], { readings: [0, 1, 1] })],
    });
    const entry = variant && apparatusEntry(variant, 0, [A, B, B]);
    expect(entry && formatEntry(entry, [...result.witnesses, witness('C', 0)])).toBe('A 43, B C 48');
  });
});

describe('what is laid over a text', () => {
  const blocks = layoutBlocks('One two three.\n\nFour five.\n\nSix.', []);
  const over = (id: string, start: number, end: number) => ({ id, start, end, className: 'c', kind: 'k' });

  it('is drawn in every block it touches, and a point with the letter before it', () => {
    const byBlock = overlaysByBlock(blocks, [over('a', 4, 7), over('b', 8, 20), over('p', 26, 26)]);
    expect([...byBlock].map(([index, all]) => [index, all.map(({ id }) => id)])).toEqual([
      [0, ['a', 'b']],
      [1, ['b', 'p']],
    ]);
  });

  it('cuts a block so that its pieces join to it again', () => {
    const spots = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(spots, (places) => {
        const ends = places.sort((a, b) => a - b);
        const overlays = ends.flatMap((start, index) => {
          const end = ends[index + 1];
          return index % 2 === 0 ? [over(`o${index}`, start, end ?? start)] : [];
        });
        const pieces = splitIntoRuns(0, 61, [], [{ at: 30, label: '2' }], [], overlays);
        let cursor = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(cursor);
          cursor = piece.end;
          if (piece.kind !== 'text') continue;
          const covers = overlays.find(({ start, end }) => start <= piece.start && end >= piece.end);
          expect(piece.overlay?.id).toBe(covers?.id);
        }
        expect(cursor).toBe(61);
        const points = pieces.filter(({ kind }) => kind === 'point');
        expect(points).toHaveLength(overlays.filter(({ start, end }) => start === end).length);
      }),
    );
  });
});

describe('the least redacted text', () => {
  it('is cut into rows that join to it again, each piece with the release it is from', () => {
    const text = Array.from({ length: 60 }, (_, index) => `line ${index} of the text\n`).join('');
    const spans = [
      { start: 0, end: 500, from: { witness: 0, start: 0, end: 500 }, because: 'base' as const, choice: null },
      { start: 500, end: 520, from: null, because: 'withheld' as const, choice: null },
      {
        start: 520,
        end: text.length,
        from: { witness: 1, start: 20, end: text.length - 500 },
        because: 'unread' as const,
        choice: null,
      },
    ];
    const rows = composedRows({ text, spans });
    const pieces = rows.flatMap((row) => row.runs);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(rows.length).toBeGreaterThan(2);
    expect(pieces.filter(({ begins }) => begins).map(({ from }) => from?.witness ?? null)).toEqual([0, null, 1]);
    expect(sharesOf({ spans }, 2)).toEqual([500, text.length - 520]);
  });
});

describe('tabs of comparisons', () => {
  const id = CollationId.parse('0195f000-0000-7000-8000-000000000001');
  it('are one for a collation, and are remembered', () => {
    const page = { type: 'page' as const, page: { kind: 'collation' as const, collationId: id } };
    const state = [page, page].reduce(tabsReducer, NO_TABS);
    expect(state.tabs).toHaveLength(1);
    expect(TabsState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
});

describe('pins', () => {
  it('split a place, join it with the next, and hold words together or apart', () => {
    const [number, hidden] = variants;
    if (!number || !hidden) throw new Error('two variants');
    expect(splitPin(number)).toEqual({
      kind: 'apart',
      stretches: [
        { witness: 0, start: 10, end: 12 },
        { witness: 1, start: 10, end: 12 },
      ],
    });
    expect(joinPin(number, hidden)).toMatchObject({ kind: 'together', stretches: [{ start: 10 }, { start: 10 }] });
    expect(joinPin(hidden, undefined)).toBeNull();
    expect(splitPin({ ...number, cells: [[0, 3], null] })).toBeNull();
    expect(wordsPin('apart', new Map([[1, [3, 5]]]))).toBeNull();
    expect(
      wordsPin(
        'together',
        new Map([
          [1, [3, 5]],
          [0, [1, 2]],
        ]),
      ),
    ).toEqual({
      kind: 'together',
      stretches: [
        { witness: 0, start: 1, end: 2 },
        { witness: 1, start: 3, end: 5 },
      ],
    });
  });
  it('are marked where they apply', () => {
    const [variant] = variantList({
      witnesses: result.witnesses,
      blocks: [
        block(
          'name',
          [
            [0, 1],
            [0, 1],
          ],
          { pinIds: ['p' as PinId] },
        ),
      ],
    });
    expect(variant?.pinIds).toEqual(['p']);
  });
});

describe('words', () => {
  it('say how much is shared without saying more than is known', () => {
    expect(formatShare(0.99)).toBe('Nearly the same text');
    expect(percent(0.999)).toBe('99%');
    expect(percent(1)).toBe('100%');
    expect(formatShare(0.1)).toBe('Some passages are shared');
  });

  it('keep the end of titles in sight that begin alike, with its bracket', () => {
    const long = 'Telephone conversation of Presidents Whitcombe and Stavrin';
    expect(splitTitles([`${long} (release of 2009)`, `${long} (release of 2016)`])).toEqual([
      { head: `${long} `, tail: '(release of 2009)' },
      { head: `${long} `, tail: '(release of 2016)' },
    ]);
    expect(splitTitles(['Letter', 'Letters'])).toEqual([
      { head: 'Letter', tail: '' },
      { head: 'Letters', tail: '' },
    ]);
    const three = splitTitles([`${long} (draft)`, `${long} (fair copy)`, 'A letter of the governor to the council']);
    expect(three.map(({ tail }) => tail)).toEqual(['(draft)', '(fair copy)', '']);
    for (const titles of [[long], [long, long], [`${long} of 6 September`, `${long} of 30 September`]]) {
      expect(splitTitles(titles).map(({ head, tail }) => head + tail)).toEqual(titles);
    }
  });

  it('find the page of an offset', () => {
    const pages = [0, 100].map((start, index) => ({
      kind: 'page' as const,
      start,
      end: start + 100,
      pageIndex: index,
      pageLabel: String(index + 1),
    }));
    expect(pageAt(pages, 99)?.pageLabel).toBe('1');
    expect(pageAt(pages, 100)?.pageLabel).toBe('2');
    expect(pageAt([], 5)).toBeNull();
  });
});
