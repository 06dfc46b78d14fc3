/** Other forms and spellings of a word, through the door of search. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, SourceId } from '../../electron/contract/index.js';
import { root, type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const PAPERS = {
  'boycott.txt': 'The council boycotted the session.',
  'german.txt': '',
  'english.txt': 'General Goering met Chancellor Schuschnigg in Oesterreich, near Aarhus, as the Poet Laureate wrote.',
  'swedish.txt': 'Kriget kom till Århus och Sørensen reste hem. Det var en kall vinter och alla var trötta av kriget.',
  'pots.txt': 'A pot of gust, a true blue guest, and the duel of a poet does not dos. Boots and boats.',
  'russian.txt':
    'Академик Щербаков и писатель Арсеньев встретились в Москве. Хрущёв был против, и Горбачёв тоже не согласился с ними.',
  'american.txt': 'Ambassador Shcherbakov told Arsenyev that Khrushchev and Yeltsin had left. The jury met Yuri.',
  'library.txt': 'Arsen’ev, V. K.; Ščerbakov, A. S.; Hruščev, N. S.; El’cin, B. N.; Iurii Andropov.',
};
type Paper = keyof typeof PAPERS;

async function withPapers(): Promise<(id: SourceId) => string> {
  const german = await readFile(join(root, 'tests/fixtures/search/german-umlauts.txt'), 'utf8');
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.importFiles(await service.files({ ...PAPERS, 'german.txt': german }));
  const report = await service.call('job.report', { jobId: job.id });
  const names = new Map(report.map((line) => [line.sourceId, line.name.split('/').at(-1) as Paper]));
  return (id) => (names.get(id) ?? '').replace('.txt', '');
}

const line = { mode: 'all', filter: {}, offset: 0, limit: 50 } as const;

describe('a typed word', () => {
  it('finds its regular forms and its other spellings, marks them, and tells them', async () => {
    const name = await withPapers();
    const found = async (query: string, change: Partial<Input<'search.query'>> = {}) => {
      const { hits } = await service.call('search.query', { ...line, query, ...change });
      return hits.map(({ sourceId }) => name(sourceId)).sort();
    };
    const marked = async (query: string) => {
      const { hits } = await service.call('search.query', { ...line, query });
      return hits
        .flatMap(({ snippets }) =>
          snippets.flatMap(({ text, matches }) => matches.map(([start, end]) => text.slice(start, end))),
        )
        .sort();
    };

    expect(await found('boycott')).toEqual(['boycott']);
    expect(await marked('boycotts')).toEqual(['boycotted']);

    expect(await found('Oesterreich')).toEqual(['english', 'german']);
    expect(await found('Österreich')).toEqual(['english', 'german']);
    expect(await found('osterreich')).toEqual(['german']);
    expect(await marked('oesterreich')).toEqual(['Oesterreich', 'Österreich']);
    for (const query of ['Laerm', 'Kuerten', 'grosser', '"großer Laerm"'])
      expect([query, await found(query)]).toEqual([query, ['german']]);
    expect(await found('Göring')).toEqual(['english']);
    for (const query of ['Århus', 'Aarhus'])
      expect([query, await found(query)]).toEqual([query, ['english', 'swedish']]);
    for (const query of ['Soerensen', 'Sörensen', 'Sørensen'])
      expect([query, await found(query)]).toEqual([query, ['swedish']]);
    for (const [query, other] of [
      ['poet', 'pot'],
      ['guest', 'gust'],
      ['does', 'dos'],
    ] as const) {
      expect(await marked(query)).not.toContain(other);
    }

    const arsenev = ['american', 'library', 'russian'];
    for (const query of ['Arseniev', 'Arsenyev', "Arsen'ev", 'Арсеньев', 'Арсеньева'])
      expect([query, await found(query)]).toEqual([query, arsenev]);
    for (const query of ['Shcherbakov', 'Ščerbakov', 'Щербаков', 'schtscherbakow'])
      expect([query, await found(query)]).toEqual([query, arsenev]);
    for (const query of ['Khrushchev', 'Hruščev', 'Хрущев', 'Chruschtschow'])
      expect([query, await found(query)]).toEqual([query, arsenev]);
    expect(await found('gorbachev')).toEqual(['russian']);
    expect(await found('eltsin')).toEqual(['american', 'library']);
    expect(await found('Yuri')).toEqual(['american', 'library']);
    expect(await found('"Yuri Andropov"')).toEqual(['library']);
    expect(await marked('jury')).toEqual(['jury']);
    expect(await marked('shcherbakov')).toEqual(['Shcherbakov', 'Ščerbakov', 'Щербаков']);

    const { expansions } = await service.call('search.query', { ...line, query: 'Shcherbakov' });
    expect(expansions[0]?.forms.map(({ form }) => form).sort()).toEqual(['Ščerbakov', 'Щербаков']);
    for (const query of ['Shcherbakov', 'Oesterreich']) {
      expect((await found(query, { matching: 'exact' })).length).toBe(1);
    }
  });
});
