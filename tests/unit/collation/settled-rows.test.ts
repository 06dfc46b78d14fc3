/** What is put right when every witness has found its place: forms of few witnesses in two rows, words grown together. */
import { describe, expect, it } from 'vitest';
import { formSimilarity } from '../../../electron/collation/form-similarity.js';
import { alignJoinedWords } from '../../../electron/collation/joined-words.js';
import { lexiconOf } from '../../../electron/collation/lexicon.js';
import { NONE } from '../../../electron/collation/model.js';
import { REACH, regroupVariants } from '../../../electron/collation/regroup-variants.js';
import { tokenise } from '../../../electron/collation/tokenise.js';
import { collated, linesOf, rangeOf } from './tables.js';

/** A table made by hand, `one | other` a row, `–` for nothing; the numbers of words are those of their columns. */
function tableOf(rows: readonly string[]) {
  const cells = rows.map((row) => row.split(' | ').map((cell) => (cell === '–' ? '' : cell)));
  const width = cells[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => cells.map((row) => row[column] ?? ''));
  const texts = columns.map((column) => column.filter(Boolean));
  const { words, lexicon } = lexiconOf(texts.map((text) => tokenise({ text: text.join(' '), gaps: [] })));
  const next = new Int32Array(width);
  const placed = cells.flatMap((row) =>
    row.map((cell, column) => {
      if (cell === '') return NONE;
      next[column] = (next[column] ?? 0) + 1;
      return (next[column] ?? 0) - 1;
    }),
  );
  const profile = {
    witnesses: [...texts.keys()],
    rowCount: rows.length,
    cells: Int32Array.from(placed),
    firsts: new Int32Array(width),
  };
  const lines = ({ rowCount, cells: found }: { readonly rowCount: number; readonly cells: Int32Array }) =>
    Array.from({ length: rowCount }, (_, row) =>
      texts.map((text, column) => text[found[row * width + column] ?? NONE] ?? '–').join(' | '),
    );
  return { profile, words, lexicon, likeness: formSimilarity(lexicon), lines };
}

const nothingBound = () => false;

function gathered(rows: readonly string[], isBound: (witness: number, word: number) => boolean = nothingBound) {
  const { profile, words, likeness, lines } = tableOf(rows);
  return lines(regroupVariants(profile, words, likeness, isBound));
}

function jointsFirst(rows: readonly string[], isBound: (witness: number, word: number) => boolean = nothingBound) {
  const { profile, words, lexicon, likeness, lines } = tableOf(rows);
  return lines(alignJoinedWords(profile, words, lexicon, likeness, isBound));
}

describe('a word that few witnesses have', () => {
  it('stands beside its own form in a row nearby', () => {
    const lines = linesOf(collated(['toll fuel closed bridge toll', 'ferry barges toll', 'ferry toll', 'closed toll']));
    expect(lines).toContain('closed | – | – | closed');
    expect(lines).toContain('– | barges | – | –');
  });

  it('comes into one row when two witnesses have it in two, and the row it leaves empty goes', () => {
    expect(gathered(['lock | lock | lock', 'barges | – | –', '– | barges | –', 'toll | toll | toll'])).toEqual([
      'lock | lock | lock',
      'barges | barges | –',
      'toll | toll | toll',
    ]);
  });

  it('goes with all that have it, because one alone would leave the others', () => {
    expect(
      gathered(['barges | barges | barges | – | –', '– | – | – | barges | barges', 'toll | toll | toll | toll | toll']),
    ).toEqual(['barges | barges | barges | barges | barges', 'toll | toll | toll | toll | toll']);
  });

  it('stands beside a form that is alike', () => {
    expect(gathered(['harbour | – | –', '– | harbours | –', 'toll | toll | toll'])[0]).toBe('harbour | harbours | –');
  });

  it('stays apart from a form that is unlike', () => {
    const rows = ['harbour | – | –', '– | winter | –', 'toll | toll | toll'];
    expect(gathered(rows)).toEqual(rows);
  });

  it('never passes another word of its witness', () => {
    const rows = ['barges | –', 'lock | lock', '– | barges'];
    expect(gathered(rows)).toEqual(rows);
  });

  it.each([
    [REACH, 'barges | barges'],
    [REACH + 1, 'barges | –'],
  ])('is looked for in rows nearby: %d rows away gives %s', (distance, first) => {
    const between = Array.from({ length: distance - 1 }, (_, row) => `– | – | word${'abcdefghijk'[row]}`);
    const lines = gathered(['barges | – | –', ...between, '– | barges | –']);
    expect(lines.some((line) => line === 'barges | barges | –')).toBe(first === 'barges | barges');
  });

  it('stays where a pin binds it', () => {
    const rows = ['barges | –', '– | barges', 'toll | toll'];
    expect(gathered(rows, (_, word) => word === 0)).toEqual(rows);
  });
});

describe('a word that others write as two', () => {
  it('stands beside the first of them', () => {
    expect(jointsFirst(['nec | nec | –', 'non | non | necnon', 'dixit | dixit | dixit'])).toEqual([
      'nec | nec | necnon',
      'non | non | –',
      'dixit | dixit | dixit',
    ]);
  });

  it('stands there when it is written a little otherwise, too', () => {
    expect(jointsFirst(['quam | – | –', 'obremus | quamobremus | quamobremis'])[0]).toBe(
      'quam | quamobremus | quamobremis',
    );
  });

  it('stands there when the parts changed places as they grew together', () => {
    expect(jointsFirst(['cum | –', 'me | mecum'])[0]).toBe('cum | mecum');
  });

  it('stands there when it has a hyphen', () => {
    expect(jointsFirst(['ferry | –', 'man | ferry-man'])[0]).toBe('ferry | ferry-man');
  });

  it('stands beside the first of three, but not of four', () => {
    expect(jointsFirst(['quam | –', 'ob | –', 'rem | quamobrem'])[0]).toBe('quam | quamobrem');
    expect(jointsFirst(['ne | –', 'ver | –', 'the | –', 'less | nevertheless'])[0]).toBe('ne | –');
  });

  it('leaves the last part where it is when a witness has that part alone', () => {
    const rows = ['nec | – | necnon', 'non | non | –'];
    expect(jointsFirst(rows)).toEqual(rows);
  });

  it('leaves it where a word of its own witness stands in the way', () => {
    const rows = ['nec | et', 'non | necnon'];
    expect(jointsFirst(rows)).toEqual(rows);
  });

  it('leaves it where a pin binds it', () => {
    const rows = ['nec | –', 'non | necnon'];
    expect(jointsFirst(rows, (witness) => witness === 1)).toEqual(rows);
  });

  it('stands so in the table of a collation', () => {
    const lines = linesOf(collated(['hail cum me verba', 'hail mecum verba']));
    expect(lines[1]).toBe('cum | mecum');
  });

  it('stays apart from the first where a pin parts them', () => {
    const texts = ['hail cum me verba', 'hail mecum verba'];
    const pin = { kind: 'apart' as const, stretches: [rangeOf(texts, 0, 'cum'), rangeOf(texts, 1, 'mecum')] };
    const lines = linesOf(collated(texts, [pin]));
    expect(lines.some((line) => line.startsWith('cum | mecum'))).toBe(false);
  });
});
