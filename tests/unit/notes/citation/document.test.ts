import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AnnotationId,
  CitationItemInput,
  Description,
  Source,
  SourceId,
} from '../../../../electron/contract/index.js';
import { type Citations, type CslLibrary, createCitations, plainText } from '../../../../electron/notes/index.js';
import { bundledCsl, described, drawInProcess } from '../../../support/citation-drawing.js';

let library: CslLibrary;
let remove: () => void;
beforeAll(async () => {
  ({ library, remove } = await bundledCsl());
});
afterAll(() => remove());

const record = (change: Partial<Description>): Partial<Description> => ({
  title: 'Minutes',
  documentType: 'Minutes',
  dateWritten: '2000-09-30',
  box: '12',
  folder: '3',
  fonds: 'Lock Office',
  repository: 'River Archive, Drenova',
  language: 'en',
  ...change,
});
const SOURCES = [
  described(record({}), 1),
  described(record({ dateWritten: '2000-10-01', box: '' }), 2),
  described(record({ title: 'The lock', documentType: 'Report', creators: ['Doe, Jane'] }), 3),
];
const [first, second, third] = SOURCES.map(({ id }) => id) as [SourceId, SourceId, SourceId];
const PASSAGE = '01890a5d-ac96-774b-bcce-b302099a8057' as AnnotationId;

/** Citations over these sources and one passage, with no styles of one's own. */
function citations(sources: readonly Source[] = SOURCES): Citations {
  const archive = {
    sources: { get: (id: SourceId) => sources.find((source) => source.id === id) as Source },
    database: { prepare: () => ({ all: () => [], get: () => undefined, run: () => 0 }) },
    history: { register: () => undefined },
    onChange: () => () => undefined,
  } as unknown as Parameters<typeof createCitations>[0]['archive'];
  return createCitations({
    archive,
    library,
    pool: drawInProcess(library),
    passage: () => ({ sourceId: first, pageLabel: 'iv' }),
    now: () => new Date(0),
  });
}

async function draw(style: string, clusters: readonly (readonly CitationItemInput[])[]) {
  const document = citations().document(style, 'en-US');
  expect(clusters.map((items, index) => document.cite(items, index + 1, 'alone'))).toEqual(
    clusters.map((_, index) => index),
  );
  const { notes, bibliography, missing } = await document.finish();
  return { notes: notes.map(plainText), bibliography: bibliography.map(({ text }) => plainText(text)), missing };
}

const CLUSTERS: CitationItemInput[][] = [
  [{ sourceId: first, locator: 'p. 2' }],
  [{ sourceId: first, locator: 'p. 2' }],
  [{ sourceId: first, locator: 'p. 3' }],
  [
    { sourceId: third, prefix: 'see', locator: 'fol. 2v, my emphasis' },
    { sourceId: second, prefix: 'compare', suffix: 'which is silent' },
  ],
  [{ sourceId: first, annotationId: PASSAGE }],
];

describe('the citations of a document', () => {
  it('are full at first and short later, without ibid. unless the style has it', async () => {
    expect((await draw('chicago-fullnote-bibliography', CLUSTERS)).notes).toEqual([
      'Minutes, September 30, 2000, box 12, folder 3, p. 2, Lock Office, River Archive, Drenova.',
      'Minutes, September 30, 2000, p. 2.',
      'Minutes, September 30, 2000, p. 3.',
      'See Jane Doe, “The Lock,” September 30, 2000, box 12, folder 3, fol. 2v, Lock Office, River Archive, Drenova, my emphasis; compare Minutes, October 1, 2000, folder 3, Lock Office, River Archive, Drenova, which is silent.',
      'Minutes, September 30, 2000, p. iv.',
    ]);
    expect((await draw('chicago-fullnote-bibliography-with-ibid', CLUSTERS)).notes.slice(1, 3)).toEqual([
      'Ibid.',
      'Ibid., p. 3.',
    ]);
    expect((await draw('chicago-note-bibliography', CLUSTERS)).notes[0]).toBe('Minutes, September 30, 2000, p. 2.');
  });

  it('name what has no name by where it lies, at first and later', async () => {
    const nameless = described({ box: '1', folder: '2', fonds: 'Lock Office', repository: 'River Archive' }, 4);
    const dated = described({ ...nameless.description, dateWritten: '1999' }, 5);
    const sent = { documentType: 'Telegram', creators: ['Doe, Jane'], recipients: ['Roe, Max'], dateWritten: '1999' };
    const telegram = described(sent, 6);
    const document = citations([nameless, dated, telegram]).document('chicago-fullnote-bibliography', 'en-US');
    for (const [at, { id }] of [nameless, nameless, dated, dated, telegram, telegram].entries()) {
      document.cite([{ sourceId: id, locator: 'p. 3' }], at + 1, 'alone');
    }
    expect((await document.finish()).notes.map(plainText)).toEqual([
      'Box 1, folder 2, p. 3, Lock Office, River Archive.',
      'Box 1, folder 2, p. 3.',
      '1999, box 1, folder 2, p. 3, Lock Office, River Archive.',
      '1999, box 1, folder 2, p. 3.',
      'Jane Doe to Max Roe, telegram, 1999, p. 3.',
      'Doe to Roe, telegram, 1999, p. 3.',
    ]);
  });

  it('come with a bibliography of what was cited, and what its sources lack', async () => {
    const { bibliography, missing } = await draw('chicago-fullnote-bibliography', CLUSTERS);
    expect(bibliography).toEqual([
      'Doe, Jane. “The Lock.” September 30, 2000. Box 12, folder 3. Lock Office. River Archive, Drenova.',
      'Minutes. September 30, 2000. Box 12, folder 3. Lock Office. River Archive, Drenova.',
      'Minutes. October 1, 2000. Folder 3. Lock Office. River Archive, Drenova.',
    ]);
    expect(missing).toEqual([{ sourceId: second, elements: ['Box'] }]);
    expect(await draw('chicago-fullnote-bibliography', [])).toEqual({ notes: [], bibliography: [], missing: [] });
  });

  it('tell records of one title and year apart', async () => {
    const both: CitationItemInput[][] = [[{ sourceId: first, locator: 'p. 2' }], [{ sourceId: second }]];
    const authorDate = await draw('chicago-author-date', both);
    expect(authorDate.notes).toEqual(['(Minutes 2000a, 2)', '(Minutes 2000b)']);
    expect(authorDate.bibliography.map((entry) => entry.slice(0, 15))).toEqual(['Minutes. 2000a.', 'Minutes. 2000b.']);
    expect((await draw('modern-language-association', both)).notes).toEqual([
      '(Minutes, 30 Sept. 2000, p. 2)',
      '(Minutes, 1 Oct. 2000)',
    ]);
    expect((await draw('apa', both)).notes).toEqual(['(Minutes, 2000a, p. 2)', '(Minutes, 2000b)']);
  });

  it('are refused when a passage is of another source', () => {
    const document = citations().document('apa', 'en-US');
    expect(() => document.cite([{ sourceId: second, annotationId: PASSAGE }], 1, 'alone')).toThrow(
      'not one of the source',
    );
  });
});
