/** `kill -9` while a text is being corrected: it is corrected with all its annotations, or as it was with all of them. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { NOT_PROJECTED } from '../../electron/annotation/anchor-store.js';
import { seededRandom } from '../bench/search/random.js';
import { startTerminal } from '../support/terminal.js';
import { annotationBench } from './annotation-bench.js';

const kills = Number(process.env.FONDS_KILLS ?? 5);
const MARKS = 200;
const TEXT = Array.from(
  { length: 2_000 },
  (_, at) => `In paragraph ${at} the envoy ${at * 7} spoke of barge ${at * 13} and of lock ${at % 97} at noon.`,
).join('\n');
/** As a person or a better reader changes it, here and there. */
const corrected = (text: string, round: number) =>
  text.replace(/noon|spoke/g, (word, at: number) => ((at + round) % 3 === 0 ? word.toUpperCase() : word));

it('a killed correction leaves each annotation in one state, and the text as it was or as it was to be', async () => {
  const random = seededRandom(1);
  const bench = await annotationBench();
  try {
    const { sourceId } = await bench.add({ text: TEXT });
    const versionId = bench.currentId(sourceId);
    const inputs = Array.from({ length: MARKS }, (_, at) => {
      const start = TEXT.indexOf(`the envoy ${at * 70} spoke`);
      const target = { kind: 'text', versionId, start, end: start + 9 } as const;
      return { sourceId, target, colour: 1, comment: '', tagIds: [] } as const;
    });
    bench.archive.history.step(() => ({ label: 'Annotate', ...bench.annotations.createAllInStep(inputs) }));
    const shown = () => bench.annotations.list({ sourceId }, 'place', 0, 2_000).annotations;
    const file = join(bench.dir, 'corrected.txt');
    let fullMs = 0;
    const outcomes = new Set<string>();
    for (let round = 0; round <= kills; round += 1) {
      const before = {
        text: bench.archive.texts.get(sourceId),
        annotations: shown(),
        history: bench.archive.history.state(),
      };
      const text = corrected(TEXT, round);
      writeFileSync(file, text);
      await bench.release();
      const started = performance.now();
      const child = startTerminal('correct', bench.place, sourceId, '--from', file, '--reason', 'kill');
      const ended = once(child, 'close');
      // The first is left to itself, to know how long it takes; the others are killed at any moment of that.
      if (round > 0) {
        await pause(random() * fullMs);
        child.kill('SIGKILL');
      }
      await ended;
      fullMs = round === 0 ? performance.now() - started : fullMs;
      await bench.reopen();
      expect(bench.archive.database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(bench.archive.database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      const after = bench.archive.texts.get(sourceId);
      if (after.id === before.text.id) {
        outcomes.add('as it was');
        expect({ text: after, annotations: shown(), history: bench.archive.history.state() }).toEqual(before);
        continue;
      }
      outcomes.add('corrected');
      expect(after).toMatchObject({ text, parentId: before.text.id, reason: 'kill' });
      const annotations = shown();
      expect(annotations.map(({ anchor }) => anchor?.versionId)).toEqual(Array.from({ length: MARKS }, () => after.id));
      for (const { anchor } of annotations) {
        if (anchor?.state === 'review') expect(anchor.reason).not.toBe(NOT_PROJECTED);
        else expect(after.text.slice(anchor?.start, anchor?.end)).toBe('the envoy');
      }
      bench.archive.history.undo();
      expect({ text: bench.archive.texts.get(sourceId), annotations: shown() }).toEqual({
        text: before.text,
        annotations: before.annotations,
      });
      bench.archive.history.redo();
    }
    expect(outcomes).toContain('corrected');
  } finally {
    await bench.remove();
  }
}, 600_000);
