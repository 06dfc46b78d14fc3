/** Annotations written after the W3C model are read as they mean it; those that break it are refused with the place. */
import { describe, expect, it } from 'vitest';
import { readWebAnnotations } from '../../../electron/export/exchange/read-web-annotations.js';

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

  it('tells of what Fonds cannot follow, and reads what stands beside it', () => {
    const xpath = { type: 'XPathSelector', value: '/p' };
    expect(read(annotation({ target: on(xpath) }))).toMatchObject({
      annotations: [],
      losses: [{ place: '/target', reason: expect.stringContaining('XPathSelector') }],
    });
    const range = { type: 'RangeSelector', startSelector: xpath, endSelector: xpath };
    expect(first(annotation({ target: on([range, quote('a')]) }))).toMatchObject({
      target: { quote: { exact: 'a' } },
      remarks: ['Passed over: RangeSelector.'],
    });
    expect(read(annotation({ target: 'https://example.org/whole' })).losses).toHaveLength(1);
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

  it('is told with all its places, up to five', () => {
    const bad = Array.from({ length: 8 }, () => annotation({}));
    expect(() => read(bad)).toThrow(/At \/0\/target.*At \/4\/target.*And 3 more places/);
  });
});
