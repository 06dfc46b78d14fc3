import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FondsError } from '../../../../electron/contract/index.js';
import { createCitationFormatter } from '../../../../electron/notes/citation/citation-formatter.js';
import { readSource } from '../../../../electron/notes/citation/csl-item.js';
import { checkStyle } from '../../../../electron/notes/citation/read-style.js';
import { type CslLibrary, plainText } from '../../../../electron/notes/index.js';
import { bundledCsl, described } from '../../../support/citation-drawing.js';

let library: CslLibrary;
let remove: () => void;
beforeAll(async () => {
  ({ library, remove } = await bundledCsl());
});
afterAll(() => remove());

const style = (body: string, { head = '', attributes = 'class="note" version="1.0"', link = '' } = {}) =>
  `<?xml version="1.0" encoding="utf-8"?>${head}
<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>
  <info><title>House</title><id>https://example.org/house</id>${link}</info>
${body}
</style>`;
const CITATION = '<citation><layout><text variable="title"/></layout></citation>';

function refusal(csl: string): string {
  try {
    checkStyle(csl, library);
  } catch (error) {
    expect(error).toBeInstanceOf(FondsError);
    expect((error as FondsError).code).toBe('STYLE_INVALID');
    return (error as FondsError).message;
  }
  throw new Error('the style was taken');
}

describe('a style that a person adds', () => {
  it('is taken with its name, its kind and the file as it was', () => {
    const csl = style(CITATION);
    expect(checkStyle(csl, library)).toEqual({
      id: 'https://example.org/house',
      title: 'House',
      kind: 'note',
      csl,
      remarks: [],
    });
  });

  it.each([
    ['no XML', 'Dear Sir', /the XML is broken/],
    ['another kind of XML', '<html/>', /^Line 1: the root element is <html>/],
    ['broken off', style(CITATION).slice(0, -10), /^Line 4: the XML is broken/],
    ['of another version', style(CITATION, { attributes: 'class="note" version="0.8"' }), /^Line 2: version 0\.8/],
    ['without a kind', style(CITATION, { attributes: 'version="1.0"' }), /class="" is neither note nor in-text/],
    ['without citations', style('<bibliography><layout/></bibliography>'), /^Line 2: <citation> is missing/],
    ['without a layout', style('<citation/>'), /^Line 4: <layout> is missing in <citation>/],
    ['with a strange element', style(`<script/>${CITATION}`), /^Line 4: CSL has no element <script>/],
    [
      'with a macro that is not there',
      style('<citation><layout>\n<text macro="who"/></layout></citation>'),
      /^Line 5: there is no macro “who”/,
    ],
    [
      'with a macro within itself',
      style(`<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>${CITATION}`),
      /^Line \d: the macro “[ab]” comes back to itself/,
    ],
  ])('is refused when it is %s', (_what, csl, reason) => expect(refusal(csl)).toMatch(reason));

  it('names the style that a dependent one stands for', () => {
    const link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>';
    expect(refusal(style('', { link }))).toMatch(/^Line 3: .*Add that one: http:\/\/www\.zotero\.org\/styles\/apa/);
  });

  it('brings no entities, from within or from outside', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
    expect(refusal(style(CITATION, { head: bomb }))).toMatch(/a document type is declared/);
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';
    expect(refusal(style(CITATION, { head: outside }))).toMatch(/a document type is declared/);
    expect(refusal(style(CITATION.replace('<text', '&passwd;<text')))).toMatch(/^Line 4: the XML is broken/);
  });

  it('is refused when it nests without end', () => {
    const deep = `${'<group>'.repeat(5_000)}${'</group>'.repeat(5_000)}`;
    expect(refusal(style(`<citation><layout>${deep}</layout></citation>`))).toMatch(/more than 200 elements within/);
  });

  it('of a later version of CSL is distinguished from one of an earlier', () => {
    expect(refusal(style(CITATION, { attributes: 'class="note" version="1.1"' }))).toMatch(
      /^Line 2: version 1\.1 .* in version 1\.0/,
    );
    expect(refusal(style('<citation><intext/><layout/></citation>'))).toMatch(/CSL has no element <intext>/);
  });

  it('says of each attribute that is passed over, and where', () => {
    const csl = style(
      '<citation><layout>\n<text variable="title" sparkle="yes" font-style="italic"/></layout></citation>',
    );
    expect(checkStyle(csl, library).remarks).toEqual([
      'Line 5: “sparkle” of <text> is left out; Fonds does not know it.',
    ]);
  });

  it.each([
    ['within each other', '<names variable="editor"><substitute><names variable="translator"/></substitute></names>'],
    ['with a label and no look of their own', '<names variable="editor"><label prefix=" ("/></names>'],
  ])('may have substitutes %s', (_what, inner) => {
    const names = `<names variable="author"><name/><substitute>${inner}<text value="nobody"/></substitute></names>`;
    const csl = style(`<citation><layout>${names}</layout></citation>`);
    const { id, title, kind } = checkStyle(csl, library);
    const source = readSource(described({ title: 'A' }), 'en-US');
    const [drawn] = createCitationFormatter(library).format({ id, title, kind, csl }, 'en-US', [{ source }]);
    expect(plainText(drawn?.note ?? [])).toBe('nobody');
  });

  it('is refused when citeproc cannot draw it', () => {
    expect(refusal(style('<citation><layout><choose/></layout></citation>'))).toMatch(
      /a citation cannot be drawn with it/,
    );
    expect(refusal(style('<citation><layout><text variable="title" text-case="x"/></layout></citation>'))).toMatch(
      /a citation cannot be drawn with it/,
    );
  });
});
