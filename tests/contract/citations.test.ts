import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SourceId, STYLE_LOCALE, type StyledText } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const CHICAGO = { style: 'chicago-fullnote-bibliography', locale: 'en-US' };
const words = (styled: StyledText | null | undefined): string | undefined => styled?.map(({ text }) => text).join('');

let service: ServiceUnderTest;
let memo: SourceId;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.importFiles(await service.files({ 'memo.txt': 'The envoy was received.\fAnd left.' }));
  const [line] = await service.call('job.report', { jobId: job.id });
  memo = line?.sourceId as SourceId;
  await service.call('source.describe', {
    ids: [memo],
    change: {
      title: 'Memorandum of Telephone Conversation',
      documentType: 'Memorandum of telephone conversation',
      dateWritten: '2000-09-30',
      box: '12',
      folder: '3',
      fonds: 'NSC Records Management',
      repository: 'Clinton Presidential Library, Little Rock, Arkansas',
      language: 'en',
    },
  });
});
afterEach(() => service.close());

const cite = async (style = CHICAGO) => {
  const [drawn] = await service.call('cite.format', { ...style, items: [{ sourceId: memo, locator: 'p. 2' }] });
  return drawn;
};

const OWN = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>House style</title><id>https://example.org/house</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout suffix="!"><text variable="title" font-style="italic"/></layout></citation>
</style>`;

describe('citations, over the contract', () => {
  it('draw a source as a note and for a bibliography, at once after the description changed', async () => {
    expect(words((await cite())?.note)).toBe(
      'Memorandum of Telephone Conversation, September 30, 2000, box 12, folder 3, p. 2, NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas.',
    );
    expect((await cite())?.missing).toEqual([]);
    await service.call('source.describe', { ids: [memo], change: { box: '', dateWritten: '' } });
    expect(words((await cite())?.bibliography)).toBe(
      'Memorandum of Telephone Conversation. n.d. Folder 3. NSC Records Management. Clinton Presidential Library, Little Rock, Arkansas.',
    );
    expect((await cite())?.missing).toEqual(['Date written', 'Box']);
  });

  it('offer styles and languages before an archive is open', async () => {
    await service.call('archive.close', undefined);
    const styles = await service.call('cite.styles', undefined);
    expect(styles[0]).toEqual({
      id: CHICAGO.style,
      title: 'Chicago 17, notes and bibliography',
      kind: 'note',
      locale: 'en-US',
      isOwn: false,
    });
    const locales = await service.call('cite.locales', undefined);
    expect(locales).toContainEqual({ id: 'fr-FR', title: 'Français (France)' });
    expect(locales.some(({ id }) => id === 'sr-Latn')).toBe(true);
  });

  it('take the page of a passage for the locator, unless another is given', async () => {
    const { text, id: versionId } = await service.call('text.get', { sourceId: memo });
    const start = text.indexOf('left');
    const target = { kind: 'text', versionId, start, end: start + 4 } as const;
    const { id } = await service.call('annotation.create', { sourceId: memo, target });
    const [drawn, other] = await service.call('cite.format', {
      ...CHICAGO,
      items: [
        { sourceId: memo, annotationId: id },
        { sourceId: memo, annotationId: id, locator: 'fol. 2v' },
      ],
    });
    expect(words(drawn?.note)).toContain('folder 3, p. 2, NSC');
    expect(words(other?.note)).toContain('folder 3, fol. 2v, NSC');
  });

  it('are in the language that the style names, unless another is chosen', async () => {
    await service.call('source.describe', { ids: [memo], change: { dateWritten: '1971-07-14' } });
    const mhra = 'modern-humanities-research-association';
    const own = OWN.replace('<style ', '<!-- ours -->\n<style default-locale="de-AT" ').replace(
      '<text variable="title" font-style="italic"/>',
      '<date variable="issued" form="text"/>',
    );
    const folder = await service.files({ 'house.csl': own });
    const added = await service.call('cite.addStyle', { file: join(folder, 'house.csl') });
    expect(added.locale).toBe('de-AT');
    expect((await service.call('cite.styles', undefined)).find(({ id }) => id === mhra)?.locale).toBe('en-GB');
    expect(words((await cite({ style: mhra, locale: STYLE_LOCALE }))?.note)).toContain(', 14 July 1971, ');
    expect(words((await cite({ style: mhra, locale: 'fr-FR' }))?.note)).toContain(', 14 juillet 1971, ');
    expect(words((await cite({ style: added.id, locale: STYLE_LOCALE }))?.note)).toBe('14. Juli 1971!');
  });

  it('are refused for a style or a source that is not here', async () => {
    const items = [{ sourceId: memo }];
    expect(await service.refusal('cite.format', { ...CHICAGO, style: 'nobody', items })).toMatchObject({
      code: 'STYLE_INVALID',
    });
    const stranger = [{ sourceId: '01890a5d-ac96-774b-bcce-b302099a8057' as SourceId }];
    expect(await service.refusal('cite.format', { ...CHICAGO, items: stranger })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are drawn in a style of one’s own, which is kept, removed and undone', async () => {
    const folder = await service.files({ 'house.csl': OWN });
    const file = join(folder, 'house.csl');
    const added = await service.call('cite.addStyle', { file });
    const { remarks, ...listed } = added;
    expect(listed).toEqual({
      id: 'https://example.org/house',
      title: 'House style',
      kind: 'note',
      locale: 'en-US',
      isOwn: true,
    });
    expect(remarks).toEqual([]);
    const own = { style: added.id, locale: 'en-US' };
    expect(await cite(own)).toMatchObject({
      note: [
        { text: 'Memorandum of Telephone Conversation', styles: ['italic'] },
        { text: '!', styles: [] },
      ],
      bibliography: null,
    });
    expect(await service.refusal('cite.addStyle', { file })).toMatchObject({ code: 'STYLE_INVALID' });
    await service.call('cite.removeStyle', { id: added.id });
    expect(await service.call('cite.styles', undefined)).not.toContainEqual(listed);
    expect(await service.refusal('cite.removeStyle', { id: added.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await service.call('history.undo', undefined)).undo).toBe('Add citation style “House style”');
    expect(await service.call('cite.styles', undefined)).toContainEqual(listed);
    await service.call('archive.open', { dir: service.dir });
    expect(words((await cite(own))?.note)).toBe('Memorandum of Telephone Conversation!');
    await service.call('history.undo', undefined);
    expect(await service.refusal('cite.format', { ...own, items: [{ sourceId: memo }] })).toMatchObject({
      code: 'STYLE_INVALID',
    });
  });

  it('name the style that a dependent one stands for, and say when it is here', async () => {
    const dependent = (parent: string) =>
      OWN.replace('</info>', `<link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info>`);
    const folder = await service.files({ 'apa.csl': dependent('apa'), 'other.csl': dependent('nobody') });
    const refused = (name: string) => service.refusal('cite.addStyle', { file: join(folder, name) });
    expect((await refused('apa.csl')).message).toBe(
      'This style only stands for “APA 7”, which is here already: choose that one.',
    );
    expect((await refused('other.csl')).message).toMatch(/Add that one: http:\/\/www\.zotero\.org\/styles\/nobody$/);
  });

  it('cannot have a style added by a window, which knows no files', async () => {
    const folder = await service.files({ 'house.csl': OWN });
    const answer = await service.asWindow('cite.addStyle', { file: join(folder, 'house.csl') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await readFile(join(folder, 'house.csl'), 'utf8')).toBe(OWN);
  });

  it('say that a file of a style is not there', async () => {
    expect(await service.refusal('cite.addStyle', { file: join(service.folder, 'none.csl') })).toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});
