import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import { docxOf, paragraph, run, zipOf } from '../../../support/office-files.js';
import { markedIn, readOffice } from '../../../support/read-office.js';

const readDocx = (...file: Parameters<typeof docxOf>) => readOffice(docxOf(...file), 'letter.docx');

describe('a Word document', () => {
  it('gives headings by style, by outline level and by the style that a style is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter"/><w:basedOn w:val="H2"/></w:style>';
    const { blocks } = await readDocx(
      paragraph(run('By style'), '<w:pStyle w:val="H2"/>') +
        paragraph(run('By its base'), '<w:pStyle w:val="Own"/>') +
        paragraph(run('By level'), '<w:outlineLvl w:val="0"/>') +
        paragraph(run('Text')),
      { styles },
    );
    expect(blocks).toEqual(['h2 By style', 'h2 By its base', 'h1 By level', 'paragraph Text']);
  });

  it('keeps what was inserted and deleted, each marked, and says who did it', async () => {
    const reading = await readDocx(
      paragraph(
        `${run('The ferry ')}<w:del w:author="Ana Bell"><w:r><w:delText>sails</w:delText></w:r></w:del>` +
          `<w:ins w:author="Jo Reed">${run('sank')}</w:ins>${run(' at noon.')}`,
      ),
    );
    expect(reading.text).toBe('The ferry sailssank at noon.');
    expect(markedIn(reading)).toEqual(['deletion: sails', 'insertion: sank']);
    expect(reading.remarks).toContain('1 tracked insertion is marked in the text.');
    expect(reading.remarks).toContain('1 tracked deletion is kept and marked in the text.');
    expect(reading.remarks).toContain('Changes and comments are by Ana Bell, Jo Reed.');
  });

  it('calls a deleted insertion deleted, and words that were moved deleted here and inserted there', async () => {
    const reading = await readDocx(
      paragraph(`<w:ins><w:del><w:r><w:delText>never</w:delText></w:r></w:del></w:ins>${run(' once')}`) +
        paragraph(`<w:moveFrom>${run('old place')}</w:moveFrom>`) +
        paragraph(`<w:moveTo>${run('new place')}</w:moveTo>`),
    );
    expect(markedIn(reading)).toEqual(['deletion: never', 'deletion: old place', 'insertion: new place']);
  });

  it('puts a comment behind its paragraph, with its author, its date and the words it is on', async () => {
    const comment = `<w:comment w:id="4" w:author="Ana Bell" w:date="2019-03-01T10:00:00Z">${paragraph(run('Which ferry?'))}</w:comment>`;
    const reading = await readDocx(
      paragraph(
        `${run('On ')}<w:commentRangeStart w:id="4"/>${run('the ferry')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`,
      ) + paragraph(run('Next.')),
      { comments: comment },
    );
    expect(reading.text).toBe('On the ferry\n\n[Ana Bell, 2019-03-01, “the ferry”] Which ferry?\n\nNext.');
    expect(markedIn(reading)).toEqual(['comment: [Ana Bell, 2019-03-01, “the ferry”] Which ferry?']);
  });

  it('numbers footnotes and endnotes where they are referred to, and puts them behind the text', async () => {
    const reading = await readDocx(
      paragraph(
        `${run('One')}<w:r><w:footnoteReference w:id="7"/></w:r>${run(' two')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
      ),
      {
        footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph(run('---'))}</w:footnote><w:footnote w:id="7">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' At the foot.')}`)}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${paragraph(run('At the end.'))}</w:endnote>`,
      },
    );
    expect(reading.text).toBe('One[1] two[e1]\n\n[1] At the foot.\n\n[e1] At the end.');
    expect(markedIn(reading)).toEqual(['note: [1] At the foot.', 'note: [e1] At the end.']);
  });

  it('reads a header and a footer once each, marked, however many sections repeat them', async () => {
    const section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>';
    const reading = await readDocx(paragraph(run('Text.'), section) + section, {
      header: paragraph(run('SECRET')),
      footer: paragraph(run('Page')),
    });
    expect(reading.text).toBe('SECRET\n\nText.\n\nPage');
    expect(markedIn(reading)).toEqual(['header: SECRET', 'footer: Page']);
  });

  it('reads a text box once, though the file holds it in two forms', async () => {
    const box = `<w:txbxContent>${paragraph(run('In the box'))}</w:txbxContent>`;
    const reading = await readDocx(
      paragraph(
        `${run('Beside it')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    );
    expect(reading.text).toBe('Beside it\n\nIn the box');
    expect(markedIn(reading)).toEqual(['text-box: In the box']);
  });

  it('writes the numbers of paragraphs, which are cited', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>';
    const item = (text: string, level: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="9"/></w:numPr>`);
    const { blocks } = await readDocx(item('a', 0) + item('b', 1) + item('c', 1) + item('d', 0) + item('e', 1), {
      numbering,
    });
    expect(blocks).toEqual(['3. a', '3.i) b', '3.ii) c', '4. d', '4.i) e'].map((line) => `list-item ${line}`));
  });

  it('reads tables of data as rows, with what was deleted in a cell', async () => {
    const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`;
    const reading = await readDocx(
      `<w:tbl><w:tr>${cell(run('Name'))}${cell(run('Box'))}</w:tr><w:tr>${cell('<w:del><w:r><w:delText>Ana</w:delText></w:r></w:del>')}${cell(run('7'))}</w:tr></w:tbl>`,
    );
    expect(reading.text).toBe('Name | Box\nAna | 7');
    expect(markedIn(reading)).toEqual(['deletion: Ana']);
  });

  it('leaves hidden text aside, where it can be looked at', async () => {
    const { text, leftAside, remarks } = await readDocx(
      paragraph(`${run('Seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>`),
    );
    expect(text).toBe('Seen');
    expect(leftAside).toEqual([{ kind: 'hidden', lines: 1, text: 'unseen' }]);
    expect(remarks).toContain('Left aside: hidden text, 1 line.');
  });

  it('offers its properties as suggestions, because they often are those of the letter it was copied from', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">' +
      '<dc:title>Report</dc:title><dc:creator>Ana Bell</dc:creator><dcterms:created>2019-03-01T08:00:00Z</dcterms:created></cp:coreProperties>';
    const { description, suggestions } = await readDocx(paragraph(run('Text')), {}, { 'docProps/core.xml': core });
    expect(description).toEqual({});
    expect(suggestions?.map(({ element, value }) => `${element}: ${value}`)).toEqual([
      'title: Report',
      'creators: Ana Bell',
      'dateWritten: 2019-03-01',
    ]);
  });

  it('names what it did not keep: macros, pictures, objects, formatting, and what lies outside of the file', async () => {
    const { remarks } = await readDocx(
      paragraph(
        `${run('Text')}<w:r><w:object/></w:r><w:r><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:r>`,
        '<w:pPrChange/>',
      ),
      {},
      { 'word/vbaProject.bin': 'x' },
      { attachedTemplate: 'http://example.invalid/t.dotm', hyperlink: 'http://example.invalid/' },
    );
    expect(remarks).toEqual([
      '1 tracked change of formatting not kept.',
      '1 embedded object not read.',
      '1 picture not read.',
      'The file holds macros. They were neither run nor read.',
      '1 part lies outside of the file and was not fetched: a linked picture, template or document.',
    ]);
  });
});

describe('a hostile Word document', () => {
  const refusal = (file: Uint8Array) =>
    read(file, 'letter.docx').then(
      () => 'was read',
      (error: Error) => error.message,
    );

  it('that declares entities is refused', async () => {
    const parts = { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>' };
    expect(await refusal(zipOf(parts))).toMatch(/declares entities/);
  });

  it('that unpacks to more than a document holds is not unpacked', async () => {
    expect(await refusal(zipOf({ 'word/document.xml': ' '.repeat(20_000_000) }))).toMatch(/was not unpacked/);
  });

  it('that nests its parts without end is refused', async () => {
    expect(await refusal(docxOf('<w:sdt>'.repeat(5_000) + '</w:sdt>'.repeat(5_000)))).toMatch(/nested too deeply/);
  });

  it('that was cut off says that it is damaged', async () => {
    const file = docxOf(paragraph(run('Text')));
    expect(await refusal(file.slice(0, file.length / 2))).toMatch(/damaged/);
  });

  it('with bytes behind its end is read nevertheless', async () => {
    const file = Buffer.concat([docxOf(paragraph(run('Text'))), Buffer.alloc(40)]);
    expect((await read(file, 'letter.docx')).text).toBe('Text');
  });
});
