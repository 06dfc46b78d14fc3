import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../electron/text/index.js';

const plain = (markdown: string) => plainMarkdown(markdown).text;

describe('the words of a Markdown text', () => {
  it('come without the signs of headings, lists, quotations and emphasis', () => {
    expect(plain('## The *second* **meeting**\n\n- [x] _Who_ was there\n> > a ~~former~~ minister')).toBe(
      'The second meeting\n\nWho was there\na former minister',
    );
    expect(plain('Head\n====\n\n---\n\n| a | b |\n|---|:-:|\n| c|d |').replace(/ +/g, ' ')).toBe(
      'Head\n\n\n\n\n a b \n\n c d ',
    );
  });

  it('keep what only looks like a sign', () => {
    expect(plain('1945. The war ended')).toBe('1945. The war ended');
    expect(plain('file_name, 3 * 4 < 13, a ~ b')).toBe('file_name, 3 * 4 < 13, a ~ b');
    expect(plain('\\*not emphasis\\*')).toBe('*not emphasis*');
  });

  it('show the words of links, pictures and code, and no address', () => {
    expect(plain('See [the cable](https://example.org/1 "T") and ![a map](map.png), <https://example.org>')).toBe(
      'See the cable and a map, https://example.org',
    );
    expect(plain('`code`\n\n```js\nlet *x* = 1;\n```\nafter')).toBe('code\n\n\nlet *x* = 1;\n\nafter');
    expect(plain('one<br>two')).toBe('one two');
  });

  it('leave out marks, or show what they show', () => {
    const markdown = 'He left [@mark, p. 3]. See [[x|Chronology]] too';
    const [a, b] = [markdown.indexOf('[@'), markdown.indexOf('[[')];
    const shown = [markdown.indexOf('Chron'), markdown.indexOf(']]')] as const;
    const marks = [
      { start: a, end: markdown.indexOf(']') + 1, shown: null },
      { start: b, end: markdown.indexOf(']]') + 2, shown },
    ];
    expect(plainMarkdown(markdown, marks).text).toBe('He left . See Chronology too');
  });

  it('lead back to the very place, for any text', () => {
    const piece = fc.constantFrom(
      'word',
      '*',
      '_',
      '`',
      '```',
      '\n',
      ' ',
      '> ',
      '# ',
      '- ',
      '[',
      ']',
      '](a)',
      '|',
      '<b>',
      '\\',
      '~',
      '!',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        const { text, toMarkdown, fromMarkdown } = plainMarkdown(markdown);
        expect(toMarkdown(text.length)).toBe(markdown.length);
        for (let at = 0; at < text.length; at++) {
          const place = toMarkdown(at);
          if (text[at] !== ' ') expect(markdown[place]).toBe(text[at]);
          expect(fromMarkdown(place)).toBe(at);
          if (at > 0) expect(place).toBeGreaterThan(toMarkdown(at - 1));
        }
      }),
    );
  });

  it('are read in time that grows with the text, whatever the text', () => {
    for (const sign of ['[', '*', '`', ' ', '> ', '|', '<', '](', '- ', '\\', '<a', '![', '<!--']) {
      expect(plain(sign.repeat(200_000)).length).toBeLessThanOrEqual(sign.length * 200_000);
    }
  });
});
