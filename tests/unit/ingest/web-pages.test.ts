import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ASIDE_UNITS } from '../../../electron/ingest/collect-left-aside.js';
import { read } from '../../../electron/ingest/index.js';
import { expectValidSpans } from '../../support/spans.js';

const FIXTURES = 'tests/fixtures/ingest/web';
const readHtml = (html: string) => read(Buffer.from(html), 'page.html');
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const MENU =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>';
const FOOT = '<footer><p>Copyright The Harbour Post. <a href="/a">About</a> <a href="/c">Contact</a></p></footer>';
const BODY = [
  'The harbour committee met in closed session on Tuesday and heard three witnesses, among them the former pilot, who described the night of the storm at length, without notes.',
  'According to the minutes, the chairman asked whether the order had been given in writing. The pilot replied that it had not, and that he had protested at the time, in vain.',
  'A second witness, the clerk of the port, produced a ledger in which the entry for that night had been scratched out. Asked by whom, he said that he could not tell.',
];
const ARTICLE = BODY.map((text) => `<p>${text}</p>`).join('');
/** A page of a website; `top` and `end` stand in the article, `after` behind it. */
const page = ({ head = '', top = '', end = '', after = '' }) =>
  `<html lang="en"><head><title>The storm papers | The Harbour Post</title>${head}</head><body>${MENU}<article><h1>The storm papers</h1>${top}${ARTICLE}${end}</article>${after}${FOOT}</body></html>`;

describe('a page of a website', () => {
  it.each(readdirSync(FIXTURES).filter((name) => !name.includes('.')))('is read whole: %s', async (name) => {
    const { text, spans } = await readHtml(readFileSync(`${FIXTURES}/${name}/input.html`, 'utf8'));
    expectValidSpans(text, spans);
    expect(plain(text)).toBe(plain(readFileSync(`${FIXTURES}/${name}/expected.txt`, 'utf8')));
  });

  it.each([
    ['an aside', '<aside><h2>Notes</h2><ol><li>Port archive, box 12, fol. 33.</li></ol></aside>'],
    ['a footer', '<footer class="site-footer"><div class="endnotes"><p>1. Port archive, box 12.</p></div></footer>'],
    ['an element without a name', '<div><p>1. Port archive, box 12, fol. 33.</p><p>2. Letter of the pilot.</p></div>'],
    ['an element of its role', '<section role="doc-endnotes"><p>Port archive, box 12.</p></section>'],
    [
      'an aside that an e-book calls a footnote',
      '<aside epub:type="footnote" id="x"><p>Port archive, box 12.</p></aside>',
    ],
    ['the commentary of an edition', '<div class="commentary"><p>Port archive: the ledger is lost.</p></div>'],
    ['the note of an editor', '<div class="editor-comment"><p>Port archive: the ledger is lost.</p></div>'],
    [
      'a list of works',
      '<div><h3>Bibliography</h3><ul><li>Port archive, <a href="/x">Papers</a>, 1911.</li></ul></div>',
    ],
  ])('keeps notes in %s behind the article', async (_, after) => {
    const { text, leftAside } = await readHtml(page({ after }));
    expect(text).toContain('Port archive');
    expect(JSON.stringify(leftAside)).not.toContain('Port archive');
    expect(text).not.toContain('Contact');
  });

  it('keeps the note a raised number leads to, whatever its element is called', async () => {
    const mark = '<p>It was never found.<sup><a href="#n1">1</a></sup></p>';
    const after = '<div class="xyz"><ul><li id="n1">See below</li><li>And there</li></ul></div>';
    const { text } = await readHtml(page({ end: mark, after }));
    expect(text).toContain('See below');
    expect(text).toContain('And there');
  });

  it.each([
    ['a menu', 'navigation', '<div class="side-menu"><a href="/1">Ships of the line</a> <a href="/2">Tides</a></div>'],
    ['buttons to share', 'sharing', '<div class="share-bar"><a href="/f">Tell others about this</a></div>'],
    [
      'a notice on cookies',
      'notice',
      '<div class="cookie-consent"><p>We use cookies to measure visits. By using this site you agree to that.</p></div>',
    ],
    [
      'a notice on cookies that is not named so',
      'notice',
      '<div><p>We use cookies to measure how this website is visited.</p></div>',
    ],
    [
      'teasers of other articles',
      'related',
      '<div class="x"><div><h4><a href="/1">A ledger in the attic</a></h4><p>It was found last week by a child.</p></div><div><h4><a href="/2">The pilot speaks</a></h4><p>Nobody had asked him for years.</p></div></div>',
    ],
    [
      'what its heading calls related',
      'related',
      '<section><h3>Read more</h3><p>A ledger was found. <a href="/1">More</a></p></section>',
    ],
    [
      'comments of readers',
      'comments',
      '<div id="comments"><p>I was there that night, and it was nothing like this at all.</p></div>',
    ],
    ['a form', 'form', '<form><p>Your address</p><input name="mail"></form>'],
    [
      'advertising',
      'advertisement',
      '<div class="ad"><p>Buy the best oars of the coast, now at half the price.</p></div>',
    ],
  ])('leaves %s aside, and keeps what was left aside', async (_, kind, after) => {
    const { text, leftAside, remarks } = await readHtml(page({ after }));
    expect(text).toBe(['The storm papers', ...BODY].join('\n\n'));
    expect(leftAside?.map((part) => part.kind)).toContain(kind);
    expect(remarks).toEqual([expect.stringMatching(/^Left aside: /)]);
  });

  it('counts the lines of what was left aside by kind, in the remark', async () => {
    const { remarks, leftAside } = await readHtml(page({}));
    expect(remarks).toEqual(['Left aside: navigation, 3 lines; footers, 1 line.']);
    expect(leftAside).toEqual([
      { kind: 'navigation', lines: 3, text: 'Home\n\nNews\n\nSport' },
      { kind: 'footer', lines: 1, text: 'Copyright The Harbour Post. About Contact' },
    ]);
  });

  it('keeps no more of what was left aside than its bound, and counts all of it', async () => {
    const lines = (count: number) => `<div class="menu">${'<p>0123456789</p>'.repeat(count)}</div>`;
    const kept = async (count: number) =>
      (await readHtml(page({ end: ARTICLE.repeat(30), after: lines(count) }))).leftAside ?? [];
    const units = (parts: Awaited<ReturnType<typeof kept>>) => parts.reduce((sum, { text }) => sum + text.length, 0);
    expect(units(await kept(8_000))).toBeLessThan(MAX_ASIDE_UNITS);
    const cut = await kept(9_000);
    expect(units(cut)).toBeLessThanOrEqual(MAX_ASIDE_UNITS);
    expect(cut.reduce((sum, { lines: count }) => sum + count, 0)).toBeGreaterThanOrEqual(9_000);
  });

  it.each([
    ['a long sentence', 'The court sits again in May.', 'keeps'],
    ['a headline', 'The court sits again in May', 'leaves'],
  ])('tells a paragraph that is a link by its full stop: %s', async (_, words, outcome) => {
    const { text } = await readHtml(
      page({ end: `<div class="m"><p><a href="/x">${words}</a></p></div><p>${BODY[0]}</p>` }),
    );
    expect(text.includes(words)).toBe(outcome === 'keeps');
  });

  it('loses no word of any mixture of prose and menus', async () => {
    const part = fc.oneof(
      fc.constantFrom(...BODY).map((text) => `<p>${text}</p>`),
      fc.constantFrom(
        '<div class="menu"><a href="/x">Tides</a></div>',
        '<aside><p>Of a ship, and of her crew.</p></aside>',
        '<div><p>1. Box 12, fol. 33 of the port.</p></div>',
        '<h2>The second day</h2>',
        'loose words',
        '<table><tr><td>Monday</td><td>4</td></tr><tr><td>Tuesday</td><td>5</td></tr></table>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 12 }), async (parts) => {
        const html = page({ end: parts.join(''), after: parts.toReversed().join('') });
        const { text, leftAside = [] } = await readHtml(html);
        const read = [text, ...leftAside.map((one) => one.text)]
          .join(' ')
          .match(/[\p{L}\p{N}]+/gu)
          ?.sort();
        const written = html
          .replace(/<head>.*<\/head>/, '')
          .replace(/<[^>]+>/g, ' ')
          .match(/[\p{L}\p{N}]+/gu)
          ?.sort();
        expect(read).toEqual(written);
      }),
      { seed: 19, numRuns: 40 },
    );
  });
});

describe('hidden text', () => {
  const hidden = async (html: string) => {
    const { text, leftAside = [] } = await readHtml(`<p>Seen.</p>${html}`);
    return { text, aside: leftAside };
  };

  it.each([
    '<p hidden>SECRET</p>',
    '<p style="display:none">SECRET</p>',
    '<p style="DISPLAY : none !important; color:red">SECRET</p>',
    '<p style="visibility:hidden">SECRET</p>',
    '<p style="font-size:0">SECRET</p>',
    '<style>.off{display:none}</style><p class="off">SECRET</p>',
    '<style>#x, div.a > .b{visibility:hidden}</style><div class="a"><p class="b">SECRET</p></div>',
    '<style>@media screen{.off{display:none}}</style><p class="off">SECRET</p>',
    '<style>.off{display:block} p.off{display:none}</style><p class="off">SECRET</p>',
    '<style>.off{display:none!important}</style><p class="off" style="display:block">SECRET</p>',
  ])('is left out, and can be looked at: %s', async (html) => {
    expect(await hidden(html)).toEqual({ text: 'Seen.', aside: [{ kind: 'hidden', lines: 1, text: 'SECRET' }] });
  });

  it.each([
    '<p aria-hidden="true">SHOWN</p>',
    '<p hidden="until-found">SHOWN</p>',
    '<p style="font-size:0.9em">SHOWN</p>',
    '<p style="visibility:visible">SHOWN</p>',
    '<style>@media print{.off{display:none}}</style><p class="off">SHOWN</p>',
    '<style>@media (max-width:600px){.off{display:none}}</style><p class="off">SHOWN</p>',
    '<style media="print">.off{display:none}</style><p class="off">SHOWN</p>',
    '<style>.off{display:none} .off.on{display:block}</style><p class="off on">SHOWN</p>',
    '<style>.off{display:none}</style><p class="off" style="display:block">SHOWN</p>',
    '<style>.off:hover{display:none}</style><p class="off">SHOWN</p>',
    '<style>.js .off{display:none}</style><p class="off">SHOWN</p>',
    '<div style="visibility:hidden">SECRET<p style="visibility:visible">SHOWN</p></div>',
  ])('is not what merely looks like it: %s', async (html) => {
    expect((await hidden(html)).text).toBe('Seen.\n\nSHOWN');
  });

  it('is found within bounds where a page has rules without end, and that is said', async () => {
    const rules = Array.from({ length: 3_000 }, (_, at) => `.a${at} .b .c{display:none}`).join('');
    const { text, remarks } = await readHtml(
      `<style>${rules}</style>${'<div class="b"><p class="c">text</p></div>'.repeat(500)}`,
    );
    expect(text).toContain('text');
    expect(remarks).toEqual([expect.stringContaining('more rules of style')]);
  });
});

describe('a page of frames', () => {
  it('is read by what it says to browsers without frames, and names the files of the frames', async () => {
    const html =
      '<html><head><title>Port</title></head><frameset cols="20%,80%"><frame src="menu.htm"><frame src="main.htm"><noframes><body><h1>The port</h1><p>See <a href="main.htm">the <b>papers</b></a>.</p></body></noframes></frameset></html>';
    const { text, spans, remarks, description } = await readHtml(html);
    expect(text).toBe('The port\n\nSee the papers.');
    expect(spans[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(remarks).toEqual([expect.stringContaining('menu.htm, main.htm')]);
    expect(description.title).toBe('Port');
  });

  it('is refused with the names of its frames where it says nothing itself', async () => {
    const html = '<html><frameset><frame src="menu.htm"><frame src="main.htm"></frameset></html>';
    await expect(readHtml(html)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(/frames.*menu\.htm, main\.htm/),
    });
  });

  it('keeps what stands in noframes of an ordinary page', async () => {
    expect((await readHtml('<p>One.</p><noframes><p>Two.</p></noframes>')).text).toBe('One.\n\nTwo.');
  });
});
