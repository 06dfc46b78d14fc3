/**
 * Exact forms, checked against the manuals: Chicago Manual of Style 17, 14.221–231 and 14.145 (and 15.54 for
 * author-date); MLA Handbook 9 with the Style Center's “Citing Materials from Physical Archives”; MHRA Style Guide, the
 * section on manuscripts; APA 7, “Archival documents and collections”.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Description } from '../../../../electron/contract/index.js';
import { type CitationEngine, createCitationEngine } from '../../../../electron/notes/citation/citation-engine.js';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import { type CslLibrary, plainText } from '../../../../electron/notes/index.js';
import { bundledCsl, described } from '../../../support/citation-drawing.js';

let library: CslLibrary;
let remove: () => void;
beforeAll(async () => {
  ({ library, remove } = await bundledCsl());
});
afterAll(() => remove());

const engines = new Map<string, CitationEngine>();
function engine(id: string, locale: string): CitationEngine {
  const key = `${id} ${locale}`;
  const kind = library.styles().find((style) => style.id === id)?.kind ?? 'note';
  const made =
    engines.get(key) ?? createCitationEngine(library, { id, tree: library.style(id), kind, isOwn: false }, locale);
  engines.set(key, made);
  return made;
}

const CHICAGO = 'chicago-fullnote-bibliography';
const MLA = 'modern-language-association';
const MHRA = 'modern-humanities-research-association';

function draw(change: Partial<Description>, style = CHICAGO, locale = 'en-US', page: string | null = '2') {
  const place = page === null ? {} : { locator: page, label: 'page' };
  const { note, bibliography } = engine(style, locale).format({
    source: readSource(described(change), locale),
    ...place,
  });
  return { note: plainText(note), bibliography: bibliography === null ? null : plainText(bibliography) };
}

const TELCON = {
  title: 'Memorandum of Telephone Conversation',
  documentType: 'Memorandum of telephone conversation',
  dateWritten: '2000-09-30',
  box: '12',
  folder: '3',
  fonds: 'NSC Records Management',
  repository: 'Clinton Presidential Library, Little Rock, Arkansas',
  creators: ['Abell, T.', 'Ferrand, M.'],
  language: 'en',
};
const CABLE = {
  title: 'Vardania shuts the Drenova lock',
  documentType: 'Cable',
  creators: ['Calloway, Ruth'],
  dateWritten: '2000-08-22',
  box: '91',
  folder: '7',
  fonds: 'Central Rivers, incoming telegrams',
  repository: 'Archives of the Meridian Foreign Office, Ellery',
  language: 'en',
};
const LETTER = {
  documentType: 'Letter',
  creators: ['Creel, George'],
  recipients: ['Edward House'],
  dateWritten: '1918-09-25',
  fonds: 'Edward M. House Papers',
  repository: 'Yale University Library, New Haven',
  language: 'en',
};
const SERBIAN = {
  title: 'Писмо председника Радошевића председнику Ставрину',
  documentType: 'Писмо',
  creators: ['Радошевић, Вукоман'],
  recipients: ['Ставрин, Кирил'],
  dateWritten: '2000-09-06',
  box: '7',
  folder: '3',
  fonds: 'Кабинет председника',
  repository: 'Државни архив Варданије, Вардин',
  language: 'sr-Cyrl',
};
const PRESS = {
  title: 'A crisis that moves at the speed of a barge',
  documentType: 'Press article',
  creators: ['Tillotson, Honor'],
  datePublished: '2000-09-15',
  series: 'The Ellery Courier',
  fonds: 'Newspaper collection',
  repository: 'City Library of Leskova',
  language: 'en',
};

describe('a record of an archive, in Chicago notes', () => {
  it('has title, date, box, folder, page, collection, repository and place, in this order', () => {
    expect(draw(TELCON)).toEqual({
      note: 'Memorandum of Telephone Conversation, September 30, 2000, box 12, folder 3, p. 2, NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas.',
      bibliography:
        'Memorandum of Telephone Conversation. September 30, 2000. Box 12, folder 3. NSC Records Management. Clinton Presidential Library, Little Rock, Arkansas.',
    });
  });

  it('quotes a title that is one, after its author', () => {
    expect(draw(CABLE)).toEqual({
      note: 'Ruth Calloway, “Vardania Shuts the Drenova Lock,” August 22, 2000, box 91, folder 7, p. 2, Central Rivers, incoming telegrams, Archives of the Meridian Foreign Office, Ellery.',
      bibliography:
        'Calloway, Ruth. “Vardania Shuts the Drenova Lock.” August 22, 2000. Box 91, folder 7. Central Rivers, incoming telegrams. Archives of the Meridian Foreign Office, Ellery.',
    });
  });

  it('leaves a title that only names the kind of document without quotation marks, as it was written', () => {
    const plain = [
      'Second telephone conversation of the presidents',
      'Draft letter to the president',
      'Телеграм из Вардина',
    ];
    for (const title of plain) expect(draw({ ...TELCON, title }).note).toMatch(new RegExp(`^${title}, September`));
    expect(draw({ ...CABLE, title: 'Letters never sent' }).note).toContain('“Letters Never Sent,”');
  });

  it('is named by who wrote to whom when a letter has no title', () => {
    expect(draw(LETTER)).toEqual({
      note: 'George Creel to Edward House, September 25, 1918, p. 2, Edward M. House Papers, Yale University Library, New Haven.',
      bibliography:
        'Creel, George. Letter to Edward House. September 25, 1918. Edward M. House Papers. Yale University Library, New Haven.',
    });
  });

  it('does not repeat an author whom the title names, with or without accents', () => {
    const creators = ['Radošević, Vukoman'];
    expect(draw({ ...LETTER, creators, title: 'Letter of President Radosevic' }).note).toMatch(/^Letter of President/);
    expect(draw(SERBIAN, CHICAGO, 'sr-RS').note).toBe(
      'Писмо председника Радошевића председнику Ставрину, 6. септембра 2000., кутија 7, фасцикла 3, стр. 2, Кабинет председника, Државни архив Варданије, Вардин.',
    );
  });

  it.each([
    ['', 'n.d.'],
    ['2000', '2000'],
    ['2000-09', 'September 2000'],
    ['2000-09-13/2000-09-24', 'September 13–24, 2000'],
    ['1999-12-30/2000-01-02', 'December 30, 1999–January 2, 2000'],
    ['2000-09-06?', '[September 6, 2000?]'],
    ['1999~', 'ca. 1999'],
    ['1999%', '[ca. 1999?]'],
    ['199X', '[1990–1999?]'],
    ['[1667,1668]', '[1667–1668?]'],
    ['1999-21', 'Spring 1999'],
    ['1999/..', '1999–'],
    ['../1999-05-03', '–1999-05-03'],
    ['2000-33', 'January–March 2000'],
    ['2000-09-XX', 'September 2000'],
  ])('writes the date %j as %j', (dateWritten, said) => {
    expect(draw({ ...TELCON, dateWritten }, CHICAGO, 'en-US', null).note).toBe(
      `Memorandum of Telephone Conversation, ${said}, box 12, folder 3, NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas.`,
    );
  });

  it('calls a record without a title by its kind', () => {
    expect(draw({ ...TELCON, title: '', documentType: 'Memorandum', creators: [] })).toEqual({
      note: 'Memorandum, September 30, 2000, box 12, folder 3, p. 2, NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas.',
      bibliography:
        'Memorandum. September 30, 2000. Box 12, folder 3. NSC Records Management. Clinton Presidential Library, Little Rock, Arkansas.',
    });
  });

  it('names several creators, institutions as they are called', () => {
    const creators = ['Doe, Jane', 'Jan van der Berg', 'Foreign Office, Ellery'];
    expect(draw({ ...CABLE, creators, documentType: 'Report' }).note).toMatch(
      /^Jane Doe, Jan van der Berg, and Foreign Office, Ellery, “Vardania/,
    );
    expect(draw({ ...CABLE, creators, documentType: 'Report' }).bibliography).toMatch(
      /^Doe, Jane, Jan van der Berg, and Foreign Office, Ellery\. “Vardania/,
    );
  });

  it('names the recipients of whatever was sent, unless the title does', () => {
    const sent = { ...CABLE, recipients: ['Foreign Office, Ellery'] };
    expect(draw(sent)).toEqual({
      note: 'Ruth Calloway to Foreign Office, Ellery, cable, “Vardania Shuts the Drenova Lock,” August 22, 2000, box 91, folder 7, p. 2, Central Rivers, incoming telegrams, Archives of the Meridian Foreign Office, Ellery.',
      bibliography:
        'Calloway, Ruth. “Vardania Shuts the Drenova Lock.” Cable to Foreign Office, Ellery. August 22, 2000. Box 91, folder 7. Central Rivers, incoming telegrams. Archives of the Meridian Foreign Office, Ellery.',
    });
    for (const documentType of ['Memorandum', 'Telegram', 'Cable', 'Dispatch', 'Report']) {
      const untitled = { ...LETTER, documentType };
      expect(draw(untitled).note).toMatch(
        new RegExp(`^George Creel to Edward House, ${documentType.toLowerCase()}, September`),
      );
      expect(draw(untitled).bibliography).toMatch(`Creel, George. ${documentType} to Edward House. September`);
      // A title that is the kind alone says no more than that.
      expect(draw({ ...untitled, title: documentType })).toEqual(draw(untitled));
    }
    expect(draw({ ...LETTER, title: 'Letter to Mr. House' }).note).toMatch(/^George Creel, Letter to Mr\. House, Sept/);
    expect(draw({ ...LETTER, title: 'Letter of George Creel' }).note).toMatch(
      /^Letter of George Creel to Edward House, Sept/,
    );
    // After a subject, “to” would seem to belong to it.
    const paper = { ...LETTER, documentType: 'Briefing paper', title: 'Briefing paper on the peace: terms and limits' };
    expect(draw(paper).note).toMatch(
      /^George Creel to Edward House, Briefing paper on the peace: terms and limits, September/,
    );
    for (const style of [CHICAGO, MLA]) {
      expect(draw(paper, style).bibliography).toMatch(
        /^Creel, George\. Briefing paper on the peace: terms and limits\. Briefing paper to Edward House\. /,
      );
    }
    expect(draw({ ...LETTER, creators: [] }).note).toMatch(/^Letter to Edward House, September/);
    const unsigned = { ...sent, creators: [] };
    expect(draw(unsigned).note).toMatch(/^“Vardania Shuts the Drenova Lock,” cable to Foreign Office, Ellery, August/);
  });

  it('names recipients in the other styles too', () => {
    const sent = { ...LETTER, documentType: 'Telegram', dateWritten: '1971-07-14' };
    expect(draw(sent, MHRA, 'en-GB').note).toBe(
      'George Creel, telegram to Edward House, 14 July 1971, New Haven, Yale University Library, Edward M. House Papers, p. 2.',
    );
    expect(draw(sent, 'apa').bibliography).toBe(
      'Creel, G. (1971, July 14). [Telegram to Edward House]. Edward M. House Papers, Yale University Library, New Haven.',
    );
    expect(draw({ ...sent, title: 'Peace terms' }, 'apa').bibliography).toBe(
      'Creel, G. (1971, July 14). Peace terms [Telegram to Edward House]. Edward M. House Papers, Yale University Library, New Haven.',
    );
    expect(draw({ ...sent, title: 'Peace terms' }, MLA).bibliography).toBe(
      'Creel, George. “Peace Terms.” Telegram to Edward House. 14 July 1971. Edward M. House Papers, Yale University Library, New Haven.',
    );
    expect(draw({ ...sent, title: 'Peace terms' }, 'chicago-author-date').bibliography).toBe(
      'Creel, George. 1971. “Peace Terms.” Telegram to Edward House. July 14, 1971. Edward M. House Papers. Yale University Library, New Haven.',
    );
  });

  it('is known by where it lies when it has neither title nor author nor kind', () => {
    const where = {
      box: '12',
      folder: '3',
      fonds: 'NSC Records Management',
      repository: 'Clinton Library, Little Rock',
    };
    for (const documentType of ['', 'Manuscript', 'Документ']) {
      const nameless = { ...where, documentType };
      expect(draw(nameless)).toEqual({
        note: 'Box 12, folder 3, p. 2, NSC Records Management, Clinton Library, Little Rock.',
        bibliography: 'Box 12, folder 3. NSC Records Management. Clinton Library, Little Rock.',
      });
      expect(draw({ ...nameless, dateWritten: '1999' }).note).toMatch(/^1999, box 12, folder 3, p\. 2, NSC/);
      expect(draw(nameless, MHRA, 'en-GB').note).toBe(
        'Little Rock, Clinton Library, NSC Records Management, box 12, folder 3, p. 2.',
      );
      expect(draw(nameless, MLA)).toEqual({
        note: '(NSC Records Management 2)',
        bibliography: 'NSC Records Management. Clinton Library, Little Rock, box 12, folder 3.',
      });
      expect(draw(nameless, 'chicago-author-date')).toEqual({
        note: '(NSC Records Management, n.d., 2)',
        bibliography: 'NSC Records Management. n.d. Box 12, folder 3. Clinton Library, Little Rock.',
      });
      expect(draw(nameless, 'apa').bibliography).toBe(
        'NSC Records Management. (n.d.). Clinton Library (Box 12, Folder 3), Little Rock.',
      );
    }
    // A kind is something to be known by, and so is who signed.
    expect(draw({ ...where, documentType: 'Telegram' }).note).toMatch(/^Telegram, n\.d\., box 12/);
    expect(draw({ ...where, creators: ['Doe, Jane'] }).note).toMatch(/^Jane Doe, n\.d\., box 12/);
  });

  it('has its series between the box and the collection, and whatever is missing leaves no gap', () => {
    expect(draw({ ...TELCON, series: 'Subject Files' }).note).toContain(
      ', folder 3, p. 2, Subject Files, NSC Records Management, ',
    );
    const rest = { title: 'Minutes', documentType: 'Minutes', dateWritten: '1999' };
    expect(draw({ ...rest, series: 'Subject Files' }, CHICAGO, 'en-US', null).note).toBe(
      'Minutes, 1999, Subject Files.',
    );
    expect(draw({ ...rest, box: '1' }, CHICAGO, 'en-US', null).note).toBe('Minutes, 1999, box 1.');
    expect(draw(rest, MHRA, 'en-GB', null).note).toBe('Minutes, 1999.');
    expect(draw({ ...rest, folder: '1' }, 'apa').bibliography).toBe('Minutes. (1999). (Folder 1).');
    expect(draw({ ...rest, referenceCode: 'A 1', series: 'S' }, MLA).bibliography).toBe('Minutes. 1999. S, A 1.');
  });

  it('quotes what is written on a folder, in the marks of the language, and not its number', () => {
    expect(draw({ ...TELCON, folder: 'Lock talks, 1999' }).note).toContain(', folder “Lock talks, 1999,” p. 2, ');
    expect(draw({ ...TELCON, folder: 'Lock talks, 1999' }, MHRA, 'en-GB').note).toContain(
      ', folder ‘Lock talks, 1999’, p. 2.',
    );
    for (const folder of ['12a', '3 of 5', '3 (oversize)']) {
      expect(draw({ ...TELCON, folder }).note).toContain(`, folder ${folder}, p. 2, `);
    }
  });

  it('does not turn an office round, nor a name in letters that do not say which part comes first', () => {
    const by = (creator: string) => draw({ ...CABLE, creators: [creator] }).bibliography?.split('. “')[0];
    expect(by('القنصل العام')).toBe('القنصل العام');
    expect(by('Consul General')).toBe('Consul General');
    expect(by('Max Consul')).toBe('Consul, Max');
    expect(by('{Max Consul}')).toBe('Max Consul');
    expect(by('Frank {Church}')).toBe('Church, Frank');
  });

  it('has the reference code beside the box', () => {
    expect(draw({ ...TELCON, referenceCode: 'MS 176' }).note).toContain(', MS 176, box 12, folder 3, p. 2, ');
    expect(draw({ ...TELCON, referenceCode: 'MS 176' }, MHRA, 'en-GB').note).toContain(
      ', MS 176, box 12, folder 3, p. 2.',
    );
    expect(draw({ ...TELCON, referenceCode: 'MS 176' }, 'apa').bibliography).toContain(
      'NSC Records Management (MS 176, Box 12, Folder 3), ',
    );
  });

  it('has the reference code where no box and folder are known', () => {
    expect(draw({ ...TELCON, box: '', folder: '', referenceCode: 'AJ/40/552' }).note).toBe(
      'Memorandum of Telephone Conversation, September 30, 2000, AJ/40/552, p. 2, NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas.',
    );
  });

  it('keeps the words of a box that brings its own', () => {
    expect(draw({ ...TELCON, box: 'carton 12', folder: 'dossier 3' }).note).toContain(', carton 12, dossier 3, p. 2, ');
    expect(draw(TELCON, CHICAGO, 'fr-FR').note).toContain(', 30 septembre 2000, carton 12, dossier 3, p. 2, ');
    expect(draw(TELCON, CHICAGO, 'sr-Latn').note).toContain(', 30. septembra 2000., kutija 12, fascikla 3, str. 2, ');
  });

  it('tells institutions of the repository from its place', () => {
    const repository = 'Beinecke Library, Yale University, New Haven';
    expect(draw({ ...TELCON, repository }, MHRA, 'en-GB').note).toContain(
      ', New Haven, Beinecke Library, Yale University, NSC',
    );
    const custom = { Place: 'Connecticut' };
    expect(draw({ ...TELCON, repository: 'Beinecke Library', custom }).note).toMatch(
      /, Beinecke Library, Connecticut\.$/,
    );
  });
});

describe('other styles', () => {
  it('Chicago author-date: the year after the title, the whole date further on', () => {
    expect(draw(TELCON, 'chicago-author-date')).toEqual({
      note: '(Memorandum of Telephone Conversation 2000, 2)',
      bibliography:
        'Memorandum of Telephone Conversation. 2000. September 30, 2000. Box 12, folder 3. NSC Records Management. Clinton Presidential Library, Little Rock, Arkansas.',
    });
    expect(draw(CABLE, 'chicago-author-date')).toEqual({
      note: '(Calloway 2000, 2)',
      bibliography:
        'Calloway, Ruth. 2000. “Vardania Shuts the Drenova Lock.” August 22, 2000. Box 91, folder 7. Central Rivers, incoming telegrams. Archives of the Meridian Foreign Office, Ellery.',
    });
  });

  it('MLA: collection, repository, town, then box and folder', () => {
    expect(draw(TELCON, MLA)).toEqual({
      note: '(Memorandum of Telephone Conversation 2)',
      bibliography:
        'Memorandum of Telephone Conversation. 30 Sept. 2000. NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas, box 12, folder 3.',
    });
    expect(draw({ ...LETTER, dateWritten: '1918?' }, MLA).bibliography).toBe(
      'Creel, George. Letter to Edward House. 1918? Edward M. House Papers, Yale University Library, New Haven.',
    );
    expect(draw({ ...TELCON, dateWritten: '' }, MLA).bibliography).toBe(
      'Memorandum of Telephone Conversation. NSC Records Management, Clinton Presidential Library, Little Rock, Arkansas, box 12, folder 3.',
    );
  });

  it('MHRA: town, repository, collection, box and folder, the page last', () => {
    expect(draw(TELCON, MHRA, 'en-GB')).toEqual({
      note: 'Memorandum of Telephone Conversation, 30 September 2000, Little Rock, Arkansas, Clinton Presidential Library, NSC Records Management, box 12, folder 3, p. 2.',
      bibliography:
        'Memorandum of Telephone Conversation, 30 September 2000, Little Rock, Arkansas, Clinton Presidential Library, NSC Records Management, box 12, folder 3',
    });
    expect(draw(CABLE, MHRA, 'en-GB').note).toBe(
      'Ruth Calloway, ‘Vardania Shuts the Drenova Lock’, 22 August 2000, Ellery, Archives of the Meridian Foreign Office, Central Rivers, incoming telegrams, box 91, folder 7, p. 2.',
    );
  });

  it('APA: the date in brackets, box and folder beside the collection', () => {
    expect(draw(CABLE, 'apa')).toEqual({
      note: '(Calloway, 2000, p. 2)',
      bibliography:
        'Calloway, R. (2000, August 22). Vardania shuts the Drenova lock. Central Rivers, incoming telegrams (Box 91, Folder 7), Archives of the Meridian Foreign Office, Ellery.',
    });
  });

  it('Turabian: as Chicago notes', () => {
    expect(draw(TELCON, 'turabian-fullnote-bibliography-no-ibid')).toEqual(draw(TELCON));
  });
});

describe('what is not of an archive', () => {
  it('an article of the press is cited by its newspaper, not by the library that keeps it', () => {
    expect(draw(PRESS)).toEqual({
      note: 'Honor Tillotson, “A Crisis That Moves at the Speed of a Barge,” The Ellery Courier, September 15, 2000, 2.',
      bibliography:
        'Tillotson, Honor. “A Crisis That Moves at the Speed of a Barge.” The Ellery Courier, September 15, 2000.',
    });
    expect(draw({ ...PRESS, custom: { Newspaper: 'Vardinski Glasnik' } }).note).toContain(
      '” Vardinski Glasnik, September',
    );
  });

  it('a page of the web has its address', () => {
    const page = {
      title: 'The lock today',
      url: 'https://example.org/lock?a=1&b=2',
      datePublished: '2020-01-05',
      language: 'en',
    };
    expect(draw(page, CHICAGO, 'en-US', null).note).toBe(
      '“The Lock Today,” January 5, 2020, https://example.org/lock?a=1&b=2.',
    );
  });
});

describe('what is missing', () => {
  const missing = (change: Partial<Description>) => readSource(described(change), 'en-US').missing;

  it('is nothing when everything is there', () => {
    expect(missing(TELCON)).toEqual([]);
    expect(missing(PRESS)).toEqual([]);
  });

  it('is listed by the labels of the elements, each kind of source by what it needs', () => {
    expect(missing({ documentType: 'Report' })).toEqual([
      'Title',
      'Creators',
      'Date written',
      'Box',
      'Folder',
      'Fonds or collection',
      'Repository',
      'Place',
    ]);
    expect(missing({ ...TELCON, box: '', repository: 'Clinton Presidential Library' })).toEqual(['Box', 'Place']);
    expect(missing({ ...PRESS, series: '', datePublished: '' })).toEqual(['Newspaper or journal', 'Date published']);
  });

  it('is not the box where a reference code leads to the record, nor the title of a letter to somebody', () => {
    expect(missing({ ...TELCON, box: '', folder: '', referenceCode: 'F 1/2' })).toEqual([]);
    expect(missing({ ...LETTER, referenceCode: 'MS 466' })).toEqual([]);
  });
});
