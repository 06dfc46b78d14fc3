/**
 * The YAML block at the head of a Markdown file, as far as descriptions need it: `key: value`, quoted values, and
 * lists in brackets or dashes. Anything more elaborate is passed over, never misread as text.
 */

export interface FrontMatter {
  /** Lower-case keys. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** UTF-16 offset at which the document itself begins; 0 when there is no such block. */
  readonly bodyStart: number;
}

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** @param text with `\n` line ends. */
export function frontMatter(text: string): FrontMatter {
  const block = BLOCK.exec(text);
  const lines = block?.[1]?.split('\n') ?? [];
  // A thematic break at the head of a document looks alike; front matter has a key on its first line.
  if (!block || !lines.some((line) => KEY.test(line))) return { fields: new Map(), bodyStart: 0 };
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const key = KEY.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (key) {
      current = values(key[2] ?? '');
      fields.set((key[1] ?? '').toLowerCase(), current);
    } else if (item) {
      current.push(...values(item[1] ?? ''));
    }
  }
  return { fields, bodyStart: block[0].length };
}

const KEY = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/;

function values(raw: string): string[] {
  const value = raw.replace(/\s+#.*$/, '').trim();
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list === undefined) return [unquoted(value)].filter((part) => part !== '');
  const parts = [...list.matchAll(/\s*("[^"]*"|'[^']*'|[^,]+)\s*(?:,|$)/g)].map((match) => match[1] ?? '');
  return parts.map(unquoted).filter((part) => part !== '');
}

function unquoted(raw: string): string {
  const value = raw.trim();
  const quoted =
    /^"(.*)"$/.exec(value)?.[1]?.replace(/\\(["\\])/g, '$1') ?? /^'(.*)'$/.exec(value)?.[1]?.replaceAll("''", "'");
  return quoted ?? value;
}
