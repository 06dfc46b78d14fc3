import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOT_PROJECTED } from '../../electron/annotation/anchor-store.js';
import { annotationListStatements } from '../../electron/annotation/annotation-list-store.js';
import type { AnnotationId, SourceId } from '../../electron/contract/index.js';
import { type AnnotationBench, annotationBench, LETTER } from './annotation-bench.js';

let bench: AnnotationBench;
let letter: SourceId;
beforeEach(async () => {
  bench = await annotationBench();
  letter = (await bench.add({ text: LETTER, description: { title: 'Letter' } })).sourceId;
});
afterEach(() => bench.remove());

const PLAIN = { colour: 1, comment: '', tagIds: [] } as const;
const code = (name: string) => expect.objectContaining({ code: name });
const state = (id: AnnotationId) => bench.annotations.get(id).anchor?.state;

describe('annotations', () => {
  it('are there again, with their tags and places, after the archive was closed and opened', async () => {
    const tag = bench.archive.tags.create('Water');
    const made = await bench.annotations.create({
      sourceId: letter,
      target: { kind: 'text', versionId: bench.currentId(letter), start: LETTER.indexOf('sluice'), end: 125 },
      colour: 3,
      comment: 'the **lock**',
      tagIds: [tag.id],
    });
    await bench.reopen();
    expect(bench.annotations.get(made.id)).toEqual(made);
    expect(made).toMatchObject({ colour: 3, comment: 'the **lock**', tagIds: [tag.id], sourceTitle: 'Letter' });
    expect(made.anchor).toMatchObject({ state: 'placed', method: 'made', score: 1, similarity: 1 });
    await bench.reopen('read');
    expect(bench.annotations.list({}, 'place', 0, 10)).toEqual({ total: 1, annotations: [made] });
    await expect(bench.mark(letter, 'envoy')).rejects.toEqual(code('ARCHIVE_READ_ONLY'));
  });

  it('made on an older text have their place in the current one at once, or ask for review', async () => {
    const old = bench.currentId(letter);
    await bench.correct(letter, (text) => text.replace('the sluice', 'the great sluice').replace(/I told.*$/s, ''));
    const on = (words: string) => {
      const start = LETTER.indexOf(words);
      const target = { kind: 'text', versionId: old, start, end: start + words.length } as const;
      return bench.annotations.create({ sourceId: letter, target, ...PLAIN });
    };
    const kept = await on('the minister for inland waterways'.replace('the', 'The'));
    const gone = await on('my government would not sign anything');
    expect(bench.covered(kept.id)).toBe('The minister for inland waterways');
    expect(kept.anchor).toMatchObject({ method: 'alignment', versionId: bench.currentId(letter) });
    expect(kept.target).toMatchObject({ versionId: old });
    expect(gone.anchor).toMatchObject({ state: 'review', reason: expect.stringMatching(/\S/) });
    bench.archive.history.undo();
    bench.archive.history.undo();
    bench.archive.history.undo();
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(0);
    bench.archive.history.redo();
    bench.archive.history.redo();
    expect(bench.annotations.get(kept.id)).toEqual(kept);
  });

  it('join what another room changes in one step, and go with it when that fails', () => {
    const target = { kind: 'text', versionId: bench.currentId(letter), start: 0, end: 4 } as const;
    const join = (fail: boolean) =>
      bench.archive.history.step(() => {
        const { annotation, changes, scopes, sourceIds } = bench.annotations.createInStep({
          sourceId: letter,
          target,
          ...PLAIN,
        });
        const tag = bench.archive.tags.ensureInStep('Quoted');
        if (fail) throw new Error('the note is full');
        return { label: 'Quote', changes: [...changes, ...tag.changes], scopes, sourceIds, annotation };
      });
    expect(() => join(true)).toThrow('the note is full');
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(0);
    const { annotation } = join(false);
    expect(bench.covered(annotation.id)).toBe('Dear');
    expect(bench.archive.history.undo()).toMatchObject({ undo: expect.stringContaining('Import'), redo: 'Quote' });
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(0);
    expect(bench.archive.tags.list()).toEqual([]);
  });

  it('of a file are imported as one step, on texts old and new, each as it was made there', async () => {
    const old = bench.currentId(letter);
    const { id } = await bench.mark(letter, 'envoy');
    await bench.correct(letter, (text) => text.replace('noon', 'midday'));
    const input = (versionId: typeof old, words: string, text: string) => {
      const start = text.indexOf(words);
      const target = { kind: 'text', versionId, start, end: start + words.length } as const;
      return { sourceId: letter, target, ...PLAIN };
    };
    const current = bench.archive.texts.get(letter);
    const made = { who: 'M. Curie', createdAt: '2019-05-01T10:00:00.000Z' };
    const fresh = '01a20835-b9cb-7424-88b3-126b3f9050a5' as AnnotationId;
    const inputs = [
      { ...input(old, 'the whole council', LETTER), imported: { ...made, id: fresh } },
      { ...input(current.id, 'midday', current.text), imported: { ...made, id } },
      input(old, 'the third article', LETTER),
    ];
    const { ids } = bench.archive.history.step(() => ({
      label: 'Take in',
      ...bench.annotations.createAllInStep(inputs),
    }));
    expect(ids[0]).toBe(fresh);
    // That id is used here already, by another annotation.
    expect(ids[1]).not.toBe(id);
    expect(ids.map(bench.covered)).toEqual(['the whole council', 'midday', 'the third article']);
    expect(bench.annotations.get(fresh)).toMatchObject({ ...made, changedAt: made.createdAt });
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(4);
    bench.archive.history.undo();
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(1);
  });

  it('keep their place in the bin, and come back with their source', async () => {
    const made = await bench.mark(letter, 'the whole council');
    bench.archive.sources.delete([letter]);
    expect(bench.annotations.list({}, 'place', 0, 10).total).toBe(0);
    expect([...bench.annotations.all({})]).toEqual([]);
    expect(bench.annotations.list({ sourceId: letter }, 'place', 0, 10).total).toBe(1);
    bench.archive.sources.restore([letter]);
    expect(bench.annotations.list({}, 'place', 0, 10).annotations).toEqual([made]);
  });
});

describe('anchors', () => {
  it('are never guessed for a text that another room made current: they ask for review, and can be anchored again', async () => {
    const made = await bench.mark(letter, 'the whole council');
    const parentId = bench.currentId(letter);
    bench.archive.history.step(() => {
      const text = LETTER.replace('Dear', 'My dear');
      const revised = { text, spans: [], origin: 'ocr', remarks: [], parentId, reason: '' };
      const { change } = bench.archive.texts.revise(letter, revised);
      return { label: 'Read again', changes: [change], scopes: ['texts'], sourceIds: [letter] };
    });
    expect(bench.annotations.get(made.id).anchor).toMatchObject({ state: 'review', reason: NOT_PROJECTED });
    expect(await bench.annotations.texts.reanchor(letter)).toEqual({ placed: 1, found: 0, review: 0 });
    expect(bench.covered(made.id)).toBe('the whole council');
    bench.archive.history.undo();
    expect(state(made.id)).toBe('review');
    bench.archive.history.undo();
    expect(bench.annotations.get(made.id)).toEqual(made);
  });

  it('go on from where a person put them, in that text and those made from it, and from nowhere else', async () => {
    const [made, first] = [await bench.mark(letter, 'the envoy of the republic'), bench.currentId(letter)];
    await bench.correct(letter, (text) => text.replace('the envoy of the republic', 'a person unknown'));
    expect(state(made.id)).toBe('review');
    const second = bench.archive.texts.get(letter);
    const start = second.text.indexOf('a person unknown');
    const placed = bench.annotations.reanchor(made.id, second.id, start, start + 'a person unknown'.length);
    expect(placed.anchor).toMatchObject({ state: 'placed', method: 'person' });
    expect(placed.target).toEqual(made.target);
    await bench.correct(letter, (text) => text.replace('at noon', 'at one'));
    expect(bench.covered(made.id)).toBe('a person unknown');
    expect(bench.annotations.get(made.id).anchor).toMatchObject({ method: 'alignment' });
    await bench.annotations.texts.makeCurrent(letter, first);
    expect(bench.annotations.get(made.id)).toEqual(made);
    await bench.correct(letter, (text) => text.replace('at noon', 'at two'));
    expect(bench.covered(made.id)).toBe('the envoy of the republic');
  });

  it('that were found in other texts are found again after a person corrected one of them', async () => {
    const first = bench.currentId(letter);
    await bench.correct(letter, (text) => text.replace('at noon', 'at one'));
    const made = await bench.mark(letter, 'compared two copies');
    const second = bench.currentId(letter);
    await bench.annotations.texts.makeCurrent(letter, first);
    expect(bench.covered(made.id)).toBe('compared two copies');
    await bench.annotations.texts.makeCurrent(letter, second);
    const start = bench.archive.texts.get(letter).text.indexOf('read the protocol aloud');
    bench.annotations.reanchor(made.id, second, start, start + 'read the protocol aloud'.length);
    await bench.annotations.texts.makeCurrent(letter, first);
    expect(bench.covered(made.id)).toBe('read the protocol aloud');
    for (const _ of [1, 2, 3]) bench.archive.history.undo();
    expect(bench.covered(made.id)).toBe('compared two copies');
  });

  it('stay as a person set them when the rest is anchored again', async () => {
    const [one, two] = [await bench.mark(letter, 'the envoy'), await bench.mark(letter, 'two copies')];
    await bench.correct(letter, (text) => text.replace('the envoy', 'X').replace('two copies', 'both copies'));
    const { id: current, text } = bench.archive.texts.get(letter);
    const start = text.indexOf('council');
    bench.annotations.reanchor(one.id, current, start, start + 'council'.length);
    const before = [one.id, two.id].map((id) => bench.annotations.get(id).anchor);
    const { undo } = bench.archive.history.state();
    await bench.annotations.texts.reanchor(letter);
    expect([one.id, two.id].map((id) => bench.annotations.get(id).anchor)).toEqual(before);
    // Nothing was found otherwise: nothing to undo.
    expect(bench.archive.history.state().undo).toBe(undo);
  });
});

describe('while the worker is at it', () => {
  it('an annotation that is made meanwhile gets its place too, and one that is deleted has none', async () => {
    const gone = await bench.mark(letter, 'the sluice');
    const correcting = bench.correct(letter, (text) => text.replace('at noon', 'at one'));
    const late = await bench.mark(letter, 'the whole council');
    bench.annotations.delete([gone.id]);
    const { anchors } = await correcting;
    expect(anchors).toEqual({ placed: 1, found: 0, review: 0 });
    expect(bench.covered(late.id)).toBe('the whole council');
    expect(bench.annotations.get(late.id).anchor).toMatchObject({ method: 'alignment' });
  });

  it('a second correction of the same text is refused, and so is one of a text that was undone', async () => {
    const slow = bench.correct(letter, (text) => text.replace('at noon', 'at one'));
    const second = bench.correct(letter, (text) => text.replace('at noon', 'at two'));
    const [, late] = await Promise.allSettled([slow, second]);
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'STALE' } });
    expect(bench.archive.texts.versions(letter)).toHaveLength(2);
    const third = bench.correct(letter, (text) => text.replace('at one', 'at three'));
    bench.archive.history.undo();
    await expect(third).rejects.toEqual(code('STALE'));
    expect(bench.archive.texts.get(letter).text).toBe(LETTER);
    expect(bench.archive.texts.versions(letter)).toHaveLength(2);
  });

  it('closing the archive ends it, and nothing of it is kept', async () => {
    const correcting = bench.correct(letter, (text) => text.replace('at noon', 'at one'));
    const refused = expect(correcting).rejects.toEqual(code('NO_ARCHIVE'));
    await bench.reopen();
    await refused;
    expect(bench.archive.texts.get(letter).text).toBe(LETTER);
    expect(bench.archive.texts.versions(letter)).toHaveLength(1);
  });
});

describe('long lists', () => {
  const planOf = (sql: string) =>
    bench.archive.database
      .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');

  it('of a source in the order of its text are walked in the index, without sorting', () => {
    const { parts, count } = annotationListStatements({ sourceId: letter }, 'place', []);
    const [words, regions] = parts.map(({ ids }) => planOf(ids));
    expect(words).toContain('SEARCH an USING COVERING INDEX anchor_of_version (version_id=?)');
    expect(words).toContain('SEARCH a USING');
    expect(words).not.toContain('TEMP B-TREE');
    expect(regions).toContain('USING INDEX annotation_region (source_id=?)');
    expect(planOf(count)).toContain('INDEX annotation_of_source (source_id=?)');
  });

  it('of a tag begin with what bears it', () => {
    const { parts } = annotationListStatements({ tagId: letter as never }, 'place', []);
    expect(planOf(parts[0]?.ids ?? '')).toContain('USING COVERING INDEX annotation_tag_by_tag (tag_id=?)');
    expect(planOf(parts[0]?.ids ?? '')).not.toContain('SCAN a');
  });

  it('of the latest changes are walked in the index', () => {
    const { parts } = annotationListStatements({}, 'changed', []);
    expect(planOf(parts[0]?.ids ?? '')).toContain('USING INDEX annotation_by_change');
    expect(planOf(parts[0]?.ids ?? '')).not.toContain('TEMP B-TREE');
  });

  it('of ten thousand are shown page by page, each annotation once and in the order of the text', () => {
    const versionId = bench.currentId(letter);
    const inputs = Array.from({ length: 10_000 }, (_, at) => {
      const start = (at * 37) % (LETTER.length - 4);
      return { sourceId: letter, target: { kind: 'text', versionId, start, end: start + 4 } as const, ...PLAIN };
    }).filter(({ target }) => LETTER.slice(target.start, target.end).trim() !== '');
    bench.archive.history.step(() => ({ label: 'Take in', ...bench.annotations.createAllInStep(inputs) }));
    const seen: { id: string; start: number }[] = [];
    for (let offset = 0; offset < inputs.length; offset += 200) {
      const page = bench.annotations.list({ sourceId: letter }, 'place', offset, 200);
      expect(page.total).toBe(inputs.length);
      seen.push(
        ...page.annotations.map(({ id, anchor }) => ({ id, start: anchor?.state === 'placed' ? anchor.start : -1 })),
      );
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(inputs.length);
    expect(seen.map(({ start }) => start)).toEqual(seen.map(({ start }) => start).toSorted((a, b) => a - b));
    expect([...bench.annotations.all({})].map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
  });
});
