/** Texts cut by their originals and joined in another order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageSpan, type Span, type TextVersion, VersionId } from '../../../electron/contract/index.js';
import { cutByOriginals, joinPieces } from '../../../electron/service/page-texts.js';

const idOf = (index: number) => VersionId.parse(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
const isPage = (span: Span): span is PageSpan => span.kind === 'page';

/** A text of pages, each a paragraph unless it is empty, as OCR makes it (`gaps`) or as a reader of files does. */
function version(pages: readonly string[], gaps: boolean, index = 0): TextVersion {
  let text = '';
  const spans: Span[] = [];
  const starts = pages.map((own) => {
    if (text !== '' && own !== '') text += '\n\n';
    const start = text.length;
    text += own;
    return start;
  });
  for (const [pageIndex, start] of starts.entries()) {
    const own = pages[pageIndex] ?? '';
    const end = gaps ? start + own.length : (starts[pageIndex + 1] ?? text.length);
    spans.push({
      kind: 'page',
      start: gaps || pageIndex > 0 ? start : 0,
      end,
      pageIndex,
      pageLabel: String(pageIndex + 1),
    });
  }
  for (const [at, own] of pages.entries())
    if (own !== '') spans.push({ kind: 'paragraph', start: starts[at] ?? 0, end: (starts[at] ?? 0) + own.length });
  return {
    id: idOf(index),
    sourceId: idOf(index) as never,
    createdAt: '2026-12-01T00:00:00.000Z',
    origin: `reader:${index}`,
    parentId: null,
    who: '',
    reason: '',
    isCurrent: true,
    remarks: [],
    length: text.length,
    text,
    spans,
  };
}

const pageTexts = ({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) =>
  spans.filter(isPage).map(({ start, end }) => text.slice(start, end).trim());

const words = fc.stringMatching(/^[a-zé]{1,6}( [a-z]{1,6}){0,3}$/);
const pageText = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constant('') });
/** Originals of one to three pages each. */
const originals = fc.array(fc.array(pageText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
const arranged = originals.chain((own) =>
  fc.record({
    own: fc.constant(own),
    order: fc.shuffledSubarray([...own.keys()], { minLength: own.length, maxLength: own.length }),
    gaps: fc.boolean(),
  }),
);

describe('a text that goes along with its originals', () => {
  it('keeps each page on its page, and each paragraph, in whatever order the originals are put', () => {
    fc.assert(
      fc.property(arranged, ({ own, order, gaps }) => {
        const pieces = cutByOriginals(
          version(own.flat(), gaps),
          own.map(({ length }) => length),
        );
        const joined = joinPieces(order.flatMap((at) => pieces[at] ?? []));
        const wanted = order.flatMap((at) => own[at] ?? []);
        if (wanted.join('') === '') {
          expect(joined).toMatchObject({ text: '', spans: [] });
          return;
        }
        expect(pageTexts(joined)).toEqual(wanted);
        expect(joined.text).toBe(wanted.filter((page) => page !== '').join('\n\n'));
        const pages = joined.spans.filter(isPage);
        expect(pages.map(({ pageIndex, pageLabel }) => [pageIndex, pageLabel])).toEqual(
          wanted.map((_, index) => [index, String(index + 1)]),
        );
        const paragraphs = joined.spans.filter(({ kind }) => kind === 'paragraph');
        expect(paragraphs.map(({ start, end }) => joined.text.slice(start, end))).toEqual(
          wanted.filter((page) => page !== ''),
        );
      }),
    );
  });

  it('is the same after it was parted and joined again', () => {
    fc.assert(
      fc.property(originals, fc.boolean(), (own, gaps) => {
        const whole = version(own.flat(), gaps);
        const pieces = cutByOriginals(
          whole,
          own.map(({ length }) => length),
        );
        expect(joinPieces(pieces).text).toBe(whole.text);
      }),
    );
  });

  it('says by how much each of its pages moved, so that words stay on their image', () => {
    fc.assert(
      fc.property(arranged, ({ own, order, gaps }) => {
        const whole = version(own.flat(), gaps);
        const pieces = cutByOriginals(
          whole,
          own.map(({ length }) => length),
        );
        const joined = joinPieces(order.flatMap((at) => pieces[at] ?? []));
        const before = whole.spans.filter(isPage);
        for (const { fromPage, pageIndex, shift } of joined.moved) {
          const { start = 0, end = 0 } = before[fromPage] ?? {};
          const after = joined.spans.filter(isPage)[pageIndex];
          if (!after || whole.text.slice(start, end).trim() === '') continue;
          expect(joined.text.slice(start + shift).startsWith(whole.text.slice(start, end).trim())).toBe(true);
        }
      }),
    );
  });

  it('keeps what is printed on a page as its label, and counts the others again', () => {
    const printed = version(['one', 'two'], true);
    const spans = printed.spans.map((span) =>
      isPage(span) && span.pageIndex === 1 ? { ...span, pageLabel: 'xii' } : span,
    );
    const pieces = cutByOriginals({ ...printed, spans }, [1, 1]);
    const joined = joinPieces([...cutByOriginals(version(['before'], true, 1), [1]), ...pieces]);
    expect(joined.spans.filter(isPage).map(({ pageLabel }) => pageLabel)).toEqual(['1', '2', 'xii']);
    expect(joined.origins).toEqual(['reader:1', 'reader:0']);
  });

  it('goes as a whole when it does not say what stands on which page', () => {
    const typed = { ...version(['all of it'], true), spans: [] };
    const [piece, ...others] = cutByOriginals(typed, [1, 1]);
    expect([piece?.originals, others]).toEqual([2, []]);
    expect(pageTexts(joinPieces(piece ? [piece] : []))).toEqual(['all of it', '']);
  });
});
