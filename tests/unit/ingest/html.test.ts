import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { expectValidSpans } from '../../support/spans.js';

const readHtml = (html: string | Buffer) => read(typeof html === 'string' ? Buffer.from(html) : html, 'page.html');
const article = () => readFile('tests/fixtures/ingest/press-article.html', 'utf8');

describe('reading a page of a website', () => {
  it('gives the article with its structure and leaves menus, sidebars and footers aside', async () => {
    const { text, spans, remarks } = await readHtml(await article());
    expectValidSpans(text, spans);
    expect(spans.map((span) => [span.kind, text.slice(span.start, span.end).slice(0, 30)])).toEqual([
      ['heading', 'Ferry talks adjourned'],
      ['paragraph', 'The talks on the northern ferr'],
      ['heading', 'No date named'],
      ['paragraph', 'A member of the delegation, wh'],
      ['quotation', 'We came with a paper and we le'],
      ['paragraph', 'Observers in the harbour, wher'],
      ['list-item', '3. The third point was left op'],
      ['list-item', '4. The fourth was not reached.'],
      ['paragraph', 'Day | Crossings\nMonday | 4'],
    ]);
    expect(spans.filter((span) => span.kind === 'heading').map((span) => span.level)).toEqual([1, 2]);
    expect(remarks).toEqual(['Left aside: navigation, 2 lines; sidebars, 2 lines; footers, 1 line.']);
  });

  it('describes the source from what the page says of itself', async () => {
    expect((await readHtml(await article())).description).toEqual({
      title: 'Ferry talks adjourned',
      creators: ['Ana Tesarek'],
      language: 'en-GB',
      datePublished: '2000-09-28',
      url: 'https://harbourpost.example/2000/09/ferry-talks',
    });
  });

  it('names the site as creator only where no author is named', async () => {
    const html = (await article()).replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/, '');
    expect((await readHtml(html)).description.creators).toEqual(['The Harbour Post']);
  });

  it.each([
    ['<title>Ferry talks | The Post</title><h1>Ferry talks</h1><p>x</p>', 'Ferry talks'],
    ['<title>Ferry talks</title><h1>The Post</h1><p>x</p>', 'Ferry talks'],
    ['<h1>Ferry talks</h1><p>x</p>', 'Ferry talks'],
    ['<p>x</p>', undefined],
  ])('takes the title of %s without the name of the site', async (html, title) => {
    expect((await readHtml(html)).description.title).toBe(title);
  });

  it('takes the date from a time element where no meta element gives it', async () => {
    const { description } = await readHtml('<p>Posted <time datetime="2000-09-28T10:00">today</time></p>');
    expect(description.datePublished).toBe('2000-09-28');
  });

  it('reads the whole page where extraction finds too little', async () => {
    const { text, remarks } = await readHtml('<nav>Menu</nav><p>A short notice.</p><footer>Office</footer>');
    expect(text).toBe('Menu\n\nA short notice.\n\nOffice');
    expect(remarks).toEqual([]);
  });
});

describe('reading a document saved as HTML', () => {
  it('leaves nothing aside where the page is nothing but the document', async () => {
    const paragraph = `<p>${'The delegation was received by the chairman, who spoke at length. '.repeat(6)}</p>`;
    const { text, remarks } = await readHtml(
      `<p>TOP SECRET</p><h1>Memo</h1>${paragraph}${paragraph}<p>Signed, J. Holm</p>`,
    );
    expect(text).toMatch(/^TOP SECRET\n\nMemo\n\nThe delegation[\s\S]*\n\nSigned, J. Holm$/);
    expect(remarks).toEqual([]);
  });

  it('breaks lines as a browser does', async () => {
    const html =
      '<div>One <b>two</b>\n  three<br>four</div>five<p>six<pre>  a\n    b</pre><ul><li>seven<ul><li>eight</ul></ul>';
    expect((await readHtml(html)).text).toBe('One two three\nfour\n\nfive\n\nsix\n\na\n    b\n\nseven\n\neight');
  });

  it('reads a table that only lays out the page as paragraphs', async () => {
    const html = '<table><tr><td><p>One</p><p>Two</p></td><td><div>Three</div></td></tr></table>';
    expect((await readHtml(html)).text).toBe('One\n\nTwo\n\nThree');
  });
});

describe('the character set of a page', () => {
  const serbian = 'Predsednik Đorđe Žunić je izjavio da će izbori biti održani već sledeće nedelje.';

  it('is the one its meta element names', async () => {
    const html = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>${serbian}</p>`;
    const { text, remarks } = await readHtml(iconv.encode(html, 'win1250'));
    expect(text).toBe(serbian);
    expect(remarks).toEqual([expect.stringContaining('windows-1250, as the file says')]);
  });

  it('is UTF-8 where the bytes say so, whatever the meta element says', async () => {
    const { text, remarks } = await readHtml(`<meta charset="windows-1251"><p>${serbian}</p>`);
    expect(text).toBe(serbian);
    expect(remarks).toEqual([expect.stringContaining('it was read as UTF-8')]);
  });

  it('is guessed where nothing is said, and the guess is reported', async () => {
    const { text, remarks } = await readHtml(iconv.encode(`<p>${serbian}</p>`, 'win1250'));
    expect(text).toBe(serbian);
    expect(remarks).toEqual([expect.stringContaining('windows-1250')]);
  });
});

describe('a hostile page', () => {
  it('runs nothing, asks the network for nothing, and shows only what a reader would see', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const html = await readFile('tests/fixtures/ingest/hostile.html', 'utf8');
      const canary = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { text, description } = await readHtml(html.replaceAll('CANARY', canary));
      expect(text).toBe('Memo\n\nThe visible words of the memo.\n\nThe last words.');
      expect(description).toEqual({ title: 'An ordinary memo' });
      // A connection made now comes after any that the page asked for, and is the only one.
      await fetch(`http://${canary}/`).catch(() => undefined);
      expect(connections).toBe(1);
      expect(globalThis).not.toHaveProperty('FONDS_WAS_HERE');
    } finally {
      server.close();
    }
  });

  it.each([
    ['elements nested without end', '<div>'.repeat(100_000)],
    ['emphasis nested without end', `<p>${'<b><i>'.repeat(100_000)}text`],
  ])(
    'is refused in no time: %s',
    async (_, html) => {
      await expect(readHtml(html)).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringContaining('levels deep'),
      });
    },
    10_000,
  );

  it.each([
    ['as many levels as are allowed', `${'<div>'.repeat(1_990)}text`, 'text'],
    ['paragraphs never closed', '<p>text'.repeat(5_000), 'text'],
    ['list items never closed', `<ol>${'<li>text'.repeat(20_000)}</ol>`, '20000. text'],
    ['tags that are cut off', `<p>text</p>${'<'.repeat(100_000)}`, 'text'],
    ['nesting that is only in a comment', `<p>text</p><!-- ${'<div>'.repeat(50_000)} -->`, 'text'],
  ])(
    'ends with its text: %s',
    async (_, html, expected) => {
      expect((await readHtml(html)).text).toContain(expected);
    },
    30_000,
  );
});
