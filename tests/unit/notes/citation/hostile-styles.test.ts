/** Styles that cost too much, drawn by the real worker: the limits are on time and memory, not on what a style holds. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import {
  type CitationLimits,
  type CitationPool,
  createCitationPool,
  plainText,
} from '../../../../electron/notes/index.js';
import { described } from '../../../support/citation-drawing.js';
import { root } from '../../../support/service.js';

let pool: CitationPool;
afterEach(() => pool.close());
const limited = (limits: CitationLimits): CitationPool => {
  pool = createCitationPool({
    workerPath: join(root, 'dist', 'electron', 'citation-worker.js'),
    cslDir: join(root, 'dist', 'csl'),
    limits,
  });
  return pool;
};
/** So much that only what never ends reaches it. */
const AMPLE: CitationLimits = { styleMs: 120_000, citationMs: 10_000, heapMb: 1_024 };

const wrap = (body: string): string => `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>House</title><id>https://example.org/house</id></info>${body}</style>`;
/** Macros that name the next one twice: 2 to the power of `depth` when each is drawn. */
function doubling(depth: number, layout: string): string {
  const macros = Array.from(
    { length: depth },
    (_, at) => `<macro name="m${at}"><group><text macro="m${at + 1}"/><text macro="m${at + 1}"/></group></macro>`,
  );
  return wrap(`${macros.join('')}<macro name="m${depth}"><text value="x"/></macro>${layout}`);
}
const IN_TEXT = '<citation><layout><text macro="m0"/></layout></citation>';
const IN_SORT = '<citation><sort><key macro="m0"/></sort><layout><text variable="title"/></layout></citation>';

const HOUSE = { id: 'https://example.org/house', title: 'House', kind: 'note' } as const;
const PLAIN = { ...HOUSE, csl: wrap('<citation><layout><text variable="title"/></layout></citation>') };
const ENDLESS = { ...HOUSE, csl: doubling(60, IN_TEXT) };
const item = { source: readSource(described({ title: 'Minutes' }), 'en-US') };
/** A footnote that cites it and nothing else. */
const alone = (note: number) => ({ items: [item], note });
const drawn = async (style: typeof PLAIN): Promise<string> => {
  const [words] = await pool.format(style, 'en-US', [item]);
  return plainText(words?.note ?? []);
};

describe('a style that costs too much', () => {
  it.each([
    ['in its text', doubling(60, IN_TEXT)],
    ['in its sorting', doubling(60, IN_SORT)],
  ])('is stopped by its memory, and named, when its macros double without end %s', async (_where, csl) => {
    limited({ ...AMPLE, heapMb: 64 });
    await expect(pool.check(csl, 'house.csl')).rejects.toMatchObject({
      code: 'STYLE_INVALID',
      message: expect.stringMatching(/^Drawing citations with the style “house\.csl” takes more than 64 MB of memory/),
    });
    expect(await drawn(PLAIN)).toBe('Minutes');
  });

  it('is stopped by its time, and named, and the next style is drawn', async () => {
    limited({ styleMs: 1_000, citationMs: 0, heapMb: 2_048 });
    await expect(pool.format(ENDLESS, 'en-US', [item])).rejects.toMatchObject({
      code: 'STYLE_INVALID',
      message: expect.stringMatching(
        /^Drawing citations with the style “House” takes too long: it was stopped after 1 s/,
      ),
    });
    await pool.close();
    limited(AMPLE);
    expect(await drawn(PLAIN)).toBe('Minutes');
  });

  it('is taken when its macros come to more than any count would allow, and it can be drawn', async () => {
    limited(AMPLE);
    expect(await pool.check(doubling(10, IN_TEXT), 'house.csl')).toMatchObject({ title: 'House' });
    expect(await drawn({ ...HOUSE, csl: doubling(10, IN_TEXT) })).toBe('x'.repeat(1_024));
  });

  it('is replaced by a new worker for whoever comes next, in the same pool', async () => {
    limited(AMPLE);
    const stopped = new AbortController();
    const document = pool.document(ENDLESS, 'en-US', [alone(1)], stopped.signal);
    stopped.abort(new Error('stop'));
    await expect(document).rejects.toThrow('stop');
    const { notes } = await pool.document(PLAIN, 'en-US', [alone(1), alone(2)]);
    expect(notes.map(plainText)).toEqual(['Minutes', 'Minutes']);
  });

  it('keeps nobody waiting but those of its own kind: the service works on, and previews are drawn beside a document', async () => {
    limited(AMPLE);
    const stopped = new AbortController();
    const document = pool.document(ENDLESS, 'en-US', [alone(1)], stopped.signal);
    expect(await drawn(PLAIN)).toBe('Minutes');
    stopped.abort(new Error('stop'));
    await expect(document).rejects.toThrow('stop');
  });
});
