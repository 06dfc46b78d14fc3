import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../renderer/features/notes/editor/html-to-markdown.js';

const markdownOf = (html: string): string => htmlToMarkdown(new JSDOM(html).window.document.body);

describe('what is pasted', () => {
  it('keeps paragraphs, headings and emphasis', () => {
    expect(markdownOf('<h2>The <i>first</i> call</h2><p>It was <b>not </b>recorded.</p><p>Second.</p>')).toBe(
      '## The *first* call\n\nIt was **not** recorded.\n\nSecond.',
    );
  });

  it('keeps lists within lists, quotations and tables', () => {
    expect(markdownOf('<ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ul>')).toBe(
      '- one\n  1. a\n  2. b\n- two',
    );
    expect(markdownOf('<blockquote><p>a</p><p>b</p></blockquote>')).toBe('> a\n>\n> b');
    expect(markdownOf('<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>3</td></tr></table>')).toBe(
      '| A | B |\n| --- | --- |\n| 1\\|2 | 3 |',
    );
  });

  it('keeps addresses of the web and no others', () => {
    expect(markdownOf('<a href="https://example.org/a">there</a> <a href="javascript:x()">here</a>')).toBe(
      '[there](https://example.org/a) here',
    );
  });

  it('leaves out images, scripts and styles', () => {
    expect(
      markdownOf('<style>p{}</style><p>a<img src="https://example.org/x.png" alt="x"></p><script>x()</script>'),
    ).toBe('a');
  });

  it('does not let words become Markdown', () => {
    expect(markdownOf('<p>2*3*4 and [x] and a_b</p>')).toBe('2\\*3\\*4 and \\[x\\] and a\\_b');
  });

  it('does not take a word processor’s wrapping for bold', () => {
    expect(
      markdownOf('<b style="font-weight:normal"><p>One</p><p><span style="font-weight:700">Two</span></p></b>'),
    ).toBe('One\n\n**Two**');
  });
});
