import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import { zipOf } from '../../../support/office-files.js';
import { markedIn, readOffice } from '../../../support/read-office.js';

const NAMESPACES = ['office', 'text', 'table', 'style', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

const odtOf = (body: string, styles = '', more: Readonly<Record<string, string>> = {}) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NAMESPACES}>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
const readOdt = (...file: Parameters<typeof odtOf>) => readOffice(odtOf(...file), 'letter.odt');
const p = (content: string) => `<text:p>${content}</text:p>`;

describe('an OpenDocument text', () => {
  it('gives headings, numbered lists and tables', async () => {
    const style =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix=")"/></text:list-style>';
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
    const { blocks } = await readOdt(
      `<text:h text:outline-level="2">Title</text:h><text:list text:style-name="L1"><text:list-item>${p('a')}</text:list-item><text:list-item>${p('b')}</text:list-item></text:list>` +
        `<table:table><table:table-row>${cell('Name')}${cell('Box')}</table:table-row></table:table>`,
      style,
    );
    expect(blocks).toEqual(['h2 Title', 'list-item i) a', 'list-item ii) b', 'paragraph Name | Box']);
  });

  it('keeps what was inserted and deleted at its place, each marked', async () => {
    const info = '<office:change-info><dc:creator>Ana Bell</dc:creator></office:change-info>';
    const reading = await readOdt(
      `<text:tracked-changes><text:changed-region text:id="d"><text:deletion>${info}${p('sails')}</text:deletion></text:changed-region>` +
        `<text:changed-region text:id="i"><text:insertion>${info}</text:insertion></text:changed-region></text:tracked-changes>` +
        p(
          'The ferry <text:change text:change-id="d"/><text:change-start text:change-id="i"/>sank<text:change-end text:change-id="i"/> at noon.',
        ),
    );
    expect(reading.text).toBe('The ferry sailssank at noon.');
    expect(markedIn(reading)).toEqual(['deletion: sails', 'insertion: sank']);
    expect(reading.remarks).toContain('Changes and comments are by Ana Bell.');
  });

  it('puts annotations behind their paragraph and notes behind the text', async () => {
    const reading = await readOdt(
      p(
        `One<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('At the foot.')}</text:note-body></text:note>` +
          `<office:annotation><dc:creator>Ana Bell</dc:creator><dc:date>2019-03-01T10:00:00</dc:date>${p('Which?')}</office:annotation> two.`,
      ) + p('Next.'),
    );
    expect(reading.text).toBe('One[1] two.\n\n[Ana Bell, 2019-03-01] Which?\n\nNext.\n\n[1] At the foot.');
    expect(markedIn(reading)).toEqual(['comment: [Ana Bell, 2019-03-01] Which?', 'note: [1] At the foot.']);
  });

  it('reads headers, footers and text boxes, each marked', async () => {
    const styles = `<office:document-styles ${NAMESPACES}><style:header>${p('SECRET')}</style:header><style:footer>${p('Page')}</style:footer></office:document-styles>`;
    const reading = await readOdt(
      p(`Text<draw:frame><draw:text-box>${p('In the box')}</draw:text-box></draw:frame>`),
      '',
      {
        'styles.xml': styles,
      },
    );
    expect(markedIn(reading)).toEqual(['header: SECRET', 'text-box: In the box', 'footer: Page']);
  });

  it('that is locked by a password says so', async () => {
    const manifest = `<manifest:manifest ${NAMESPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    await expect(read(odtOf(p('x'), '', { 'META-INF/manifest.xml': manifest }), 'a.odt')).rejects.toThrow(/password/);
  });
});

const epubOf = (more: Readonly<Record<string, string>> = {}) =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Ferry</dc:title><dc:creator>Ana Bell</dc:creator><dc:language>en</dc:language></metadata>' +
      '<manifest><item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>' +
      '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OPS/one.xhtml':
      '<html><head><title/></head><body><h1>One</h1><p>First.</p><script>alert(1)</script></body></html>',
    'OPS/two b.xhtml': '<html><body><h1>Two</h1><p>Second.<img src="http://example.invalid/x.png"/></p></body></html>',
    ...more,
  });

describe('an e-book', () => {
  it('gives its chapters in the order of reading, with what it says of itself, and runs and fetches nothing', async () => {
    const { blocks, description, remarks } = await readOffice(epubOf(), 'book.epub');
    expect(blocks).toEqual(['h1 One', 'paragraph First.', 'h1 Two', 'paragraph Second.']);
    expect(description).toEqual({ title: 'The Ferry', creators: ['Ana Bell'], language: 'en' });
    expect(remarks).toEqual(['1 picture not read.']);
  });

  it('that is locked by its seller says so', async () => {
    const encryption =
      '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference URI="OPS/one.xhtml"/></encryption>';
    await expect(read(epubOf({ 'META-INF/encryption.xml': encryption }), 'book.epub')).rejects.toThrow(/DRM/);
  });
});
