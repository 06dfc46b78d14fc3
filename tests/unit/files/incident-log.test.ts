/** What the log of incidents keeps of a failure, and what it keeps back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIncidentLog, describeOutput, describeThrown, writeIncident } from '../../../electron/files/index.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fonds-incidents-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
const said = (thrown: unknown) => JSON.stringify(describeThrown(thrown));

describe('what an incident says of a failure', () => {
  it('names no file of the person, when the system could not open one', () => {
    const thrown = thrownBy(() => readFileSync('/home/ana/Letters of 1914.fonds/archive.db'));
    expect(describeThrown(thrown)).toMatchObject({ name: 'Error', code: 'ENOENT', message: 'ENOENT: open' });
    expect(said(thrown)).not.toMatch(/Letters|1914|home\/ana/);
  });

  it('quotes nothing of a text that could not be read, over line ends neither', () => {
    for (const text of ['Radić wrote', '{"a": Radić', 'He said "Radić" and\nleft for Zagreb with "Radić"', "'Radić'"]) {
      expect(said(thrownBy(() => JSON.parse(text)))).not.toContain('Radi');
    }
  });

  it.each([
    ["no such file: '/data/Letters/a.txt'"],
    ['cannot read /data/Letters/a.txt'],
    ['cannot read /data/The Letters of Ana/a.txt'],
    ['cannot read C:\\Users\\ana\\Letters\\a.txt'],
    ['cannot load file:///data/Letters/a.txt'],
    ['the passage “Letters to Ana” is gone'],
  ])('keeps back paths and quotations of a message: %s', (message) => {
    expect(said(new Error(message))).not.toMatch(/Letters|Ana|ana/);
  });

  it('keeps what helps: kind, words and places in the program', () => {
    const described = describeThrown(thrownBy(() => (undefined as unknown as { title: string }).title));
    expect(described).toMatchObject({
      name: 'TypeError',
      message: 'Cannot read properties of undefined (reading […])',
      stack: expect.stringMatching(/^at .*incident-log\.test\.ts:\d+/),
    });
  });

  it('says what lay behind a failure, as carefully', () => {
    const thrown = new Error('no index', { cause: new Error('cannot read /data/Letters/a.txt') });
    expect(describeThrown(thrown)).toMatchObject({ message: 'no index', cause: { message: 'cannot read […]' } });
  });

  it('says places as seen from the home of the person, whose name is theirs', () => {
    const thrown = new Error('x');
    thrown.stack = `Error: x\n    at run (${homedir()}/fonds/service.js:1:2)`;
    expect(describeThrown(thrown).stack).toBe('at run (~/fonds/service.js:1:2)');
  });
});

describe('what an incident says of the last words of a process', () => {
  it('is where it ended, without what it quoted, over several lines too', () => {
    const words = [
      '[17:1130/1:ERROR:crash.cc] out of memory',
      'SyntaxError: Unexpected token, "He said to',
      'Radić that',
      'Ana"... is not valid',
      '    at JSON.parse (<anonymous>)',
      'Error: cannot read /data/Letters/a.txt',
      '    at run (service.js:1:2)',
    ];
    expect(describeOutput(words.join('\n')).split('\n')).toEqual([
      words[0],
      'SyntaxError: Unexpected token, […]',
      words[4],
      'Error: cannot read […]',
      words[6],
    ]);
  });
});

describe('the log of incidents', () => {
  const at = new Date('2026-11-30T12:00:00Z');

  it('keeps a line of JSON for each, in the order they came, under the id that was said', () => {
    const says = vi.spyOn(console, 'error').mockReturnValue();
    const log = createIncidentLog({ dir: join(dir, 'logs'), now: () => at });
    const ids = [log.record('service-exit', { exitCode: 11 }), log.record('page-gone', { reason: 'crashed' })];
    const lines = readFileSync(log.file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: at.toISOString(), incidentId: ids[0], what: 'service-exit', exitCode: 11 },
      { at: at.toISOString(), incidentId: ids[1], what: 'page-gone', reason: 'crashed' },
    ]);
    expect(says.mock.calls.map(([line]) => line)).toEqual(lines);
  });

  it('does not grow for ever: what came before is kept once beside it', () => {
    const file = join(dir, 'incidents.log');
    writeFileSync(file, `${'x'.repeat(1_000_001)}\n`);
    writeIncident(dir, { at, what: 'a', details: {} });
    writeIncident(dir, { at, what: 'b', details: {} });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(2);
    expect(readdirSync(dir).sort()).toEqual(['incidents-before.log', 'incidents.log']);
  });

  it('still gives an id and the line where nothing can be written', () => {
    const noFolder = join(dir, 'file');
    writeFileSync(noFolder, '');
    expect(writeIncident(noFolder, { at, what: 'a', details: {} })).toMatchObject({
      incidentId: expect.stringMatching(/^[0-9a-f]{8}$/),
      line: expect.stringContaining('"what":"a"'),
      file: null,
    });
  });
});
