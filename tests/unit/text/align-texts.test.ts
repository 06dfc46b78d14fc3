import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts, editsOf, type TextAlignment } from '../../../electron/text/index.js';

const PROSE =
  'The minister received the ambassador in the small library. He was told that the government could not consent to the ' +
  'proposal, and that the treaty of commerce would have to wait.\n\nOn the following morning the ambassador wrote home.';

function checkTiles({ from, to, ops }: TextAlignment): void {
  let atFrom = 0;
  let atTo = 0;
  for (const op of ops) {
    expect([op.from[0], op.to[0]]).toEqual([atFrom, atTo]);
    [, atFrom] = op.from;
    [, atTo] = op.to;
    const here = from.slice(...op.from);
    const there = to.slice(...op.to);
    if (op.kind === 'same') expect(there).toBe(here);
    if (op.kind === 'changed') expect(here !== '' && there !== '' && here !== there).toBe(true);
    if (op.kind === 'removed') expect(here !== '' && there === '').toBe(true);
    if (op.kind === 'added') expect(here === '' && there !== '').toBe(true);
    if (from.isWellFormed()) expect(here.isWellFormed()).toBe(true);
    if (to.isWellFormed()) expect(there.isWellFormed()).toBe(true);
  }
  expect([atFrom, atTo]).toEqual([from.length, to.length]);
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('æ', 'ﬁ', 'a', 'e', 'fi', '😀', '😃', '𠀋', 'e\u0301', ' ', '\n', '.', '-', 'the '), {
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);

const ROUTE = [
  'From the harbour the road goes north along the river for eleven miles.',
  'At the mill a bridge of seven arches was built in the reign of the old king.',
  'Beyond it there is nothing but heath, and travellers are advised to take provisions.',
  'The inn at the crossing keeps four horses and charges a shilling for each.',
];

/** `same-removed+added` in words. */
function compared(from: string, to: string): string {
  return editsOf(alignTexts(from, to))
    .map(({ kind, from: here, to: there }) => {
      if (kind === 'same') return from.slice(...here);
      return kind === 'removed' ? `[-${from.slice(...here)}]` : `[+${to.slice(...there)}]`;
    })
    .join('');
}

describe('an alignment of two texts', () => {
  it('tiles both, says what is the same unit for unit, and splits no pair', () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        checkTiles(alignTexts(from, to));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tiles both after any edits of one text', () => {
    const edit = fc.record({ at: fc.nat(PROSE.length), remove: fc.nat(60), add: anyText });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        let text = PROSE;
        for (const { at, remove, add } of edits) text = text.slice(0, at) + add + text.slice(at + remove);
        const alignment = alignTexts(PROSE, text);
        checkTiles(alignment);
        let rebuilt = '';
        for (const edit of editsOf(alignment)) {
          if (edit.kind === 'same') rebuilt += PROSE.slice(...edit.from);
          if (edit.kind === 'added') rebuilt += text.slice(...edit.to);
        }
        expect(rebuilt).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a paragraph again that was moved', () => {
    const [one = '', two = '', three = '', four = ''] = ROUTE;
    const from = ROUTE.join('\n\n');
    const to = [one, three, four, two.replace('seven', 'sevcn')].join('\n\n');
    const alignment = alignTexts(from, to);
    checkTiles(alignment);
    expect(alignment.moves.map(({ from: range }) => from.slice(...range))).toEqual([two.slice(0, -1)]);
    expect(alignment.moves.map(({ to: range }) => to.slice(...range))).toEqual([
      'At the mill a bridge of sevcn arches was built in the reign of the old king',
    ]);
  });

  it('takes no offence at case, marks, ligatures, script, line breaks and hyphens', () => {
    const from = 'The office of the Café in Београд was difficult to find, as the commissioner reported.';
    const to = 'THE oﬃce of the cafe in\nBeograd was diffi-\ncult to find, as the commis-\nsioner reported.';
    for (const op of alignTexts(from, to).ops) {
      expect(/\p{L}/u.test(op.kind === 'removed' ? from.slice(...op.from) : '')).toBe(false);
      expect(/\p{L}/u.test(op.kind === 'added' ? to.slice(...op.to) : '')).toBe(false);
    }
  });

  it('does not join what has nothing in common', () => {
    const [one = '', two = '', three = '', four = ''] = ROUTE;
    const { ops } = alignTexts(`${one} ${two}`, `${three} ${four}`);
    const kept = ops
      .filter(({ kind }) => kind === 'same')
      .map(({ from: [start, end] }) => `${one} ${two}`.slice(start, end));
    expect(kept.join('').replace(/[\s.,]/g, '').length).toBeLessThan(20);
  });

  it('follows a table whose lines are all alike', () => {
    const from = 'Total income 5\n'.repeat(3_000);
    const to = from.replaceAll('5', '6');
    const changed = alignTexts(from, to).ops.filter(({ kind }) => kind !== 'same');
    expect(changed).toHaveLength(3_000);
    expect(changed.every(({ kind }) => kind === 'changed')).toBe(true);
  });

  it('puts an omission where a word begins, not in the middle of two like ones', () => {
    expect(compared('We saw the cat, the dog and the mouse.', 'We saw the dog and the mouse.')).toBe(
      'We saw the [-cat, the ]dog and the mouse.',
    );
  });
});

describe('a comparison for a reader', () => {
  it('replaces whole words', () => {
    expect(compared('He recieved the letter.', 'He received the letter.')).toBe(
      'He [-recieved][+received] the letter.',
    );
    expect(compared('A treaty was signed.', 'A new treaty was signed at Paris.')).toBe(
      'A [+new ]treaty was signed[+ at Paris].',
    );
  });

  it('shows a change of case, and of nothing but white space', () => {
    expect(compared('the end', 'The end')).toBe('[-the][+The] end');
    expect(compared('one two', 'one\ntwo')).toBe('one[- ][+\n]two');
  });

  it('shows neighbouring words that were replaced as one replacement', () => {
    expect(compared('in the small old library there', 'in the large new library there')).toBe(
      'in the [-small old][+large new] library there',
    );
  });
});
