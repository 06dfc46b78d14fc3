import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationMark, linkMark, type NoteReference, noteMarks } from '../../../electron/contract/index.js';
import { countWords } from '../../../renderer/features/notes/count-words.js';
import { chipLabel } from '../../../renderer/features/notes/editor/chip-labels.js';
import { formatTime } from '../../../renderer/features/notes/format-time.js';
import { changeBetween, mergeChange } from '../../../renderer/features/notes/merge-changes.js';
import { noteOutline } from '../../../renderer/features/notes/note-outline.js';

const id = '019aaaaa-0000-7000-8000-000000000001';
const apply = (text: string, change: ReturnType<typeof changeBetween>) =>
  change ? text.slice(0, change.from) + change.insert + text.slice(change.to) : text;
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '漢'), maxLength: 12 });

describe('what changed between two texts', () => {
  it('makes the one of the other, and never halves a character', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = changeBetween(before, after);
        expect(apply(before, change)).toBe(after);
        if (change) {
          for (const part of [before.slice(0, change.from), change.insert, before.slice(change.to)]) {
            expect(part.isWellFormed()).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps both changes when they are apart', () => {
    fc.assert(
      fc.property(words, words, words, words, (head, mine, theirs, tail) => {
        const base = `${head}|middle|${tail}`;
        const here = `${head}${mine}|middle|${tail}`;
        const there = `${head}|middle|${theirs}${tail}`;
        const change = mergeChange(base, here, there);
        if (change === 'overlap') throw new Error('they do not overlap');
        expect(apply(here, change)).toBe(`${head}${mine}|middle|${theirs}${tail}`);
      }),
    );
  });

  it('says so when both changed the same place', () => {
    expect(mergeChange('one', 'one of mine', 'one of theirs')).toBe('overlap');
    expect(mergeChange('one', 'two', 'two')).toBeNull();
  });
});

describe('the chip of a citation', () => {
  const referenceTo = (state: NoteReference['state'], label: string): NoteReference => ({
    key: `passage:${id}`,
    state,
    label,
    detail: '',
    place: null,
  });
  const chip = (markdown: string, reference: NoteReference) => {
    const [mark] = noteMarks(markdown);
    if (!mark) throw new Error('no mark');
    return chipLabel(mark, new Map([[reference.key, reference]]));
  };

  it('shows the page that stands in the note, and the words before', () => {
    const reference = referenceTo('held', 'Minutes, p. 3');
    expect(chip(citationMark('passage', id, ''), reference).label).toBe('Minutes, p. 3');
    expect(chip(citationMark('passage', id, 'p. 4'), reference).label).toBe('Minutes, p. 4');
    expect(chip(`[see @passage:${id}]`, reference).label).toBe('see Minutes, p. 3');
  });

  it.each([
    ['review', 'place to review'],
    ['binned', 'in the bin'],
    ['missing', 'not in this archive'],
  ] as const)('says in words that all is not well: %s', (state, remark) => {
    expect(chip(citationMark('passage', id, ''), referenceTo(state, 'Minutes'))).toMatchObject({ state, remark });
  });

  it('calls a link by what the thing is called now, and by its old name when it is gone', () => {
    const link = linkMark('note', id, 'Old name');
    const mark = noteMarks(link)[0];
    if (!mark) throw new Error('no mark');
    const now: NoteReference = { ...referenceTo('held', 'New name'), key: `note:${id}` };
    expect(chipLabel(mark, new Map([[now.key, now]])).label).toBe('New name');
    expect(chipLabel(mark, new Map([[now.key, { ...now, state: 'missing', label: '' }]])).label).toBe('Old name');
  });
});

describe('the outline of a note', () => {
  it('has its headings with their places, and none from code', () => {
    const body = `# *First* one\n\ntext\n\n\`\`\`\n# no heading\n\`\`\`\n\n## Second ${linkMark('note', id, 'linked')} ##\n`;
    expect(noteOutline(body)).toEqual([
      { level: 1, text: 'First one', start: 0 },
      { level: 2, text: 'Second linked', start: body.indexOf('## Second') },
    ]);
  });
});

describe('the words of a note', () => {
  it('are those one reads: no citations, no addresses of links', () => {
    const body = `Three plain words ${citationMark('source', id, 'p. 3')} and [a link](https://example.org/x).`;
    expect(countWords(body)).toBe(6);
    expect(countWords('L’histoire d’aujourd’hui, the well-known 1848')).toBe(5);
    expect(countWords('')).toBe(0);
  });
});

describe('the time of a note', () => {
  it('is the hour of today, the day of this year, else the date', () => {
    const now = new Date(2026, 10, 24, 12, 0);
    expect(formatTime(new Date(2026, 10, 24, 9, 5).toISOString(), now)).toBe('09:05');
    expect(formatTime(new Date(2026, 2, 3).toISOString(), now)).toMatch(/^3 Mar/);
    expect(formatTime(new Date(2019, 2, 3).toISOString(), now)).toMatch(/2019$/);
  });
});
