import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEARCH_FIELDS } from '../../../../electron/contract/index.js';
import { parseQuery } from '../../../../electron/search/query/index.js';
import { faultOf, read } from './parse-helpers.js';

describe('fields', () => {
  it('takes each example of the help as it stands', () => {
    for (const { field, example } of SEARCH_FIELDS)
      expect(read(example, 'all')).toMatch(new RegExp(`^\\{?${field}[:=]`));
  });

  it('knows every other name of a field, in any case', () => {
    expect(read('Author:a FROM:b to:c text:d institution:e')).toBe(
      '[creator:a creator:b recipient:c body:d repository:e]',
    );
    for (const { field, aliases } of SEARCH_FIELDS) {
      for (const alias of aliases) expect(read(`${alias.toUpperCase()}:1999`)).toMatch(new RegExp(`^\\{?${field}[:=]`));
    }
  });

  it('names the nearest fields when a field is misspelt, and gives the line with it', () => {
    expect(faultOf('a creater:x')).toEqual({
      message:
        'Fonds knows no field “creater”. Did you mean creator: ? Between quotation marks, "creater:x" is plain text.',
      at: 'creater',
      suggestion: 'a creator:x',
    });
    expect(faultOf('-tilte:x').suggestion).toBe('-title:x');
    expect(faultOf('classif:secret').suggestion).toBe('classification:secret');
  });

  it('lists the fields when nothing resembles the name, and offers it as plain text', () => {
    const { message, at, suggestion } = faultOf('-Act:III x');
    expect(message).toMatch(/“Act”.*title, body, creator.*"Act:III" is plain text/);
    expect([at, suggestion]).toEqual(['Act', '-"Act:III" x']);
    expect(faultOf('Subject: Kosovo').suggestion).toBe('"Subject:" Kosovo');
  });

  it('takes the colon of a time, an address or a lone sign for part of the word', () => {
    expect(read('14:30 http://x.org:80/a file://x U.S.:x : :b')).toBe('[14:30 http://x.org:80/a file://x U.S.:x : :b]');
  });

  it('takes a second colon after a field for part of what is looked for', () => {
    expect(read('url:http://x.org title:Act:III title:14:30 title::x')).toBe(
      '[url:http://x.org title:Act:III title:14:30 title::x]',
    );
    expect(read('14:+title:x title:body:x')).toBe('[14:+title:x title:body:x]');
  });
});

describe('the guide', () => {
  it('shows only lines that can be read', () => {
    const guide = readFileSync('docs/guide/search-language.md', 'utf8');
    const examples = [...guide.matchAll(/^\| (`.*?`) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/(?<=`)[^`]*[^` ](?=`)/g) ?? [],
    );
    expect(examples.length).toBeGreaterThan(40);
    for (const example of examples)
      for (const mode of ['any', 'all'] as const) expect(read(example, mode)).not.toBe('nothing');
  });
});

describe('filters', () => {
  it.each([
    ['type:memo', '{type=memo}'],
    ['type:memo*', '{type=memo}'],
    ['lang:sr-Latn', '{language=sr-Latn}'],
    ['in:"First reading"', '{in=First reading!}'],
    ['collection:„First reading“', '{in=First reading!}'],
    ['tag:urgent/2', '{tag=urgent/2}'],
    ['tag:a:b', '{tag=a:b}'],
    ['tag:a\\,b', '{tag=a,b}'],
    ['type:memo,"press release",cable', 'or({type=memo}, {type=press release!}, {type=cable})'],
    ['tag: urgent', '{tag=urgent}'],
    ['in: "First reading"', '{in=First reading!}'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('narrows in every mode when it stands beside words, one value or several', () => {
    expect(read('treaty type:memo envoy')).toBe('[treaty +{type=memo} envoy]');
    expect(read('treaty type:memo,cable')).toBe('[treaty +or({type=memo}, {type=cable})]');
    expect(read('treaty (type:memo OR tag:x)')).toBe('[treaty +or({type=memo}, {tag=x})]');
    expect(read('treaty type:memo', 'all')).toBe('[+treaty +{type=memo}]');
  });

  it('may be denied, be an alternative, and stand in parentheses', () => {
    expect(read('-type:memo treaty NOT tag:x')).toBe('[-{type=memo} treaty -{tag=x}]');
    expect(read('treaty OR type:memo')).toBe('or(treaty, {type=memo})');
    expect(read('(treaty type:memo) envoy')).toBe('[[treaty +{type=memo}] envoy]');
  });

  it('says where each value stands', () => {
    const line = 'x type:memo,cable';
    const node = parseQuery(line, 'any');
    const filters = node?.kind === 'list' && node.clauses[1]?.node.kind === 'or' ? node.clauses[1].node.parts : [];
    expect(filters.map((part) => part.kind === 'filter' && line.slice(...part.place))).toEqual(['type:memo', 'cable']);
  });

  it.each([
    ['type:', 'type:', 'type:memo'],
    ['treaty tag: AND x', 'tag:', 'treaty AND x'],
    ['in:""', '""', 'in:"First reading"'],
    ['type:memo,', ',', 'type:memo'],
    ['type:memo, cable', ',', 'type:memo,cable'],
    ['type:,cable', ',', 'type:cable'],
    ['type:*', '*', null],
    ['treaty type:*', '*', 'treaty'],
    ['type:m*mo', 'm*mo', 'type:mmo'],
    ['type:memo~1', 'memo~1', 'type:memo'],
    ['type:(memo OR cable)', '(', 'type:memo,cable'],
    ['title: type:memo', 'title:', 'type:memo'],
  ])('explains %s at “%s” and suggests %s', (line, at, suggestion) => {
    expect(faultOf(line)).toMatchObject({ at, suggestion });
  });

  it('asks for fewer values than fifty', () => {
    expect(faultOf(`type:${'a,'.repeat(60)}a`).message).toContain('at most 50 values');
  });
});

describe('dates', () => {
  it.each([
    ['date:1999', '{date=1999-01-01..1999-12-31}'],
    ['date:1999-03..1999-06', '{date=1999-03-01..1999-06-30}'],
    ['date:1999-03-24', '{date=1999-03-24..1999-03-24}'],
    ['date:..1999', '{date=..1999-12-31}'],
    ['written:1999-03..', '{written=1999-03-01..}'],
    ['published:199X', '{published=1990-01-01..1999-12-31}'],
    ['published:199x', '{published=1990-01-01..1999-12-31}'],
    ['declassified:1999-03?', '{declassified=1999-03-01..1999-03-31}'],
    ['date:1999~..2000', '{date=1999-01-01..2000-12-31}'],
    ['date:1999-03/1999-06', '{date=1999-03-01..1999-06-30}'],
    ['date:"1999-03"', '{date=1999-03-01..1999-03-31}'],
    ['date:1997,1999', 'or({date=1997-01-01..1997-12-31}, {date=1999-01-01..1999-12-31})'],
    ['-date:1999 treaty', '[-{date=1999-01-01..1999-12-31} treaty]'],
    ['date:1999-06..1999', '{date=1999-06-01..1999-12-31}'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it.each([
    ['date:2000..1999', 'date:1999..2000'],
    ['date:1999-2001', 'date:1999..2001'],
    ['date:1999–2001', 'date:1999..2001'],
    ['date:1999…2001', 'date:1999..2001'],
    ['date:1999...2001', 'date:1999..2001'],
    ['date:6.9.2000', 'date:2000-09-06'],
    ['date:6.9.2000..8.9.2000', 'date:2000-09-06..2000-09-08'],
    ['date:9/2000', 'date:2000-09'],
    ['date:2000/9/6', 'date:2000-09-06'],
    ['date:1990s', 'date:199X'],
    ['date:199*', 'date:199X'],
    ['date:1999-03*', 'date:1999-03'],
  ])('suggests for %s to write %s', (line, suggestion) => expect(faultOf(line).suggestion).toBe(suggestion));

  it('does not guess which of two numbers is the month, and says how a date is written', () => {
    const { message, at, suggestion } = faultOf('x date:6/9/2000');
    expect(message).toMatch(/“6\/9\/2000” cannot be read as a date.*2000-09-06.*1999-03\.\.1999-06/);
    expect([at, suggestion]).toEqual(['6/9/2000', null]);
  });

  it.each(['date:..', 'date:soon', 'date:1999-13', 'date:2000-02-30', `date:${'9'.repeat(1_900)}`])(
    'has no day for %s',
    (line) => expect(faultOf(line).message).toMatch(/date/),
  );
});
