/**
 * What is pasted from pages and word processors, as Markdown: words, headings, lists, quotations, tables, emphasis and
 * addresses. Everything else is left out; nothing is fetched, since the fragment is never part of a page.
 */

const escapeWords = (text: string): string => text.replace(/[\\`*_[\]]/g, '\\$&');
const isBold = (element: HTMLElement) =>
  /^(B|STRONG)$/.test(element.tagName)
    ? !/^(normal|400)$/.test(element.style.fontWeight)
    : /^(bold|[6-9]00)$/.test(element.style.fontWeight);
const isItalic = (element: HTMLElement) =>
  /^(I|EM|CITE)$/.test(element.tagName) || element.style.fontStyle === 'italic';
const LEFT_OUT = /^(SCRIPT|STYLE|TEMPLATE|HEAD|TITLE|META|LINK|IMG|SVG|IFRAME|OBJECT|VIDEO|AUDIO|NOSCRIPT)$/i;
const BLOCK =
  /^(P|DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|ASIDE|FIGURE|FIGCAPTION|ADDRESS|DL|DT|DD|BODY|HTML|FORM|FIELDSET|CENTER)$/;

/** Puts marks around words, not around the blanks at their ends. */
function around(text: string, mark: string): string {
  const [, lead = '', words = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : `${lead}${mark}${words}${mark}${tail}`;
}

function inline(node: Node): string {
  if (node.nodeType === 3) return escapeWords((node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' '));
  if (node.nodeType !== 1) return '';
  const element = node as HTMLElement;
  if (LEFT_OUT.test(element.tagName)) return '';
  if (element.tagName === 'BR') return '\n';
  if (element.tagName === 'CODE') return around(element.textContent ?? '', '`');
  let text = [...element.childNodes].map(inline).join('');
  if (isItalic(element)) text = around(text, '*');
  if (isBold(element)) text = around(text, '**');
  const address = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  if (/^https?:\/\/[^\s()]+$/i.test(address) && text.trim() !== '') return `[${text.trim()}](${address})`;
  return text;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
const indented = (text: string, lead: string) => text.replace(/\n(?=.)/g, `\n${lead}`);

function list(element: Element): string {
  const isOrdered = element.tagName === 'OL';
  const items = [...element.children].filter(({ tagName }) => /^(LI|UL|OL)$/.test(tagName));
  let number = 0;
  const lines = items.map((item) => {
    if (item.tagName !== 'LI') return `  ${indented(list(item), '  ')}`;
    number += 1;
    const lead = isOrdered ? `${number}. ` : '- ';
    return lead + indented(blocks(item).join('\n'), ' '.repeat(lead.length));
  });
  return lines.join('\n');
}

function table(element: Element): string {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => tidy(inline(cell)).replace(/\n/g, ' ').replaceAll('|', '\\|')),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...others] = rows;
  return width === 0 ? '' : [line(head), line(Array(width).fill('---')), ...others.map(line)].join('\n');
}

function blocks(parent: Node): string[] {
  const made: string[] = [];
  let run = '';
  const add = (block: string) => {
    if (run.trim() !== '') made.push(tidy(run));
    run = '';
    if (block.trim() !== '') made.push(block);
  };
  for (const node of parent.childNodes) {
    const name = node.nodeType === 1 ? (node as Element).tagName : '';
    const element = node as HTMLElement;
    const level = /^H([1-6])$/.exec(name)?.[1];
    if (level !== undefined) add(`${'#'.repeat(Number(level))} ${tidy(inline(element)).replace(/\n/g, ' ')}`);
    else if (name === 'UL' || name === 'OL') add(list(element));
    else if (name === 'TABLE') add(table(element));
    else if (name === 'PRE') add(`\`\`\`\n${(element.textContent ?? '').replace(/\n$/, '')}\n\`\`\``);
    else if (name === 'HR') add('---');
    else if (name === 'BLOCKQUOTE') add(blocks(element).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>'));
    else if (BLOCK.test(name)) {
      add('');
      made.push(...blocks(element));
    } else if (name !== '' && element.querySelector('p, div, ul, ol, table, blockquote, pre, h1, h2, h3')) {
      // Word processors wrap whole documents in one inline element.
      add('');
      made.push(...blocks(element));
    } else run += inline(node);
  }
  add('');
  return made;
}

/** @param root the body of a document that was parsed and never shown. */
export const htmlToMarkdown = (root: Node): string => blocks(root).join('\n\n');
