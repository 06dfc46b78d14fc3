/** How a collation looks as a page: by day and by night, on paper, and with each class marked by its line as well as its colour. */
import type { VariantClass } from '../../contract/index.js';

/** Lines at the words, so that a class can be seen without colour. */
const LINES: Readonly<Record<VariantClass, string>> = {
  accidental: 'text-decoration: underline dotted 1px',
  ocr: 'text-decoration: underline wavy 1px',
  substantive: 'text-decoration: underline solid 2px',
  number: 'text-decoration: underline double 1px',
  date: 'text-decoration: underline dashed 2px',
  name: 'text-decoration: underline overline solid 1px',
  redaction: 'text-decoration: none; outline: 1px solid',
  moved: 'text-decoration: overline dashed 2px',
};

const lines = Object.entries(LINES)
  .map(([name, line]) => `.${name} mark, a.${name}, mark.${name} { ${line}; }`)
  .join('\n');

export const STYLE = `
:root { color-scheme: light dark; --ink: #1f1d1a; --quiet: #5d574e; --paper: #fdfcf9; --line: #cfc8bb; --mark: #fbeeb8; --link: #1d4f8b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --quiet: #b3aca0; --paper: #1b1a18; --line: #4b463e; --mark: #4a3f14; --link: #9cc4f5; }
}
body { margin: 2.5rem auto; padding: 0 1.25rem; max-width: 72rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2 { line-height: 1.25; }
h2 { margin-top: 2.5em; }
.quiet { color: var(--quiet); font-size: .875rem; }
.text { max-width: 42rem; }
a { color: var(--link); }
a:focus-visible, .table:focus-visible { outline: 3px solid; outline-offset: 2px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--quiet); padding-bottom: .5em; }
th, td { padding: .4em .7em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--paper); }
td { min-width: 6rem; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--mark); }
.text a { color: inherit; background: var(--mark); }
.text sup { font-size: .7em; line-height: 0; text-decoration: none; padding-left: .15em; }
dt { font-weight: bold; float: left; clear: left; min-width: 2.5rem; }
dd { margin-left: 3rem; }
.apparatus li { margin: .35em 0; }
.apparatus li::marker { color: var(--quiet); }
${lines}
@media print { body { max-width: none; margin: 0; } thead th { position: static; } }
`;
