import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChoices } from '../../../bench/search/choices.js';
import type { EngineFigures } from '../../../bench/search/figures.js';
import { markdownTable, replaceBetween } from '../../../bench/search/markdown.js';
import { median, percentile } from '../../../bench/search/percentile.js';
import { report, verdicts } from '../../../bench/search/report.js';
import { inDigits, judgeAll } from '../../../bench/search/targets.js';

describe('percentiles', () => {
  it('are values that were measured, by nearest rank', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(percentile(twenty, 0.5)).toBe(10);
    expect(percentile(twenty, 0.95)).toBe(19);
    expect(percentile(twenty, 1)).toBe(20);
    expect(percentile(twenty, 0)).toBe(1);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('leave at least their share of the values at or below', () => {
    const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (times, share) => {
        const at = percentile(times, share);
        expect(times).toContain(at);
        expect(times.filter((time) => time <= at).length).toBeGreaterThanOrEqual(share * times.length - 1e-9);
      }),
    );
  });

  it('refuse a share beyond 1, and nothing', () => {
    expect(() => percentile([1], 95)).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });
});

const engine = (name: string, times: number, documents = 20_000): EngineFigures => {
  const kind = { p50Ms: times, p95Ms: 2 * times, maxMs: 3 * times, questions: 40, passes: 3, answered: 1 };
  return {
    engine: name,
    documents,
    build: { elapsedMs: 1_000 * times, diskBytes: 1e6 * times, peakRssBytes: 1e8 },
    opens: [1, 5, 1].map((slow) => ({ elapsedMs: slow * times, liveBytes: 1e6 * times, rssBytes: 2e6 * times })),
    use: { kinds: { plain: kind, fuzzy: kind, typeahead: kind }, add: { medianMs: times, maxMs: times }, known: null },
  };
};

describe('the verdict on Fonds', () => {
  it('tells how many times less it takes, and whether that is enough', () => {
    const found = judgeAll(engine('fonds', 0.5), [engine('lunr', 150)], null);
    const open = found.find(({ what }) => what.startsWith('open'));
    expect(open).toMatchObject({ against: 'lunr', reach: '≥ 300× less', got: '300× less', isMet: true });
    const slower = judgeAll(engine('fonds', 0.51), [engine('lunr', 150)], null);
    expect(slower.find(({ what }) => what.startsWith('open'))).toMatchObject({ got: '294× less', isMet: false });
  });

  it('tells how many times more it may take', () => {
    const [slow, quick] = [4.1, 4].map((times) =>
      judgeAll(engine('fonds', times), [engine('minisearch', 1)], null).find(({ what }) => what === 'fuzzy p95'),
    );
    expect(slow).toMatchObject({ reach: '≤ 4×', got: '4.1×', isMet: false });
    expect(quick).toMatchObject({ reach: '≤ 4×', got: '4×', isMet: true });
  });

  it('measures itself against a limit when it holds more', () => {
    const found = judgeAll(engine('fonds', 1), [], engine('fonds', 3, 50_000));
    expect(found.map(({ against, what, got, isMet }) => [against, what, got, isMet])).toEqual([
      ['itself at 50,000', 'open, to the first answer', '3 ms', true],
      ['itself at 50,000', 'plain p95', '6 ms', false],
      ['itself at 50,000', 'typeahead p95', '6 ms', true],
    ]);
  });

  it('says neither yes nor no of what was not measured', () => {
    const broken: EngineFigures = { engine: 'lunr', documents: 20_000, failure: 'out of memory' };
    const found = judgeAll(engine('fonds', 1), [broken], null);
    const compared = found.filter(({ what }) => !what.startsWith('add'));
    expect(compared.length).toBeGreaterThan(3);
    for (const { got, isMet } of compared) expect([got, isMet]).toEqual([null, null]);
  });
});

describe('the report', () => {
  const run = { words: 500, large: null, conditions: ['Measured today.'] };

  it('tells what failed and why, beside what was measured', () => {
    const failed: EngineFigures = { engine: 'fonds', documents: 20_000, failure: 'no such file' };
    const text = report({ ...run, figures: [failed, engine('lunr', 10)] });
    expect(text).toContain('fonds at 20000 documents failed: no such file');
    expect(text).toMatch(/\| lunr +\| +10,000 ms \|/);
  });

  it('has no verdict without Fonds', () => {
    expect(verdicts({ ...run, figures: [engine('lunr', 10)] })).toEqual([]);
  });

  it('marks an engine that was too slow for all of the questions', () => {
    const slow = engine('lunr', 10);
    const kinds = { plain: { p50Ms: 1, p95Ms: 2, maxMs: 3, questions: 7, passes: 1, answered: 0.5 } };
    const text = report({ ...run, figures: [engine('fts5', 1), { ...slow, use: { kinds, add: null, known: null } }] });
    expect(text).toContain('1 / 2 *');
    expect(text).toContain('plain (40)');
  });
});

describe('a table in Markdown', () => {
  const columns = [
    { head: 'name', align: 'left' },
    { head: 'ms', align: 'right' },
  ] as const;

  it('stands in straight columns, so that a terminal shows it too', () => {
    expect(
      markdownTable(columns, [
        ['lunr', '12'],
        ['fts5', '1,234'],
      ]),
    ).toBe(['| name |    ms |', '| ---- | ----: |', '| lunr |    12 |', '| fts5 | 1,234 |'].join('\n'));
  });

  it('cannot be broken by what stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z|]*$/), fc.string({ unit: fc.constantFrom('a', '|') }))),
        (rows) => {
          const lines = markdownTable(columns, rows).split('\n');
          expect(lines).toHaveLength(rows.length + 2);
          for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
        },
      ),
    );
  });
});

describe('the section of figures in a document', () => {
  const document = 'before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n';

  it('is replaced, and nothing around it', () => {
    const written = replaceBetween(document, 'figures', 'new\n');
    expect(written).toBe('before\n<!-- figures: begin -->\n\nnew\n\n<!-- figures: end -->\nafter\n');
    expect(replaceBetween(written, 'figures', 'new')).toBe(written);
  });

  it('is not guessed where the comments are missing', () => {
    expect(() => replaceBetween('no comments', 'figures', 'new')).toThrow('<!-- figures: begin -->');
  });
});

describe('numbers of a report', () => {
  it('have three digits, and thousands set apart', () => {
    expect([0, 0.01234, 1.005, 12.345, 1234.5, 98765].map(inDigits)).toEqual([
      '0',
      '0.0123',
      '1',
      '12.3',
      '1,230',
      '98,800',
    ]);
  });
});

describe('the command line of the bench', () => {
  it('measures 20,000 documents of 500 words with all engines when nothing is said', () => {
    expect(parseChoices([])).toMatchObject({ documents: 20_000, words: 500, own: 50_000, write: false });
  });

  it('says what is wrong instead of measuring something else', () => {
    expect(parseChoices(['--only', 'fonds,solr'])).toBe('There is no engine called solr.');
    expect(parseChoices(['--documents', '12'])).toContain('--documents');
    expect(parseChoices(['--words', 'many'])).toContain('--words');
    expect(parseChoices(['--own', '-1'])).toContain('--own');
    expect(parseChoices(['--only', 'fonds', '--write'])).toContain('--write');
    expect(typeof parseChoices(['--fast'])).toBe('string');
  });
});
