/**
 * How archival sources stand in each of the styles that ship: where a style of CSL has one slot for an archive, the
 * manuals order box, folder, page, collection, repository and place each in its own way. A layout takes the place of
 * the style's own for archival sources and leaves everything else to it; styles that a person adds are never touched.
 */

import { type CslElement, readCslXml } from './csl-xml.js';
import { APA_LAYOUT } from './layouts/apa.js';
import { CHICAGO_AUTHOR_DATE_LAYOUT } from './layouts/chicago-author-date.js';
import { CHICAGO_NOTES_LAYOUT } from './layouts/chicago-notes.js';
import { MHRA_LAYOUT } from './layouts/mhra.js';
import { MLA_LAYOUT } from './layouts/mla.js';

/** Marks the sources that a layout is for; it reads some variables beside those of CSL, see `citation-engine.ts`. */
export const ARCHIVAL_FLAG = 'fonds-archival';

const LAYOUT_OF: Readonly<Record<string, string>> = {
  'chicago-fullnote-bibliography': CHICAGO_NOTES_LAYOUT,
  'chicago-fullnote-bibliography-with-ibid': CHICAGO_NOTES_LAYOUT,
  'chicago-note-bibliography': CHICAGO_NOTES_LAYOUT,
  'turabian-fullnote-bibliography-no-ibid': CHICAGO_NOTES_LAYOUT,
  'chicago-author-date': CHICAGO_AUTHOR_DATE_LAYOUT,
  'modern-humanities-research-association': MHRA_LAYOUT,
  'modern-language-association': MLA_LAYOUT,
  apa: APA_LAYOUT,
};

type LayoutNode = Omit<CslElement, 'line'>;

const element = (
  name: string,
  attrs: Readonly<Record<string, string>>,
  children: CslElement['children'],
): CslElement => ({
  name,
  attrs,
  children,
  line: 0,
});

const isFor = (part: CslElement, styleId: string): boolean => {
  const styles = part.attrs.styles;
  return styles === undefined || styles.split(/\s+/).includes(styleId);
};

/** Puts `archival` before what a layout does already, for sources that bear the flag. */
const branched = (layout: CslElement, archival: CslElement): CslElement => ({
  ...layout,
  children: [
    element('choose', {}, [
      element('if', { variable: ARCHIVAL_FLAG }, archival.children),
      element('else', {}, layout.children),
    ]),
  ],
});

const isIn = (style: LayoutNode, locale: CslElement): boolean =>
  style.children.some(
    (child) =>
      typeof child !== 'string' && child.name === 'locale' && child.attrs['xml:lang'] === locale.attrs['xml:lang'],
  );

/** citeproc reads one locale of a style for each language: terms of ours go into the one there is. */
function withTerms(locale: CslElement, ours: CslElement): CslElement {
  const terms = ours.children.flatMap((child) => (typeof child === 'string' ? [] : child.children));
  return {
    ...locale,
    children: locale.children.map((child) =>
      typeof child !== 'string' && child.name === 'terms'
        ? { ...child, children: [...child.children, ...terms] }
        : child,
    ),
  };
}

/** @param style as it was published. @returns it with the layouts for archival sources, or as it is. */
export function withArchivalLayout(styleId: string, style: LayoutNode): LayoutNode {
  const xml = LAYOUT_OF[styleId];
  if (xml === undefined) return style;
  const parts = readCslXml(xml).children.filter((child): child is CslElement => typeof child !== 'string');
  const macros = parts.filter(({ name }) => name === 'macro');
  const words = parts.filter(({ name }) => name === 'locale');
  const children = style.children.map((child) => {
    if (typeof child !== 'string' && child.name === 'locale') {
      const same = words.find((locale) => locale.attrs['xml:lang'] === child.attrs['xml:lang']);
      return same ? withTerms(child, same) : child;
    }
    if (typeof child === 'string' || (child.name !== 'citation' && child.name !== 'bibliography')) return child;
    const archival = parts.find((part) => part.name === child.name && isFor(part, styleId));
    if (!archival) return child;
    return {
      ...child,
      children: child.children.map((inner) =>
        typeof inner !== 'string' && inner.name === 'layout' ? branched(inner, archival) : inner,
      ),
    };
  });
  const at = children.findIndex((child) => typeof child !== 'string' && child.name === 'citation');
  return {
    ...style,
    children: [
      ...children.slice(0, at),
      ...macros,
      ...words.filter((locale) => !isIn(style, locale)),
      ...children.slice(at),
    ],
  };
}

/** Whether the layouts of this style read what `csl-item.ts` gives beyond CSL. */
export const hasArchivalLayout = (styleId: string): boolean => LAYOUT_OF[styleId] !== undefined;
