/** A step that is written in pieces is whole or not there, whatever ends it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import { freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
const place = () => `${folder.dir}/Letters.fonds`;
const reopen = async () => {
  archive.close();
  archive = await openArchive(place(), 'write', OPTIONS);
  await archive.history.recover();
};
beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(place(), OPTIONS);
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const names = () => archive.tags.list().map(({ name }) => name);
const signal = () => new AbortController().signal;
function* making(count: number, from = 0) {
  for (let number = from; number < from + count; number += 1) {
    const { change } = archive.tags.ensureChildInStep(null, `Tag ${number}`, { colour: null, description: '' });
    yield change ? [change] : [];
  }
}
const step = { label: 'Take in tags', scopes: ['tags'], sourceIds: () => [] } as const;
const take = (count: number) => archive.history.stepInBatches(step, signal(), (write) => write(making(count)));

describe('a step in pieces', () => {
  it('is one undo step, of which listeners hear once, when it is whole', async () => {
    const heard: number[] = [];
    archive.onChange(() => heard.push(names().length));
    expect(await take(1_000)).toBe(true);
    expect(heard).toEqual([1_000]);
    expect(archive.history.state()).toMatchObject({ undo: 'Take in tags', redo: null });
    expect(await archive.history.undoInBatches()).toMatchObject({ undo: null, redo: 'Take in tags' });
    expect(names()).toEqual([]);
    await archive.history.redoInBatches();
    expect(names()).toHaveLength(1_000);
  });

  it('is no step when nothing was to be changed', async () => {
    archive.tags.create('Tag 0');
    expect(await take(1)).toBe(false);
    expect(archive.history.state().undo).toBe('Create tag “Tag 0”');
  });

  it('leaves nothing when a unit of it fails or it is cancelled, and what was undone before can still be redone', async () => {
    archive.tags.create('Mine');
    archive.history.undo();
    const failing = archive.history.stepInBatches(step, signal(), async (write) => {
      await write(making(600));
      throw new Error('The file ends here');
    });
    await expect(failing).rejects.toThrow('The file ends here');
    expect(names()).toEqual([]);
    const controller = new AbortController();
    const cancelled = archive.history.stepInBatches(step, controller.signal, async (write) => {
      await write(making(600));
      controller.abort();
    });
    await expect(cancelled).rejects.toThrow('abort');
    expect(names()).toEqual([]);
    expect(archive.history.state()).toMatchObject({ undo: null, redo: 'Create tag “Mine”' });
  });

  it('is taken back when the archive is opened again after the program ended in the middle', async () => {
    archive.tags.create('Mine');
    let reached: () => void = () => undefined;
    const half = new Promise<void>((resolve) => {
      reached = resolve;
    });
    archive.history
      .stepInBatches(step, signal(), async (write) => {
        await write(making(600));
        reached();
        await new Promise(() => undefined);
      })
      .catch(() => undefined);
    await half;
    expect(names()).toHaveLength(601);
    await reopen();
    expect(names()).toEqual(['Mine']);
    expect(archive.history.state()).toMatchObject({ undo: 'Create tag “Mine”', redo: null });
    // Once: it is not looked for again, and the same tags can be made.
    await reopen();
    await take(600);
    expect(names()).toHaveLength(601);
  });

  it('that was half undone when the program ended is undone as a whole, and can be redone', async () => {
    await take(1_000);
    const undoing = archive.history.undoInBatches();
    await new Promise((resolve) => setImmediate(resolve));
    const left = names().length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(1_000);
    archive.close();
    await undoing.catch(() => undefined);
    await reopen();
    expect(names()).toEqual([]);
    expect(archive.history.state()).toMatchObject({ undo: null, redo: 'Take in tags' });
    await archive.history.redoInBatches();
    expect(names()).toHaveLength(1_000);
  });

  it('stays behind when something new is done while it is undone', async () => {
    await take(1_000);
    const undoing = archive.history.undoInBatches();
    await new Promise((resolve) => setImmediate(resolve));
    archive.tags.create('New');
    await undoing;
    expect(names()).toEqual(['New']);
    expect(archive.history.state()).toMatchObject({ undo: 'Create tag “New”', redo: null });
  });

  it.each([200, 201])('of %i changes is undone after the step before it was asked for', async (count) => {
    archive.tags.create('First');
    await take(count);
    const both = [archive.history.undoInBatches(), archive.history.undoInBatches()];
    await Promise.all(both);
    expect(names()).toEqual([]);
    expect(archive.history.state().undo).toBeNull();
  });
});
