/** What a page left aside, and what it may say of itself: kept, offered, taken up, and seen from the terminal. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal } from '../support/terminal.js';

const TEXT = `<p>${'The harbour committee met in closed session and heard three witnesses. '.repeat(8)}</p>`;
const PAGE = `<html lang="en"><head><title>The papers</title>
<script type="application/ld+json">{"@type":"Article","headline":"The papers","author":"Jo Writer"}</script>
<meta name="author" content="Sam Else"><link rel="canonical" href="https://post.example/2016/12/22/papers"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The papers</h1>${TEXT}${TEXT}</article>
<div class="footnotes"><p>1. The treaty<sup>12</sup> lies in box 12.</p></div><footer>Copyright</footer></body></html>`;

describe('a page of a website in an archive', () => {
  let service: ServiceUnderTest;
  let id: SourceId;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const { job } = await service.importFiles(await service.files({ 'page.html': PAGE }));
    id = (await service.call('job.report', { jobId: job.id }))[0]?.sourceId as SourceId;
  });
  afterEach(() => service.close());

  const source = () => service.call('source.get', { id });

  it('shows what was left aside of it, for the version that was read', async () => {
    const { versions } = await source();
    const version = versions[0];
    if (!version) throw new Error('no version');
    expect(version.remarks).toEqual(['Left aside: navigation, 1 line; footers, 1 line.']);
    const parts = await service.call('text.leftAside', { sourceId: id, versionId: version.id });
    expect(parts).toEqual([
      { kind: 'navigation', lines: 1, text: 'Home' },
      { kind: 'footer', lines: 1, text: 'Copyright' },
    ]);
    const { text } = await service.call('text.get', { sourceId: id });
    const corrected = await service.call('text.correct', {
      sourceId: id,
      versionId: version.id,
      text: `${text}!`,
      reason: 'x',
    });
    expect(await service.call('text.leftAside', { sourceId: id, versionId: corrected.versionId })).toEqual([]);
    expect(await service.refusal('text.leftAside', { sourceId: id, versionId: id as never })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('offers what is not plainly said, until it is taken up or dismissed; both can be undone', async () => {
    const author = { element: 'creators', value: 'Sam Else', from: 'the tag author' } as const;
    const date = { element: 'datePublished', value: '2016-12-22', from: 'the address' } as const;
    expect((await source()).description).toMatchObject({ creators: ['Jo Writer'], datePublished: '' });
    expect((await source()).suggestions).toEqual([author, date]);
    await service.call('source.describe', { ids: [id], change: { datePublished: '2016-12-22' } });
    expect((await source()).suggestions).toEqual([author]);
    await service.call('history.undo', undefined);
    expect((await source()).suggestions).toEqual([author, date]);
    await service.call('source.dismissSuggestion', { id, element: 'creators', value: 'Sam Else' });
    expect((await source()).suggestions).toEqual([date]);
    expect((await service.call('history.state', undefined)).undo).toBe('Dismiss “Sam Else”');
    const again = { id, element: 'creators', value: 'Sam Else' } as const;
    expect(await service.refusal('source.dismissSuggestion', again)).toMatchObject({ code: 'NOT_FOUND' });
    await service.call('history.undo', undefined);
    expect((await source()).suggestions).toEqual([author, date]);
    await service.call('history.redo', undefined);
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect((await source()).suggestions).toEqual([date]);
  });

  it('is found by a word that bears the mark of a note, also in a phrase', async () => {
    const found = async (query: string, mode: 'all' | 'phrase') =>
      (await service.call('search.query', { query, mode, filter: {}, offset: 0, limit: 10 })).total;
    expect(await found('treaty', 'all')).toBe(1);
    expect(await found('treaty12', 'all')).toBe(1);
    expect(await found('the treaty lies in box', 'phrase')).toBe(1);
    expect(await found('treat', 'all')).toBe(0);
  });

  it('is reported in the terminal: what was left aside, and what is suggested', async () => {
    await service.call('archive.close', undefined);
    const shown = await terminal('show', service.dir, id);
    expect(shown.stdout).toContain('Left aside: navigation, 1 line; footers, 1 line.');
    expect(shown.stdout).toContain('Suggested           Creators: Sam Else (read in the tag author)');
    const aside = await terminal('text', service.dir, id, '--left-aside');
    expect(aside.stdout.trim()).toBe('[navigation, 1 line]\nHome\n\n[footers, 1 line]\nCopyright');
  });
});
