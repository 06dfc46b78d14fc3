/** On either side of what bounds the work of an alignment: which gaps are gone through, and how. */
import { describe, expect, it } from 'vitest';
import { alignTexts, alignTextsNear, type TextAlignment } from '../../../electron/text/index.js';
import { misread, strange } from '../annotation/anchoring/strange.js';

const HEAD = strange(400, 71);
const TAIL = strange(400, 72);

/** Pieces into which the part between head and tail was taken, when only the head's first words are asked for. */
function piecesBetween(old: string, now: string, asked = { start: 0, end: 20 }): TextAlignment['ops'] {
  // The texts begin and end otherwise, so that the parts that are alike are found by seeds.
  const from = [HEAD, old, TAIL, 'old'].join(' ');
  const { alignment } = alignTextsNear(from, [HEAD.replace(/^.../, 'xyz'), now, TAIL, 'new'].join(' '), [asked]);
  const [start, end] = [HEAD.length, HEAD.length + old.length + 2];
  return alignment.ops.filter(({ kind, from: range }) => kind !== 'same' && range[0] < end && range[1] > start);
}

/** Every seventh letter is misread, so that no seed is in it. */
const worn = (text: string, every = 7) => misread(text, Math.floor(text.replace(/\s/g, '').length / every));

describe('an alignment that is asked for a few passages', () => {
  it('goes through what is misread within sixty letters of them, and leaves what is further off as one piece', () => {
    const old = strange(200, 73);
    const near = (letters: number) => {
      const end = HEAD.length - Math.round((letters * 7) / 6);
      return piecesBetween(old, worn(old), { start: end - 20, end }).length;
    };
    expect(near(40)).toBeGreaterThan(5);
    expect(near(90)).toBe(1);
  });

  it('leaves a gap of five hundred letters as one piece, and goes through one of eight hundred', () => {
    const pieces = (letters: number) => {
      const old = strange(letters, 74);
      return piecesBetween(old, worn(old)).length;
    };
    expect(pieces(500)).toBe(1);
    expect(pieces(800)).toBeGreaterThan(5);
  });

  it('takes what is as long and shares a fifth of its small parts for the same, and what shares a twentieth for another', () => {
    const old = strange(300, 75);
    const other = strange(300, 79).replace(/\s/g, '');
    /** Of every forty letters so many in a row are left; the rest is of another text. */
    const sharing = (letters: number) => {
      let at = -1;
      return old.replace(/\S/g, (letter) => {
        at += 1;
        return at % 40 < letters ? letter : other.charAt(at);
      });
    };
    expect(piecesBetween(old, sharing(11)).map(({ kind }) => kind)).toEqual(['changed']);
    expect(piecesBetween(old, sharing(5)).length).toBeGreaterThan(1);
  });

  it('takes twenty letters for the same whatever they are, and not forty', () => {
    expect(piecesBetween(strange(20, 76), strange(20, 77)).map(({ kind }) => kind)).toEqual(['changed']);
    expect(piecesBetween(strange(40, 76), strange(40, 77)).map(({ kind }) => kind)).toContain('removed');
  });
});

describe('an alignment of whole texts', () => {
  it('goes at once through a change of forty thousand cells, and looks for what is alike in a larger one first', () => {
    const pieces = (letters: number) => {
      const half = strange(letters / 2 - 10, 78);
      const [sure, other] = [strange(20, 80, 40), strange(letters / 2 - 10, 84)];
      const from = [HEAD, half, sure, other, TAIL].join(' ');
      const to = [HEAD, worn(half), sure, worn(other), TAIL].join(' ');
      const { alignment } = alignTextsNear(from, to, [{ start: 0, end: 20 }]);
      return alignment.ops.filter(({ kind }) => kind !== 'same').length;
    };
    expect(pieces(190)).toBeGreaterThan(20);
    expect(pieces(225)).toBeLessThan(10);
  });

  it('follows a long text of which every eighth letter is misread past an addition longer than a window', () => {
    const [one, two] = [strange(2_000, 81), strange(2_000, 82)];
    const { ops } = alignTexts(`${one} ${two}`, `${worn(one, 8)} ${strange(600, 83)} ${worn(two, 8)}`);
    const same = ops
      .filter(({ kind }) => kind === 'same')
      .reduce((sum, { from: [start, end] }) => sum + end - start, 0);
    expect(same).toBeGreaterThan(0.75 * (one.length + two.length));
  });
});

describe('an alignment of texts in which nothing stands only once', () => {
  const line = 'total income 5\n';
  const other = 'sum spent 7\n';

  /** How many lines after an addition of so many letters keep their place, of texts of so many letters. */
  function keptAfter(letters: number, added: number): number {
    const count = Math.round(letters / 12 / 2);
    const half = line.repeat(count);
    const from = half + half;
    const news = other.repeat(Math.round(added / 9));
    const to = (half + news + half).replaceAll('5', '6');
    const { ops } = alignTexts(from, to);
    return ops.filter(
      ({ kind, from: range, to: place }) =>
        kind !== 'removed' && kind !== 'added' && range[0] >= half.length && place[0] - range[0] === news.length,
    ).length;
  }

  it('bears an addition longer than a window while the table of both is no larger than two million cells', () => {
    expect(keptAfter(1_000, 500)).toBeGreaterThan(20);
    expect(keptAfter(1_500, 500)).toBeLessThan(5);
  });

  it('bears in larger tables what is shorter than half of a window', () => {
    expect(keptAfter(6_000, 150)).toBeGreaterThan(100);
    expect(keptAfter(6_000, 300)).toBeLessThan(5);
  });
});
