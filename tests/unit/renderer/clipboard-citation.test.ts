import { describe, expect, it } from 'vitest';
import { clipboardCitation } from '../../../renderer/features/citing/clipboard-citation.js';

describe('a citation on the clipboard', () => {
  it('keeps its look in HTML and its words in text, one paragraph each', () => {
    const copied = clipboardCitation([
      [
        { text: 'The Courier', styles: ['italic'] },
        { text: ', 3', styles: [] },
        { text: 'rd', styles: ['superscript', 'bold'] },
      ],
      [{ text: 'https://example.org/?a=1&b=2', styles: [], href: 'https://example.org/?a=1&b=2' }],
    ]);
    expect(copied.text).toBe('The Courier, 3rd\nhttps://example.org/?a=1&b=2');
    expect(copied.html).toBe(
      '<p><i>The Courier</i>, 3<b><sup>rd</sup></b></p>' +
        '<p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p>',
    );
  });

  it('makes no markup of what a description says', () => {
    const { html } = clipboardCitation([[{ text: '<img src=x onerror="alert(1)">', styles: [] }]]);
    expect(html).toBe('<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>');
  });
});
