/** The text cursor: where the arrows lead in a text of several blocks, and what S and P select. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendSelection, moveCaret, paragraphAt, sentenceAt } from '../../../renderer/features/reading/caret-moves.js';
import { layoutBlocks } from '../../../renderer/features/reading/layout-blocks.js';

const world = (text: string, language?: string) => ({ text, blocks: layoutBlocks(text, []), language });
const TEXT = 'He called. Nobody came to the gate.\n\nOn the 6th, née Ćosić 👩‍👩‍👧 wrote again.';
const caret = world(TEXT);

describe('steps of the text cursor', () => {
  it('go by what a person sees as one character', () => {
    const family = TEXT.indexOf('👩');
    expect(moveCaret(caret, family, 'character', 'forward')).toBe(family + '👩‍👩‍👧'.length);
    expect(moveCaret(caret, family + '👩‍👩‍👧'.length, 'character', 'backward')).toBe(family);
  });

  it('go to the end of a word and back to its beginning, over the gap between paragraphs', () => {
    const second = TEXT.indexOf('On');
    expect(moveCaret(caret, 0, 'word', 'forward')).toBe(2);
    expect(moveCaret(caret, TEXT.indexOf('gate') + 4, 'word', 'forward')).toBe(second - 2);
    expect(moveCaret(caret, second - 2, 'word', 'forward')).toBe(second + 2);
    expect(moveCaret(caret, second, 'word', 'backward')).toBe(TEXT.indexOf('gate'));
  });

  it('reach every place from the beginning to the end and come back, without standing in a gap', () => {
    const unit = fc.constantFrom('a', 'Б', ' ', '. ', '\n', '\n\n', '👩‍👧', 'e\u0301', '𝔄');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), (text) => {
        fc.pre(text.trim() !== '');
        const here = world(text);
        const [first, last] = [moveCaret(here, 0, 'document', 'backward'), moveCaret(here, 0, 'document', 'forward')];
        let at = first;
        for (let step = 0; at !== last; step += 1) {
          const next = moveCaret(here, at, 'character', 'forward');
          expect(next).toBeGreaterThan(at);
          expect(here.blocks.some((block) => block.start <= next && next <= block.end)).toBe(true);
          expect(step).toBeLessThan(200);
          at = next;
        }
        for (let step = 0; at !== first; step += 1) {
          const next = moveCaret(here, at, 'character', 'backward');
          expect(next).toBeLessThan(at);
          expect(step).toBeLessThan(200);
          at = next;
        }
      }),
    );
  });
});

describe('S and P', () => {
  const said = (range: readonly [number, number]) => TEXT.slice(...range);

  it('select the sentence and the paragraph that the cursor is in', () => {
    expect(said(sentenceAt(caret, 14))).toBe('Nobody came to the gate.');
    expect(said(paragraphAt(caret, 14))).toBe('He called. Nobody came to the gate.');
  });

  it('take the next one too when they are pressed again', () => {
    const once = extendSelection(caret, [3, 3], sentenceAt);
    expect(said(once)).toBe('He called.');
    expect(said(extendSelection(caret, once, sentenceAt))).toBe('He called. Nobody came to the gate.');
    const paragraph = extendSelection(caret, [3, 3], paragraphAt);
    expect(extendSelection(caret, paragraph, paragraphAt)).toEqual([0, TEXT.length]);
  });
});
