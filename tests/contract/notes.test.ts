import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationId, NoteId, SourceId, VersionId } from '../../electron/contract/index.js';
import { citationMark, linkMark } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const TEXT = 'The council met at noon.\n\nThe envoys left without a\ntreaty, and nobody wept.\n';
const SESSION = '4f6f2c2e-6b0c-4a55-9d0a-0d3f1f6f2c2e';

let service: ServiceUnderTest;
let sourceId: SourceId;
let versionId: VersionId;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(await service.files({ 'cable.txt': TEXT }));
  const { rows } = await service.call('source.list', {
    filter: {},
    sort: { by: 'title', direction: 'ascending' },
    offset: 0,
    limit: 9,
  });
  sourceId = rows[0]?.id as SourceId;
  await service.call('source.describe', { ids: [sourceId], change: { title: 'Cable 12' } });
  versionId = (await service.call('text.get', { sourceId })).id;
});
afterEach(() => service.close());

const write = (title: string, body = '') => service.call('note.create', { title, body });
const body = async (id: NoteId) => (await service.call('note.get', { id })).body;
const titles = async (more: { contains?: string; inBin?: boolean; sort?: 'title' } = {}) =>
  (await service.call('note.list', { ...more, offset: 0, limit: 50 })).rows.map(({ title }) => title);
const passage = (words: string) => {
  const start = TEXT.indexOf(words);
  return { kind: 'text', sourceId, versionId, start, end: start + words.length } as const;
};
const quote = async (id: NoteId, words: string, at: number | null = null) =>
  service.call('note.quote', {
    id,
    revision: (await service.call('note.get', { id })).revision,
    passage: passage(words),
    at,
  });
const annotations = async () =>
  (await service.call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 50 })).annotations;

describe('notes, over the contract', () => {
  it('are written, listed with their first words, and read again after reopening', async () => {
    const made = await write('  Chronology\nof May ', '# Chronology\n\nThe *council* met.');
    expect(made).toMatchObject({ title: 'Chronology of May', revision: 1, deletedAt: null });
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir });
    expect(await service.call('note.get', { id: made.id })).toEqual(made);
    const { rows, total } = await service.call('note.list', { offset: 0, limit: 9 });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ excerpt: 'Chronology The council met.', words: 4 });
  });

  it('are listed by change, title or creation, by words in them, and in pages', async () => {
    for (const title of ['Beta', 'alpha', 'Émigrés']) await write(title, `About ${title}`);
    expect(await titles()).toEqual(['Émigrés', 'alpha', 'Beta']);
    expect(await titles({ sort: 'title' })).toEqual(['alpha', 'Beta', 'Émigrés']);
    expect(await titles({ contains: 'EMIGRES' })).toEqual(['Émigrés']);
    expect(await titles({ contains: 'about' })).toHaveLength(3);
    const page = await service.call('note.list', { sort: 'title', offset: 1, limit: 1 });
    expect([page.total, page.rows.map(({ title }) => title)]).toEqual([3, ['Beta']]);
  });

  it('go into the bin and out of it, with words for the undo menu', async () => {
    const [one, two] = [await write('One'), await write('Two')];
    await service.call('note.delete', { ids: [one.id, two.id] });
    expect([await titles(), await titles({ inBin: true })]).toEqual([[], ['Two', 'One']]);
    expect((await service.call('history.state', undefined)).undo).toBe('Delete 2 notes');
    const { revision } = await service.call('note.get', { id: one.id });
    expect(await service.refusal('note.save', { id: one.id, revision, session: SESSION, body: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('in the bin'),
    });
    await service.call('note.restore', { ids: [one.id] });
    expect(await titles()).toEqual(['One']);
    await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect(await titles({ sort: 'title' })).toEqual(['One', 'Two']);
    const stranger = SESSION as NoteId;
    expect(await service.refusal('note.delete', { ids: [one.id, stranger] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await titles({ sort: 'title' })).toEqual(['One', 'Two']);
  });

  it('are saved by an editor as one step, announced to every client, and refused when they changed elsewhere', async () => {
    const { id, revision } = await write('Chronology', 'One');
    service.events.length = 0;
    const first = await service.call('note.save', { id, revision, session: SESSION, body: 'One two' });
    await service.call('note.save', { id, revision: first.revision, session: SESSION, title: 'Dates', body: 'Three' });
    await expect
      .poll(() => service.events.filter(({ name }) => name === 'archive.changed').map(({ body }) => body))
      .toContainEqual({ scopes: expect.arrayContaining(['notes', 'history']) });
    expect((await service.call('history.undo', undefined)).redo).toBe('Edit note “Chronology”');
    expect(await service.call('note.get', { id })).toMatchObject({ title: 'Chronology', body: 'One' });
    const refused = await service.refusal('note.save', {
      id,
      revision: first.revision + 1,
      session: SESSION,
      body: '',
    });
    expect(refused).toMatchObject({ code: 'STALE' });
    expect(await body(id)).toBe('One');
  });

  it('begin with a template when one likes, without an archive too', async () => {
    await service.call('archive.close', undefined);
    const templates = await service.call('note.templates', undefined);
    expect(templates.map(({ title }) => title)).toEqual(['Chronology', 'Person', 'Source critique']);
  });
});

describe('backlinks', () => {
  it('lead from a source, a passage, a tag and a note to where they are named, with the words around', async () => {
    const tag = await service.call('tag.create', { name: 'Envoys' });
    const other = await write('Persons');
    const long = 'word '.repeat(100);
    const cite = citationMark('source', sourceId, 'p. 3');
    const text = `${long}The council **met** ${cite}. See ${linkMark('note', other.id, 'Persons')} and ${linkMark('tag', tag.id, 'Envoys')}.\n\n\`${cite}\``;
    const { id } = await write('Chronology', text);
    const [link] = await service.call('note.backlinks', { target: { kind: 'source', id: sourceId } });
    expect(link).toMatchObject({ noteId: id, title: 'Chronology' });
    expect(text.slice(link?.start, link?.end)).toBe(cite);
    expect(link?.excerpt).toMatch(/^…(word )+The council met\. See Persons and Envoys\./);
    expect(await service.call('note.backlinks', { target: { kind: 'source', id: sourceId } })).toHaveLength(1);
    expect(await service.call('note.backlinks', { target: { kind: 'note', id: other.id } })).toHaveLength(1);
    expect(await service.call('note.backlinks', { target: { kind: 'tag', id: tag.id } })).toHaveLength(1);
    await service.call('note.delete', { ids: [id] });
    expect(await service.call('note.backlinks', { target: { kind: 'tag', id: tag.id } })).toEqual([]);
  });

  it('of a source are also those of its passages', async () => {
    const { id } = await write('Chronology');
    const { annotationId } = await quote(id, 'The envoys left');
    const ofPassage = await service.call('note.backlinks', { target: { kind: 'passage', id: annotationId } });
    const ofSource = await service.call('note.backlinks', { target: { kind: 'source', id: sourceId } });
    expect(ofPassage).toMatchObject([{ noteId: id, excerpt: expect.stringContaining('The envoys left') }]);
    expect(ofSource).toEqual(ofPassage);
  });
});

describe('a link to a tag that was merged into another', () => {
  it('goes on under the name of the other, which knows of the note', async () => {
    const former = await service.call('tag.create', { name: 'Slobo' });
    const into = await service.call('tag.create', { name: 'Milošević' });
    const { id } = await write('Who is who', `See ${linkMark('tag', former.id, 'Slobo')}.`);
    await service.call('tag.merge', { id: former.id, into: into.id });
    const [chip] = await service.call('note.references', { keys: [`tag:${former.id}`] });
    expect(chip).toMatchObject({ state: 'held', label: 'Milošević' });
    const links = await service.call('note.backlinks', { target: { kind: 'tag', id: into.id } });
    expect(links.map(({ noteId }) => noteId)).toEqual([id]);
  });
});

describe('a quotation put into a note', () => {
  it('brings the words, the citation and an annotation, and goes again in one step', async () => {
    const { id } = await write('Chronology', 'Before.\n\nAfter.');
    const { note, annotationId, inserted } = await quote(id, 'The envoys left without a\ntreaty', 8);
    const block = `> The envoys left without a treaty\n\n${citationMark('passage', annotationId, '')}`;
    expect(note.body).toBe(`Before.\n\n${block}\n\nAfter.`);
    expect(note.body.slice(...inserted).trim()).toBe(block);
    expect(await annotations()).toMatchObject([
      { id: annotationId, target: { quote: { exact: 'The envoys left without a\ntreaty' } } },
    ]);
    expect((await service.call('history.state', undefined)).undo).toBe('Quote in note “Chronology”');
    await service.call('history.undo', undefined);
    expect([await body(id), await annotations()]).toEqual(['Before.\n\nAfter.', []]);
    await service.call('history.redo', undefined);
    expect([await body(id), (await annotations()).length]).toEqual([note.body, 1]);
  });

  it('uses the annotation that is there, and one that is named', async () => {
    const { id } = await write('Chronology');
    const first = await quote(id, 'met at noon');
    const again = await quote(id, ' met at noon');
    expect(again.annotationId).toBe(first.annotationId);
    const { revision } = again.note;
    const named = { kind: 'annotation', id: first.annotationId } as const;
    await service.call('note.quote', { id, revision, passage: named, at: null });
    expect(await annotations()).toHaveLength(1);
    expect((await body(id)).match(/> met at noon/g)).toHaveLength(3);
  });

  it('writes nothing at all when the note has changed, is gone, or the passage is none', async () => {
    const { id, revision } = await write('Chronology');
    const before = await service.call('history.state', undefined);
    const words = passage('The envoys');
    const refused = async (input: Parameters<typeof service.refusal<'note.quote'>>[1]) =>
      (await service.refusal('note.quote', input)).code;
    expect(await refused({ id, revision: revision + 1, passage: words, at: null })).toBe('STALE');
    expect(await refused({ id: SESSION as NoteId, revision, passage: words, at: null })).toBe('NOT_FOUND');
    expect(await refused({ id, revision, passage: words, at: 99 })).toBe('INVALID_INPUT');
    expect(await refused({ id, revision, passage: { ...words, end: 9_999 }, at: null })).toBe('INVALID_INPUT');
    expect(await refused({ id, revision, passage: { ...words, end: words.start }, at: null })).toBe('INVALID_INPUT');
    const stranger = { kind: 'annotation', id: SESSION as AnnotationId } as const;
    expect(await refused({ id, revision, passage: stranger, at: null })).toBe('NOT_FOUND');
    expect([await annotations(), await body(id)]).toEqual([[], '']);
    expect(await service.call('history.state', undefined)).toEqual(before);
  });
});

describe('the chips of a note', () => {
  it('show passages with their words and place, also when they are lost, deleted or in the bin', async () => {
    const { id } = await write('Chronology');
    const { annotationId } = await quote(id, 'The envoys left');
    const key = `passage:${annotationId}`;
    const chip = async () => (await service.call('note.references', { keys: [key] }))[0];
    const start = TEXT.indexOf('The envoys');
    expect(await chip()).toEqual({
      key,
      state: 'held',
      label: 'Cable 12',
      detail: 'The envoys left',
      place: { sourceId, start, end: start + 'The envoys left'.length },
    });
    await service.call('text.correct', {
      sourceId,
      versionId,
      text: 'Something else altogether stands here, about ships and the sea.',
      reason: '',
    });
    expect(await chip()).toMatchObject({ state: 'review', place: { sourceId, start: null, end: null } });
    await service.call('source.delete', { ids: [sourceId] });
    expect(await chip()).toMatchObject({ state: 'binned', label: 'Cable 12' });
    await service.call('source.restore', { ids: [sourceId] });
    await service.call('annotation.delete', { ids: [annotationId] });
    expect(await chip()).toMatchObject({ state: 'missing', label: '', detail: 'The envoys left' });
  });
});

describe('notes in the search', () => {
  const found = async (query: string, filter = {}) =>
    (await service.call('search.query', { query, mode: 'any', filter, offset: 0, limit: 20 })).notes.map(
      ({ title }) => title,
    );

  it('come with the sources, and not when filters are set', async () => {
    await write('Envoys', 'They left without a treaty.');
    expect(await found('treaties')).toEqual(['Envoys']);
    expect(await found('treaties', { documentTypes: ['memo'] })).toEqual([]);
    expect(await found('treaties', { documentTypes: [] })).toEqual(['Envoys']);
    expect(await found('')).toEqual([]);
    await service.call('search.record', { query: 'treaty', mode: 'any', filter: {} });
    const { entries } = await service.call('search.log', { offset: 0, limit: 9 });
    expect(entries[0]).toMatchObject({ hits: 1, searched: 1 });
  });
});
