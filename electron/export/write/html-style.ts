/**
 * The look of an exported page, on a screen and on paper. The file that a person gets and the page that becomes a PDF
 * have the same one; a PDF brings its own fonts along.
 */

import { runsFromRight } from './text-direction.js';

/** How much of a title fits above a page, in grapheme clusters. */
const RUNNING_TITLE_CLUSTERS = 70;

/** A string of CSS: everything but plain letters as escapes. Source: CSS Syntax 3, section 4.3.7. */
const cssString = (value: string): string =>
  `"${value.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

function runningTitle(title: string): string {
  const clusters = [...new Intl.Segmenter().segment(title.replace(/\s+/g, ' ').trim())].map(({ segment }) => segment);
  const shown =
    clusters.length > RUNNING_TITLE_CLUSTERS ? [...clusters.slice(0, RUNNING_TITLE_CLUSTERS), '…'] : clusters;
  const words = shown.join('');
  // Isolated, so that a title from the right stands right in a margin that runs from the left.
  return cssString(runsFromRight(words) ? `\u2068${words}\u2069` : words);
}

/** @param faces `@font-face` rules and what is set in them; '' on a screen, which asks for no file. */
export const pageStyle = (title: string, faces = ''): string => `${faces}
:root { color-scheme: light dark; --serif: Georgia, 'Times New Roman', serif; --mono: ui-monospace, 'DejaVu Sans Mono', monospace; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.0625rem/1.6 var(--print-serif, var(--serif)); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
header h1 { margin-top: 0; }
p, li, td, th, blockquote, h1, h2, h3, h4, h5, h6 { overflow-wrap: break-word; }
li p, .bibliography p { margin-block: .4em; }
blockquote { margin: 1.2em 0; margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid currentColor; }
.quiet { opacity: .75; font-size: .875rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { padding: .35em .7em; border-bottom: 1px solid currentColor; text-align: start; vertical-align: top; }
th.left, td.left { text-align: left; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
code { font-family: var(--print-mono, var(--mono)); font-size: .85em; overflow-wrap: anywhere; }
code.hash { overflow-wrap: normal; }
pre { overflow-x: auto; direction: ltr; unicode-bidi: plaintext; }
.small-caps { font-variant: small-caps; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
[role=doc-endnotes] { font-size: .875rem; }
[role=doc-noteref], [role=doc-backlink] { text-decoration: none; }
sup { line-height: 0; }
li.task { list-style: none; }
.bibliography p { padding-inline-start: 2em; text-indent: -2em; }
@page { size: A4; margin: 24mm 22mm 22mm; }
@page { @top-center { content: ${runningTitle(title)}; font: 8.5pt var(--print-serif, var(--serif)); } }
@page { @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt var(--print-serif, var(--serif)); } }
@page :first { @top-center { content: none; } }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; line-height: 1.4; orphans: 2; widows: 2; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  a { color: inherit; }
  .table { overflow: visible; }
  table { width: 100%; font-size: 8.5pt; }
  td, th { padding: .3em .4em; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  /* Tags and comment belong to the words above them. */
  blockquote { break-after: avoid; }
  pre { white-space: pre-wrap; overflow: visible; }
}
`;
