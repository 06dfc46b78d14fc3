/** Correcting a witness by the reading of another, over the contract, with the real workers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Collation, Output, SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const SHARED = [
  'The clerk of the lock wrote down each evening how high the water stood and which boats had asked for passage.',
  'He did so for eleven years, and nobody read what he had written until the gate was found open in the morning.',
  'The inspector who came from the capital asked for the book first and for the keys only afterwards.',
].join('\n\n');
/** As a machine read it: errors, and a mark of withholding. */
const OCR = `${SHARED}\n\nThere were 4B barges above the lock that night, said Captain Moraw. ████████ (b)(1) He left at dawn.`;
const TRANSCRIPT = `${SHARED}\n\nThere were 48 small barges above the lock that night, said Captain Moran. The guard had been drinking. He left at dawn.`;
const THIRD = `${SHARED}\n\nThere were 48 barges above the lock that night, said Captain Moran. He left at dawn.`;

type Align = Output<'collation.align'>;

describe('taking a reading over', () => {
  let service: ServiceUnderTest;
  let ids: Record<'ocr' | 'transcript' | 'third', SourceId>;
  let collation: Collation;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const { job } = await service.importFiles(
      await service.files({ 'a-ocr.txt': OCR, 'b-transcript.txt': TRANSCRIPT, 'c-third.txt': THIRD }),
    );
    const report = await service.call('job.report', { jobId: job.id });
    const idOf = (name: string) => report.find((line) => line.name.endsWith(name))?.sourceId as SourceId;
    ids = { ocr: idOf('a-ocr.txt'), transcript: idOf('b-transcript.txt'), third: idOf('c-third.txt') };
    const witnesses = [{ sourceId: ids.ocr }, { sourceId: ids.transcript }];
    collation = await service.call('collation.create', { witnesses });
  });
  afterEach(() => service.close());

  const align = (): Promise<Align> => service.call('collation.align', { id: collation.id });
  const textOf = async (sourceId: SourceId) => (await service.call('text.get', { sourceId })).text;
  const textsOf = ({ witnesses }: Align) =>
    Promise.all(witnesses.map(async (witness) => (await service.call('text.get', { ...pick(witness) })).text));
  const pick = ({ sourceId, versionId }: Align['witnesses'][number]) => ({ sourceId, versionId });

  /** The order for the place at which a witness has these words. */
  async function order(words: string, holder: number, from: number, into: number) {
    const result = await align();
    const texts = await textsOf(result);
    const reached = result.witnesses.map(() => 0);
    for (const { class: kind, cells } of result.blocks) {
      const cell = cells[holder];
      if (kind !== null && cell && texts[holder]?.slice(...cell) === words) {
        const range = (witness: number) => {
          const [start, end] = cells[witness] ?? [reached[witness] ?? 0, reached[witness] ?? 0];
          return { witness, versionId: result.witnesses[witness]?.versionId as never, start, end };
        };
        return { id: collation.id, from: range(from), into: range(into) };
      }
      for (const [witness, one] of cells.entries()) if (one) reached[witness] = one[1];
    }
    throw new Error(`“${words}” is at no place that differs`);
  }
  const differing = async () => (await align()).blocks.filter((block) => block.class !== null).length;

  it('corrects the text, collates the corrected one, and is one undo step', async () => {
    const before = await differing();
    const made = await service.call('collation.takeOver', await order('Moraw', 0, 1, 0));
    expect(await textOf(ids.ocr)).toBe(OCR.replace('Moraw', 'Moran'));
    expect(made.collation.witnesses[0]?.versionId).toBe(made.versionId);
    expect(made.collation.witnesses[0]?.currentVersionId).toBe(made.versionId);
    expect(await differing()).toBe(before - 1);
    const { versions } = await service.call('source.get', { id: ids.ocr });
    expect(versions.find(({ isCurrent }) => isCurrent)).toMatchObject({
      origin: 'person',
      reason: expect.stringContaining('“Moran” for “Moraw”, as in B'),
    });
    expect((await service.call('history.state', undefined)).undo).toMatch(/^Take the reading of B over into/);

    await service.call('history.undo', undefined);
    expect(await textOf(ids.ocr)).toBe(OCR);
    const undone = await service.call('collation.get', { id: collation.id });
    expect(undone.witnesses.map(({ versionId }) => versionId)).toEqual(
      collation.witnesses.map(({ versionId }) => versionId),
    );
    expect(await differing()).toBe(before);
    await service.call('history.redo', undefined);
    expect(await textOf(ids.ocr)).toBe(OCR.replace('Moraw', 'Moran'));
    expect(await differing()).toBe(before - 1);
  });

  it('keeps the annotations on the words beside it at their words', async () => {
    const version = await service.call('text.get', { sourceId: ids.ocr });
    const start = OCR.indexOf('dawn');
    const { id } = await service.call('annotation.create', {
      sourceId: ids.ocr,
      target: { kind: 'text', versionId: version.id, start, end: start + 4 },
    });
    const { anchors, versionId } = await service.call('collation.takeOver', await order('small', 1, 1, 0));
    expect(anchors).toEqual({ placed: 1, found: 0, review: 0 });
    const after = await textOf(ids.ocr);
    expect(after).toContain('4B small barges');
    const { anchor } = await service.call('annotation.get', { id });
    expect(anchor).toMatchObject({ versionId, state: 'placed', start: after.indexOf('dawn') });
  });

  it('takes words out where the other has none, with one of their blanks', async () => {
    await service.call('collation.takeOver', await order('small', 1, 0, 1));
    expect(await textOf(ids.transcript)).toBe(TRANSCRIPT.replace('small ', ''));
  });

  it('keeps the pins whose words are still there', async () => {
    const range = (witness: number, text: string, words: string) => {
      const start = text.indexOf(words);
      return { witness, start, end: start + words.length };
    };
    const pin = (words: string) =>
      service.call('collation.pin', {
        id: collation.id,
        kind: 'together',
        stretches: [range(0, OCR, words), range(1, TRANSCRIPT, words)],
      });
    await pin('clerk');
    await pin('dawn');
    const made = await service.call('collation.takeOver', await order('small', 1, 1, 0));
    expect(made.droppedPins).toBe(0);
    const after = await textOf(ids.ocr);
    expect(made.collation.pins.map(({ stretches: [own] }) => after.slice(own?.start, own?.end))).toEqual([
      'clerk',
      'dawn',
    ]);
    await service.call('history.undo', undefined);
    const { pins } = await service.call('collation.get', { id: collation.id });
    expect(pins.map(({ stretches: [own] }) => OCR.slice(own?.start, own?.end))).toEqual(['clerk', 'dawn']);
  });

  it('never writes over what is withheld, nor takes a mark of withholding for a reading', async () => {
    const into = await service.refusal('collation.takeOver', await order('The guard had been drinking.', 1, 1, 0));
    expect(into).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('A withholds words here') });
    expect(into.message).toContain('least redacted text');
    const from = await service.refusal('collation.takeOver', await order('The guard had been drinking.', 1, 0, 1));
    expect(from.message).toContain('no reading to take over');
    expect(await textOf(ids.ocr)).toBe(OCR);
    expect(await textOf(ids.transcript)).toBe(TRANSCRIPT);
  });

  it('corrects one of two that show the words, where a third withholds them', async () => {
    const witnesses = [ids.ocr, ids.transcript, ids.third].map((sourceId) => ({ sourceId }));
    await service.call('collation.change', { id: collation.id, change: { witnesses } });
    await service.call('collation.takeOver', await order('The guard had been drinking.', 1, 1, 2));
    expect(await textOf(ids.third)).toContain('Captain Moran. The guard had been drinking. He left');
  });

  it('is refused where the text was corrected since, and where the place is another one by now', async () => {
    const stale = await order('Moraw', 0, 1, 0);
    const shifted = { ...stale, into: { ...stale.into, start: stale.into.start - 1 } };
    expect(await service.refusal('collation.takeOver', shifted)).toMatchObject({ code: 'STALE' });
    const version = await service.call('text.get', { sourceId: ids.ocr });
    const text = OCR.replace('4B', '48');
    await service.call('text.correct', { sourceId: ids.ocr, versionId: version.id, text, reason: 'misread' });
    const newer = await service.refusal('collation.takeOver', stale);
    expect(newer.message).toContain('A newer text of A is read by now');
    const current = collation.witnesses.map(({ sourceId }) => ({ sourceId }));
    await service.call('collation.change', { id: collation.id, change: { witnesses: current } });
    expect(await service.refusal('collation.takeOver', stale)).toMatchObject({ code: 'STALE' });
    expect(await textOf(ids.ocr)).toBe(text);
  });

  it('is refused between two witnesses that say the same there, and of a witness into itself', async () => {
    const same = await order('Moraw', 0, 0, 0);
    expect(await service.refusal('collation.takeOver', same)).toMatchObject({ code: 'INVALID_INPUT' });
    const witnesses = [ids.ocr, ids.transcript, ids.third].map((sourceId) => ({ sourceId }));
    await service.call('collation.change', { id: collation.id, change: { witnesses } });
    const alike = await service.refusal('collation.takeOver', await order('Moraw', 0, 1, 2));
    expect(alike.message).toContain('say the same');
  });

  it('is refused in an archive that is open for reading', async () => {
    const wish = await order('Moraw', 0, 1, 0);
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect(await service.refusal('collation.takeOver', wish)).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
  });
});

describe('taking a moved reading over', () => {
  let service: ServiceUnderTest;
  beforeEach(async () => {
    service = await startService();
  });
  afterEach(() => service.close());

  it('is refused, as the words stand elsewhere already', async () => {
    await service.call('archive.create', { dir: service.dir });
    const parts = SHARED.split('\n\n');
    const moved = 'A blue lantern hung from the northern tower whenever the ferry was late.';
    const first = [moved, ...parts].join('\n\n');
    const second = [...parts, moved].join('\n\n');
    const { job } = await service.importFiles(await service.files({ 'a.txt': first, 'b.txt': second }));
    const report = await service.call('job.report', { jobId: job.id });
    // A report lists files as they were done, which depends on the machine.
    const sources = ['a.txt', 'b.txt'].map((name) => ({
      sourceId: report.find((line) => line.name.endsWith(name))?.sourceId as SourceId,
    }));
    const { id, witnesses } = await service.call('collation.create', { witnesses: sources });
    const { blocks } = await service.call('collation.align', { id });
    const block = blocks.find((one) => one.class === 'moved' && one.cells[0]);
    if (!block?.cells[0]) throw new Error('nothing moved');
    const [start, end] = block.cells[0];
    const refused = await service.refusal('collation.takeOver', {
      id,
      from: { witness: 0, versionId: witnesses[0]?.versionId as never, start, end },
      into: { witness: 1, versionId: witnesses[1]?.versionId as never, start: 0, end: 0 },
    });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('at different places') });
  });
});
