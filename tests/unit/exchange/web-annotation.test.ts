/** Annotations written after the W3C model are read as they mean it; those that break it are refused with the place. */
import { describe, expect, it } from 'vitest';
import { readWebAnnotations } from '../../../electron/exchange/web-annotation/read-annotations.js';

const read = (value: unknown) => readWebAnnotations(typeof value === 'string' ? value : JSON.stringify(value));
const quote = (exact: string, more = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const on = (selector: unknown, source: unknown = 'https://example.org/a') => ({ source, selector });
const annotation = (more: object) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', ...more });
const first = (value: unknown) => read(value).annotations[0];

describe('what the model allows', () => {
  it.each([
    ['one annotation', annotation({ target: on(quote('a')) })],
    ['an array', [annotation({ target: on(quote('a')) })]],
    ['a page', { type: 'AnnotationPage', items: [annotation({ target: on(quote('a')) })] }],
    [
      'a collection with a page in it',
      {
        type: ['AnnotationCollection'],
        first: { type: 'AnnotationPage', items: [annotation({ target: on(quote('a')) })] },
      },
    ],
    [
      'a graph with prefixes',
      { '@graph': [{ '@type': 'oa:Annotation', target: on({ '@type': 'oa:TextQuoteSelector', exact: 'a' }) }] },
    ],
    [
      'rows of Hypothesis',
      {
        total: 1,
        rows: [
          {
            uri: 'https://example.org/a',
            text: '',
            target: [{ source: 'https://example.org/a', selector: [quote('a')] }],
          },
        ],
      },
    ],
  ])('is read as %s', (_name, document) => {
    const { annotations, losses } = read(document);
    expect(losses).toEqual([]);
    expect(annotations).toMatchObject([
      {
        source: { urls: ['https://example.org/a'] },
        target: { kind: 'text', quote: { exact: 'a', prefix: '', suffix: '' } },
      },
    ]);
  });

  it('reads pages that follow each other in one file', () => {
    const page = (exact: string, next?: object) => ({
      type: 'AnnotationPage',
      items: [annotation({ target: on(quote(exact)) })],
      ...(next ? { next } : {}),
    });
    const { annotations } = read({ type: 'AnnotationCollection', first: page('a', page('b', page('c'))) });
    expect(annotations).toHaveLength(3);
  });

  it.each([
    ['a string', 'Some words', 'Some words', []],
    ['an address', 'https://example.org/note', '<https://example.org/note>', []],
    ['a body of words', { type: 'TextualBody', value: 'Words' }, 'Words', []],
    ['words by language', { type: 'TextualBody', value: { de: 'Worte', 'en-GB': 'Words' } }, 'Words', []],
    ['words with a language', { type: 'TextualBody', value: { '@value': 'Worte', '@language': 'de' } }, 'Worte', []],
    [
      'HTML, without its markup',
      { type: 'TextualBody', value: '<p>A <b>b</b> &amp; c</p><script>x()</script>', format: 'text/html' },
      'A b & c',
      [],
    ],
    [
      'several, with tags',
      [
        { type: 'TextualBody', value: 'One', purpose: 'commenting' },
        { type: 'TextualBody', value: 'Tag', purpose: 'tagging' },
        { type: 'TextualBody', value: 'Tag', purpose: 'oa:tagging' },
        { type: 'TextualBody', value: 'Two', purpose: 'replying' },
      ],
      'One\n\nTwo',
      ['Tag'],
    ],
    [
      'a choice, of which the first is taken',
      {
        type: 'Choice',
        items: [
          { type: 'TextualBody', value: 'A' },
          { type: 'TextualBody', value: 'B' },
        ],
      },
      'A',
      [],
    ],
    [
      'a thing elsewhere, as a link',
      { type: 'Image', id: 'https://example.org/i.png' },
      '<https://example.org/i.png>',
      [],
    ],
  ])('reads a body that is %s', (_name, body, comment, tags) => {
    expect(first(annotation({ body, target: on(quote('a')) }))).toMatchObject({ comment, tags });
  });

  it('reads rectangles of pages, in fragments of the source and in selectors that refine each other', () => {
    const rectangle = { type: 'FragmentSelector', value: 'xywh=percent:10,20,30,40' };
    const expected = { kind: 'region', region: { pageIndex: 2, x: 0.1, y: 0.2, width: 0.3, height: 0.4 } };
    const page = { type: 'FragmentSelector', value: 'page=3', refinedBy: rectangle };
    expect(first(annotation({ target: on(page) }))?.target).toMatchObject(expected);
    const address = 'https://example.org/a.pdf#page=3&xywh=percent:10,20,30,40';
    expect(first(annotation({ target: address }))).toMatchObject({
      target: expected,
      source: { urls: [address, 'https://example.org/a.pdf'] },
    });
  });

  it('keeps who and when, and gives what has no id of ours the same one each time', () => {
    const one = annotation({
      id: 'https://example.org/anno/1',
      creator: { type: 'Person', name: 'Ana' },
      created: '2024-05-01T12:00:00+02:00',
      target: on(quote('a')),
    });
    expect(first(one)).toMatchObject({ who: 'Ana', createdAt: '2024-05-01T10:00:00.000Z', changedAt: null });
    expect(first(one)?.id).toBe(first(one)?.id);
    expect(first(one)?.id).not.toBe(first({ ...one, id: 'https://example.org/anno/2' })?.id);
    expect(first(annotation({ id: 'urn:uuid:0195F000-0000-7000-8000-000000000001', target: on(quote('a')) }))?.id).toBe(
      '0195f000-0000-7000-8000-000000000001',
    );
  });

  it('reports what Fonds cannot follow, and reads what stands beside it', () => {
    const xpath = { type: 'XPathSelector', value: '/p' };
    expect(read(annotation({ target: on(xpath) }))).toMatchObject({
      annotations: [],
      losses: [{ location: '/target', reason: expect.stringContaining('XPathSelector') }],
    });
    const range = { type: 'RangeSelector', startSelector: xpath, endSelector: xpath };
    expect(first(annotation({ target: on([range, quote('a')]) }))).toMatchObject({
      target: { quote: { exact: 'a' } },
      remarks: ['Passed over: RangeSelector.'],
    });
    expect(read(annotation({ target: 'https://example.org/whole' })).losses).toHaveLength(1);
  });
});

describe('one annotation that cannot be imported', () => {
  const good = annotation({ target: on(quote('a')) });
  const several = (type: string) =>
    annotation({ body: 'On all of them', target: { type, items: ['https://example.org/a', 'https://example.org/b'] } });

  it.each([
    ['an array', (items: unknown[]) => items],
    ['a page', (items: unknown[]) => ({ type: 'AnnotationPage', items })],
    ['a collection with its items', (items: unknown[]) => ({ type: 'AnnotationCollection', items })],
    [
      'a collection with its first page',
      (items: unknown[]) => ({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } }),
    ],
    ['a list of JSON-LD', (items: unknown[]) => ({ type: 'AnnotationPage', items: { '@list': items } })],
    ['pages in an array', (items: unknown[]) => [{ type: 'AnnotationPage', items }]],
  ])('leaves the others be in %s', (_name, holding) => {
    const bad = [several('Composite'), annotation({ body: 'No target' }), 5, several('List'), { type: 'Note' }];
    const { annotations, losses } = read(holding([good, ...bad, good]));
    expect(annotations).toHaveLength(2);
    expect(losses).toHaveLength(bad.length);
    expect(losses.every(({ kind, count }) => kind === 'annotation' && count === 1)).toBe(true);
  });

  it.each(['Composite', 'List', 'Choice', 'Independents'])('is reported with its words and the reason: %s', (type) => {
    const { losses } = read([good, several(type)]);
    expect(losses).toEqual([
      {
        kind: 'annotation',
        location: '“On all of them” (/1/target)',
        reason: expect.stringMatching(new RegExp(`“${type}”: 2 things, .*write each as a target of its own`)),
        count: 1,
      },
    ]);
    expect(read([good, several(`oa:${type}`)]).losses).toHaveLength(1);
    // Alone it is no fault of the file either.
    expect(read(several(type))).toMatchObject({ annotations: [], losses: [{ count: 1 }] });
  });

  it('is reported with what breaks the model, and the words it is about', () => {
    const { annotations, losses } = read([
      good,
      annotation({ target: on([quote('the words'), { type: 'TextPositionSelector', start: 9, end: 3 }]) }),
    ]);
    expect(annotations).toHaveLength(1);
    expect(losses).toMatchObject([
      { location: '“the words” (/1)', reason: expect.stringMatching(/breaks the model.*At \/1\/target\/selector\/1/) },
    ]);
  });

  it('that is about a source as a whole says so, with the name of the source', () => {
    expect(read([good, annotation({ target: 'https://example.org/whole' })]).losses).toMatchObject([
      { reason: expect.stringMatching(/about “https:\/\/example.org\/whole” as a whole/) },
    ]);
  });

  it('imports the pages that are there when others lie elsewhere, and reports them', () => {
    const first = { type: 'AnnotationPage', items: [good], next: 'https://example.org/p2' };
    const { annotations, losses } = read({ type: 'AnnotationCollection', total: 900, first });
    expect(annotations).toHaveLength(1);
    expect(losses).toMatchObject([{ reason: expect.stringMatching(/^At \/first\/next: .*lies elsewhere/) }]);
  });

  it('takes the first of a choice of bodies, and says so', () => {
    const body = { type: 'Choice', items: ['One', 'Two', 'Three'] };
    expect(first(annotation({ body, target: on(quote('a')) }))).toMatchObject({
      comment: 'One',
      remarks: ['Of 3 bodies to choose from the first is taken.'],
    });
    for (const type of ['List', 'Composite', 'Independents']) {
      expect(first(annotation({ body: { ...body, type }, target: on(quote('a')) }))).toMatchObject({
        comment: 'One\n\nTwo\n\nThree',
        remarks: [],
      });
    }
  });

  it('is one of 200,000 bodies or targets as well as of two', () => {
    const targets = Array.from({ length: 200_000 }, (_, index) => on(quote(`word ${index}`)));
    expect(read(annotation({ target: targets })).annotations).toHaveLength(200_000);
    const bodies = Array.from({ length: 200_000 }, (_, index) => `Body ${index}`);
    expect(first(annotation({ body: bodies, target: on(quote('a')) }))).toMatchObject({
      remarks: ['Its comment was cut: it is longer than 100,000 characters.'],
    });
  });
});

describe('a selector in another', () => {
  const paragraph = quote('The envoy was received at noon 🜚, at noon sharp.', { prefix: 'Then. ', suffix: ' End.' });
  const position = (start: number, end: number, more = {}) => ({ type: 'TextPositionSelector', start, end, ...more });
  const xpath = { type: 'XPathSelector', value: '/p[2]' };

  it.each([
    [
      'words in words: with what stands around them in the outer ones',
      { ...paragraph, refinedBy: quote('noon', { prefix: 'at ', suffix: ' sharp' }) },
      {
        quote: {
          exact: 'noon',
          prefix: 'Then. The envoy was received at noon 🜚, at ',
          suffix: ' sharp. End.',
        },
        positions: [],
      },
    ],
    [
      'a position in words, in code points',
      { ...paragraph, refinedBy: position(26, 35) },
      { quote: { exact: 'noon 🜚, a', prefix: 'Then. The envoy was received at ', suffix: 't noon sharp. End.' } },
    ],
    [
      'a position in a position',
      position(100, 200, { refinedBy: position(5, 9) }),
      { positions: [{ start: 105, end: 109 }] },
    ],
    [
      'words in a position',
      position(100, 200, { refinedBy: quote('noon') }),
      { quote: { exact: 'noon' }, positions: [] },
    ],
    ['words in an element', { ...xpath, refinedBy: quote('noon') }, { quote: { exact: 'noon' } }],
    [
      'a range between positions',
      { type: 'RangeSelector', startSelector: position(4, 9), endSelector: position(20, 21) },
      { positions: [{ start: 4, end: 20 }] },
    ],
    [
      'characters of a plain text',
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc5147', value: 'char=4,20' },
      { positions: [{ start: 4, end: 20 }] },
    ],
  ])('is read as %s', (_name, selector, expected) => {
    expect(first(annotation({ target: on(selector) }))?.target).toMatchObject(expected);
  });

  it.each([
    [
      'a position in an element',
      { ...xpath, refinedBy: position(0, 4) },
      /XPathSelector; a TextPositionSelector inside/,
    ],
    ['a position past the words', { ...paragraph, refinedBy: position(0, 900) }, /goes past what it refines/],
    ['a position past a position', position(5, 9, { refinedBy: position(0, 5) }), /goes past what it refines/],
    ['a range between elements', { type: 'RangeSelector', startSelector: xpath, endSelector: xpath }, /RangeSelector/],
    ['a drawing', { type: 'SvgSelector', value: '<svg/>' }, /SvgSelector/],
    ['bytes', { type: 'DataPositionSelector', start: 1, end: 2 }, /DataPositionSelector/],
    ['pixels', { type: 'FragmentSelector', value: 'xywh=1,2,3,4' }, /the fragment “xywh=1,2,3,4”/],
  ])('is told of when it cannot be followed: %s', (_name, selector, reason) => {
    expect(read(annotation({ target: on(selector) }))).toMatchObject({
      annotations: [],
      losses: [{ reason: expect.stringMatching(reason) }],
    });
  });
});

describe('what the model forbids', () => {
  it.each([
    ['no target', annotation({ body: 'x' }), /^At \/target: an annotation must have a target/],
    ['another type', [{ type: 'Note', target: 'x' }], /^At \/0: its type must be Annotation/],
    ['a number for an annotation', [annotation({ target: 'x' }), 5], /^At \/1: an annotation must be an object/],
    [
      'a negative offset',
      annotation({ target: on({ type: 'TextPositionSelector', start: -1, end: 3 }) }),
      /^At \/target\/selector\/start/,
    ],
    [
      'an offset that is a fraction',
      annotation({ target: on([{ type: 'TextPositionSelector', start: 0.5, end: 3 }]) }),
      /^At \/target\/selector\/0\/start/,
    ],
    [
      'an end before its start',
      annotation({ target: on({ type: 'TextPositionSelector', start: 5, end: 3 }) }),
      /cannot end \(3\) before it starts \(5\)/,
    ],
    [
      'a quotation without words',
      annotation({ target: on({ type: 'TextQuoteSelector', prefix: 'x' }) }),
      /^At \/target\/selector\/exact/,
    ],
    [
      'a body without a value',
      annotation({ body: [{ type: 'TextualBody' }], target: on(quote('a')) }),
      /^At \/body\/0\/value/,
    ],
    ['a body and a bodyValue', annotation({ body: 'x', bodyValue: 'y', target: on(quote('a')) }), /not both/],
    ['a selector of nothing', annotation({ target: { selector: quote('a') } }), /of which source/],
    ['a page without items', { type: 'AnnotationPage' }, /^At \/items/],
    [
      'a page that lies elsewhere',
      { type: 'AnnotationCollection', first: 'https://example.org/p1' },
      /^At \/first: a page of this collection lies elsewhere/,
    ],
    ['something else', { a: 1 }, /no annotations/],
    ['no JSON', '{"type": ', /not JSON/],
    ['nothing', '', /not JSON/],
  ])('is refused: %s', (_name, document, message) => {
    expect(() => read(document)).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('is reported with all its places, up to five', () => {
    const bad = Array.from({ length: 8 }, () => annotation({}));
    expect(() => read(bad)).toThrow(/At \/0\/target.*At \/4\/target.*And 3 more places/);
  });
});

it('reads every tag that Fonds wrote beside the annotations, however many there are', () => {
  const tags = Array.from({ length: 100_001 }, (_, at) => ({ path: `Tag ${at}`, colour: 1, description: '' }));
  const document = { ...annotation({ target: on(quote('a')) }), 'fonds:tags': tags };
  expect(read(document).tags).toHaveLength(100_001);
});
