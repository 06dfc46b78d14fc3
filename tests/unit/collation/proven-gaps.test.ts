/** Bare codes, which one text alone cannot tell from grid squares and paragraphs: the other witnesses are the proof. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composedOf, resultOf } from '../../../electron/collation/alignment-task.js';
import { collate } from '../../../electron/collation/collate.js';
import { withProvenGaps } from '../../../electron/collation/proven-gaps.js';
import { withholdingIn } from '../../../electron/text/index.js';

let runs = 0;
const task = (texts: readonly string[], base = 0) => {
  runs += 1;
  return { key: `proven ${runs}`, texts, base, pins: [] };
};
const withheld = (...texts: string[]) => resultOf(task(texts)).blocks.flatMap((block) => block.withheld);
const composed = (...texts: string[]) => composedOf(task(texts)).text;
const said = (code: string) => `The envoy told the minister that ${code} had crossed the river at night.`;

describe('a bare code', () => {
  it.each(['B5', 'b6', 'P5', '1.4(b)', '(a)(1)', 'b(1)', '[B1]', '(b6)', 'b6, b3'])(
    '%s withholds what another witness shows there',
    (code) => {
      const result = resultOf(task([said(code), said('a column of forty lorries')]));
      const redactions = result.blocks.filter((block) => block.class === 'redaction');
      expect(redactions.map((block) => block.withheld)).toEqual([
        [{ witness: 0, code: code.replace(/^[[(](?=[bB]\d)|(?<=[bB]\d)[\])]$/g, '') }],
      ]);
      expect(composed(said(code), said('a column of forty lorries'))).toBe(said('a column of forty lorries'));
    },
  );

  it('is none where the other witness has the same code, another one, or nothing', () => {
    expect(withheld(said('B5'), said('B5'))).toEqual([]);
    expect(withheld(said('B5'), said('B6'))).toEqual([]);
    expect(withheld(said('B5'), said(''))).toEqual([]);
    expect(withheld(said('B5'), said('B5 again'))).toEqual([]);
    expect(withheld(said('B5'), said('42'))).toEqual([]);
  });

  it('is none where the other witness has what OCR makes of it', () => {
    expect(withheld(said('b6'), said('be'))).toEqual([]);
    expect(withheld(said('B1'), said('Bl'))).toEqual([]);
    expect(withheld(said('B6'), said('Bob'))).toEqual([]);
    expect(withheld(said('B6'), said('Ann'))).toEqual([{ witness: 0, code: 'B6' }]);
  });

  it('is a mark in every witness that has it, when one shows words', () => {
    const [, ...marks] = [null, ...withheld(said('B5'), said('B5'), said('the third brigade'))];
    expect(marks).toEqual([
      { witness: 0, code: 'B5' },
      { witness: 1, code: 'B5' },
    ]);
  });

  it('stays a word at its other places', () => {
    const [one, other] = ['The farm in B5 was empty. ', 'They met at the gate. '];
    const [hiding, showing] = [one + other + said('B5'), one + other + said('the third brigade')];
    expect(withheld(hiding, showing)).toEqual([{ witness: 0, code: 'B5' }]);
    expect(composed(hiding, showing)).toBe(showing);
  });

  it('is none at the end of a fragment, where the others go on with much else', () => {
    const much = Array.from({ length: 61 }, (_, index) => `word${'abcdefgh'[index % 8]}${'xyz'[index % 3]}`).join(' ');
    const head = 'The envoy told the minister that he had crossed the river at night.';
    expect(withheld(`${head} B5`, `${head} ${much}`)).toEqual([]);
    expect(withheld(`${head} B5`, `${head} Then he slept.`)).toEqual([{ witness: 0, code: 'B5' }]);
  });

  it('is none among words that are nowhere in the other witness', () => {
    const other = 'Grain was dear that winter and nobody in the southern towns had any wood to sell.';
    expect(withheld(said('B5'), other)).toEqual([]);
  });

  it('asks for a second alignment only where it is proven', () => {
    const again = (...texts: string[]) => {
      const alignment = collate(texts.map((text) => ({ text, gaps: [] })));
      const candidates = texts.map((text) => withholdingIn(text).possible);
      return withProvenGaps(alignment, candidates) !== alignment.witnesses;
    };
    expect(again(said('the guard'), said('the third brigade'))).toBe(false);
    expect(again(said('B5'), said('B5'))).toBe(false);
    expect(again(said('B5'), said('the third brigade'))).toBe(true);
  });

  it('is decided alike whatever the order of the witnesses', () => {
    const words = ['B5', 'b6', '1.4(b)', 'the third brigade', 'two lorries', '', '██', 'Bob', 'a', '(b)(1) The guard'];
    const witness = fc
      .tuple(fc.constantFrom(...words), fc.constantFrom(...words))
      .map(([a, b]) => `${said(a)} ${said(b)}`);
    fc.assert(
      fc.property(fc.array(witness, { minLength: 2, maxLength: 4 }), fc.nat(3), (texts, turn) => {
        const order = texts.map((_, index) => (index + turn) % texts.length);
        const marksOf = (those: readonly string[]) =>
          resultOf(task(those)).blocks.map((block) =>
            block.withheld.map(({ witness: index, code }) => [those[index], code, block.rows]).sort(),
          );
        const bySelf = (blocks: unknown[][]) => JSON.stringify(blocks);
        expect(bySelf(marksOf(order.map((index) => texts[index] as string)))).toBe(bySelf(marksOf(texts)));
      }),
      { seed: 20001, numRuns: 60 },
    );
  });
});
