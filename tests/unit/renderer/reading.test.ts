/** The pure pieces of the reading view: blocks, find-in-document, marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range, Span } from '../../../electron/contract/index.js';
import { documentOutline } from '../../../renderer/features/reading/document-outline.js';
import { findAll, foldText } from '../../../renderer/features/reading/find-text.js';
import {
  blockIndexAt,
  isHardWrapped,
  layoutBlocks,
  MAX_BLOCK_LENGTH,
  type TextBlock,
} from '../../../renderer/features/reading/layout-blocks.js';
import { splitIntoRuns } from '../../../renderer/features/reading/text-runs.js';

const visible = (text: string) => text.replace(/[ \t\r\n\f]/g, '');

describe('the blocks of a text', () => {
  it('keep what the reader left outside of every span as paragraphs', () => {
    const text = 'SECRET\n\nMemorandum\n\nFirst.\n\nSecond.';
    const spans: Span[] = [{ kind: 'heading', start: 8, end: 18, level: 1 }];
    const blocks = layoutBlocks(text, spans).map((block) => [block.kind, text.slice(block.start, block.end)]);
    expect(blocks).toEqual([
      ['paragraph', 'SECRET'],
      ['heading', 'Memorandum'],
      ['paragraph', 'First.'],
      ['paragraph', 'Second.'],
    ]);
  });

  it('show an inner span inside an outer one, and the rest of the outer one on both sides', () => {
    const text = 'before item after';
    const spans: Span[] = [
      { kind: 'quotation', start: 0, end: 17 },
      { kind: 'list-item', start: 7, end: 11 },
    ];
    expect(layoutBlocks(text, spans).map((block) => block.kind)).toEqual(['quotation', 'list-item', 'quotation']);
  });

  it('lose no character and never overlap, whatever the spans are', () => {
    const kinds = fc.constantFrom('heading', 'paragraph', 'quotation', 'list-item');
    const span = fc.record({ kind: kinds, start: fc.nat(80), length: fc.nat(40) });
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'ž'), maxLength: 80 });
    fc.assert(
      fc.property(letters, fc.array(span, { maxLength: 6 }), (text, drafts) => {
        const spans = drafts.map(({ kind, start, length }) => ({ kind, level: 1, start, end: start + length }) as Span);
        const blocks = layoutBlocks(text, spans);
        expect(visible(blocks.map((block) => text.slice(block.start, block.end)).join(''))).toBe(visible(text));
        for (const [index, block] of blocks.entries())
          expect(block.start).toBeGreaterThanOrEqual(blocks[index - 1]?.end ?? 0);
      }),
    );
  });

  it('cut a very long paragraph at sentence ends, so that scrolling stays smooth', () => {
    const text = 'The envoy did not answer the note. '.repeat(400).trimEnd();
    const blocks = layoutBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.every((block) => block.end - block.start <= MAX_BLOCK_LENGTH)).toBe(true);
    expect(blocks.slice(1).every((block) => block.continues && text.startsWith('The', block.start))).toBe(true);
    expect(blocks.map((block) => text.slice(block.start, block.end)).join('')).toBe(text);
  });

  it('never cut a character outside the basic plane in two', () => {
    const text = '𝔄'.repeat(MAX_BLOCK_LENGTH);
    for (const block of layoutBlocks(` ${text}`, []))
      expect(text.codePointAt(0)).toBe(` ${text}`.codePointAt(block.start || 1));
  });

  it('carry each page label at the place where the page starts, also in the middle of a paragraph', () => {
    const text = 'One two three four.';
    const spans: Span[] = [
      { kind: 'page', start: 0, end: 8, pageIndex: 0, pageLabel: 'i' },
      { kind: 'page', start: 8, end: 19, pageIndex: 1, pageLabel: 'ii' },
      { kind: 'paragraph', start: 0, end: 19 },
    ];
    expect(layoutBlocks(text, spans)[0]?.pages).toEqual([
      { at: 0, label: 'i' },
      { at: 8, label: 'ii' },
    ]);
  });

  it('can be found by an offset, also by one that lies between two blocks', () => {
    const blocks = layoutBlocks('One.\n\nTwo.\n\nThree.', []);
    expect([0, 3, 5, 6, 17].map((offset) => blockIndexAt(blocks, offset))).toEqual([0, 0, 1, 1, 2]);
    expect(blockIndexAt([], 0)).toBe(-1);
  });

  it('fill typewriter lines again but leave verse and addresses as they stand', () => {
    const typed =
      'The ambassador called at nine and left a note which\nwas read in the presence of the minister, who asked\nfor time.';
    expect(isHardWrapped(typed)).toBe(true);
    expect(isHardWrapped('The Embassy\n12 Long Street, by the old harbour of the capital\nVessa')).toBe(false);
  });
});

describe('find in document', () => {
  const places = (text: string, words: string) =>
    findAll(foldText(text), words).map(([start, end]) => text.slice(start, end));

  it('finds a name in any of its spellings and scripts', () => {
    expect(places('Milošević, MILOSEVIC, Милошевић, Miloševic\u0301.', 'milosevic')).toEqual([
      'Milošević',
      'MILOSEVIC',
      'Милошевић',
      'Miloševic\u0301',
    ]);
    expect(places('Đorđe, Djordje, Ђорђе', 'djordje')).toEqual(['Đorđe', 'Djordje', 'Ђорђе']);
  });

  it('finds words across the end of a line and behind curly quotation marks', () => {
    expect(places('He said “we shall\n   not yield” twice.', '"we shall not')).toEqual(['“we shall\n   not']);
  });

  it('finds nothing for an empty line, and does not fail on marks alone', () => {
    expect(places('abc', '   ')).toEqual([]);
    expect(places('abc', '\u0301')).toEqual([]);
  });

  it('answers in offsets of the stored text: what it marks folds to what was asked', () => {
    const unit = fc.constantFrom('a', 'B', 'é', 'e\u0301', 'љ', 'ß', '𝔄', ' ', '\n', '\u00ad', 'ﬁ');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 40 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'lj', ' '), minLength: 1, maxLength: 3 }),
        (text, words) => {
          const asked = foldText(words.trim()).folded;
          for (const [start, end] of findAll(foldText(text), words))
            expect(foldText(text.slice(start, end)).folded).toContain(asked);
        },
      ),
    );
  });
});

describe('marks in a block', () => {
  it('join to the text of the block again and carry the number of their hit', () => {
    const ordered = fc
      .uniqueArray(fc.nat(60), { minLength: 2, maxLength: 12 })
      .map((cuts) => cuts.sort((a, b) => a - b));
    fc.assert(
      fc.property(ordered, fc.array(fc.integer({ min: 10, max: 49 }), { maxLength: 3 }), (cuts, at) => {
        const hits: Range[] = [];
        for (let index = 0; index + 1 < cuts.length; index += 2) hits.push([cuts[index] ?? 0, cuts[index + 1] ?? 0]);
        const pages = at.sort((a, b) => a - b).map((place) => ({ at: place, label: String(place) }));
        const runs = splitIntoRuns(10, 50, hits, pages);
        let cursor = 10;
        for (const run of runs) {
          expect(run.start).toBe(cursor);
          cursor = run.end;
          if (run.kind === 'hit') expect(hits[run.hitIndex]?.[0]).toBeLessThanOrEqual(run.start);
        }
        expect(cursor).toBe(50);
        expect(runs.filter((run) => run.kind === 'page')).toHaveLength(pages.length);
      }),
    );
  });
});

describe('the outline of a document', () => {
  const block = (level: number): TextBlock => ({
    kind: level > 0 ? 'heading' : 'paragraph',
    level,
    start: 0,
    end: 1,
    continues: false,
    hardWrapped: false,
    pages: [],
  });
  const outlineOfLevels = (levels: readonly number[]) => documentOutline(levels.map(block));

  it('begins below the title and leaves no gap, whatever levels the document gave', () => {
    const levels = [3, 0, 5, 1, 2, 4, 0, 2];
    const outline = outlineOfLevels(levels);
    expect(levels.map((_, index) => outline.level(index))).toEqual([2, 0, 3, 2, 3, 4, 0, 3]);
    expect(outline.trail(6)).toEqual([3, 4, 5]);
    expect(outline.trail(7)).toEqual([3]);
    expect(outline.trail(0)).toEqual([]);
    expect(outline.trail(-1)).toEqual([]);
  });

  it('has no gap in any part of the text, with the headings that the part stands under', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), fc.nat(40), (levels, first) => {
        const outline = outlineOfLevels(levels);
        const part = [...levels.keys()].slice(first);
        const announced = [...outline.trail(first), ...part].map(outline.level).filter((level) => level > 0);
        for (const [at, level] of announced.entries()) expect(level).toBeLessThanOrEqual((announced[at - 1] ?? 1) + 1);
      }),
    );
  });
});
