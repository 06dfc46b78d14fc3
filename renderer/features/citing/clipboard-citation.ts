/** Words with their look as other programs paste them: as text and as HTML. Nothing of a description becomes markup. */
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

const toText = (styled: StyledText): string => styled.map(({ text }) => text).join('');

function toHtml(styled: StyledText): string {
  const runs = styled.map(({ text, styles, href }) => {
    const inner = styles.reduce((html, style) => `${TAGS[style][0]}${html}${TAGS[style][1]}`, escaped(text));
    return href === undefined ? inner : `<a href="${escaped(href)}">${inner}</a>`;
  });
  return runs.join('');
}

/** What goes to the clipboard: one line, or one paragraph, for each. */
export const clipboardCitation = (
  paragraphs: readonly StyledText[],
): { readonly text: string; readonly html: string } => ({
  text: paragraphs.map(toText).join('\n'),
  html: paragraphs.map((styled) => `<p>${toHtml(styled)}</p>`).join(''),
});
