import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchMode, SourceId, WordMatching } from '../../../electron/contract/index.js';
import { type Catalogue, createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import type { Finder } from '../../../electron/search/finder/finder.js';
import { createSegmentFinder } from '../../../electron/search/finder/segment-finder.js';
import { type SearchArchive, searchArchive } from '../../support/search-archive.js';

const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'electron', 'search-worker.js');

let held: SearchArchive;
let catalogue: Catalogue;
let finder: Finder;
const names = new Map<string, string>();

beforeEach(async () => {
  held = await searchArchive();
  catalogue = createCatalogue(held.archive);
  finder = createSegmentFinder({ archive: held.archive, catalogue, workerPath: WORKER });
});
afterEach(async () => {
  await finder.close();
  catalogue.close();
  held.close();
  names.clear();
});

async function put(title: string, text: string, language = 'en'): Promise<SourceId> {
  const id = await held.add({ title, language }, text);
  names.set(id, title);
  return id;
}
const lineOf = (query: string, mode: SearchMode = 'any', matching: WordMatching = 'expanded') => ({
  query,
  mode,
  matching,
});
async function found(query: string, mode?: SearchMode, matching?: WordMatching): Promise<string[]> {
  const { ids } = await finder.find(lineOf(query, mode, matching));
  return ids.map((id) => names.get(id) ?? id);
}

describe('the word as typed', () => {
  it('comes before its other forms, however often these stand in a source', async () => {
    await put('forms', 'Treaties and treaties, treaties of treaties.');
    await put('typed', 'A treaty was signed by the envoys of both powers in the old house by the harbour.');
    expect(await found('treaty')).toEqual(['typed', 'forms']);
    expect(await found('treaties')).toEqual(['forms', 'typed']);
  });

  it('comes before misreadings of it, which have no rarity of their own', async () => {
    await put('misread', 'Hltti. Hitli.');
    for (let at = 0; at < 12; at++) await put(`named ${at}`, `Hitti wrote to the envoy again, number ${at} of many.`);
    const hits = await found('hitti~1');
    expect(hits).toHaveLength(13);
    expect(hits.at(-1)).toBe('misread');
  });

  it('comes before what a * stands for, of which the rarest is not the best', async () => {
    await put('rare', 'Embasop embasop.');
    await put('typed', 'The word embas as it was cut off in the telegram from the legation.');
    for (let at = 0; at < 8; at++) await put(`common ${at}`, `The embassy wrote: embassy, ${at}.`);
    const hits = await found('embas*');
    expect(hits[0]).toBe('typed');
    expect(hits).toHaveLength(10);
  });

  it('in its own marks comes before the same letters without them', async () => {
    await put('plain', 'Radosevic spoke.');
    await put('marks', 'Radošević spoke.');
    expect(await found('Radošević')).toEqual(['marks', 'plain']);
    expect(await found('Radosevic')).toEqual(['plain', 'marks']);
  });
});

describe('several words', () => {
  it('come first where all of them stand, however often one of them stands elsewhere', async () => {
    await put('one', 'Harbour harbour harbour harbour harbour.');
    await put('both', 'The consul went down to the harbour on the evening of the third day, as he had said before.');
    expect((await found('consul harbour'))[0]).toBe('both');
  });

  it('come first where they stand side by side as in the line, in a title before all', async () => {
    await put('apart', 'A house in winter and a long road.');
    await put('together', 'A road in long and a winter house.');
    const title = await put('Winter house', 'A road in long and a view of it.');
    expect(await found('winter house')).toEqual(['Winter house', 'together', 'apart']);
    expect(names.get(title)).toBe('Winter house');
  });

  it('have the same order on every page, beyond those that were looked at closely', async () => {
    for (let at = 0; at < 130; at++)
      await put(`p${at}`, at % 3 === 0 ? `treaty ${'x '.repeat(at)}` : `treaties ${'x '.repeat(at)}`);
    const { ids, scores } = await finder.find(lineOf('treaty'));
    expect(ids).toHaveLength(130);
    for (let at = 1; at < ids.length; at++) expect(scores[at] ?? 0).toBeLessThanOrEqual(scores[at - 1] ?? 0);
    expect((await finder.find(lineOf('treaty'))).ids).toEqual(ids);
  });
});

describe('a stem', () => {
  const SPANISH =
    'El embajador de la república habló con los representantes de la nación sobre las relaciones entre los dos países y el comercio. '.repeat(
      3,
    );

  it('of a language is looked up in texts of that language only', async () => {
    await put('spanish', `${SPANISH} Los tratados.`, 'es');
    // The stem of "tratados" is "trat" in Spanish.
    await put('english', 'A trat of wine was brought in.', 'en');
    expect(await found('tratados')).toEqual(['spanish']);
    expect(await found('trat')).toContain('english');
  });

  it('is looked up in every language where the language was guessed from fewer than 200 letters', async () => {
    await put('spanish', `${SPANISH} Los tratados.`, 'es');
    const english = (letters: number) => {
      const text =
        'trat and the envoy of the king was in the house and it was said that he would be there for the talks. '.repeat(
          2,
        );
      return `${text}${'x'.repeat(letters - (text.match(/\p{L}/gu)?.length ?? 0))}`;
    };
    await put('short', english(199), '');
    await put('long', english(200), '');
    await put('described', 'trat', 'en');
    const hits = await found('tratados');
    expect(hits).toContain('short');
    expect(hits).not.toContain('long');
    expect(hits).not.toContain('described');
  });
});

describe('a pasted line', () => {
  it('finds the source whose title it is, in every mode', async () => {
    await put('a', 'Memorandum - 1947. Population of the port (%) - 1870 - 2001, as counted. Fw: H: latest 1.4(D).');
    await put('b', 'Another paper of 1870.');
    for (const line of [
      'memorandum - 1947',
      'Population of the port (%) - 1870 - 2001',
      'Fw: H: latest',
      '1.4(D)',
      '“port (%) - 1870',
      'Re: port',
    ]) {
      for (const mode of ['any', 'all'] as const) {
        if (line === 'Re: port' && mode === 'all') continue;
        expect((await found(line, mode))[0], `${line} ${mode}`).toBe('a');
      }
    }
    expect(await found('1.4(D)')).toEqual(['a']);
    expect(await found('memorandum - 1947', 'phrase')).toEqual(['a']);
  });
});

describe('function words between the words of a line', () => {
  const filler = 'Nothing of note was said in the long hours of that meeting, and no one asked for more.';

  it('are neighbours to nobody: the words around them are, as they stand in the line', async () => {
    await put('apart', `Of state the secretary. ${filler}`);
    await put('together', `The secretary of state had an office. ${filler}`);
    for (let at = 0; at < 6; at++) await put(`other ${at}`, filler);
    expect((await found('secretary of state'))[0]).toBe('together');
    expect((await found('secretary state'))[0]).toBe('apart');
  });

  it('are looked at where a line has no other words', async () => {
    await put('apart', 'To the old house or not, he was to be heard. Whether.');
    await put('together', 'Whether to be or not, to be he asked the old house.');
    expect((await found('to be or not'))[0]).toBe('together');
  });
});
