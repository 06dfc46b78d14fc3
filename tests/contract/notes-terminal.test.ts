import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backlink, Note, NoteHit, NoteRow } from '../../electron/contract/index.js';
import { terminal, terminalJson } from '../support/terminal.js';

let folder: string;
let fresh: string;
let dir: string;
let source: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-notes-'));
  fresh = join(folder, 'Fresh.fonds');
  const papers = join(folder, 'papers');
  await mkdir(papers);
  await writeFile(join(papers, 'one.txt'), 'The envoys left without a treaty.');
  await terminalJson('create', fresh);
  await terminalJson('import', fresh, papers);
  source = (await terminalJson<{ sources: { id: string }[] }>('sources', fresh)).sources[0]?.id ?? '';
});
beforeEach(async () => {
  dir = join(await mkdtemp(join(folder, 'copy-')), 'Work.fonds');
  await cp(fresh, dir, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('notes in the terminal', () => {
  it('are written, printed, changed, undone, deleted and recovered', async () => {
    const made = await terminalJson<Note>('note', dir, '--title', 'Chronology', '--body', '# Head\n');
    expect(made).toMatchObject({ title: 'Chronology', body: '# Head\n', revision: 1 });
    await terminalJson('note', dir, 'CHRONOLOGY', '--append', 'More.', '--title', 'Dates');
    expect((await terminal('note', dir, made.id)).stdout).toBe('# Head\n\nMore.\n\n');
    expect((await terminal('undo', dir)).stdout).toContain('Edit note “Chronology”');
    expect((await terminal('note', dir, 'Chronology')).stdout).toBe('# Head\n\n');
    await terminalJson('note', dir, 'Chronology', '--delete');
    expect(await terminalJson('notes', dir)).toEqual({ total: 0, notes: [] });
    expect(await terminalJson('notes', dir, '--bin')).toMatchObject({ notes: [{ id: made.id }] });
    await terminalJson('note', dir, 'Chronology', '--recover');
    const file = join(folder, 'note.md');
    await writeFile(file, 'From a file');
    expect(await terminalJson('note', dir, made.id, '--from', file)).toMatchObject({ body: 'From a file' });
  });

  it('begin with a template, and are listed by their words', async () => {
    expect((await terminal('notes', dir, '--templates')).stdout).toContain('source-critique');
    const made = await terminalJson<Note>('note', dir, '--title', 'Cable 12', '--template', 'Source critique');
    expect(made.body).toMatch(/^# Cable 12\n\nBegun \d{4}-\d\d-\d\d\n/);
    await terminalJson('note', dir, '--title', 'Other');
    const { notes } = await terminalJson<{ notes: NoteRow[] }>('notes', dir, '--contains', 'silences');
    expect(notes.map(({ title }) => title)).toEqual(['Cable 12']);
  });

  it('are found with the sources, and from the source they cite', async () => {
    const { id } = await terminalJson<Note>('note', dir, '--title', 'Treaties', '--body', `Peace [@source:${source}].`);
    const found = await terminalJson<{ total: number; notes: NoteHit[] }>('search', dir, 'treaty');
    expect([found.total, found.notes.map(({ noteId }) => noteId)]).toEqual([1, [id]]);
    expect((await terminal('search', dir, 'peace')).stdout).toBe(
      `0 found\nNo source holds “peace”.\n1 note\nTreaties\n  ${id}\n  … Peace.\n`,
    );
    const links = await terminalJson<Backlink[]>('notes', dir, '--citing', source);
    expect(links).toMatchObject([{ noteId: id, title: 'Treaties' }]);
    expect(await terminalJson('notes', dir, '--citing', `note:${id}`)).toEqual([]);
  });

  it('may begin with a dash, as a list does', async () => {
    const made = await terminalJson<Note>('note', dir, '--title', '-', '--body', '- [ ] a');
    expect(made).toMatchObject({ title: '-', body: '- [ ] a' });
    expect(await terminalJson('note', dir, made.id, '--append', '--- b')).toMatchObject({
      body: '- [ ] a\n\n--- b\n',
    });
  });

  it('are refused with the reason', async () => {
    await terminalJson('note', dir, '--title', 'Twice');
    await terminalJson('note', dir, '--title', 'twice');
    expect(await terminal('note', dir, 'Twice')).toMatchObject({ code: 1, stderr: expect.stringContaining('Several') });
    expect(await terminal('note', dir, 'Nobody')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('“Nobody”'),
    });
    expect(await terminal('note', dir)).toMatchObject({ code: 2, stderr: expect.stringContaining('--title') });
    expect(await terminal('note', dir, 'Twice', '--quote', 'x')).toMatchObject({ code: 2 });
    expect(await terminal('note', dir, '--title', 'A', '--template', 'none')).toMatchObject({ code: 1 });
    expect(await terminal('note', dir, '--title', 'A', '--from', join(folder, 'none.md'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('none.md'),
    });
  });
});
