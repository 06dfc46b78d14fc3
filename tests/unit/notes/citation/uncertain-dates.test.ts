/** A date that is somebody's conclusion is told from one that is about right, in every style. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Description } from '../../../../electron/contract/index.js';
import {
  createCitationEngine,
  formatDocument,
  type StyleTree,
} from '../../../../electron/notes/citation/citation-engine.js';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import { styleTree } from '../../../../electron/notes/citation/read-style.js';
import { type CslLibrary, plainText } from '../../../../electron/notes/index.js';
import { bundledCsl, described } from '../../../support/citation-drawing.js';

let library: CslLibrary;
let remove: () => void;
beforeAll(async () => {
  ({ library, remove } = await bundledCsl());
});
afterAll(() => remove());

const shipped = (id: string): StyleTree => {
  const kind = library.styles().find((style) => style.id === id)?.kind ?? 'note';
  return { id, tree: library.style(id), kind, isOwn: false };
};
const own = (body: string): StyleTree => {
  const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
    <info><title>House</title><id>house</id></info>${body}</style>`;
  return { id: 'house', tree: styleTree(csl), kind: 'note', isOwn: true };
};
/** As a bibliography has it, or else a note. */
function draw(style: StyleTree, change: Partial<Description>): string {
  const { note, bibliography } = createCitationEngine(library, style, 'en-US').format({
    source: readSource(described(change), 'en-US'),
  });
  return plainText(bibliography ?? note);
}

const BOOK = { title: 'The Lock', documentType: 'Book', creators: ['Doe, Jane'] };
const PAPER = {
  title: 'Minutes',
  documentType: 'Minutes',
  box: '1',
  fonds: 'Lock Office',
  repository: 'Archive, Town',
};

describe('a date that is not certain', () => {
  it('is in brackets with a question mark in every style that ships, of books and of papers', () => {
    for (const { id } of library.styles()) {
      const said = [
        draw(shipped(id), { ...BOOK, datePublished: '1910?' }),
        draw(shipped(id), { ...PAPER, dateWritten: '1910?' }),
      ];
      // The Modern Language Association has the sign alone of papers.
      for (const one of said) expect(one, id).toMatch(/\[1910\?\]|1910\?/);
      for (const one of said) expect(one, id).not.toMatch(/ca\.|c\. ?1910|circa|\?\?|\[\[/i);
    }
  });

  it('that is also about right says both in every style', () => {
    for (const { id } of library.styles()) {
      const said = [
        draw(shipped(id), { ...BOOK, datePublished: '1910%' }),
        draw(shipped(id), { ...PAPER, dateWritten: '1910%' }),
      ];
      for (const one of said) expect(one, id).toMatch(/(ca?\.|circa) 1910\?/i);
    }
  });

  it('that is about right is never drawn as certain', () => {
    for (const { id } of library.styles()) {
      expect(draw(shipped(id), { ...BOOK, datePublished: '1910~' }), id).toMatch(/ca?\. 1910|\[1910\?\]/);
      expect(draw(shipped(id), { ...PAPER, dateWritten: '1910~' }), id).toMatch(/(ca?\.|circa) 1910/i);
    }
  });

  const DATED = '<citation><layout suffix="."><date variable="issued" prefix="(" suffix=")"';
  const IN_PARTS = '<date-part name="year"/></date></layout></citation>';

  it('keeps the brackets of a style of one’s own outside, in the form of the locale or in parts', () => {
    const text = own(`${DATED} form="text"/></layout></citation>`);
    expect(draw(text, { ...BOOK, datePublished: '1910-04-07?' })).toBe('([April 7, 1910?]).');
    expect(draw(text, { ...BOOK, datePublished: '1910-04-07' })).toBe('(April 7, 1910).');
    expect(draw(own(`${DATED}>${IN_PARTS}`), { ...BOOK, datePublished: '1910-04-07?' })).toBe('([1910?]).');
    const month = own(`${DATED}><date-part name="month"/></date></layout></citation>`);
    expect(draw(month, { ...BOOK, datePublished: '1910-04?' })).toBe('(April).');
  });

  it('leaves what is about right to a style that asks for it', () => {
    const asks = own(
      `<citation><layout><choose><if is-uncertain-date="issued"><text value="roughly "/></if></choose><date variable="issued" form="numeric"/></layout></citation>`,
    );
    expect(draw(asks, { ...BOOK, datePublished: '1910~' })).toBe('roughly 1910');
    expect(draw(asks, { ...BOOK, datePublished: '1910?' })).toBe('[1910?]');
    const silent = own(`${DATED}>${IN_PARTS}`.replace('<date', '<text variable="title" suffix=" "/><date'));
    expect(draw(silent, { ...BOOK, datePublished: '1910~' })).toBe('The Lock (c. 1910).');
  });

  it('is sorted by its year, among others', () => {
    const macro = '<macro name="when"><date variable="issued"><date-part name="year"/></date></macro>';
    const style = own(
      `${macro}<citation><layout><text macro="when"/></layout></citation><bibliography><sort><key macro="when"/></sort><layout><text macro="when"/></layout></bibliography>`,
    );
    const items = ['1990', '1980?', '2000', '1995?'].map((datePublished, at) => ({
      source: readSource(described({ ...BOOK, datePublished }, at + 1), 'en-US'),
    }));
    const { bibliography } = formatDocument(library, style, 'en-US', [{ items, note: 1 }]);
    expect(bibliography.map(({ text }) => plainText(text))).toEqual(['[1980?]', '1990', '[1995?]', '2000']);
  });
});
