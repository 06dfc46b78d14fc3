import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../electron/search/query/index.js';
import { read } from './parse-helpers.js';

describe('phrases', () => {
  it.each([
    '"peace treaty"',
    '“peace treaty”',
    '„peace treaty“',
    '„peace treaty”',
    '«peace treaty»',
    '»peace treaty«',
    '＂peace treaty＂',
    '"peace treaty”',
  ])('takes %s for a phrase, whichever marks a keyboard makes', (line) => expect(read(line)).toBe('"peace treaty"'));

  it.each([
    ['"peace treaty"~5', '"peace treaty"~5'],
    ['"peace treaty"^2~5', '"peace treaty"~5^2'],
    ['title:"peace treaty"', 'title:"peace treaty"'],
    ['+"peace treaty" -"first draft"', '[+"peace treaty" -"first draft"]'],
    ['-title:"first draft"', '[-title:"first draft"]'],
    ['envoy"peace treaty"said', '[envoy "peace treaty" said]'],
    ['"a AND (b) -c title:d *"', '"a AND (b) -c title:d *"'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('leaves single quotation marks to words, where they are apostrophes', () => {
    expect(read("the 'peace treaty’")).toBe("[the 'peace treaty’]");
  });

  it('says where a phrase stands, with its field and numbers', () => {
    const line = 'x title:"a b"~5^2';
    const node = parseQuery(line, 'any');
    const phrase = node?.kind === 'list' ? node.clauses[1]?.node : null;
    expect(phrase?.kind === 'phrase' && line.slice(...phrase.place)).toBe('title:"a b"~5^2');
  });
});

describe('NEAR', () => {
  it.each([
    ['treaty NEAR envoy', '<treaty 10 envoy>'],
    ['treaty NEAR/5 "peace envoy"', '<treaty 5 "peace envoy">'],
    ['treat* NEAR/3 milosevik~1', '<treat* 3 milosevik~1>'],
    ['a NEAR b NEAR/3 c', 'and(<a 10 b>, <b 3 c>)'],
    ['a AND b NEAR c OR d', 'or(and(a, <b 10 c>), d)'],
    ['-a NEAR b', '[-<a 10 b>]'],
    ['NOT a NEAR b AND c', 'and(not(<a 10 b>), c)'],
    ['(a) NEAR ("b c")', '<a 10 "b c">'],
    ['near NEAR Near', '<near 10 Near>'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('looks for both in the field of either', () => {
    expect(read('title:a NEAR b')).toBe('<title:a 10 title:b>');
    expect(read('a NEAR title:b')).toBe('<title:a 10 title:b>');
    expect(read('title:(a NEAR b)')).toBe('<title:a 10 title:b>');
  });
});

describe('AND, OR, NOT and parentheses', () => {
  it.each([
    ['a AND b', 'and(a, b)'],
    ['a OR b OR c', 'or(a, b, c)'],
    ['a AND NOT b', 'and(a, not(b))'],
    ['a OR b AND NOT c', 'or(a, and(b, not(c)))'],
    ['(a OR b) AND c', 'and(or(a, b), c)'],
    ['a b AND c', '[a and(b, c)]'],
    ['a b AND c OR d e', '[a or(and(b, c), d) e]'],
    ['a NOT b', '[a -b]'],
    ['a AND -b', 'and(a, not(b))'],
    ['+a AND +b', 'and(a, b)'],
    ['-(a b) +(c OR d)', '[-[a b] +or(c, d)]'],
    ['(a b) c', '[[a b] c]'],
    ['NOT (NOT a)', '[-[-a]]'],
    ['a AND(b OR c)', 'and(a, or(b, c))'],
    ['a(b)c', 'a(b)c'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('takes and, or, not, near in small letters, and with a sign, a field or a backslash, for words', () => {
    expect(read('war and peace or not near')).toBe('[war and peace or not near]');
    expect(read('+AND title:OR \\NOT "NEAR"')).toBe('[+AND title:OR NOT "NEAR"]');
  });

  it('gives a field before parentheses to all words inside that name none themselves', () => {
    expect(read('title:(a "b c" OR body:d)')).toBe('[title:a or(title:"b c", body:d)]');
    expect(read('title:(a (b -c))')).toBe('[title:a [title:b -title:c]]');
    expect(read('-title:(a b)', 'all')).toBe('[-[+title:a +title:b]]');
  });

  it('takes a parenthesis after a backslash for a plain sign', () => {
    expect(read('f\\(x\\) \\"y')).toBe('[f(x) "y]');
  });
});
