import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Alignment } from '../../../electron/collation/model.js';
import { collated, linesOf, rangeOf, rowAt, saidIn } from './tables.js';

const read = (name: string) => readFileSync(join('data', 'sample-archive', 'documents', name), 'utf8');
const releases = [
  read('01-telcon-whitcombe-stavrin-release-2009.txt'),
  read('02-telcon-whitcombe-stavrin-release-2016.txt'),
];

/** For each gap of a witness what another shows there. */
const shown = (alignment: Alignment, silent: number, speaking: number) =>
  alignment.gapSpans
    .filter((span) => span.witness === silent)
    .map((span) => saidIn(alignment, speaking, span.rowStart, span.rowEnd));

describe('two releases of one memorandum', () => {
  const alignment = collated(releases);
  const lines = linesOf(alignment);

  it('show in 2016 what was withheld in 2009', () => {
    const answers = shown(alignment, 0, 1);
    expect(answers).toHaveLength(3);
    expect(answers[0]).toMatch(/^Their own \. The colonels .* how deep the water is \.$/);
    expect(answers[1]).toMatch(/^He is a man who counts the lamps .* with his own hands \.$/);
    expect(answers[2]).toMatch(/^It is 35 million crowns , .* hear it from Vardin \.$/);
  });

  it('show in 2009 what was withheld in 2016', () => {
    const answers = shown(alignment, 1, 0);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatch(/^My ambassador walked along .* ask him to do \.$/);
    expect(answers[1]).toMatch(/^On the Vardanian side .* if they were angry$/);
  });

  it('agree on everything else but what was planted', () => {
    const different = lines.filter((line) => {
      const [one, other] = line.split(' | ');
      return one !== other && one !== '–' && other !== '–' && !line.includes('redacted') && !line.includes('█');
    });
    expect(different).toEqual([
      'DECLASSIFIED | Declassified',
      'Septernber | September',
      '10:3l | 10:31',
      'lake | 1ake',
      '43 | 48',
      'thern | them',
      'rny | my',
      'uni- form | uniform',
      'thern | them',
      'rnean | mean',
      'hirn | him',
      'rnore | more',
      'believe | be1ieve',
      'hirn | him',
    ]);
  });

  it('keep the markers of paragraphs and the words before and behind a gap in one row', () => {
    for (const span of alignment.gapSpans) {
      expect(lines[span.rowStart - 1]).toMatch(/^(.+) \| \1$/);
      expect(lines[span.rowEnd]).toMatch(/^(.+) \| \1$/);
    }
    for (const marker of ['C', 'S', 'U']) {
      const inText = Array.from(releases[1]?.matchAll(new RegExp(`\\b${marker}\\b`, 'g')) ?? []).length;
      expect(lines.filter((line) => line === `${marker} | ${marker}`)).toHaveLength(inText);
    }
  });

  it('keep stamps and notes of one release in rows of their own', () => {
    for (const stamp of ['illegible', 'PHOTOCOPY', 'KBH', '13140']) expect(lines).toContain(`${stamp} | –`);
    for (const stamp of ['Interagency', '2013-088', 'RELEASED']) expect(lines).toContain(`– | ${stamp}`);
    expect(lines.filter((line) => line === 'SECRET | SECRET').length).toBeGreaterThanOrEqual(5);
  });
});

describe('a gap', () => {
  it('faces a long passage without pulling its neighbours away', () => {
    const passage = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    const texts = ['He said [redacted, 1.4(b)] (S) and left.', `He said ${passage}. (S) and left.`];
    const alignment = collated(texts);
    expect(shown(alignment, 0, 1)).toEqual([`${passage} .`]);
    for (const same of ['said', 'S', 'and', 'left']) expect(linesOf(alignment)).toContain(`${same} | ${same}`);
  });

  it('stands alone in one row when nobody else shows anything there', () => {
    const alignment = collated(['He said ███ and left', 'He said and left']);
    expect(linesOf(alignment)).toEqual(['He | He', 'said | said', '███ | –', 'and | and', 'left | left']);
    expect(alignment.gapSpans.map(({ rowStart, rowEnd }) => [rowStart, rowEnd])).toEqual([[2, 3]]);
  });

  it('stands in one row with a gap that faces it, and both reach as far as a third witness speaks', () => {
    const alignment = collated([
      'He said ███ and left',
      'He said [redacted, 1.4(b)] and left',
      'He said nothing more and left',
    ]);
    expect(linesOf(alignment)[2]).toBe('███ | [redacted, 1.4(b)] | nothing');
    expect(alignment.gapSpans.map(({ rowStart, rowEnd }) => [rowStart, rowEnd])).toEqual([
      [2, 4],
      [2, 4],
    ]);
  });

  it('begins before an opening quotation mark of what it stands for', () => {
    const alignment = collated(['He wrote: ███ (S)', 'He wrote: "all is lost." (S)']);
    expect(shown(alignment, 0, 1)).toEqual(['" all is lost . "']);
    expect(linesOf(alignment)).toContain(': | :');
  });

  it('at the head or the end of a fragment leaves the rest in place', () => {
    const full = 'first leaf of the book then the second leaf with other words and at last the third';
    const alignment = collated([full, '[lacuna] then the second leaf [lacuna]', full.replace('other', 'many')]);
    expect(shown(alignment, 1, 0)).toEqual(['first leaf of the book', 'with other words and at last the third']);
  });

  it('takes no part in another text that withholds something else', () => {
    const texts = ['alpha ███ gamma delta epsilon zeta', 'alpha beta gamma ███ epsilon zeta'];
    expect(linesOf(collated(texts))).toEqual([
      'alpha | alpha',
      '███ | beta',
      'gamma | gamma',
      'delta | ███',
      'epsilon | epsilon',
      'zeta | zeta',
    ]);
  });
});

it('finds the changed number in its row', () => {
  const alignment = collated(releases);
  const row = rowAt(alignment, rangeOf(releases, 0, '43 barges'));
  expect(row).toBe(rowAt(alignment, rangeOf(releases, 1, '48 barges')));
});
