/** The pure pieces of the concordance: lines under their sources, direction, the passage around a match. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConcordanceLine, SourceId, VersionId } from '../../../electron/contract/index.js';
import {
  beginsSource,
  collapseBlanks,
  countOfSource,
  directionOf,
  passageAround,
} from '../../../renderer/features/concordance/concordance-lines.js';

const source = (n: number) => SourceId.parse(`0195f000-0000-7000-8000-00000000000${n}`);
const versionId = VersionId.parse('0195f000-0000-7000-8000-0000000000ff');
const line = (n: number): ConcordanceLine => ({
  sourceId: source(n),
  versionId,
  title: `Source ${n}`,
  date: '',
  pageLabel: null,
  start: 0,
  end: 4,
  left: 'the ',
  match: 'lock',
  right: ' is shut',
});
const linesAt = (from: number, sources: readonly number[]) =>
  new Map(sources.map((n, index) => [from + index, line(n)] as const));

describe('the lines of a concordance', () => {
  it('say the title of a source once, before its first line', () => {
    const lines = linesAt(0, [1, 1, 2, 3, 3]);
    expect([0, 1, 2, 3, 4].filter((index) => beginsSource(lines, index))).toEqual([0, 2, 3]);
  });

  it('count the lines of a source, and say when more may come that were not read yet', () => {
    const lines = linesAt(0, [1, 1, 2, 2, 2]);
    expect(countOfSource(lines, 0, 9)).toEqual({ count: 2, isWhole: true });
    expect(countOfSource(lines, 2, 9)).toEqual({ count: 3, isWhole: false });
    expect(countOfSource(lines, 2, 5)).toEqual({ count: 3, isWhole: true });
  });

  it('claim nothing of lines that have not come', () => {
    expect(beginsSource(linesAt(200, [1]), 5)).toBe(false);
    expect(countOfSource(new Map(), 5, 9).count).toBe(0);
  });

  it('count every line of every source exactly once, however sources follow one another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 40 }), (sources) => {
        const lines = linesAt(0, sources);
        const counts = sources
          .map((_, index) => index)
          .filter((index) => beginsSource(lines, index))
          .map((index) => countOfSource(lines, index, sources.length));
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(sources.length);
        expect(counts.every(({ isWhole }) => isWhole)).toBe(true);
      }),
    );
  });

  it('stand in one line each, whatever the line ends of the text', () => {
    expect(collapseBlanks('shut\r\n\tthe  ')).toBe('shut the ');
  });

  it('run in the direction of the match, also when the words before are in another script', () => {
    expect(directionOf({ left: 'see ', match: 'هويس', right: ' المغلق' })).toBe('rtl');
    expect(directionOf({ left: 'הסכר ', match: 'lock', right: '' })).toBe('ltr');
    expect(directionOf({ left: 'סכר ', match: '1999', right: ' ' })).toBe('rtl');
    expect(directionOf({ left: 'Година ', match: '1999', right: '' })).toBe('ltr');
  });
});

describe('the passage around a match', () => {
  const text = 'The envoy left. The lock is shut since August. Nobody said why.';
  const start = text.indexOf('lock');

  it('is cut between words and says where it was cut', () => {
    const { before, match, after } = passageAround(text, start, start + 4, 12);
    expect(`${before}[${match}]${after}`).toBe('… left. The [lock] is shut …');
  });

  it('is the whole of a short text, without a sign of cutting', () => {
    const { before, match, after } = passageAround(text, start, start + 4, 500);
    expect(before + match + after).toBe(text);
  });

  it('runs lines on that a typewriter broke, and leaves the lines of verse', () => {
    const typed =
      'At six in the morning the main chamber of the\nlock was closed to all traffic by the authority\nof waters.';
    const at = typed.indexOf('lock');
    const passage = passageAround(typed, at, at + 4, 500);
    expect(passage.before + passage.match + passage.after).toBe(typed.replaceAll('\n', ' '));
    const verse = 'The lock is shut\nThe water stands\n';
    const { before, match, after } = passageAround(verse, 4, 8, 500);
    expect(before + match + after).toBe(verse.trim());
  });

  it('always marks exactly the match, wherever it stands', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'ж', ' ', '\n', '.'), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.nat(199), fc.nat(20), fc.nat(60), (any, from, length, reach) => {
        const begin = Math.min(from, any.length);
        const end = Math.min(any.length, begin + length);
        const { match } = passageAround(any, begin, end, reach);
        expect(match.replaceAll('\n', ' ')).toBe(any.slice(begin, end).replaceAll('\n', ' '));
      }),
    );
  });
});
