import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByline } from '../../../electron/ingest/byline.js';
import { dateOf, findDates } from '../../../electron/ingest/dates-in-words.js';
import { read } from '../../../electron/ingest/index.js';

const described = async (html: string) => {
  const { description, suggestions } = await read(Buffer.from(html), 'page.html');
  return { ...description, suggestions };
};
const fixture = (name: string) => described(readFileSync(`tests/fixtures/ingest/web/${name}.html`, 'utf8'));

const TEXT =
  '<p>The harbour committee met in closed session on Tuesday and heard three witnesses, among them the former pilot, who described the night at length.</p>'.repeat(
    4,
  );
const page = ({ head = '', top = '', after = '' }) =>
  `<html lang="en"><head><title>The papers</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>The papers</h1>${top}${TEXT}</article>${after}<footer><p>Copyright</p></footer></body></html>`;
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const ARTICLE = { '@type': 'NewsArticle', headline: 'The papers' };

describe('who wrote a page, and when', () => {
  it('is not taken from related articles', async () => {
    expect((await fixture('authors-of-related-articles')).creators).toEqual(['Jo Writer']);
    expect((await fixture('rel-author-of-others')).creators).toEqual(['Jo Writer']);
    expect((await fixture('date-of-another-time')).datePublished).toBe('2000-09-06');
  });

  it('tells a date from a person', async () => {
    expect(await fixture('date-as-creator')).toMatchObject({ creators: ['Ana Exemplo'], datePublished: '2018-12-21' });
  });

  it('is read of a line in which name, date and number of comments are glued', async () => {
    const top = '<p class="byline">by <a href="/x">Jo Writer</a><span>22 Dec 2016</span><a href="#c">651</a></p>';
    expect(await described(page({ top }))).toMatchObject({ creators: ['Jo Writer'], datePublished: '2016-12-22' });
    const head = '<meta name="author" content="Jo Writer22 Dec 2016651">';
    expect(await described(page({ head }))).toMatchObject({ creators: ['Jo Writer'], datePublished: '2016-12-22' });
  });

  it('is taken from JSON-LD before citation tags, these before OpenGraph, and these before the byline', async () => {
    const ld = jsonLd({ ...ARTICLE, author: { '@type': 'Person', name: 'Ann Linked' }, datePublished: '2001-01-01' });
    const citation =
      '<meta name="citation_author" content="Cited, Bob"><meta name="citation_date" content="2002/02/02">';
    const graph =
      '<meta name="author" content="Cid Tagged"><meta property="article:published_time" content="2003-03-03T10:00:00Z">';
    const top = '<p class="byline">By Dee Lined</p><time datetime="2004-04-04">then</time>';
    const who = async (html: string) => {
      const { creators, datePublished } = await described(html);
      return [creators, datePublished];
    };
    expect(await who(page({ head: graph + citation + ld, top }))).toEqual([['Ann Linked'], '2001-01-01']);
    expect(await who(page({ head: graph + citation, top }))).toEqual([['Cited, Bob'], '2002-02-02']);
    expect(await who(page({ head: graph, top }))).toEqual([['Cid Tagged'], '2003-03-03']);
    expect(await who(page({ top }))).toEqual([['Dee Lined'], '2004-04-04']);
  });

  it('offers what is said otherwise in a lesser place, once, with where it was read', async () => {
    const head = `${jsonLd({ ...ARTICLE, author: 'Jo Writer' })}<meta name="citation_author" content="Writer, Jo"><meta name="author" content="Sam Else">`;
    const { creators, suggestions } = await described(page({ head }));
    expect(creators).toEqual(['Jo Writer']);
    expect(suggestions).toEqual([{ element: 'creators', value: 'Sam Else', from: 'the tag author' }]);
  });

  it('offers a single author outside the article, and of several none', async () => {
    const one = await described(page({ after: '<div><a rel="author" href="/s">Sam Else</a></div>' }));
    expect(one.creators).toBeUndefined();
    expect(one.suggestions).toEqual([{ element: 'creators', value: 'Sam Else', from: 'a line outside the article' }]);
    const after = '<div><a rel="author" href="/s">Sam Else</a></div><div><a rel="author" href="/k">Kim Third</a></div>';
    expect((await described(page({ after }))).suggestions).toEqual([]);
  });

  it('offers both readings of a date that has two', async () => {
    const { datePublished, suggestions } = await described(page({ top: '<p>Berlin, 03/09/2000</p>' }));
    expect(datePublished).toBeUndefined();
    expect(suggestions?.map(({ value }) => value).sort()).toEqual(['2000-03-09', '2000-09-03']);
  });

  it('offers the day in the address where nothing else tells it', async () => {
    const head = '<link rel="canonical" href="https://post.example/2016/12/22/papers">';
    expect((await described(page({ head }))).suggestions).toEqual([
      { element: 'datePublished', value: '2016-12-22', from: 'the address' },
    ]);
  });

  it('is not the day on which a page was changed', async () => {
    const top = '<time class="updated" datetime="2020-01-01">Updated 1 January 2020</time>';
    expect((await described(page({ top }))).datePublished).toBeUndefined();
  });

  it('is not the site where an author is offered', async () => {
    const head = '<meta property="og:site_name" content="The Harbour Post">';
    const after = '<div><a rel="author" href="/s">Sam Else</a></div>';
    expect((await described(page({ head, after }))).creators).toBeUndefined();
  });
});

describe('JSON-LD', () => {
  it.each([
    [
      'a graph with people by their id',
      {
        '@graph': [
          { ...ARTICLE, author: { '@id': '#jo' } },
          { '@type': 'Person', '@id': '#jo', name: 'Jo Writer' },
        ],
      },
    ],
    ['a posting', { '@type': 'SocialMediaPosting', headline: 'The papers', author: { name: 'Jo Writer' } }],
    [
      'an article within what is said of the page',
      { '@type': 'WebPage', mainEntity: { ...ARTICLE, author: [{ name: 'Jo Writer' }] } },
    ],
    ['a type by its address', { ...ARTICLE, '@type': 'https://schema.org/Article', creator: 'Jo Writer' }],
    ['a name that is escaped', { ...ARTICLE, author: { name: 'By Jo&#32;Writer' } }],
    [
      'other articles beside it',
      [
        { '@type': 'NewsArticle', headline: 'Another', author: 'Sam Else' },
        { ...ARTICLE, author: 'Jo Writer' },
      ],
    ],
    [
      'lists of others and comments',
      [
        { '@type': 'ItemList', itemListElement: [{ ...ARTICLE, headline: 'B', author: 'Sam Else' }] },
        { ...ARTICLE, author: 'Jo Writer', comment: [{ '@type': 'Comment', author: 'Kim Third' }] },
      ],
    ],
  ])('names the author by %s', async (_, data) => {
    expect((await described(page({ head: jsonLd(data) }))).creators).toEqual(['Jo Writer']);
  });

  it.each([
    ['comments around it', (json: string) => `/* <![CDATA[ */ ${json} /* ]]> */`],
    ['comments of HTML around it', (json: string) => `<!-- ${json} -->`],
    ['line breaks in its strings', (json: string) => json.replace('The papers', 'The\npapers')],
    ['a comma too many', (json: string) => json.replace(/\}$/, ',}')],
  ])('is read with %s', async (_, broken) => {
    const script = broken(JSON.stringify({ ...ARTICLE, author: 'Jo Writer' }));
    expect((await described(page({ head: `<script type="application/ld+json">${script}</script>` }))).creators).toEqual(
      ['Jo Writer'],
    );
  });

  it('is reported where it is so broken that it cannot be read', async () => {
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
    const html = page({ head: script('{"@type": "NewsArticle", ') + script(' ') + jsonLd(ARTICLE) });
    const { remarks } = await read(new TextEncoder().encode(html), 'page.html');
    expect(remarks).toContainEqual(expect.stringMatching(/^1 description of the page for machines \(JSON-LD\)/));
    expect((await read(new TextEncoder().encode(page({ head: jsonLd(ARTICLE) })), 'page.html')).remarks).toEqual(
      remarks.filter((remark) => !remark.includes('JSON-LD')),
    );
  });

  it('is only offered where it describes several articles and none is this one', async () => {
    const data = ['One', 'Two'].map((headline) => ({ '@type': 'Article', headline, author: `${headline} Else` }));
    const { creators, suggestions } = await described(page({ head: jsonLd(data) }));
    expect(creators).toBeUndefined();
    expect(suggestions).toEqual([{ element: 'creators', value: 'One Else', from: 'JSON-LD' }]);
  });
});

describe('a byline', () => {
  it.each([
    ['By Jo Writer', ['Jo Writer'], null],
    ['By JO WRITER and Ana Tesarek', ['JO WRITER', 'Ana Tesarek'], null],
    ['Par Jo Writer', ['Jo Writer'], null],
    ['Von Jo Writer, 6. September 2000', ['Jo Writer'], '2000-09-06'],
    ['Jo Writer - Apr 16, 2015 8:02 pm UTC', ['Jo Writer'], '2015-04-16'],
    ['Jo Writer22 Dec 2016651', ['Jo Writer'], '2016-12-22'],
    ['By Jo Writer, MA', ['Jo Writer, MA'], null],
    ['Ana Tesarek, Jo Writer', ['Ana Tesarek', 'Jo Writer'], null],
    ['By\nJo Writer\nReporter', ['Jo Writer'], null],
    ['21.dez.2018 às 10h55', [], '2018-12-21'],
    ['April 28, 2019 at 6:01 am', [], '2019-04-28'],
    ['651 comments', [], null],
    ['https://example.org/jo', [], null],
    ['admin', [], null],
    ['Follow us for more news of the harbour and of the coast every day!', [], null],
  ])('of %j names %j', (line, names, date) => {
    expect(readByline(line, 'en')).toEqual({ names, date });
  });

  it('never names what holds a figure, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (line) => {
        for (const name of readByline(line, '').names) expect(name).not.toMatch(/\d/);
      }),
      { seed: 19 },
    );
  });
});

describe('a date in words', () => {
  it.each([
    ['6 Sep 2000', 'en', '2000-09-06'],
    ['September 6th, 2000', 'en', '2000-09-06'],
    ['Thu, 22 Dec 2016 10:00:00 GMT', 'en', '2016-12-22'],
    ['6. září 2000', 'cs', '2000-09-06'],
    ['6 сентября 2000', 'ru', '2000-09-06'],
    ['6. rujna 2000.', 'hr', '2000-09-06'],
    ['le 1er mai 1911', 'fr', '1911-05-01'],
    ['6 de septiembre de 2000', 'es', '2000-09-06'],
    ['2016年12月22日', 'ja', '2016-12-22'],
    ['06.09.2000', 'de', '2000-09-06'],
    ['20000906', '', '2000-09-06'],
    ['2000/9/6', '', '2000-09-06'],
    ['13/09/2000', '', '2000-09-13'],
    ['May 1911', 'en', '1911-05'],
    ['5 listopada 1911', 'pl', '1911-11-05'],
    ['5. listopada 1911', 'hr', '1911-10-05'],
    ['5 listopada 1911', '', null],
    ['03/09/2000', '', null],
    ['31 Feb 2000', 'en', null],
    ['1970-01-01T00:00:00Z', '', null],
    ['0001-01-01', '', null],
    ['box 12, 1911', 'en', null],
  ])('%j (%s) is %s', (written, language, expected) => {
    expect(dateOf(written, language)).toBe(expected);
  });

  it('is found in any text without fail, within the text', () => {
    const text = fc.stringMatching(/^[\p{L}\d ./,-]{0,60}$/u);
    fc.assert(
      fc.property(text, (line) => {
        for (const { start, end, value } of findDates(line, '')) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(line.length);
          expect(value).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
        }
      }),
      { seed: 19 },
    );
  });
});

describe('the year of a date in words', () => {
  it('is from 1400 to 2099, and no year outside of that dates a page', () => {
    const dated = (year: number) => dateOf(`6 September ${year}`, 'en');
    expect([1399, 1400, 2099, 2100].map(dated)).toEqual([null, '1400-09-06', '2099-09-06', null]);
    const asWritten = (date: string) => dateOf(date, '');
    expect(['1399-12-31', '2100-01-01'].map(asWritten)).toEqual([null, null]);
    expect(['1400-01-01', '2099-12-31'].map(asWritten)).toEqual(['1400-01-01', '2099-12-31']);
  });

  it('is looked for in the first 2,000 characters of a text', () => {
    const date = '6 September 1968';
    const found = (before: number) => findDates(`${'x '.repeat(before / 2)}${date}`, 'en').length;
    expect(found(2_000 - date.length)).toBe(1);
    expect(found(2_000)).toBe(0);
  });
});
