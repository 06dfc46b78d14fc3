/** No test asks an outside judge in silence: without it a test is skipped and says so, or fails where it is required. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../support/judges.js';

const tests = join(import.meta.dirname, '..', '..');

describe('an outside judge', () => {
  it('that is installed is asked', () => {
    for (const wanted of [undefined, '', 'required']) {
      expect(judge('LibreOffice', true, wanted)).toEqual({ isAsked: true, unlessInstalled: '' });
    }
  });

  it('that is not installed is not asked, and the test says why', () => {
    expect(judge('LibreOffice', false, '')).toEqual({
      isAsked: false,
      unlessInstalled: ' (skipped: LibreOffice is not installed here)',
    });
  });

  it('that is not installed but required is asked, so that the test fails', () => {
    expect(judge('LibreOffice', false, 'required').isAsked).toBe(true);
  });

  it('is not required by a word that nobody knows', () => {
    expect(() => judge('LibreOffice', false, 'requird')).toThrow(/FONDS_JUDGES/);
  });

  it('is asked by tests that are skipped as a whole, never by a part of one', () => {
    const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.test\.tsx?$/.test(name),
    );
    const askers = files
      .filter((name) => !name.endsWith('judges.test.ts'))
      .flatMap((name) => {
        const lines = readFileSync(join(tests, name), 'utf8').split('\n');
        return lines.flatMap((line, at) =>
          /asks(?:LibreOffice|Poppler)/.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : [],
        );
      });
    const allowed = /\b(?:it|describe)\.skipIf\(!asks\w+\)\(|^\S+ (?:import \{.*|asks\w+,)$|\bimport \{/;
    expect(askers.length).toBeGreaterThan(10);
    expect(askers.filter((line) => !allowed.test(line))).toEqual([]);
  });
});
