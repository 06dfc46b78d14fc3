/**
 * Records that published guidance cites, described as Fonds describes them and drawn in the style the guidance is written
 * for. Where guidance of an archive leaves the order to the manual, the elements are its own and the order is Chicago's.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Description } from '../../../../electron/contract/index.js';
import { createCitationEngine } from '../../../../electron/notes/citation/citation-engine.js';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import { type CslLibrary, plainText } from '../../../../electron/notes/index.js';
import { bundledCsl, described } from '../../../support/citation-drawing.js';

let library: CslLibrary;
let remove: () => void;
beforeAll(async () => {
  ({ library, remove } = await bundledCsl());
});
afterAll(() => remove());

const CHICAGO = 'chicago-fullnote-bibliography';
const MLA = 'modern-language-association';
const MHRA = 'modern-humanities-research-association';

interface Example {
  /** Whose guidance, which section or page, of which year. */
  readonly after: string;
  readonly description: Partial<Description>;
  readonly style?: string;
  readonly locale?: string;
  /** `folio 72v` and the like. */
  readonly place?: readonly [label: string, locator: string];
  readonly note?: string;
  readonly bibliography?: string;
}

const EXAMPLES: readonly Example[] = [
  {
    after: 'a letter: Chicago Manual of Style 17, 14.222 (2017)',
    description: {
      documentType: 'Letter',
      creators: ['Creel, George'],
      recipients: ['Colonel House'],
      dateWritten: '1918-09-25',
      fonds: 'Edward M. House Papers',
      repository: 'Yale University Library, New Haven, CT',
    },
    note: 'George Creel to Colonel House, September 25, 1918, Edward M. House Papers, Yale University Library, New Haven, CT.',
    bibliography:
      'Creel, George. Letter to Colonel House. September 25, 1918. Edward M. House Papers. Yale University Library, New Haven, CT.',
  },
  {
    after: 'a telegram: Turabian, A Manual for Writers 7, 17.7.4 (2007)',
    style: 'turabian-fullnote-bibliography-no-ibid',
    description: {
      documentType: 'Telegram',
      creators: ['Burton'],
      recipients: ['Merriam'],
      dateWritten: '1923-01-26',
      fonds: 'Charles E. Merriam Papers',
      repository: 'University of Chicago Library',
    },
    note: 'Burton to Merriam, telegram, January 26, 1923, Charles E. Merriam Papers, University of Chicago Library.',
  },
  {
    after: 'a memorandum to somebody: Chicago Manual of Style, Q&A on citing documents, after 14.111 and 14.120 (2024)',
    description: {
      documentType: 'Memorandum',
      creators: ['Kissinger, Henry'],
      recipients: ['Nixon, Richard'],
      dateWritten: '1970-12-18',
    },
    note: 'Henry Kissinger to Richard Nixon, memorandum, December 18, 1970.',
    bibliography: 'Kissinger, Henry. Memorandum to Richard Nixon. December 18, 1970.',
  },
  {
    after: 'a memorandum whose title names its author: Turabian, A Manual for Writers 7, 17.7.4 (2007)',
    description: {
      title: 'Memorandum by Alvin Johnson',
      documentType: 'Memorandum',
      creators: ['Johnson, Alvin'],
      dateWritten: '1937',
      folder: 'file 36',
      fonds: 'Horace Kallen Papers',
      repository: 'YIVO Institute, New York',
    },
    note: 'Memorandum by Alvin Johnson, 1937, file 36, Horace Kallen Papers, YIVO Institute, New York.',
  },
  {
    after: 'minutes: Turabian, A Manual for Writers 7, 17.7.4 (2007)',
    description: {
      title: 'Minutes of the Committee for Improving the Condition of Free Blacks, Pennsylvania Abolition Society',
      documentType: 'Minutes',
      dateWritten: '1790/1803',
      fonds: 'Papers of the Pennsylvania Society for the Abolition of Slavery',
      repository: 'Historical Society of Pennsylvania, Philadelphia',
    },
    note: 'Minutes of the Committee for Improving the Condition of Free Blacks, Pennsylvania Abolition Society, 1790–1803, Papers of the Pennsylvania Society for the Abolition of Slavery, Historical Society of Pennsylvania, Philadelphia.',
  },
  {
    after: 'a map with a call number: Chicago Manual of Style 17, 14.229 (2017)',
    description: {
      title: 'A Map of the Southern Indian District of North America',
      documentType: 'Map',
      creators: ['Purcell, Joseph'],
      referenceCode: 'MS 228',
      fonds: 'Ayer Collection',
      repository: 'Newberry Library, Chicago',
    },
    note: 'Joseph Purcell, “A Map of the Southern Indian District of North America,” n.d., MS 228, Ayer Collection, Newberry Library, Chicago.',
  },
  {
    after: 'a typescript with code, box and folder: Dalhousie University Libraries, Archival research, Chicago (2024)',
    description: {
      title: 'Typescript of short story Brothers and Sisters by Budge Wilson',
      documentType: 'Typescript',
      dateWritten: '2000',
      referenceCode: 'MS-2-650.2013-070',
      box: '3',
      folder: '9',
      fonds: 'Budge Wilson fonds',
      repository: 'Dalhousie University Archives, Halifax, Nova Scotia, Canada',
    },
    note: 'Typescript of short story Brothers and Sisters by Budge Wilson, 2000, MS-2-650.2013-070, box 3, folder 9, Budge Wilson fonds, Dalhousie University Archives, Halifax, Nova Scotia, Canada.',
  },
  {
    after: 'a letter with a reference code: UCD Library, Chicago style guide 17, archival collections (2023)',
    locale: 'en-GB',
    description: {
      documentType: 'Letter',
      creators: ['Mitchell, Mairin'],
      recipients: ['Ryan, Desmond'],
      dateWritten: '1940-02-02',
      referenceCode: 'UCDA LA10/146',
      fonds: 'Papers of Desmond Ryan',
      repository: 'UCD Archives, University College Dublin Library, Ireland',
    },
    note: 'Mairin Mitchell to Desmond Ryan, 2 February 1940, UCDA LA10/146, Papers of Desmond Ryan, UCD Archives, University College Dublin Library, Ireland.',
  },
  {
    after: 'a memo in a presidential library: Jimmy Carter Library, Citing materials (2024)',
    description: {
      documentType: 'Memo',
      creators: ['Powell, Jody'],
      recipients: ['Moore, Frank'],
      dateWritten: '1977-06-22',
      box: '46',
      folder: 'Memoranda, Moore, Frank, 1/28/77-6/22/77',
      fonds: "Jody Powell's Files",
      repository: 'Jimmy Carter Library, Atlanta',
    },
    note: 'Jody Powell to Frank Moore, memo, June 22, 1977, box 46, folder “Memoranda, Moore, Frank, 1/28/77-6/22/77,” Jody Powell’s Files, Jimmy Carter Library, Atlanta.',
  },
  {
    after: 'an interview in a presidential library: Jimmy Carter Library, Citing materials (2024)',
    place: ['page', '10'],
    description: {
      title: 'Hedley Donovan Interview',
      documentType: 'Interview',
      creators: ['Donovan, Hedley'],
      dateWritten: '1980-08-14',
      fonds: 'White House Staff Exit Interviews',
      repository: 'Jimmy Carter Library, Atlanta',
    },
    note: '“Hedley Donovan Interview,” August 14, 1980, p. 10, White House Staff Exit Interviews, Jimmy Carter Library, Atlanta.',
  },
  {
    after: 'a letter of an office: John F. Kennedy Library, Citation guide, documents (2016)',
    description: {
      documentType: 'Letter',
      creators: ['Chief of Naval Personnel'],
      recipients: ['Lieut. John F. Kennedy'],
      dateWritten: '1944-01-07',
      box: '11',
      folder: 'Navy records, 7 January 1944-15 May 1952',
      fonds: 'John F. Kennedy Personal Papers',
      repository: 'JFK Library, Boston',
    },
    note: 'Chief of Naval Personnel to Lieut. John F. Kennedy, January 7, 1944, box 11, folder “Navy records, 7 January 1944-15 May 1952,” John F. Kennedy Personal Papers, JFK Library, Boston.',
    bibliography:
      'Chief of Naval Personnel. Letter to Lieut. John F. Kennedy. January 7, 1944. Box 11, folder “Navy records, 7 January 1944-15 May 1952.” John F. Kennedy Personal Papers. JFK Library, Boston.',
  },
  {
    after: 'a photograph known by its number: John F. Kennedy Library, Citation guide, photographs (2016)',
    description: {
      documentType: 'Photograph',
      creators: ['Stoughton, Cecil'],
      dateWritten: '1962',
      referenceCode: 'ST-C72-49-62',
      fonds: 'White House Photographs',
      repository: 'JFK Library, Boston',
    },
    note: 'Cecil Stoughton, photograph, 1962, ST-C72-49-62, White House Photographs, JFK Library, Boston.',
  },
  {
    after: 'an item of a record group: NARA, General Information Leaflet 17, nontextual records (2010)',
    description: {
      title: 'Minot Ledge Light House',
      documentType: 'Architectural drawing',
      referenceCode: 'District 2, Drawing 2021',
      series: 'Lighthouse Drawings',
      fonds: 'Records of the U.S. Coast Guard, Record Group 26',
      repository: 'National Archives at College Park, College Park, MD',
    },
    note: '“Minot Ledge Light House,” n.d., District 2, Drawing 2021, Lighthouse Drawings, Records of the U.S. Coast Guard, Record Group 26, National Archives at College Park, College Park, MD.',
  },
  {
    after: 'a despatch of a post: NARA, Citing Foreign Affairs Records, elements “from” and “to” (2019)',
    description: {
      title: 'Despatch 214',
      documentType: 'Despatch',
      creators: ['American Consul General, Cairo'],
      recipients: ['Department of State'],
      dateWritten: '1946-03-02',
      box: '7102',
      series: 'Central Decimal Files, 1945–49',
      fonds: 'Record Group 59',
      repository: 'National Archives at College Park, College Park, MD',
    },
    note: 'American Consul General, Cairo to Department of State, Despatch 214, March 2, 1946, box 7102, Central Decimal Files, 1945–49, Record Group 59, National Archives at College Park, College Park, MD.',
    bibliography:
      'American Consul General, Cairo. Despatch 214 to Department of State. March 2, 1946. Box 7102. Central Decimal Files, 1945–49. Record Group 59. National Archives at College Park, College Park, MD.',
  },
  {
    after: 'a cable with a subject: NARA, Citing Foreign Affairs Records, elements “from”, “to”, “subject” (2019)',
    description: {
      title: 'Closing of the canal',
      documentType: 'Cable',
      creators: ['U.S. Embassy Cairo'],
      recipients: ['Secretary of State'],
      dateWritten: '1967-06-06',
      fonds: 'Record Group 59',
      repository: 'National Archives at College Park, College Park, MD',
      language: 'en',
    },
    note: 'U.S. Embassy Cairo to Secretary of State, cable, “Closing of the Canal,” June 6, 1967, Record Group 59, National Archives at College Park, College Park, MD.',
    bibliography:
      'U.S. Embassy Cairo. “Closing of the Canal.” Cable to Secretary of State. June 6, 1967. Record Group 59. National Archives at College Park, College Park, MD.',
  },
  {
    after:
      'a diary in a container: Library of Congress, Manuscript Division, preferred citation of the Clara Barton Papers (2010)',
    description: {
      documentType: 'Diary',
      creators: ['Barton, Clara'],
      dateWritten: '1863',
      box: 'container 1',
      fonds: 'Clara Barton Papers',
      repository: 'Manuscript Division, Library of Congress, Washington, DC',
    },
    note: 'Clara Barton, diary, 1863, container 1, Clara Barton Papers, Manuscript Division, Library of Congress, Washington, DC.',
  },
  {
    after: 'a piece cited by its catalogue reference: The National Archives (UK), Citing records, PROB 1/4 f. 2 (2023)',
    style: MHRA,
    locale: 'en-GB',
    place: ['folio', '2'],
    description: { referenceCode: 'PROB 1/4', repository: 'The National Archives (TNA)', custom: { Place: 'Kew' } },
    note: 'Kew, The National Archives (TNA), PROB 1/4, fol. 2.',
  },
  {
    after:
      'a manuscript without a title: MHRA Style Guide 3, 11.2.9, as at Queen Mary, Expanded reference guide 4.10 (2013)',
    style: MHRA,
    locale: 'en-GB',
    place: ['folio', '72v'],
    description: {
      documentType: 'Manuscript',
      referenceCode: 'MS 0.9.38',
      repository: 'Trinity College, Cambridge',
    },
    note: 'Cambridge, Trinity College, MS 0.9.38, fol. 72v.',
  },
  {
    after: 'a document with code, box and folder: MLA Style Center, Citing Materials from Physical Archives (2018)',
    style: MLA,
    description: {
      title: 'Prospectus',
      documentType: 'Prospectus',
      creators: ['Auden, W. H.', 'Mann, Klaus'],
      referenceCode: 'MS 176',
      box: '1',
      folder: '20',
      fonds: 'Decision Magazine Papers',
      repository: 'Yale U Library, New Haven, Manuscripts and Archives',
    },
    bibliography:
      'Auden, W. H., and Klaus Mann. Prospectus. Decision Magazine Papers, Yale U Library, New Haven, Manuscripts and Archives, MS 176, box 1, folder 20.',
  },
  {
    after: 'a letter with code, box and folder: MLA Style Center, Citing Materials from Physical Archives (2018)',
    style: MLA,
    description: {
      documentType: 'Letter',
      creators: ['Moore, Marianne'],
      recipients: ['Bryher'],
      dateWritten: '1954-09-28',
      referenceCode: 'GEN MSS 97',
      box: '38',
      folder: '1373',
      fonds: 'Bryher Papers',
      repository: 'Yale U, New Haven, Beinecke Rare Book and Manuscript Library',
    },
    bibliography:
      'Moore, Marianne. Letter to Bryher. 28 Sept. 1954. Bryher Papers, Yale U, New Haven, Beinecke Rare Book and Manuscript Library, GEN MSS 97, box 38, folder 1373.',
  },
  {
    after: 'a letter: MLA Style Center, Citing Materials from Physical Archives (2018)',
    style: MLA,
    description: {
      documentType: 'Letter',
      creators: ['Benton, Thomas Hart'],
      recipients: ['Charles Fremont'],
      dateWritten: '1847-06-22',
      fonds: 'John Charles Fremont Papers',
      repository: 'Southwest Museum Library, Los Angeles',
    },
    bibliography:
      'Benton, Thomas Hart. Letter to Charles Fremont. 22 June 1847. John Charles Fremont Papers, Southwest Museum Library, Los Angeles.',
  },
  {
    after: 'a letter without a title: APA Style, Archival documents and collections, example 1 (2022)',
    style: 'apa',
    description: {
      documentType: 'Letter',
      creators: ['Frank, L. K.'],
      recipients: ['Robert M. Ogden'],
      dateWritten: '1935-02-04',
      series: 'GEB Series 1.3',
      box: '371',
      folder: '3877',
      repository: 'Rockefeller Archive Center, Tarrytown, NY, United States',
    },
    bibliography:
      'Frank, L. K. (1935, February 4). [Letter to Robert M. Ogden]. Rockefeller Archive Center (GEB Series 1.3, Box 371, Folder 3877), Tarrytown, NY, United States.',
  },
];

describe('a record is cited as published guidance has it', () => {
  it.each(EXAMPLES)('$after', ({ description, style = CHICAGO, locale = 'en-US', place, note, bibliography }) => {
    const kind = library.styles().find(({ id }) => id === style)?.kind ?? 'note';
    const engine = createCitationEngine(library, { id: style, tree: library.style(style), kind, isOwn: false }, locale);
    const [label, locator] = place ?? [];
    const source = readSource(described({ language: 'en', ...description }), locale);
    const drawn = engine.format({ source, ...(locator && label ? { locator, label } : {}) });
    if (note !== undefined) expect(plainText(drawn.note)).toBe(note);
    if (bibliography !== undefined) expect(plainText(drawn.bibliography ?? [])).toBe(bibliography);
  });
});
