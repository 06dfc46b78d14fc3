/**
 * Puts words with their look on the clipboard, as text and as HTML, within a person's own action; needs no clipboard
 * permission, which the shell denies.
 */
import type { StyledText } from '../../../electron/contract/index.js';

const TAGS: Readonly<Record<StyledText[number]['styles'][number], readonly [string, string]>> = {
  italic: ['<i>', '</i>'],
  bold: ['<b>', '</b>'],
  underline: ['<u>', '</u>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  'small-caps': ['<span style="font-variant: small-caps">', '</span>'],
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const toText = (styled: StyledText): string => styled.map(({ text }) => text).join('');

export function toHtml(styled: StyledText): string {
  const runs = styled.map(({ text, styles, href }) => {
    const inner = styles.reduce((html, style) => `${TAGS[style][0]}${html}${TAGS[style][1]}`, escaped(text));
    return href === undefined ? inner : `<a href="${escaped(href)}">${inner}</a>`;
  });
  return runs.join('');
}

/** One paragraph for each. @returns whether the clipboard took it. */
export function copyStyled(paragraphs: readonly StyledText[]): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', paragraphs.map(toText).join('\n'));
    event.clipboardData?.setData('text/html', paragraphs.map((styled) => `<p>${toHtml(styled)}</p>`).join(''));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true });
  const taken = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return taken;
}
