/** A large file of JSON is read member by member, and says the same as if it were read at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutJson, Unread } from '../../../electron/exchange/web-annotation/cut-json.js';

/** With all members read. */
const whole = (text: string): unknown => JSON.parse(JSON.stringify(cutJson(Buffer.from(text))));

const strings = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\"', '{', '[', ']', '}', ',', ':', '🜚'),
);
const keys = fc.oneof(fc.constantFrom('items', 'first', 'next', 'rows', '@graph', 'annotations', 'body'), strings);
const { tree: document } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    strings,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('a file of JSON that is cut', () => {
  it('says what it says when it is read at once, however it is written', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0, 1, '\t', ' \n'), (value, space) => {
        const text = JSON.stringify(value, null, space as string | number);
        expect(whole(text)).toEqual(JSON.parse(text));
        expect(whole(`\uFEFF${text}`)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused wherever it is cut short, as it is at once', () => {
    const text = '{"first": {"items": [{"a": "x\\"]"}, [1, {"b": 2}]], "next": {"items": []}}, "total": 2}';
    for (let end = 0; end < text.length; end += 1) expect(() => whole(text.slice(0, end))).toThrow(SyntaxError);
    for (const wrong of ['[1,,2]', '[1,]', '[1 2]', '[{]', '{"items": [1}', '[,]']) {
      expect([wrong, () => whole(wrong)]).toEqual([wrong, expect.toSatisfy((run) => throwsSyntax(run))]);
    }
  });

  it.each([
    ['the document', '[{"a": 1}, {"a": 2}]', (value: never) => value],
    ['a page', '{"items": [1, {"items": [2]}]}', (value: { items: unknown[] }) => value.items],
    [
      'the second page of a collection',
      '{"first": {"items": [0], "next": {"items": [1, 2]}}}',
      (value: { first: { next: { items: unknown[] } } }) => value.first.next.items,
    ],
    ['rows', '{"rows": [1, 2]}', (value: { rows: unknown[] }) => value.rows],
  ])('leaves the members of %s unread', (_name, text, list) => {
    const members = list(cutJson(Buffer.from(text)) as never) as unknown[];
    expect(members).toHaveLength(2);
    expect(members.every((member) => member instanceof Unread)).toBe(true);
  });

  it('takes no string of the file for a member', () => {
    expect(whole('{"it\\u0065ms": ["0", "1"], "body": {"items": ["2"]}}')).toEqual({
      items: ['0', '1'],
      body: { items: ['2'] },
    });
  });
});

function throwsSyntax(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof SyntaxError;
  }
}
