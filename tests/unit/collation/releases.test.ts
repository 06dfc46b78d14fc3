/** The two releases of one memorandum in the sample archive, held against the key that says what was planted in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composedOf, resultOf, tableOf } from '../../../electron/collation/alignment-task.js';
import type { PinId } from '../../../electron/contract/index.js';

const read = (path: string) => readFileSync(`data/sample-archive/${path}`, 'utf8');
const PATHS = [
  'documents/01-telcon-whitcombe-stavrin-release-2009.txt',
  'documents/02-telcon-whitcombe-stavrin-release-2016.txt',
];
const texts = PATHS.map(read);
const [EARLIER = '', LATER = ''] = texts;
const task = { key: 'releases', texts, base: 0, pins: [] };
const result = resultOf(task);

interface PlantedRelease {
  id: string;
  kind: string;
  sentence: string;
  passage: string;
}
const planted = (JSON.parse(read('key.json')) as PlantedRelease[]).filter(({ id }) => id.startsWith('V'));
const classed = (kind: string) => result.blocks.filter((block) => block.class === kind);
/** Blocks that differ and touch a range of a witness. */
const touching = (witness: number, start: number, end: number) =>
  result.blocks.filter(({ class: kind, cells }) => {
    const cell = cells[witness];
    return kind !== null && cell && cell[0] < end && start < cell[1];
  });
const said = ({ cells }: { cells: (readonly [number, number] | null)[] }) =>
  cells.map((cell, witness) => cell && (texts[witness] ?? '').slice(...cell).replace(/\s+/g, ' '));

describe('two releases of one memorandum', () => {
  it.each(planted.map((entry) => [`${entry.id}, ${entry.kind}`, entry] as const))(
    'show what was planted as %s',
    (_name, { kind, sentence, passage }) => {
      const [inEarlier, inLater] = [EARLIER.indexOf(sentence), LATER.indexOf(passage)];
      expect(Math.min(inEarlier, inLater)).toBeGreaterThanOrEqual(0);
      const found = [
        ...touching(0, inEarlier, inEarlier + sentence.length),
        ...touching(1, inLater, inLater + passage.length),
      ];
      expect(found.map((block) => block.class)).toContain(kind.replace('release-', ''));
    },
  );

  it('answer each other’s redactions whole, with who withholds and by what exemption', () => {
    const answers = classed('redaction').map((block) => [...said(block), block.withheld]);
    const [embankment, colonels, brigades, character, credit] = answers;
    expect(answers).toHaveLength(5);
    expect(embankment?.[0]).toMatch(/^My ambassador walked along .* which I did not ask him to do\.?$/);
    expect(embankment?.[2]).toEqual([{ witness: 1, code: '(b)(1)' }]);
    expect(colonels?.[1]).toMatch(/^Their own\. The colonels .* how deep the water is\.?$/);
    expect(colonels?.[2]).toEqual([{ witness: 0, code: '1.4(b)' }]);
    expect(brigades?.[0]).toMatch(/^On the Vardanian side .* worse than if they were angry/);
    expect(character?.[1]).toMatch(/^He is a man .* with his own hands\.?$/);
    expect(credit?.[1]).toMatch(/^It is 35 million .* hear it from Vardin\.?$/);
    expect(credit?.[2]).toEqual([{ witness: 0, code: '1.4(d)' }]);
  });

  it('differ in one number and in no other', () => {
    expect(classed('number').map(said)).toEqual([['43', '48']]);
    expect([...classed('date'), ...classed('name')].map(said)).toEqual([]);
  });

  it('compose a text that withholds nothing that either shows, each range naming its release', () => {
    const composed = composedOf(task);
    expect(composed.text).toContain('he wants to be seen not to need it');
    expect(composed.text).toContain('about 6,000 men, under General Pozaric');
    expect(composed.text).toContain('It is 35 million crowns');
    expect(composed.text).not.toMatch(/redacted|█/);
    let end = 0;
    for (const span of composed.spans) {
      expect(span.start).toBe(end);
      end = span.end;
      if (!span.from) continue;
      const words = texts[span.from.witness]?.slice(span.from.start, span.from.end);
      expect(words).toBe(composed.text.slice(span.start, span.end));
    }
    expect(end).toBe(composed.text.length);
    const later = composedOf({ ...task, base: 1 });
    expect(later.text).toContain('which I did not ask him to do');
    expect(later.text).not.toMatch(/redacted|█/);
  });

  it('rebuild from their blocks and from their table, blanks apart', () => {
    const plain = (text: string) => text.replace(/\s+/g, '');
    const { table } = tableOf(task);
    for (const [witness, text] of texts.entries()) {
      const blocks = result.blocks.flatMap(({ cells }) => (cells[witness] ? text.slice(...cells[witness]) : []));
      expect(plain(blocks.join(''))).toBe(plain(text));
      expect(plain(table.map((row) => row[witness]?.text ?? '').join(''))).toBe(plain(text));
      for (const cell of table.map((row) => row[witness]))
        if (cell) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  });

  it('say the same with the witnesses the other way round', () => {
    const turned = resultOf({ key: 'turned', texts: texts.toReversed(), base: 1, pins: [] });
    const mirror = turned.blocks.map(({ rows, class: kind, cells }) => ({ rows, kind, cells: cells.toReversed() }));
    expect(mirror).toEqual(result.blocks.map(({ rows, class: kind, cells }) => ({ rows, kind, cells })));
  });

  it('hold what a person pinned, and say where', () => {
    const lock = { witness: 0, start: EARLIER.indexOf('43 barges'), end: EARLIER.indexOf('43 barges') + 2 };
    const lake = { witness: 1, start: LATER.indexOf('1ake'), end: LATER.indexOf('1ake') + 4 };
    const pin = { id: 'pin' as PinId, kind: 'together' as const, stretches: [lock, lake] };
    const pinned = resultOf({ ...task, key: 'pinned', pins: [pin] });
    const block = pinned.blocks.find(({ pinIds }) => pinIds.includes(pin.id));
    expect(block && said(block)).toEqual(['43', '1ake']);
    const apart = {
      ...pin,
      kind: 'apart' as const,
      stretches: [lock, { ...lake, start: LATER.indexOf('48 barges'), end: LATER.indexOf('48 barges') + 2 }],
    };
    const parted = resultOf({ ...task, key: 'parted', pins: [apart] });
    expect(parted.blocks.filter((found) => found.class === 'number').map(said)).toEqual([]);
  });
});
