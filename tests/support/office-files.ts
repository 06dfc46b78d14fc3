/** Small office files, made part by part: what a test is about stands in it, and nothing else. */
import { strToU8, zipSync } from 'fflate';

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const OOXML = 'http://schemas.openxmlformats.org';
const RELATIONSHIPS = `${OOXML}/officeDocument/2006/relationships`;
const W = `xmlns:w="${OOXML}/wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}"`;

export const relationships = (entries: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="${OOXML}/package/2006/relationships">${Object.entries(entries)
    .map(([id, target]) => {
      const type = /([a-zA-Z]+?)\d*(?:\.xml)?$/.exec(id)?.[1] ?? id;
      return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"${/^\w+:/.test(target) ? ' TargetMode="External"' : ''}/>`;
    })
    .join('')}</Relationships>`;

/** @param parts `footnotes`, `comments`, `header`, … by name; the content of their root. @param links ids to targets besides. */
export function docxOf(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
  links: Readonly<Record<string, string>> = {},
): Uint8Array {
  const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };
  const files = Object.entries(parts).map(([name, content]) => {
    const root = roots[name] ?? name;
    return [`word/${name}.xml`, `<w:${root} ${W}>${content}</w:${root}>`];
  });
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships({
      ...Object.fromEntries(Object.keys(parts).map((name) => [name, `${name}.xml`])),
      ...links,
    }),
    ...Object.fromEntries(files),
    ...more,
  });
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
