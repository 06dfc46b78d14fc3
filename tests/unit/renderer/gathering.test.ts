/** What `page.arrange` is asked for by each thing that a person does in the grid; its order and its selection. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrangedSource, GatheredSource } from '../../../electron/contract/index.js';
import {
  combine,
  join,
  moveTo,
  moveToNeighbour,
  type Proposal,
  part,
  shift,
  sortPages,
  takeOut,
} from '../../../renderer/features/gathering/arrangements.js';
import { type Cell, cellsOf, sourcesOf } from '../../../renderer/features/gathering/gathered-sources.js';
import { keepAmong, NO_SELECTION, selectAt } from '../../../renderer/features/gathering/grid-selection.js';
import { orderSources } from '../../../renderer/features/gathering/page-order.js';
import { proposeTitle } from '../../../renderer/features/gathering/title-proposal.js';

/** @param files `name`, or `name*3` for a file of three pages, or `name@10:05` for one of that time. */
function source(id: string, ...files: string[]): GatheredSource {
  const parsed = files.map((file) => /^([^*@]+)(?:\*(\d))?(?:@(.+))?$/.exec(file) ?? []);
  return {
    id: id as never,
    title: id,
    originals: parsed.map(([, name = ''], position) => ({
      ...{ position, sha256: name as never, fileName: name.split('/').at(-1) ?? '', path: name },
    })),
    pages: parsed.flatMap(([, name = '', count = '1', time], position) =>
      Array.from({ length: Number(count) }, (_, pageIndex) => ({
        ...{ sha256: name, pageIndex, position, index: 0, fileName: name, width: 1, height: 1 },
        ...{ takenAt: time ? `2026-03-01T${time}:00` : null, place: null, camera: null, problem: null },
        view: { turn: 0, corners: null, crop: null, brightness: 0, contrast: 0, isInverted: false },
      })),
    ) as never,
  };
}

/** `a: 1 2` for a source that keeps its name, `new: …` for a new one. */
function said(proposal: Proposal, shown: readonly GatheredSource[]): string[] | string {
  if ('refusal' in proposal) return proposal.refusal;
  const nameOf = ({ sourceId, position }: ArrangedSource['originals'][number]) =>
    shown.find(({ id }) => id === sourceId)?.originals[position]?.fileName;
  return proposal.arrangement.map(({ id, originals }) => `${id ?? 'new'}: ${originals.map(nameOf).join(' ')}`);
}

const shown = [source('a', '1', '2', '3'), source('b', '4'), source('c', '5', '6*2')];
const all = cellsOf(shown);
const cells = (...names: string[]): Cell[] => all.filter(({ original }) => names.includes(original.fileName));
const ask = (proposal: Proposal) => said(proposal, shown);

describe('pages in the grid', () => {
  it('are combined into the first source that gives everything, else into a new one', () => {
    expect(ask(combine(cells('2', '4'), 'Letter'))).toEqual(['b: 2 4', 'a: 1 3']);
    expect(ask(combine(cells('2', '5'), 'Letter'))).toEqual(['new: 2 5', 'a: 1 3', 'c: 6']);
    expect(ask(combine(cells('4'), 'Letter'))).toBe('nothing');
    expect(ask(combine(cells('1', '2', '3'), 'Letter'))).toBe('nothing');
  });

  it('begin sources of their own, but not in the middle of a file', () => {
    expect(ask(part(cells('2')))).toEqual(['a: 1', 'new: 2 3']);
    expect(ask(part(cells('2', '3')))).toEqual(['a: 1', 'new: 2', 'new: 3']);
    expect(ask(part(cells('1')))).toBe('nothing');
    expect(ask(part(all.filter(({ page }) => page.pageIndex === 1)))).toBe('middle-of-file');
  });

  it('are taken out, joined with the source before, and moved to a neighbour', () => {
    expect(ask(takeOut(cells('1', '3')))).toEqual(['a: 2', 'new: 1 3']);
    expect(ask(takeOut(cells('4')))).toBe('nothing');
    expect(ask(join(cells('4'), shown))).toEqual(['a: 1 2 3 4']);
    expect(ask(join(cells('1'), shown))).toBe('no-neighbour');
    expect(ask(moveToNeighbour(cells('2'), shown, 'after'))).toEqual(['b: 2 4', 'a: 1 3']);
    expect(ask(moveToNeighbour(cells('5'), shown, 'before'))).toEqual(['b: 4 5', 'c: 6']);
    expect(ask(moveToNeighbour(cells('6'), shown, 'after'))).toBe('no-neighbour');
  });

  it('go one place on, and stay where they are at the edge', () => {
    expect(ask(shift(cells('3'), -1))).toEqual(['a: 1 3 2']);
    expect(ask(shift(cells('1', '2'), 1))).toEqual(['a: 3 1 2']);
    expect(ask(shift(cells('1'), -1))).toBe('nothing');
  });

  it('are dropped before a page or at the end, and nowhere new where they are', () => {
    const [a, b] = shown as [GatheredSource, GatheredSource];
    expect(ask(moveTo(cells('3'), { source: a, before: 0 }))).toEqual(['a: 3 1 2']);
    expect(ask(moveTo(cells('1'), { source: a, before: null }))).toEqual(['a: 2 3 1']);
    expect(ask(moveTo(cells('1'), { source: a, before: 1 }))).toBe('nothing');
    expect(ask(moveTo(cells('5', '6'), { source: b, before: 0 }))).toEqual(['b: 5 6 4']);
  });

  it('whatever is done: every file of every source that is named goes to exactly one place', () => {
    const picked = fc.subarray([...all], { minLength: 1 });
    const act = fc.constantFrom<(some: Cell[]) => Proposal>(
      (some) => combine(some, 'T'),
      part,
      takeOut,
      (some) => join(some, shown),
      (some) => shift(some, 1),
      (some) => shift(some, -1),
      (some) => moveToNeighbour(some, shown, 'after'),
      (some) => sortPages(sourcesOf(some), 'name'),
    );
    fc.assert(
      fc.property(picked, act, (some, run) => {
        const proposal = run(some);
        if ('refusal' in proposal) return;
        const named = proposal.arrangement.flatMap(({ originals }) =>
          originals.map((one) => `${one.sourceId}/${one.position}`),
        );
        const touched = new Set([
          ...proposal.arrangement.flatMap(({ id, originals }) => [
            ...originals.map((one) => one.sourceId),
            ...(id ? [id] : []),
          ]),
        ]);
        const wanted = shown
          .filter(({ id }) => touched.has(id))
          .flatMap(({ id, originals }) => originals.map(({ position }) => `${id}/${position}`));
        expect([...named].sort()).toEqual(wanted.sort());
      }),
    );
  });
});

describe('the order of the grid', () => {
  it('has IMG_9 before IMG_10, and what no camera dated behind what one did', () => {
    const mixed = [source('x', 'IMG_10@10:01'), source('y', 'IMG_9@10:02'), source('z', 'IMG_1')];
    expect(orderSources(mixed, 'name').map(({ id }) => id)).toEqual(['z', 'y', 'x']);
    expect(orderSources(mixed, 'time').map(({ id }) => id)).toEqual(['x', 'y', 'z']);
    expect(orderSources(mixed, 'kept')).toBe(mixed);
    const one = [source('s', 'IMG_10', 'IMG_9')];
    expect(said(sortPages(one, 'name'), one)).toEqual(['s: IMG_9 IMG_10']);
    expect(said(sortPages([source('s', 'IMG_9', 'IMG_10')], 'name'), one)).toBe('nothing');
  });

  it('proposes the folder for a title when all of it is combined, else the first title', () => {
    const box = [source('p', 'Box 7/1'), source('q', 'Box 7/2'), source('r', 'Box 8/3')];
    const [p, q, r] = cellsOf(box) as [Cell, Cell, Cell];
    expect(proposeTitle([p, q], box)).toBe('Box 7');
    expect(proposeTitle([p], box)).toBe('p');
    expect(proposeTitle([p, r], box)).toBe('p');
  });
});

describe('the selection of the grid', () => {
  const keys = ['k1', 'k2', 'k3', 'k4'];
  it('grows from where it began', () => {
    const begun = selectAt(NO_SELECTION, keys, 1, 'only');
    expect([...selectAt(begun, keys, 3, 'extend').selected]).toEqual(['k2', 'k3', 'k4']);
    expect([...selectAt(begun, keys, 0, 'extend').selected]).toEqual(['k1', 'k2']);
    expect([...selectAt(begun, keys, 1, 'toggle').selected]).toEqual([]);
  });

  it('forgets what is gone, and the keys stay where they were', () => {
    const at = selectAt(NO_SELECTION, keys, 1, 'only');
    expect(keepAmong(at, ['k1', 'k3', 'k4'], keys)).toMatchObject({ selected: new Set(), active: 'k3' });
    expect(keepAmong(at, keys, keys)).toBe(at);
  });
});
