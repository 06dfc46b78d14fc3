/** Files of sources combined, parted and reordered by the service: texts, marks, citations, undo, refusals. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, PageSpan, SourceId } from '../../electron/contract/index.js';
import { fileNames, importPhotographs, sourcesByTitle, transcribe } from '../support/pages.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

type Arrangement = Input<'page.arrange'>['sources'];

let service: ServiceUnderTest;
let of: Map<string, SourceId>;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  of = await importPhotographs(service, 'one', 'two', 'three');
});
afterEach(() => service.close());

const id = (title: string): SourceId => of.get(title) as SourceId;
const only = (title: string, position = 0) => ({ sourceId: id(title), position });
const arrange = async (...sources: Arrangement) => (await service.call('page.arrange', { sources })).sourceIds;
const refusal = (...sources: Arrangement) => service.refusal('page.arrange', { sources });
const combineAll = () => arrange({ id: id('one'), originals: [only('one'), only('two'), only('three')] });
const filesOf = async (sourceId: SourceId) => fileNames(await service.call('page.list', { sourceId }));
const textOf = (sourceId: SourceId) => service.call('text.get', { sourceId });
const pagesOf = async (sourceId: SourceId) => {
  const { text, spans } = await textOf(sourceId);
  const pages = spans.filter((span): span is PageSpan => span.kind === 'page');
  return pages.map(({ start, end, pageLabel }) => `${pageLabel}: ${text.slice(start, end).trim()}`);
};
const mark = (sourceId: SourceId, versionId: Awaited<ReturnType<typeof textOf>>['id'], start: number, end: number) =>
  service.call('annotation.create', {
    sourceId,
    target: { kind: 'text', versionId, start, end },
    colour: 1,
    comment: '',
    tagIds: [],
  });
const marksOf = async (sourceId: SourceId) =>
  (await service.call('annotation.list', { filter: { sourceId }, sort: 'place', offset: 0, limit: 10 })).annotations;
const markRegion = async (title: string) => {
  const [page] = await service.call('page.list', { sourceId: id(title) });
  if (!page) throw new Error('it has no page');
  const region = { sha256: page.sha256, pageIndex: 0, x: 0.1, y: 0.1, width: 0.5, height: 0.5 };
  return service.call('annotation.create', {
    sourceId: id(title),
    target: { kind: 'region', region },
    colour: 1,
    comment: 'the seal',
    tagIds: [],
  });
};

describe('photographs of one letter', () => {
  it('become one source, in the order given; the others go to the bin, and one undo brings all back', async () => {
    expect(await combineAll()).toEqual([id('one')]);
    expect(await filesOf(id('one'))).toEqual(['one.png', 'two.png', 'three.png']);
    expect([...(await sourcesByTitle(service)).keys()]).toEqual(['one']);
    await service.call('history.undo', undefined);
    expect([...(await sourcesByTitle(service)).keys()]).toEqual(['one', 'three', 'two']);
    expect(await filesOf(id('one'))).toEqual(['one.png']);
    await service.call('history.redo', undefined);
    expect(await filesOf(id('one'))).toEqual(['one.png', 'two.png', 'three.png']);
  });

  it('stay combined when the archive is opened again', async () => {
    await combineAll();
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect(await filesOf(id('one'))).toEqual(['one.png', 'two.png', 'three.png']);
  });

  it('have no text together while none of them has one', async () => {
    await combineAll();
    expect(await textOf(id('one'))).toMatchObject({ text: '', origin: 'none' });
    expect((await service.call('source.get', { id: id('one') })).versions).toHaveLength(1);
  });

  it('bring their texts along, page by page, and take them along again when they are parted', async () => {
    await transcribe(service, id('one'), 'Dear Sir,');
    await transcribe(service, id('three'), 'Yours truly.');
    await combineAll();
    expect((await textOf(id('one'))).text).toBe('Dear Sir,\n\nYours truly.');
    expect(await pagesOf(id('one'))).toEqual(['1: Dear Sir,', '2: ', '3: Yours truly.']);

    const [, parted] = await arrange(
      { id: id('one'), originals: [only('one', 0), only('one', 1)] },
      { id: null, title: 'The end', originals: [only('one', 2)] },
    );
    expect(await pagesOf(id('one'))).toEqual(['1: Dear Sir,', '2: ']);
    expect(await pagesOf(parted as SourceId)).toEqual(['1: Yours truly.']);
    expect((await service.call('source.get', { id: parted as SourceId })).description.title).toBe('The end');
  });

  it('have their texts in their new order when they are reordered', async () => {
    await transcribe(service, id('one'), 'first');
    await transcribe(service, id('two'), 'second');
    await arrange({ id: id('one'), originals: [only('one'), only('two')] });
    await arrange({ id: id('one'), originals: [only('one', 1), only('one', 0)] });
    expect(await filesOf(id('one'))).toEqual(['two.png', 'one.png']);
    expect(await pagesOf(id('one'))).toEqual(['1: second', '2: first']);
  });

  it('can be called otherwise in the same step, and what parts from them stands beside them', async () => {
    const tag = await service.call('tag.ensure', { path: 'Letters' });
    await service.call('tag.add', { id: tag.id, ids: [id('one')] });
    const box = await service.call('collection.create', { name: 'Box 3' });
    await service.call('collection.add', { id: box.id, ids: [id('one')] });
    await service.call('source.describe', { ids: [id('one')], change: { repository: 'State Archives' } });
    await arrange({ id: id('one'), title: 'Letter of 1853', originals: [only('one'), only('two')] });
    const [, parted] = await arrange(
      { id: id('one'), originals: [only('one', 0)] },
      { id: null, originals: [only('one', 1)] },
    );
    const source = await service.call('source.get', { id: parted as SourceId });
    expect(source.description).toMatchObject({ title: 'Letter of 1853', repository: 'State Archives' });
    expect(source).toMatchObject({ tagIds: [tag.id], collectionIds: [box.id] });
    await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect((await service.call('source.get', { id: id('one') })).description.title).toBe('one');
  });
});

describe('marks of pages that are combined or parted', () => {
  it('of words stand on their words in the joined text', async () => {
    await transcribe(service, id('one'), 'the governor wrote');
    await transcribe(service, id('two'), 'before it');
    const { id: versionId } = await textOf(id('one'));
    await mark(id('one'), versionId, 4, 12);
    await arrange({ id: id('one'), originals: [only('two'), only('one')] });
    const [marked] = await marksOf(id('one'));
    const { text } = await textOf(id('one'));
    const anchor = marked?.anchor?.state === 'placed' ? marked.anchor : null;
    expect(text.slice(anchor?.start, anchor?.end)).toBe('governor');
    expect(marked?.pageLabel).toBe('2');
  });

  it('of regions go with their page, there and back', async () => {
    await markRegion('two');
    await combineAll();
    expect(await marksOf(id('one'))).toMatchObject([{ comment: 'the seal', sourceId: id('one') }]);
    await service.call('history.undo', undefined);
    expect(await marksOf(id('one'))).toEqual([]);
    expect(await marksOf(id('two'))).toMatchObject([{ comment: 'the seal' }]);
  });

  it('are not lost: a source whose words are marked does not go to the bin', async () => {
    await transcribe(service, id('two'), 'marked words');
    await mark(id('two'), (await textOf(id('two'))).id, 0, 6);
    const { code, message } = await refusal({ id: id('one'), originals: [only('one'), only('two')] });
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(/“two” has annotations of words.*Keep this source/);
    expect(await filesOf(id('one'))).toEqual(['one.png']);
    await arrange({ id: id('two'), originals: [only('two'), only('one')] });
    expect(await marksOf(id('two'))).toHaveLength(1);
  });

  it('are not lost: a page with marked words does not part from its marks', async () => {
    await transcribe(service, id('one'), 'plain');
    await transcribe(service, id('two'), 'marked words');
    await arrange({ id: id('one'), originals: [only('one'), only('two')] });
    const { id: versionId, text } = await textOf(id('one'));
    await mark(id('one'), versionId, text.indexOf('marked'), text.length);
    const [away, stays] = [only('one', 1), only('one', 0)];
    const part = [
      { id: id('one'), originals: [stays] },
      { id: null, originals: [away] },
    ];
    expect((await refusal(...part)).message).toMatch(/leave “one” has an annotation of its words/);
    await arrange({ id: id('one'), originals: [away] }, { id: null, originals: [stays] });
    expect(await marksOf(id('one'))).toMatchObject([{ anchor: { state: 'placed', start: 0 } }]);
  });

  it('are not lost: a source that a note cites does not go to the bin', async () => {
    await service.call('note.create', { title: 'Notes', body: `As in [@source:${id('two')}, p. 1].` });
    const { code, message } = await refusal({ id: id('one'), originals: [only('one'), only('two')] });
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(/A note cites “two”.*Keep this source/);
  });
});

describe('an arrangement that does not add up', () => {
  const cases: readonly (readonly [string, () => Arrangement, RegExp])[] = [
    [
      'leaves a file out',
      () => [
        { id: null, originals: [only('two')] },
        { id: id('one'), originals: [only('three')] },
      ],
      /where “one.png” of “one” goes/,
    ],
    ['names a file twice', () => [{ id: id('one'), originals: [only('one'), only('one')] }], /named twice/],
    [
      'names a file that is not there',
      () => [{ id: id('one'), originals: [only('one'), only('one', 7)] }],
      /does not have any more/,
    ],
    [
      'names a receiver twice',
      () => [
        { id: id('one'), originals: [only('one')] },
        { id: id('one'), originals: [only('two')] },
      ],
      /named twice/,
    ],
  ];
  it.each(cases)('is refused when it %s', async (_name, sources, expected) => {
    const { code, message } = await refusal(...sources());
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(expected);
  });

  it('is refused for a source in the bin, with the remedy', async () => {
    await service.call('source.delete', { ids: [id('two')] });
    const { message } = await refusal({ id: id('one'), originals: [only('one'), only('two')] });
    expect(message).toMatch(/Restore it from the bin/);
  });

  it('is refused when a text does not say which words are of which file', async () => {
    await combineAll();
    await transcribe(service, id('one'), 'a text of all three pages');
    const parts = [
      { id: id('one'), originals: [only('one', 0)] },
      { id: null, originals: [only('one', 1), only('one', 2)] },
    ];
    expect((await refusal(...parts)).message).toMatch(/does not say which of its words stand on which page/);
  });
});
