/** Numbers of the contract that decide something for a person, each on either side. */
import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '../../electron/contract/index.js';

/** @returns the paths that are refused of this input, whatever else of it is missing. */
const refusedIn = (call: CallName, input: unknown): string[] => {
  const parsed = calls[call].input.safeParse(input);
  return parsed.success
    ? []
    : parsed.error.issues.filter(({ code }) => code === 'too_big').map(({ path }) => path.join('.'));
};

describe('one page of a list', () => {
  // Written out: a number that came from the code would be right whatever it is.
  it.each([
    ['source.list', 500],
    ['note.list', 500],
    ['annotation.list', 2_000],
    ['search.query', 500],
    ['search.log', 500],
    ['search.concordance', 1_000],
  ] as const)('of %s has up to %i rows, and is refused with one more', (call, most) => {
    expect(refusedIn(call, { limit: most })).toEqual([]);
    expect(refusedIn(call, { limit: most + 1 })).toEqual(['limit']);
  });
});

describe('a comparison', () => {
  it('has up to 40 witnesses, and is refused with one more', () => {
    const sourceId = (at: number) => `01a20f1e-6e1e-70ac-b940-${String(at).padStart(12, '0')}`;
    const witnesses = (count: number) => ({
      witnesses: Array.from({ length: count }, (_, at) => ({ sourceId: sourceId(at) })),
    });
    expect(refusedIn('collation.create', witnesses(40))).toEqual([]);
    expect(refusedIn('collation.create', witnesses(41))).toEqual(['witnesses']);
  });
});

describe('the title of a note', () => {
  it('has up to 300 characters, and is refused with one more', () => {
    expect(refusedIn('note.create', { title: 'a'.repeat(300) })).toEqual([]);
    expect(refusedIn('note.create', { title: 'a'.repeat(301) })).toEqual(['title']);
  });
});
