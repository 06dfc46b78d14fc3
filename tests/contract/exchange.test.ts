/** What is exchanged with other tools goes out after their formats and comes back as it was. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Annotation,
  type ExportFormat,
  type ExportSubject,
  isExchangeOutcome,
  type ReportLine,
  type SourceId,
  type TextVersion,
} from '../../electron/contract/index.js';
import { jsonFaults } from '../support/json-schema.js';
import { makePdf, runningText } from '../support/make-pdf.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';
import { schemaFaults } from '../support/xml-schema.js';

const MEMO = [
  'The envoy was received at noon 🜚 by the council of the city, and nobody spoke of the sluice.',
  'The minister read the protocol 𠀋𠀌 aloud, and the secretaries compared the two copies line by line.',
  'At the third article the delegates asked for an adjournment; it was granted until Thursday.',
].join('\n\n');
const LOST = 'They agreed to leave the matter of the sluice where it was.';

describe('exchange with other tools', () => {
  let service: ServiceUnderTest;
  let memo: SourceId;
  let page: SourceId;
  let text: TextVersion;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    memo = await bring({ 'memo.txt': `${MEMO}\n\n${LOST}` });
    page = await bring({
      'page.pdf': makePdf({ pages: [runningText(['A page of a register of the sluice', 'kept by the clerk'])] }),
    });
    text = await service.call('text.get', { sourceId: memo });
  });
  afterEach(() => service.close());

  async function bring(files: Record<string, string | Uint8Array>): Promise<SourceId> {
    const { job } = await service.importFiles(await service.files(files));
    const report = await service.call('job.report', { jobId: job.id });
    return report[0]?.sourceId as SourceId;
  }
  const tagged = async (path: string) => (await service.call('tag.ensure', { path })).id;
  async function mark(words: string, more: { comment?: string; colour?: number; tags?: string[] } = {}) {
    const start = text.text.indexOf(words);
    return service.call('annotation.create', {
      sourceId: memo,
      target: { kind: 'text', versionId: text.id, start, end: start + words.length },
      comment: more.comment ?? '',
      colour: more.colour ?? 1,
      tagIds: await Promise.all((more.tags ?? []).map(tagged)),
    });
  }

  /** Everything there is to know of each annotation; tags by path, since a tag that was deleted comes back as another. */
  async function everything() {
    const { annotations } = await service.call('annotation.list', {
      filter: {},
      sort: 'place',
      offset: 0,
      limit: 2_000,
    });
    const tags = await service.call('tag.list', undefined);
    const path = (id: string): string => {
      const tag = tags.find((one) => one.id === id);
      return tag?.parentId ? `${path(tag.parentId)}/${tag.name}` : (tag?.name ?? '?');
    };
    return annotations.map(({ tagIds, ...rest }) => ({ ...rest, tags: tagIds.map(path).sort() }));
  }

  /** A full set: overlapping ones, emoji and supplementary CJK, two versions, one that lost its place, a region. */
  async function fill(): Promise<void> {
    await mark('received at noon 🜚 by the council', {
      comment: 'Who *else*?\n\n- one & <two>',
      colour: 3,
      tags: ['Person/Envoy', 'Day'],
    });
    await mark('noon 🜚', { tags: ['Day'] });
    await mark('𠀋𠀌 aloud', { colour: 8, comment: '“𠀋” ]]> ?> -->' });
    await mark('sluice', { colour: 2 });
    await mark(LOST, { comment: 'Lost soon.' });
    await service.call('text.correct', {
      sourceId: memo,
      versionId: text.id,
      text: text.text
        .replace(LOST, '')
        .replace('line by line', 'word for word')
        .replace('The envoy', 'On Monday the envoy'),
      reason: 'A new reading',
    });
    text = await service.call('text.get', { sourceId: memo });
    await mark('word for word', { tags: ['Person/Secretary'] });
    const { originals } = await service.call('source.get', { id: page });
    await service.call('annotation.create', {
      sourceId: page,
      target: {
        kind: 'region',
        region: {
          sha256: originals[0]?.sha256 as never,
          pageIndex: 0,
          x: 0.1234567,
          y: 1 / 3,
          width: 0.25,
          height: 0.1,
        },
      },
      comment: 'The clerk’s hand',
      colour: 5,
      tagIds: [await tagged('Hand')],
    });
  }

  let files = 0;
  async function out(
    format: ExportFormat,
    extension: string,
    what: ExportSubject = { kind: 'everything' },
  ): Promise<string> {
    files += 1;
    const file = join(service.folder, `out-${files}.${extension}`);
    const { jobId } = await service.call('export.start', { what, format, file });
    const job = await service.finish(jobId);
    expect(job.error).toBeNull();
    return file;
  }
  async function back(file: string) {
    const { jobId } = await service.call('exchange.import', { file });
    const job = await service.finish(jobId);
    return { job, report: await service.call('job.report', { jobId }) };
  }
  async function importOf(value: unknown) {
    files += 1;
    const file = join(service.folder, `in-${files}.json`);
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    return back(file);
  }
  const ofAnnotations = (report: readonly ReportLine[]) => report.filter(({ outcome }) => !isExchangeOutcome(outcome));
  const deleteAll = async (annotations: readonly Pick<Annotation, 'id'>[]) => {
    await service.call('annotation.delete', { ids: annotations.map(({ id }) => id) });
    await deleteTags();
  };
  const deleteTags = async () => {
    for (const { id, parentId } of await service.call('tag.list', undefined)) {
      if (parentId === null) await service.call('tag.delete', { id });
    }
  };

  describe('as web annotations', () => {
    it('bring every annotation back as it was: id, place, words, anchor, colour, comment, tags, who and when', async () => {
      await fill();
      const before = await everything();
      expect(before.map(({ anchor }) => anchor?.state ?? 'region')).toEqual(
        expect.arrayContaining(['placed', 'review', 'region']),
      );
      const file = await out('jsonld', 'jsonld');
      await deleteAll(before);
      expect(await everything()).toEqual([]);
      const { job, report } = await back(file);
      expect(job.error).toBeNull();
      expect(ofAnnotations(report).map(({ outcome }) => outcome)).toEqual(before.map(() => 'imported'));
      expect(await everything()).toEqual(before);
      // One step takes it back, and one brings it again.
      await service.call('history.undo', undefined);
      expect(await everything()).toEqual([]);
      await service.call('history.redo', undefined);
      expect(await everything()).toEqual(before);
    });

    it('are a collection after the model: selectors in code points on the version they were made on', async () => {
      await fill();
      const written = JSON.parse(await readFile(await out('jsonld', 'jsonld'), 'utf8'));
      expect(await jsonFaults(written, 'web-annotations')).toEqual([]);
      const all = await everything();
      expect(written).toMatchObject({
        type: 'AnnotationCollection',
        total: all.length,
        first: { type: 'AnnotationPage', startIndex: 0 },
      });
      expect(written['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
      const items: Record<string, unknown>[] = written.first.items;
      expect(items.map(({ id }) => id)).toEqual(all.map(({ id }) => `urn:uuid:${id}`));
      for (const [index, item] of items.entries()) {
        const { target, colour } = all[index] as (typeof all)[number];
        expect(item).toMatchObject({
          type: 'Annotation',
          creator: { type: 'Person' },
          target: { styleClass: `fonds-mark-${colour}` },
        });
        const selectors = (item.target as { selector: Record<string, unknown>[] }).selector;
        if (target.kind === 'region') {
          expect(selectors).toMatchObject([
            {
              type: 'FragmentSelector',
              value: 'page=1',
              refinedBy: { value: 'xywh=percent:12.34567,33.333333,25,10' },
            },
          ]);
          continue;
        }
        const { text: made } = await service.call('text.get', { sourceId: memo, versionId: target.versionId });
        const [quoted, position] = selectors as [{ exact: string }, { start: number; end: number }];
        expect(Array.from(made).slice(position.start, position.end).join('')).toBe(quoted.exact);
      }
      expect(items[0]?.body).toEqual([
        { type: 'TextualBody', value: 'Who *else*?\n\n- one & <two>', format: 'text/markdown', purpose: 'commenting' },
        { type: 'TextualBody', value: 'Day', format: 'text/plain', purpose: 'tagging' },
        { type: 'TextualBody', value: 'Person/Envoy', format: 'text/plain', purpose: 'tagging' },
      ]);
    });

    it('say so when they are here already, and keep what was changed here', async () => {
      await fill();
      const file = await out('jsonld', 'jsonld');
      const [first] = await everything();
      await service.call('annotation.change', { ids: [first?.id as never], change: { comment: 'Changed since' } });
      const before = await everything();
      const { report } = await back(file);
      expect(report.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(before.length - 1);
      expect(report.filter(({ outcome }) => outcome === 'skipped').map(({ message }) => message)).toEqual([
        expect.stringContaining('says something else'),
      ]);
      expect(await everything()).toEqual(before);
      expect((await service.call('history.state', undefined)).undo).not.toContain('Take in');
    });
  });

  describe('as a REFI-QDA project', () => {
    it('bring every annotation back as it was, with what the standard has no words for', async () => {
      await fill();
      const before = await everything();
      const file = await out('qdpx', 'qdpx');
      await deleteAll(before);
      const { job, report } = await back(file);
      expect(job.error).toBeNull();
      expect(ofAnnotations(report).map(({ outcome }) => outcome)).toEqual(before.map(() => 'imported'));
      expect(await everything()).toEqual(before);
      await service.call('history.undo', undefined);
      expect(await everything()).toEqual([]);
    });

    it('are valid by the schema, with the texts, the PDF, notes and sets', async () => {
      await fill();
      await service.call('note.create', { title: 'A “note” & <more>', body: 'Of the sluice.\r\nAnd on.' });
      const { id } = await service.call('collection.create', { name: 'Sluices' });
      await service.call('collection.add', { id, ids: [memo, page] });
      const files = unzipSync(new Uint8Array(await readFile(await out('qdpx', 'qdpx'))));
      const project = strFromU8(files['project.qde'] as Uint8Array);
      expect(await schemaFaults(project, 'refi-project')).toEqual([]);
      expect(strFromU8(files[`sources/${memo}.txt`] as Uint8Array)).toBe(text.text);
      expect(strFromU8((files[`sources/${page}.pdf`] as Uint8Array).subarray(0, 5))).toBe('%PDF-');
      expect(project).toContain(`<MemberSource targetGUID="${memo}"/>`);

      // The place of each selection, as the standard counts, holds the words.
      const { document } = new JSDOM(project, { contentType: 'text/xml' }).window;
      for (const selection of document.querySelectorAll('TextSource > PlainTextSelection')) {
        const path = selection.parentElement?.getAttribute('plainTextPath')?.replace('internal://', 'sources/') ?? '';
        const points = Array.from(strFromU8(files[path] as Uint8Array));
        const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(selection.getAttribute(name)));
        const annotation = (await everything()).find((one) => one.id === selection.getAttribute('guid'));
        const words = points.slice(start, (end as number) + 1).join('');
        expect(annotation?.target).toMatchObject({ quote: { exact: words } });
      }
    });

    it('are held by the schema to references that are there and to GUIDs that name one thing', async () => {
      await fill();
      const files = unzipSync(new Uint8Array(await readFile(await out('qdpx', 'qdpx'))));
      const project = strFromU8(files['project.qde'] as Uint8Array);
      const [, tag = ''] = /<CodeRef targetGUID="([^"]+)"/.exec(project) ?? [];
      const faults = (from: string, to: string) => schemaFaults(project.replace(from, to), 'refi-project');
      const unknown = '0195f000-0000-7000-8000-00000000dead';
      expect(await faults(`CodeRef targetGUID="${tag}"`, `CodeRef targetGUID="${unknown}"`)).not.toEqual([]);
      expect(await faults(`Code guid="${tag}"`, `Code guid="${unknown}"`)).not.toEqual([]);
      expect(await faults('<User guid="', '<User guid="x')).not.toEqual([]);
    });

    it('bring tags in with a codebook, which is valid by its schema', async () => {
      const { id } = await service.call('tag.ensure', { path: 'Person/Envoy & <others>' });
      await service.call('tag.change', {
        id,
        change: { colour: 6, description: 'Whoever was sent.\nAlso “in secret”.' },
      });
      const file = await out('qdc', 'qdc');
      expect(await schemaFaults(await readFile(file, 'utf8'), 'refi-codebook')).toEqual([]);
      const before = (await service.call('tag.list', undefined)).map(({ id: _id, parentId: _parent, ...tag }) => tag);
      await deleteTags();
      const { job } = await back(file);
      expect(job.error).toBeNull();
      expect((await service.call('tag.list', undefined)).map(({ id: _id, parentId: _parent, ...tag }) => tag)).toEqual(
        before,
      );
    });
  });

  it.each(['jsonld', 'qdpx'] as const)('bring any passages of any text back as they were, as %s', async (format) => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'ж', ' ', '\n', '😀', '𠀋', '👩🏽‍🚀', 'é', '—', '<', '&', '?>'),
      minLength: 1,
      maxLength: 60,
    });
    const mark = fc.record({
      from: fc.nat(200),
      length: fc.integer({ min: 1, max: 30 }),
      comment: words,
      colour: fc.integer({ min: 1, max: 8 }),
    });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.array(mark, { maxLength: 6 }),
        async (parts, marks) => {
          count += 1;
          // The first line makes each source another file.
          const sourceId = await bring({ [`random-${count}.txt`]: `Paper ${count}.\n${parts.join(' ')}` });
          const version = await service.call('text.get', { sourceId });
          for (const { from, length, comment, colour } of marks) {
            const target = { kind: 'text', versionId: version.id, start: from, end: from + length } as const;
            await service.attempt('annotation.create', { sourceId, target, comment, colour });
          }
          const before = (await everything()).filter((one) => one.sourceId === sourceId);
          const file = await out(format, format, { kind: 'annotations', sourceId });
          if (before.length > 0) await service.call('annotation.delete', { ids: before.map(({ id }) => id) });
          const { job } = await back(file);
          expect(job.error).toBeNull();
          expect((await everything()).filter((one) => one.sourceId === sourceId)).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('find their sources in another archive by the bytes they were read from', async () => {
    await mark('received at noon 🜚', { tags: ['Day'], comment: 'Here' });
    const quotes = async () =>
      (await everything()).map(({ target, anchor, tags, comment, id }) => ({
        id,
        words: target.kind === 'text' ? target.quote : null,
        place: anchor?.state === 'placed' ? [anchor.start, anchor.end, anchor.method] : anchor,
        tags,
        comment,
      }));
    const before = await quotes();
    const [jsonld, qdpx] = [await out('jsonld', 'jsonld'), await out('qdpx', 'qdpx')];
    await service.call('archive.create', { dir: join(service.folder, 'Other.fonds') });
    await bring({ 'elsewhere.txt': `${MEMO}\n\n${LOST}` });
    for (const file of [jsonld, qdpx]) {
      const { job } = await back(file);
      expect(job.error).toBeNull();
      expect(await quotes()).toEqual(before);
      await deleteAll(await everything());
    }
    // Without the source nothing is taken, and that is told.
    await service.call('archive.create', { dir: join(service.folder, 'Third.fonds') });
    const { report } = await back(jsonld);
    expect(ofAnnotations(report)).toMatchObject([
      { outcome: 'skipped', message: expect.stringContaining('not in this archive: “memo”') },
    ]);
  });

  it('keep what other programs say, find words that moved, and leave to a person what is not certain', async () => {
    const url = 'https://archive.example/memo';
    await service.call('source.describe', { ids: [memo], change: { url } });
    const { job, report } = await importOf([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: '#0195f000-0000-7000-8000-00000000000a',
        type: 'Annotation',
        body: [
          { type: 'TextualBody', value: 'From Recogito' },
          { type: 'TextualBody', value: 'Place', purpose: 'tagging' },
        ],
        target: {
          source: url,
          selector: [
            { type: 'TextQuoteSelector', exact: 'noon 🜚 by' },
            { type: 'TextPositionSelector', start: 22, end: 31 },
          ],
        },
      },
      {
        uri: url,
        id: 'abc',
        user: 'acct:reader@hypothes.is',
        text: 'From *Hypothesis*',
        tags: ['a/b'],
        created: '2024-05-01T10:00:00.000000+00:00',
        target: [
          {
            source: url,
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: 'compared the two copies',
                prefix: 'the secretaries ',
                suffix: ' line',
              },
            ],
          },
        ],
      },
      {
        type: 'Annotation',
        body: 'Nowhere to be found',
        target: { source: url, selector: { type: 'TextQuoteSelector', exact: 'Words that nobody ever wrote in it' } },
      },
      {
        type: 'Annotation',
        target: { source: 'https://elsewhere.example/', selector: { type: 'TextQuoteSelector', exact: 'x y' } },
      },
      { type: 'Annotation', target: { source: url, selector: { type: 'XPathSelector', value: '/html/p[2]' } } },
      { type: 'Annotation', target: { source: url, selector: { type: 'TextPositionSelector', start: 0, end: 5 } } },
    ]);
    expect(job.error).toBeNull();
    expect(
      ofAnnotations(report)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['imported', 'imported', 'imported', 'skipped', 'skipped', 'skipped']);
    expect(report.map(({ message }) => message).join(' ')).toMatch(/XPathSelector/);
    const all = await everything();
    expect(
      all.map(({ comment, who, tags, createdAt, anchor, target }) => ({
        comment,
        who: who === 'reader' ? who : 'me',
        tags,
        createdAt: createdAt.startsWith('2024') ? createdAt : 'now',
        state: anchor?.state,
        words:
          anchor?.state === 'placed'
            ? text.text.slice(anchor.start, anchor.end)
            : target.kind === 'text'
              ? target.quote.exact
              : '',
      })),
    ).toEqual([
      { comment: 'From Recogito', who: 'me', tags: ['Place'], createdAt: 'now', state: 'placed', words: 'noon 🜚 by' },
      {
        comment: 'From *Hypothesis*',
        who: 'reader',
        tags: ['a/b'],
        createdAt: '2024-05-01T10:00:00.000Z',
        state: 'placed',
        words: 'compared the two copies',
      },
      {
        comment: 'Nowhere to be found',
        who: 'me',
        tags: [],
        createdAt: 'now',
        state: 'review',
        words: 'Words that nobody ever wrote in it',
      },
    ]);
    // A correction takes what was found along.
    await service.call('text.correct', {
      sourceId: memo,
      versionId: text.id,
      text: `On a day. ${text.text}`,
      reason: '',
    });
    expect((await everything()).map(({ anchor }) => anchor?.state)).toEqual(['placed', 'placed', 'review']);
    // What came so goes out and back as it is.
    const before = await everything();
    for (const format of ['jsonld', 'qdpx'] as const) {
      const file = await out(format, format);
      await deleteAll(await everything());
      expect((await back(file)).job.error).toBeNull();
      expect(await everything()).toEqual(before);
    }
  });

  it.each([
    ['{"type":"Annotation"', /not JSON/],
    [{ hello: 'world' }, /no annotations in this file/],
    [[{ type: 'Annotation', target: 'urn:x' }, { type: 'Annotation' }], /At \/1\/target: .*must have a target/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><Project xmlns="urn:QDA-XML:project:1.0" name="x"/>', /line 1, .*document type/],
    ['<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>', /not well-formed/],
    ['PK\u0003\u0004 cut short', /not a whole zip/],
  ])('are refused whole when the file is not one, and nothing is changed (%#)', async (value, message) => {
    await mark('sluice');
    const [before, history] = [await everything(), await service.call('history.state', undefined)];
    const { job } = await importOf(value);
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'EXCHANGE_INVALID', message: expect.stringMatching(message) },
    });
    expect(await everything()).toEqual(before);
    expect(await service.call('history.state', undefined)).toEqual(history);
  });

  it('are imported from the terminal, which tells what was left out', async () => {
    await mark('sluice', { comment: 'One' });
    const file = await out('jsonld', 'jsonld');
    await deleteAll(await everything());
    await service.call('archive.close', undefined);
    const answer = await terminalJson<{ outcomes: Record<string, number> }>('exchange', service.dir, file);
    expect(answer.outcomes).toEqual({ imported: 1 });
    await writeFile(file, '{}');
    const refused = await terminal('exchange', service.dir, file);
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('no annotations in this file');
  });
});
