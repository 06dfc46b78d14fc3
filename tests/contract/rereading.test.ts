import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId, VersionInfo } from '../../electron/contract/index.js';
import { makePdf, runningText } from '../support/make-pdf.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

const LATE = 'The ferry left at nine.\n'.repeat(500);
const FRENCH = 'La pièce numéro sept a été égarée.';
/** Mac Roman under a name that says nothing, with too few letters to be told: é and è are Ž and  in windows-1252. */
const MAC = iconv.encode(`${LATE}\n${FRENCH}\n\nMarked: nine crates.`, 'macintosh');

describe('a source, over the contract', () => {
  let service: ServiceUnderTest;
  let ids: Record<string, SourceId>;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const files = {
      'mac.txt': MAC,
      'page.html': Buffer.concat([
        Buffer.from('<html><head><meta charset="iso-8859-1"><title>A page</title></head><body><p>'),
        iconv.encode('Пристань закрыта до весны, паром стоит.', 'win1251'),
        Buffer.from('</p></body></html>'),
      ]),
      'paper.pdf': makePdf({ pages: [runningText(['One line.'])] }),
    };
    const { job } = await service.importFiles(await service.files(files));
    const report = await service.call('job.report', { jobId: job.id });
    ids = Object.fromEntries(report.map(({ name, sourceId }) => [name.split('/').at(-1), sourceId as SourceId]));
  });
  afterEach(() => service.close());

  const current = (name: string) => service.call('text.get', { sourceId: ids[name] as SourceId });
  const reread = async (name: string, charset: string, reason = '') => {
    const { id: versionId } = await current(name);
    return service.call('text.reread', { sourceId: ids[name] as SourceId, versionId, charset, reason });
  };

  it('shows what it would say in another set, from the first place that differs, and changes nothing', async () => {
    const before = await current('mac.txt');
    expect(before.text).toContain(FRENCH);
    const sourceId = ids['mac.txt'] as SourceId;
    const shown = await service.call('text.previewReread', { sourceId, charset: 'latin1' });
    expect(shown).toMatchObject({ versionId: before.id, charset: 'windows-1252', isSame: false });
    expect(shown.before.text).toContain(FRENCH);
    expect(shown.after.text).toContain('La pi\u008Fce num\u017Dro sept');
    expect(shown.before.start).toBeGreaterThan(LATE.length - 400);
    expect(before.text.slice(shown.before.start).startsWith(shown.before.text)).toBe(true);
    expect(shown.before.length).toBe(before.text.length);
    expect(shown.edits.map(({ kind }) => kind)).toContain('removed');
    expect(shown.remarks).toEqual([expect.stringMatching(/^Read as windows-1252 .*as was chosen/)]);
    expect(await current('mac.txt')).toEqual(before);
    expect((await service.call('text.previewReread', { sourceId, charset: 'x-mac-roman' })).isSame).toBe(true);
  });

  it('never shows more of a text than fits a window', async () => {
    const sourceId = ids['mac.txt'] as SourceId;
    const { before, after } = await service.call('text.previewReread', { sourceId, charset: 'utf-16le' });
    expect(before.text.length).toBeLessThanOrEqual(4_000);
    expect(after.text.length).toBeLessThanOrEqual(4_000);
  });

  it('is read again as a new version that says who made it, why and how, in one undo step', async () => {
    const before = await current('page.html');
    expect(before.remarks[0]).toContain('as the file says');
    const { versionId, charset } = await reread('page.html', 'cp1251', 'the label lies');
    expect(charset).toBe('windows-1251');
    const after = await current('page.html');
    expect(after).toMatchObject({
      id: versionId,
      text: 'Пристань закрыта до весны, паром стоит.',
      origin: 'reader:html',
      parentId: before.id,
      reason: 'the label lies',
      who: expect.stringMatching(/\S/),
      remarks: ['Read as windows-1251, as was chosen.'],
    });
    expect(after.spans).toEqual([{ kind: 'paragraph', start: 0, end: after.text.length }]);
    const search = { query: 'паром', mode: 'all', filter: {}, offset: 0, limit: 5 } as const;
    expect((await service.call('search.query', search)).total).toBe(1);
    expect((await service.call('history.undo', undefined)).redo).toBe('Read “A page” again');
    expect(await current('page.html')).toEqual(before);
    await service.call('history.redo', undefined);
    expect(await current('page.html')).toEqual(after);
    expect(await reread('page.html', 'koi8-r')).toMatchObject({ charset: 'koi8-r' });
    expect((await current('page.html')).reason).toBe('Read again as KOI8-R');
  });

  it('takes its annotations along, in the same step', async () => {
    const { id: versionId, text } = await current('mac.txt');
    const start = text.indexOf('nine crates');
    const target = { kind: 'text', versionId, start, end: start + 11 } as const;
    const made = await service.call('annotation.create', { sourceId: ids['mac.txt'] as SourceId, target });
    expect((await reread('mac.txt', 'windows-1252')).anchors).toEqual({ placed: 1, found: 0, review: 0 });
    const moved = await service.call('annotation.get', { id: made.id });
    expect(moved.anchor).toMatchObject({ state: 'placed' });
    await service.call('history.undo', undefined);
    expect(await service.call('annotation.get', { id: made.id })).toEqual(made);
  });

  it('refuses a set that is none, a PDF, a set that changes nothing, and a text that is not current any more', async () => {
    const sourceId = ids['mac.txt'] as SourceId;
    const { id: versionId } = await current('mac.txt');
    expect(await service.refusal('text.previewReread', { sourceId, charset: 'klingon' })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/“klingon” is no known character set.*windows-1250/),
    });
    const pdf = { sourceId: ids['paper.pdf'] as SourceId, charset: 'koi8-r' };
    expect(await service.refusal('text.previewReread', pdf)).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('paper.pdf'),
    });
    const same = { sourceId, versionId, charset: 'macintosh', reason: '' };
    expect(await service.refusal('text.reread', same)).toMatchObject({ code: 'INVALID_INPUT' });
    await reread('mac.txt', 'windows-1252');
    const stale = { sourceId, versionId, charset: 'cp850', reason: '' };
    expect(await service.refusal('text.reread', stale)).toMatchObject({ code: 'STALE' });
    const { versions } = await service.call('source.get', { id: sourceId });
    expect(versions).toHaveLength(2);
  });
});

describe('a source, from the terminal', () => {
  let folder: string;
  let dir: string;
  let source: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-reread-'));
    dir = join(folder, 'Work.fonds');
    await mkdir(join(folder, 'papers'));
    await writeFile(join(folder, 'papers', 'mac.txt'), MAC);
    await terminalJson('create', dir);
    await terminalJson('import', dir, join(folder, 'papers'));
    source = (await terminalJson<{ sources: { id: string }[] }>('sources', dir)).sources[0]?.id ?? '';
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lists the sets, shows what one would change, and reads again', async () => {
    expect((await terminal('reread', dir)).stdout).toMatch(/Cyrillic\n {2}windows-1251/);
    const shown = await terminal('reread', dir, source, '--charset', 'cp850', '--preview');
    expect(shown.stdout).toContain(`- ${FRENCH}`);
    expect(shown.stdout).toContain('+ La piÅce numÄro sept a ÄtÄ ÄgarÄe.');
    expect((await terminalJson<VersionInfo[]>('versions', dir, source)).length).toBe(1);
    const made = await terminal('reread', dir, source, '--charset', 'cp850', '--reason', 'to see');
    expect(made.stdout).toMatch(/^Read again as CP850 \(DOS, Western European\): /);
    const versions = await terminalJson<VersionInfo[]>('versions', dir, source);
    expect(versions.map(({ reason, isCurrent }) => [reason, isCurrent])).toEqual([
      ['', false],
      ['to see', true],
    ]);
    await terminalJson('undo', dir);
    expect((await terminal('text', dir, source)).stdout).toContain(FRENCH);
  });

  it('says what is wrong: no source, no such set', async () => {
    expect(await terminal('reread', dir, '--charset', 'cp850')).toMatchObject({ code: 2 });
    expect(await terminal('reread', dir, source, '--charset', 'klingon')).toMatchObject({ code: 1 });
  });
});
