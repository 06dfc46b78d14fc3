// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteHit, NoteId } from '../../../electron/contract/index.js';
import { NoteResults } from '../../../renderer/features/search/NoteResults.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let place: HTMLElement;
let opened: NoteId[];
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  opened = [];
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const hits = (count: number): NoteHit[] =>
  Array.from({ length: count }, (_, number) => ({
    noteId: `note-${number}` as NoteId,
    title: `Note ${number}`,
    changedAt: '2026-01-01T00:00:00.000Z',
    score: count - number,
    snippets: [{ text: 'a peace treaty', start: 0, matches: [[2, 7]] }],
  }));
const show = (count: number) =>
  act(() => root.render(<NoteResults notes={hits(count)} state="current" onOpenNote={(id) => opened.push(id)} />));
const heading = () => place.querySelector('h2')?.textContent;
const notes = () => [...place.querySelectorAll<HTMLButtonElement>('li button')];
const press = (element: HTMLElement, key: string) =>
  act(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));

describe('notes that a search finds', () => {
  it('take no room when there are none', () => {
    show(0);
    expect(place.innerHTML).toBe('');
  });

  it('are listed with their number, title and words, the words marked, and open at a click', () => {
    show(2);
    expect(heading()).toBe('Notes (2)');
    expect(notes().map(({ textContent }) => textContent)).toEqual(['Note 0a peace treaty', 'Note 1a peace treaty']);
    expect(place.querySelector('mark')?.textContent).toBe('peace');
    act(() => notes()[1]?.click());
    expect(opened).toEqual(['note-1']);
    expect(place.querySelectorAll('button')).toHaveLength(2);
  });

  it('are the best three until one asks for all', () => {
    show(50);
    expect(heading()).toBe('Notes (the best 50)');
    expect(notes()).toHaveLength(3);
    const more = place.querySelector<HTMLButtonElement>('[aria-expanded]');
    expect([more?.textContent, more?.getAttribute('aria-expanded')]).toEqual(['47 more', 'false']);
    act(() => more?.click());
    expect(notes()).toHaveLength(50);
  });

  it('are walked with the arrow keys', () => {
    show(3);
    notes()[0]?.focus();
    press(notes()[0] as HTMLElement, 'ArrowDown');
    expect(document.activeElement).toBe(notes()[1]);
    press(notes()[1] as HTMLElement, 'ArrowUp');
    press(notes()[0] as HTMLElement, 'ArrowUp');
    expect(document.activeElement).toBe(notes()[0]);
  });
});
