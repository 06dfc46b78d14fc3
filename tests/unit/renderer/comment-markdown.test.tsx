/** A comment from somebody else's file: it is read, and nothing in it acts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../renderer/shared/comment-markdown.js';

const html = (markdown: string) => renderToStaticMarkup(renderMarkdown(markdown));
/** The elements that are drawn, each once. */
const elementsOf = (markdown: string) =>
  [...new Set([...html(markdown).matchAll(/<([a-z\d]+)/g)].map(([, name]) => name))].sort();
/** The attributes that are drawn, each once. */
const attributesOf = (markdown: string) =>
  [
    ...new Set(
      [...html(markdown).matchAll(/<[^>]*>/g)].flatMap(([tag]) =>
        [...tag.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, name]) => name),
      ),
    ),
  ].sort();

describe('a comment', () => {
  it('shows emphasis, lists, quotations, tables, code and lines struck out', () => {
    expect(html('*who* said **it**')).toContain('<em>who</em> said <strong>it</strong>');
    expect(elementsOf('- one\n- two')).toEqual(['li', 'ul']);
    expect(elementsOf('> quoted')).toEqual(['blockquote', 'p']);
    expect(elementsOf('| a |\n|---|\n| b |')).toEqual(['table', 'tbody', 'td', 'th', 'thead', 'tr']);
    expect(elementsOf('`code` ~~gone~~')).toEqual(['code', 'del', 'p']);
  });

  it('shows an address as words with the address as its tip, and leads nowhere', () => {
    for (const address of ['https://example.org/x', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
      const comment = `[the letter](${address})`;
      expect(html(comment)).toContain('the letter');
      expect(elementsOf(comment)).toEqual(['p', 'span']);
      expect(attributesOf(comment)).not.toContain('href');
    }
  });

  it('keeps an address of the web in the tip, and drops one that would run something', () => {
    expect(html('[x](https://example.org/)')).toContain('title="https://example.org/"');
    expect(html('[x](javascript:alert)')).not.toContain('javascript');
    expect(html('[x](data:text/html,y)')).not.toContain('data:');
  });

  it('says what a picture shows, and asks for no picture', () => {
    expect(html('![a map](https://example.org/map.png)')).toContain('a map');
    expect(html('![](https://example.org/map.png)')).toContain('a picture');
    expect(html('![a map](https://example.org/map.png)')).not.toMatch(/<img|src=|example\.org/);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    'a <b onclick="alert(1)">bold</b> word',
    '<style>* { display: none }</style>',
    '<svg onload=alert(1)>',
    '<form action="https://example.org"><input name="a"></form>',
  ])('never makes an element or an attribute of raw HTML: %s', (raw) => {
    expect(elementsOf(raw).filter((name) => name !== 'p')).toEqual([]);
    expect(attributesOf(raw)).toEqual([]);
  });

  it('draws a heading as a paragraph, since headings are those of the document', () => {
    for (const level of [1, 2, 3, 4, 5, 6]) expect(elementsOf(`${'#'.repeat(level)} Title`)).toEqual(['p']);
    // Seven signs make no heading at all.
    expect(html('####### Title')).toContain('####### Title');
  });

  it('draws a box to tick as a sign that cannot be ticked', () => {
    expect(html('- [x] done\n- [ ] open')).toMatch(/☑ .*done[\s\S]*☐ .*open/);
    expect(elementsOf('- [x] done')).not.toContain('input');
  });

  it('says a footnote by no id that something in the window could have', () => {
    const ids = [...html('a[^root]\n\n[^root]: note').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id) => !id?.startsWith('user-content-'))).toEqual([]);
  });
});
