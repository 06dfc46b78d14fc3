import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { Engine, type IndexDocument } from '../../../electron/search/engine.js';
import { foldWord } from '../../../electron/text/index.js';

const document = (ref: string, body: string, title = ''): IndexDocument => ({ ref, title, description: '', body });

function engineWith(...documents: IndexDocument[]): Engine {
  const engine = new Engine();
  engine.add(documents);
  return engine;
}

const refs = (engine: Engine, line: string, mode: 'any' | 'all' | 'phrase' = 'any') =>
  engine.query(line, mode).map(({ ref }) => ref);

/** The words that a query marks in a document. */
function marked(engine: Engine, line: string, ref: string, body: string, mode: 'any' | 'all' | 'phrase' = 'any') {
  return engine.places(line, mode, [ref])[0]?.map(([start, end]) => body.slice(start, end));
}

describe('searching', () => {
  it('finds a name in Cyrillic, with marks and without, whichever way it was typed', () => {
    const bodies = { latin: 'Radosevic spoke.', marks: 'Radošević je rekao.', cyrillic: 'Радошевић је рекао.' };
    const engine = engineWith(...Object.entries(bodies).map(([ref, body]) => document(ref, body)));
    for (const typed of ['Radosevic', 'Radošević', 'Радошевић', 'RADOSEVIC']) {
      expect(refs(engine, typed).sort()).toEqual(['cyrillic', 'latin', 'marks']);
    }
    expect(marked(engine, 'radosevic', 'cyrillic', bodies.cyrillic)).toEqual(['Радошевић']);
  });

  it('marks the bare word, not the punctuation around it', () => {
    const body = 'He said: “(treaty),” and left.';
    expect(marked(engineWith(document('a', body)), 'treaty', 'a', body)).toEqual(['treaty']);
  });

  it('finds a phrase only where its words stand together, stop words included', () => {
    const near = 'They spoke of the peace of the valley.';
    const apart = 'The valley was at peace of a sort, the envoy said.';
    const engine = engineWith(document('near', near), document('apart', apart));
    expect(refs(engine, '"peace of the valley"')).toEqual(['near']);
    expect(refs(engine, 'peace of the valley', 'phrase')).toEqual(['near']);
    expect(marked(engine, 'peace of the valley', 'near', near, 'phrase')).toEqual(['peace of the valley']);
    expect(refs(engine, '“peace of the valley”')).toEqual(['near']);
  });

  it('asks for every word in the mode “all”, and for any word otherwise', () => {
    const engine = engineWith(document('both', 'treaty and envoy'), document('one', 'treaty alone'));
    expect(refs(engine, 'treaty envoy', 'all')).toEqual(['both']);
    expect(refs(engine, 'treaty envoy', 'any')).toEqual(['both', 'one']);
  });

  it('finds every date, also those that lunr itself loses', () => {
    // Of these dates an index of unmended lunr, the first of its program, loses the last two: its TokenSet confuses
    // states whose labels are digits. The set was found by trial and made as small as it goes.
    const dates = (
      '1/16/1925 1/17/1948 1/18/1920 1/18/1982 1/19/1938 1/19/1983 1/2/1910 1/20/1928 1/23/1919 1/26/1916 1/4/1995 ' +
      '10/1/1923 10/11/1911 10/17/1958 10/19/1963 10/2/1971 10/21/1954 4/3/1985 4/3/1994 9/3/1984 9/3/1995'
    ).split(' ');
    (lunr.TokenSet as unknown as { _nextId: number })._nextId = 1;
    const engine = engineWith(...dates.map((date) => document(date, date)));
    expect(dates.filter((date) => !refs(engine, date, 'phrase').includes(date))).toEqual([]);
  });

  it('forgets what was removed and finds what was added, across sealed segments', () => {
    const engine = engineWith(document('a@1', 'treaty'), document('b@1', 'treaty'));
    const sealed = engine.seal();
    engine.remove(['a@1']);
    engine.add([document('a@2', 'convention')]);
    expect(refs(engine, 'treaty')).toEqual(['b@1']);
    expect(refs(engine, 'convention')).toEqual(['a@2']);
    const reopened = new Engine();
    reopened.load(sealed?.json ?? '');
    expect(refs(reopened, 'treaty').sort()).toEqual(['a@1', 'b@1']);
  });

  it('points at the place of a syntax error', () => {
    const engine = engineWith(document('a', 'treaty'));
    expect(() => engine.query('treaty fel:x', 'any')).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX', details: expect.objectContaining({ start: 7 }) }),
    );
    expect(() => engine.query('the "peace', 'any')).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX', details: { start: 4, end: 5 } }),
    );
  });

  it('answers any line at all with hits or a syntax error, never with a crash', () => {
    const engine = engineWith(document('a', 'one two'), document('b', 'Радошевић 1999-09-06'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('any', 'all', 'phrase'), (line, mode) => {
        try {
          engine.query(line, mode as 'any');
        } catch (error) {
          expect(error).toMatchObject({ code: 'QUERY_SYNTAX' });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('marks only places inside the text, in order and apart, for any text and any of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1 }), (words) => {
        const body = words.join(' ');
        const engine = engineWith(document('a', body));
        // A tatweel is a letter to Unicode and nothing to the index: such a word has nothing to be found by.
        const word = words.find((w) => /^[\p{L}]+$/u.test(w) && foldWord(w) !== '');
        if (!word) return;
        const places = engine.places(word, 'phrase', ['a'])[0] ?? [];
        expect(engine.query(word, 'phrase')).toHaveLength(1);
        let last = 0;
        for (const [start, end] of places) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(body.length);
          last = end;
        }
      }),
    );
  });
});
