import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CitationEngine, createCitationEngine } from '../../../../electron/notes/citation/citation-engine.js';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import { readLocator } from '../../../../electron/notes/citation/locator.js';
import { readName } from '../../../../electron/notes/citation/read-name.js';
import { plainText, toCsl } from '../../../../electron/notes/index.js';
import { bundledCsl, described } from '../../../support/citation-drawing.js';

describe('names', () => {
  it.each([
    ['Abell, T.', { family: 'Abell', given: 'T.' }],
    ['Ruth Calloway', { family: 'Calloway', given: 'Ruth' }],
    ['Радошевић, Вукоман', { family: 'Радошевић', given: 'Вукоман' }],
    ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }],
    ['de la Cruz, Ana', { family: 'Cruz', given: 'Ana', 'non-dropping-particle': 'de la' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Winston Churchill', { family: 'Churchill', given: 'Winston' }],
    ['Neville Chamberlain', { family: 'Chamberlain', given: 'Neville' }],
    ['Abell, T. (drafter)', { family: 'Abell', given: 'T.' }],
    ['Ambassador Holbrooke', { family: 'Holbrooke', given: 'Ambassador' }],
    ['الخوري، بشارة', { family: 'الخوري', given: 'بشارة' }],
    ['毛, 泽东', { family: '毛', given: '泽东' }],
    // What is in braces is so whatever it looks like.
    ['Frank {Church}', { family: 'Church', given: 'Frank' }],
    ['{Church}, Frank', { family: 'Church', given: 'Frank' }],
    ['{Ruth Calloway}', { literal: 'Ruth Calloway' }],
  ])('takes %s apart', (text, name) => expect(readName(text)?.name).toEqual(name));

  it.each([
    'Foreign Office, Ellery',
    'Mrava Inquiry Commission',
    'Documentation Centre of the Mrava Commission',
    'Halloran Dispatch Agency',
    'Министарство спољних послова',
    'Savez boraca',
    'Ministère des Affaires étrangères',
    'Auswärtiges Amt',
    'Plato',
    'Group 77',
    'Consul General',
    'American Consul General, Cairo',
    'Secretary of State',
    'British Ambassador',
    'Chief of Naval Personnel',
    'Consul général de France',
    'Генерални конзул',
    'Посол в Париже',
    'Генеральный консул',
    'القنصل العام',
    '山田 太郎',
  ])('leaves %s whole', (text) => expect(readName(text)?.name).toEqual({ literal: text }));

  it('says which names were taken whole by guess, and none that is certain', () => {
    const guess = (text: string) => readName(text)?.guess ?? null;
    expect(guess('Consul General')).toBe('“Consul General” is taken for an office, not a person');
    expect(guess('Foreign Office, Ellery')).toBe('“Foreign Office, Ellery” is taken for a body, not a person');
    expect(guess('القنصل العام')).toBe('“القنصل العام” is taken for a name that is not turned round');
    for (const certain of ['Plato', 'Ruth Calloway', '{Consul General}', '{Church}, Frank']) {
      expect(guess(certain)).toBe(null);
    }
  });

  it('keeps every word of any name', () => {
    const words = fc.array(fc.constantFrom('van', 'Ana', 'de', 'Berg', 'Đorđe', 'Јован', 'Jr.', ','), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ').replace(/^[, ]+|[, ]+$/g, '');
        const said = Object.values(readName(text)?.name ?? {}).join(' ');
        expect(said.split(/[ ,]+/).sort()).toEqual(text.split(/[ ,]+/).sort());
      }),
    );
  });
});

describe('a place in a source', () => {
  it.each([
    ['p. 3', 'page', '3', ''],
    ['pp. 3–5', 'page', '3–5', ''],
    ['12', 'page', '12', ''],
    ['fol. 2v', 'folio', '2v', ''],
    ['ff. 12r-13v', 'folio', '12r-13v', ''],
    ['p. iv', 'page', 'iv', ''],
    ['S. 7', 'page', '7', ''],
    ['стр. 3', 'page', '3', ''],
    ['л. 5', 'folio', '5', ''],
    ['§ 4', 'section', '4', ''],
    ['p. 3, my emphasis', 'page', '3', 'my emphasis'],
    ['pp. 3, 7 and passim', 'page', '3, 7', 'and passim'],
    ['p. 3, mild', 'page', '3', 'mild'],
  ])('%s', (text, label, locator, rest) => expect(readLocator(text)).toEqual({ locator: { label, locator }, rest }));

  it.each(['Annex B', 'box 3', '2 copies', 'p.', 'see the map', ''])('%j stays as it is', (text) =>
    expect(readLocator(text)).toEqual({ locator: null, rest: text }),
  );
});

describe('a source as CSL-JSON', () => {
  it('holds the variables other programs read, and no empty ones', () => {
    const source = described({
      title: 'Minutes',
      documentType: 'Minutes',
      creators: ['Doe, Jane'],
      dateWritten: '2000-09-06~',
      box: '1',
      fonds: 'F',
      repository: 'Archive, Town',
      language: 'en',
    });
    expect(toCsl(source)).toEqual({
      id: source.id,
      type: 'manuscript',
      title: 'Minutes',
      author: [{ family: 'Doe', given: 'Jane' }],
      genre: 'minutes',
      archive: 'Archive',
      'archive-place': 'Town',
      archive_location: 'box 1, F',
      language: 'en',
      issued: { 'date-parts': [[2000, 9, 6]], circa: true, edtf: '2000-09-06~' },
    });
    expect(toCsl(described({}))).toEqual({ id: source.id, type: 'manuscript' });
  });
});

describe('hostile descriptions', () => {
  let engine: CitationEngine;
  let remove: () => void;
  beforeAll(async () => {
    const shipped = await bundledCsl();
    remove = shipped.remove;
    const id = 'chicago-fullnote-bibliography';
    const style = { id, tree: shipped.library.style(id), kind: 'note', isOwn: false } as const;
    engine = createCitationEngine(shipped.library, style, 'en-US');
  });
  afterAll(() => remove());
  const draw = (change: Parameters<typeof described>[0]) =>
    engine.format({ source: readSource(described(change), 'en-US') });

  it('stay words: no markup, no marks of ours, no link but to the web', () => {
    const title = 'memo <script>alert(1)</script> <b>x</b> \u0001link/javascript:1\u0002x\u0003';
    const { note } = draw({ title, documentType: 'Memo', language: 'de', url: 'javascript:alert(1)' });
    expect(plainText(note)).toContain('memo <script>alert(1)</script> <b>x</b> link/javascript:1x');
    expect(note.filter(({ styles, href }) => styles.length > 0 || href !== undefined)).toEqual([]);
    const linked = draw({ title: 'A', documentType: 'Web page', url: 'https://example.org/a?b=<c>&d' }).note;
    expect(linked.filter(({ href }) => href !== undefined)).toEqual([
      { text: 'https://example.org/a?b=<c>&d', styles: [], href: 'https://example.org/a?b=<c>&d' },
    ]);
  });

  it('never stop a citation, whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('"', "''", '<i>', '%%STRING%%', '$&'),
    );
    fc.assert(
      fc.property(text, text, text, fc.array(text, { maxLength: 4 }), (title, fonds, box, creators) => {
        const { note, bibliography } = draw({ title, fonds, box, creators, repository: fonds, documentType: title });
        for (const { text: words } of [...note, ...(bibliography ?? [])]) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out
          expect(words).not.toMatch(/[\u0000-\u0008]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
