import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId, Span, TextEdit, TextVersion, VersionInfo } from '../../electron/contract/index.js';
import { makePdf, runningText } from '../support/make-pdf.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

const PAGES = [
  [
    'The envoy of the republic was received at noon by the whole council.',
    'Nobody spoke of the sluice, although everyone had come for its water.',
  ],
  [
    'The rninister for inland waterways read the protocol aloud at once.',
    'At the third article the delegates asked for an adjournment.',
  ],
];

describe('texts, over the contract', () => {
  let service: ServiceUnderTest;
  let paper: SourceId;
  let before: TextVersion;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const bytes = makePdf({ pages: PAGES.map(runningText), pageLabels: '0 << /S /r >>' });
    const { job } = await service.importFiles(await service.files({ 'paper.pdf': bytes }));
    paper = (await service.call('job.report', { jobId: job.id }))[0]?.sourceId as SourceId;
    before = await service.call('text.get', { sourceId: paper });
  });
  afterEach(() => service.close());

  const mark = (words: string, { id: versionId, text } = before) => {
    const start = text.indexOf(words);
    const target = { kind: 'text', versionId, start, end: start + words.length } as const;
    return service.call('annotation.create', { sourceId: paper, target });
  };
  const correct = (from: string, to: string, version = before, reason = 'as in the print') => {
    expect(version.text).toContain(from);
    const text = version.text.replace(from, to);
    return service.call('text.correct', { sourceId: paper, versionId: version.id, text, reason });
  };
  const current = () => service.call('text.get', { sourceId: paper });
  const annotation = (id: Awaited<ReturnType<typeof mark>>['id']) => service.call('annotation.get', { id });
  const blocks = (spans: readonly Span[], text: string, kind: Span['kind']) =>
    spans.filter((span) => span.kind === kind).map(({ start, end }) => text.slice(start, end));

  it('are corrected into a new one that says who made it, when and why; the old one stays as it was', async () => {
    const { versionId } = await correct('rninister', 'minister');
    const after = await current();
    expect(after).toMatchObject({
      id: versionId,
      text: before.text.replace('rninister', 'minister'),
      origin: 'person',
      parentId: before.id,
      reason: 'as in the print',
      who: expect.stringMatching(/\S/),
      isCurrent: true,
    });
    const old = await service.call('text.get', { sourceId: paper, versionId: before.id });
    expect(old).toEqual({ ...before, isCurrent: false });
    const { versions } = await service.call('source.get', { id: paper });
    expect(versions.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [before.id, false],
      [versionId, true],
    ]);
    expect((await service.call('history.undo', undefined)).redo).toBe('Correct the text of “paper”');
    expect(await current()).toEqual(before);
    await service.call('history.redo', undefined);
    expect(await current()).toEqual(after);
  });

  it('keep their pages and blocks', async () => {
    await correct('The rninister for inland', 'The minister of all the inland');
    const after = await current();
    const pages = after.spans.filter((span) => span.kind === 'page');
    expect(pages.map(({ pageLabel }) => pageLabel)).toEqual(['i', 'ii']);
    const fixed = (text: string) => text.replace('The rninister for inland', 'The minister of all the inland');
    for (const kind of ['page', 'paragraph'] as const) {
      const expected = blocks(before.spans, before.text, kind).map(fixed);
      expect(blocks(after.spans, after.text, kind)).toEqual(expected);
    }
    expect(await mark('inland waterways', after)).toMatchObject({ pageLabel: 'ii' });
  });

  it('take their annotations along, in the same undo step', async () => {
    const [kept, gone] = [await mark('The rninister'), await mark('Nobody spoke of the sluice')];
    const { anchors } = await correct('The rninister', 'The minister');
    expect(anchors).toEqual({ placed: 2, found: 0, review: 0 });
    const second = await current();
    const moved = await annotation(kept.id);
    expect(moved).toMatchObject({ target: kept.target, pageLabel: 'ii', anchor: { method: 'alignment' } });
    expect(moved.anchor).toMatchObject({ start: second.text.indexOf('The minister') });
    const removal = await correct('Nobody spoke of the sluice, although everyone had come for its water.', '', second);
    expect(removal.anchors).toEqual({ placed: 1, found: 0, review: 1 });
    expect(await annotation(gone.id)).toMatchObject({
      target: gone.target,
      pageLabel: 'i',
      anchor: { state: 'review', versionId: removal.versionId, reason: expect.stringMatching(/\S/) },
    });
    await service.call('history.undo', undefined);
    expect(await annotation(gone.id)).toMatchObject({ anchor: { state: 'placed', versionId: second.id } });
    await service.call('history.undo', undefined);
    expect([await annotation(kept.id), await annotation(gone.id)]).toEqual([kept, gone]);
  });

  it('are searched as they are now', async () => {
    const query = (words: string) =>
      service.call('search.query', { query: words, mode: 'all', filter: {}, offset: 0, limit: 5 });
    await correct('rninister', 'minister');
    expect((await query('rninister')).total).toBe(0);
    const { hits } = await query('minister');
    const { text } = await current();
    expect(hits[0]?.matches.map(([start, end]) => text.slice(start, end))).toEqual(['minister']);
  });

  it('are made current again, with each annotation where it was', async () => {
    const made = await mark('The rninister');
    const { versionId } = await correct('rninister', 'minister');
    const late = await mark('third article', await current());
    const { anchors } = await service.call('text.makeCurrent', { sourceId: paper, versionId: before.id });
    expect(anchors).toEqual({ placed: 2, found: 0, review: 0 });
    expect(await current()).toEqual(before);
    expect(await annotation(made.id)).toEqual(made);
    expect(await annotation(late.id)).toMatchObject({
      anchor: { state: 'placed', start: before.text.indexOf('third article') },
    });
    await service.call('history.undo', undefined);
    expect((await current()).id).toBe(versionId);
    expect(await annotation(late.id)).toEqual(late);
    const again = { sourceId: paper, versionId };
    const { undo } = await service.call('history.state', undefined);
    await service.call('text.makeCurrent', again);
    expect(await service.call('history.state', undefined)).toMatchObject({ undo });
  });

  it('refuse a correction of a text that is not current any more, an unchanged one, and strangers', async () => {
    await correct('rninister', 'minister');
    const { versionId } = { versionId: before.id };
    const stale = await service.refusal('text.correct', { sourceId: paper, versionId, text: 'X', reason: '' });
    expect(stale).toMatchObject({ code: 'STALE', message: expect.stringContaining('current') });
    const { id, text } = await current();
    const unchanged = await service.refusal('text.correct', { sourceId: paper, versionId: id, text, reason: '' });
    expect(unchanged).toMatchObject({ code: 'INVALID_INPUT', message: 'Nothing was changed.' });
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5' as never;
    for (const input of [
      { sourceId: stranger, versionId: id },
      { sourceId: paper, versionId: stranger },
    ]) {
      expect(await service.refusal('text.correct', { ...input, text: 'X', reason: '' })).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await service.refusal('text.makeCurrent', input)).toMatchObject({ code: 'NOT_FOUND' });
      const compared = { sourceId: input.sourceId, from: id, to: input.versionId };
      expect(await service.refusal('text.compare', compared)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await service.refusal('annotation.reanchor', { sourceId: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    const { id: lost } = await mark('third article', await current());
    const place = { id: lost, versionId: before.id, start: 0, end: 5 };
    expect(await service.refusal('annotation.place', place)).toMatchObject({ code: 'STALE' });
    expect((await service.call('source.get', { id: paper })).versions).toHaveLength(2);
  });

  it('are compared so that either of them can be distinguished from the other', async () => {
    const { versionId } = await correct('rninister for inland', 'minister of inland');
    const after = await current();
    const { edits } = await service.call('text.compare', { sourceId: paper, from: before.id, to: versionId });
    const said = (kinds: TextEdit['kind'][], side: 'from' | 'to', text: string) =>
      edits
        .filter(({ kind }) => kinds.includes(kind))
        .map((edit) => text.slice(...edit[side]))
        .join('');
    expect(said(['same', 'removed'], 'from', before.text)).toBe(before.text);
    expect(said(['same', 'added'], 'to', after.text)).toBe(after.text);
    expect(said(['removed'], 'from', before.text)).toContain('rninister');
    expect(said(['added'], 'to', after.text)).toContain('minister');
    const same = await service.call('text.compare', { sourceId: paper, from: versionId, to: versionId });
    expect(same.edits.map(({ kind }) => kind)).toEqual(['same']);
  });
});

describe('texts, from the terminal', () => {
  let folder: string;
  let dir: string;
  let source: string;
  const TEXT = 'The envoy was received at noon.\n\nThe rninister read it aloud; the rninister left.';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-texts-'));
    dir = join(folder, 'Work.fonds');
    await mkdir(join(folder, 'papers'));
    await writeFile(join(folder, 'papers', 'memo.txt'), TEXT);
    await terminalJson('create', dir);
    await terminalJson('import', dir, join(folder, 'papers'));
    source = (await terminalJson<{ sources: { id: string }[] }>('sources', dir)).sources[0]?.id ?? '';
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are corrected by find and replace or from a file, listed, compared and made current again', async () => {
    const replaced = await terminalJson<{ versionId: string }>(
      'correct',
      dir,
      source,
      '--find',
      'rninister',
      '--replace',
      'minister',
      '--reason',
      'rn for m',
    );
    expect((await terminal('text', dir, source)).stdout).toBe(`${TEXT.replaceAll('rninister', 'minister')}\n`);
    // As an editor of another system saves it.
    const edited = join(folder, 'edited.txt');
    await writeFile(
      edited,
      `\uFEFF${TEXT.replaceAll('rninister', 'minister').replace('noon', 'one').replaceAll('\n', '\r\n')}`,
    );
    const { versionId } = await terminalJson<{ versionId: string }>(
      'correct',
      dir,
      source,
      '--from',
      edited,
      '--reason',
      'the hour',
    );
    const all = await terminalJson<VersionInfo[]>('versions', dir, source);
    expect(all.map(({ id, reason, isCurrent }) => [id, reason, isCurrent])).toEqual([
      [all[0]?.id, '', false],
      [replaced.versionId, 'rn for m', false],
      [versionId, 'the hour', true],
    ]);
    const compared = await terminal('versions', dir, source, '--compare', versionId);
    expect(compared.stdout).toBe('@26 - "noon"\n@26 + "one"\n');
    await terminalJson('versions', dir, source, '--current', all[0]?.id ?? '');
    expect((await terminal('text', dir, source)).stdout).toBe(`${TEXT}\n`);
    await terminalJson('undo', dir);
    expect((await terminal('text', dir, source)).stdout).toContain('at one');
  });

  it('say what is wrong: words that are not there, no reason, an unchanged file, a file that is no text', async () => {
    const replacing = (...words: string[]) => terminal('correct', dir, source, ...words);
    expect(await replacing('--find', 'king', '--replace', 'queen', '--reason', 'x')).toMatchObject({ code: 1 });
    expect(await replacing('--find', 'envoy', '--replace', 'ENVOY')).toMatchObject({ code: 2 });
    expect(await replacing('--find', 'envoy', '--reason', 'x')).toMatchObject({ code: 2 });
    const same = await replacing('--from', join(folder, 'papers', 'memo.txt'), '--reason', 'x');
    expect([same.code, same.stderr]).toEqual([1, 'Nothing was changed.\n']);
    await writeFile(join(folder, 'latin1.txt'), Buffer.from([0x52, 0xe9, 0x73]));
    const foreign = await replacing('--from', join(folder, 'latin1.txt'), '--reason', 'x');
    expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringContaining('UTF-8')]);
    const [{ id } = { id: '' }] = await terminalJson<VersionInfo[]>('versions', dir, source);
    expect(await terminal('versions', dir, source, '--compare', id)).toMatchObject({ code: 1 });
    expect(await terminal('versions', dir, source, '--current', 'x')).toMatchObject({ code: 1 });
    expect((await terminalJson<VersionInfo[]>('versions', dir, source)).length).toBe(1);
  });
});
