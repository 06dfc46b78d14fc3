/** Verbs that change what is there: annotations, collections, tags, saved searches, suggestions. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, Collection, Output, Tag } from '../../electron/contract/index.js';
import { terminal, terminalJson } from '../support/terminal.js';

const PARAGRAPH = `<p>${'The harbour committee met in closed session and heard three witnesses. '.repeat(8)}</p>`;
const PAGE = `<html lang="en"><head><title>The page</title>
<script type="application/ld+json">{"@type":"Article","headline":"The page","author":"Jo Writer"}</script>
<meta name="author" content="Sam Else"></head>
<body><article><h1>The page</h1>${PARAGRAPH}</article></body></html>`;
/** Of nothing. */
const NOBODY = '0195f000-0000-7000-8000-000000000000';

let folder: string;
let dir: string;
let one: string;
let two: string;
let page: string;
let fresh: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-work-'));
  fresh = join(folder, 'Fresh.fonds');
  const papers = join(folder, 'papers');
  await mkdir(papers);
  await writeFile(join(papers, 'one.txt'), 'The envoy carried a sealed letter.\n\nNobody read the letter.');
  await writeFile(join(papers, 'two.txt'), 'The envoys left without a treaty.');
  await writeFile(join(papers, 'page.html'), PAGE);
  await terminalJson('create', fresh);
  await terminalJson('import', fresh, papers);
  const { sources } = await terminalJson<{ sources: { id: string; title: string }[] }>('sources', fresh);
  const of = (title: string) => sources.find((source) => source.title.includes(title))?.id ?? '';
  [one, two, page] = [of('one'), of('two'), of('page')];
});
beforeEach(async () => {
  dir = join(await mkdtemp(join(folder, 'copy-')), 'Work.fonds');
  await cp(fresh, dir, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('fonds annotation', () => {
  const marked = (words: string) => terminalJson<Annotation>('annotate', dir, one, '--quote', words);
  const shown = async (id: string) => (await terminalJson<Annotation[]>('annotation', dir, id))[0];

  it('prints annotations, and changes colour and comment of all that are named as one step of undo', async () => {
    const [first, second] = [await marked('sealed letter'), await marked('Nobody')];
    const changed = await terminal('annotation', dir, first.id, second.id, '--colour', '5', '--comment', 'Which?');
    expect(changed.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(new RegExp(`^${first.id} {2}.*“sealed letter”$`)),
      '    Which?',
    ]);
    const all = await terminalJson<Annotation[]>('annotation', dir, first.id, second.id);
    expect(all.map(({ colour, comment }) => [colour, comment])).toEqual([
      [5, 'Which?'],
      [5, 'Which?'],
    ]);
    await terminalJson('undo', dir);
    expect(await shown(second.id)).toMatchObject({ colour: second.colour, comment: '' });
    await terminalJson('redo', dir);
    await terminalJson('annotation', dir, first.id, '--comment', '');
    expect(await shown(first.id)).toMatchObject({ colour: 5, comment: '' });
  });

  it('puts tags on and takes them off; a tag that does not exist is made, and none when anything is refused', async () => {
    const { id } = await marked('sealed letter');
    await terminalJson('annotation', dir, id, '--tag', 'Person/Envoy', '--tag', 'Late');
    const paths = async () => (await terminalJson<(Tag & { path: string })[]>('tags', dir)).map(({ path }) => path);
    expect(await paths()).toEqual(['Late', 'Person', 'Person/Envoy']);
    // By the name alone, since no other tag has it.
    const [after] = await terminalJson<Annotation[]>('annotation', dir, id, '--tag', 'envoy', '--untag', 'late');
    expect((await terminal('annotation', dir, id)).stdout).toMatch(/“sealed letter” {2}#Person\/Envoy\n$/);
    expect(after?.tagIds).toHaveLength(1);
    expect(await terminal('annotation', dir, id, '--tag', 'New', '--untag', 'Nobody')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no tag “Nobody”'),
    });
    expect(await terminal('annotation', dir, NOBODY, '--tag', 'New')).toMatchObject({ code: 1 });
    expect(await paths()).toEqual(['Late', 'Person', 'Person/Envoy']);
  });

  it('takes annotations away, until that is undone', async () => {
    const { id } = await marked('sealed letter');
    expect((await terminal('annotation', dir, id, '--delete')).stdout).toBe('Deleted: 1\n');
    expect(await terminal('annotation', dir, id)).toMatchObject({ code: 1 });
    await terminalJson('undo', dir);
    expect(await shown(id)).toMatchObject({ id });
  });
});

describe('fonds collections', () => {
  const all = () => terminalJson<Collection[]>('collections', dir);

  it('makes, renames and deletes a collection; its sources stay', async () => {
    const made = await terminalJson<Collection>('collections', dir, '--add', 'Calls');
    expect(made).toMatchObject({ name: 'Calls', sourceCount: 0 });
    expect((await terminal('collections', dir, '--rename', 'CALLS', '--to', 'Letters')).stdout).toBe(
      '“Calls” is called “Letters” now\n',
    );
    await terminalJson('collection', dir, 'letters', one, two);
    expect(await all()).toEqual([{ id: made.id, name: 'Letters', sourceCount: 2 }]);
    expect((await terminal('collections', dir, '--delete', made.id)).stdout).toBe(
      'Deleted “Letters”; its sources stay\n',
    );
    expect(await all()).toEqual([]);
    expect(await terminalJson('sources', dir)).toMatchObject({ total: 3 });
    await terminalJson('undo', dir);
    expect(await all()).toMatchObject([{ name: 'Letters', sourceCount: 2 }]);
  });

  it('takes sources in and out; one that does not exist is made', async () => {
    await terminalJson('collection', dir, 'Letters', one, two);
    expect((await terminal('collection', dir, 'Letters', '--remove', two)).stdout).toBe('Taken out of “Letters”: 1\n');
    expect(await terminalJson('sources', dir, '--collection', 'letters')).toMatchObject({
      total: 1,
      sources: [{ id: one }],
    });
  });

  it('refuses what is not there', async () => {
    await terminalJson('collections', dir, '--add', 'Calls');
    for (const words of [
      ['collections', dir, '--delete', 'None'],
      ['collections', dir, '--rename', 'None', '--to', 'X'],
      ['collection', dir, 'None', '--remove', one],
      ['collection', dir, 'Calls', NOBODY],
    ])
      expect(await terminal(...words), words.join(' ')).toMatchObject({ code: 1, stdout: '' });
    expect(await all()).toMatchObject([{ name: 'Calls', sourceCount: 0 }]);
  });
});

describe('fonds tags --change', () => {
  it('gives a tag that exists a colour and a description, and takes the colour off again', async () => {
    await terminalJson('tags', dir, '--add', 'Person/Envoy');
    const changed = await terminalJson('tags', dir, '--change', 'envoy', '--colour', '3', '--about', 'Who is sent');
    expect(changed).toMatchObject({ path: 'Person/Envoy', colour: 3, description: 'Who is sent' });
    expect(await terminalJson('tags', dir, '--change', 'Person/Envoy', '--colour', 'none')).toMatchObject({
      colour: null,
      description: 'Who is sent',
    });
    expect(await terminal('tags', dir, '--change', 'Nobody', '--colour', '3')).toMatchObject({ code: 1 });
  });
});

describe('fonds saved --rename', () => {
  it('gives a saved search another name', async () => {
    await terminalJson('saved', dir, '--add', 'Envoys', '--query', 'envoy', '--mode', 'all');
    expect((await terminal('saved', dir, '--rename', 'ENVOYS', '--to', 'Letters')).stdout).toBe(
      '“Envoys” is called “Letters” now\n',
    );
    expect(await terminalJson('saved', dir)).toMatchObject([
      { name: 'Letters', query: { query: 'envoy', mode: 'all' } },
    ]);
    expect(await terminal('saved', dir, '--rename', 'Envoys', '--to', 'X')).toMatchObject({ code: 1 });
  });
});

describe('fonds suggestions', () => {
  const creators = async () => (await terminalJson<Output<'source.get'>>('show', dir, page)).description.creators;

  it('lists what the original may say of itself, and dismisses it until that is undone', async () => {
    const line = 'creators=Sam Else  (read in the tag author)\n';
    expect((await terminal('suggestions', dir, page)).stdout).toBe(line);
    expect((await terminal('suggestions', dir, page, '--dismiss', 'creators=Sam Else')).stdout).toBe(
      'Nothing is suggested\n',
    );
    expect(await creators()).toEqual(['Jo Writer']);
    await terminalJson('undo', dir);
    expect((await terminal('suggestions', dir, page)).stdout).toBe(line);
  });

  it('puts it into the description, to what a list holds already', async () => {
    expect(await terminalJson('suggestions', dir, page, '--accept', 'creators')).toEqual([]);
    expect(await creators()).toEqual(['Jo Writer', 'Sam Else']);
    expect(await terminal('suggestions', dir, page, '--accept', 'creators')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('“creators” is not suggested'),
    });
  });
});
