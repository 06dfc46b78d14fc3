/**
 * A `.csl` file that a person adds, taken for hostile until it proved to be an independent CSL 1.0 style that citeproc
 * can draw. Refusals name the line and what is wrong there. Pure but for reading the file.
 */
import { readFile, stat } from 'node:fs/promises';
import CSL from 'citeproc';
import { EMPTY_DESCRIPTION, FondsError, type Source, type SourceId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { createCitationEngine } from './citation-engine.js';
import { readSource } from './csl-item.js';
import type { CslLibrary } from './csl-library.js';
import { type CslElement, childOf, elementsOf, readCslXml, styleInvalid, textOf } from './csl-xml.js';
import type { OwnStyle } from './style-store.js';

const MAX_BYTES = 2 * 1024 * 1024;
const NAMESPACE = 'http://purl.org/net/xbiblio/csl';
const LOCALE = 'en-US';

const ELEMENTS = new Set(
  (
    'style info locale terms term single multiple date date-part style-options macro citation bibliography sort key ' +
    'layout text number names name name-part et-al label substitute group choose if else-if else institution'
  ).split(' '),
);

/** @throws FondsError FILE_UNREADABLE, STYLE_INVALID. */
export async function readStyleFile(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES)
      throw styleInvalid(t('it is larger than 2 MB. Styles are small; choose the .csl file itself.'));
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof FondsError) throw error;
    if (error instanceof TypeError) throw styleInvalid(t('it is not written in UTF-8.'));
    throw new FondsError(
      'FILE_UNREADABLE',
      t('{file} cannot be read ({message}).', { file, message: (error as Error).message }),
      { file },
    );
  }
}

/** What each macro names is there, and none comes back to itself. @throws FondsError STYLE_INVALID. */
function checkMacros(root: CslElement): void {
  const macros = new Map<string, CslElement>();
  for (const child of root.children) {
    if (typeof child === 'string' || child.name !== 'macro') continue;
    macros.set(child.attrs.name ?? '', child);
  }
  const checked = new Set<CslElement>();
  const open = new Set<CslElement>();
  const check = (element: CslElement): void => {
    for (const child of element.children) if (typeof child !== 'string') check(child);
    const name = element.attrs.macro;
    if (name === undefined) return;
    const macro = macros.get(name);
    if (!macro) throw styleInvalid(t('there is no macro “{name}” in this style.', { name }), element.line);
    if (open.has(macro)) throw styleInvalid(t('the macro “{name}” comes back to itself.', { name }), element.line);
    if (checked.has(macro)) return;
    open.add(macro);
    check(macro);
    open.delete(macro);
    checked.add(macro);
  };
  check(root);
}

function checkShape(root: CslElement): void {
  const { name, attrs, line } = root;
  if (name !== 'style') throw styleInvalid(t('the root element is <{name}>, not <style>.', { name }), line);
  if (attrs.xmlns !== NAMESPACE) throw styleInvalid(t('the namespace is not {NAMESPACE}.', { NAMESPACE }), line);
  if (!/^1\.0/.test(attrs.version ?? '')) {
    const isNewer = Number.parseFloat(attrs.version ?? '') > 1;
    throw styleInvalid(
      t('version {version} of CSL is not 1.0. Look for {value}.', {
        version: attrs.version ?? t('(none)'),
        value: isNewer
          ? t('a copy of the style in version 1.0, as those of zotero.org/styles')
          : t('a newer copy of the style'),
      }),
      line,
    );
  }
  const info = childOf(root, 'info');
  if (!info) throw styleInvalid('<info> is missing.', line);
  const links = info.children.filter(
    (child): child is CslElement => typeof child !== 'string' && child.name === 'link',
  );
  const parent = links.find((link) => link.attrs.rel === 'independent-parent');
  if (parent) {
    const { href = t('(not named)') } = parent.attrs;
    const message = t('Line {line}: this style only stands for another one. Add that one: {href}', {
      line: parent.line,
      href,
    });
    throw new FondsError('STYLE_INVALID', message, { line: parent.line, parent: href });
  }
  for (const needed of ['id', 'title']) {
    if (textOf(childOf(info, needed)) === '')
      throw styleInvalid(t('<{needed}> is missing in <info>.', { needed }), info.line);
  }
  if (attrs.class !== 'note' && attrs.class !== 'in-text') {
    throw styleInvalid(t('class="{class}" is neither note nor in-text.', { class: attrs.class ?? '' }), line);
  }
  const citation = childOf(root, 'citation');
  if (!citation) throw styleInvalid('<citation> is missing.', line);
  if (!childOf(citation, 'layout')) throw styleInvalid('<layout> is missing in <citation>.', citation.line);
  const bibliography = childOf(root, 'bibliography');
  if (bibliography && !childOf(bibliography, 'layout')) {
    throw styleInvalid('<layout> is missing in <bibliography>.', bibliography.line);
  }
  const inInfo = new Set(elementsOf(info));
  for (const element of elementsOf(root)) {
    if (!inInfo.has(element) && !ELEMENTS.has(element.name)) {
      throw styleInvalid(t('CSL has no element <{name}>.', { name: element.name }), element.line);
    }
  }
}

/** Sources of each shape, to draw a new style with once. */
const SPECIMENS: readonly Partial<Source['description']>[] = [
  {
    title: t('Memorandum'),
    documentType: 'Memorandum',
    dateWritten: '2000-09-06?',
    box: '1',
    repository: t('Archive, Town'),
  },
  {
    title: t('News'),
    documentType: t('Press article'),
    datePublished: '2000-09/2000-10',
    creators: [t('Doe, Jane'), t('Roe, Max')],
  },
  { title: t('A Book'), documentType: 'Book', creators: ['Commission'], url: 'https://example.org/' },
  {},
];

const specimen = (change: Partial<Source['description']>): Source => ({
  id: '00000000-0000-7000-8000-000000000000' as SourceId,
  description: { ...EMPTY_DESCRIPTION, ...change },
  addedAt: '',
  changedAt: '',
  deletedAt: null,
  originals: [],
  versions: [],
  collectionIds: [],
  tagIds: [],
  guessedLanguage: null,
  suggestions: [],
});

/** Attributes of CSL that citeproc reads by other ways than its table. */
const READ_OTHERWISE = ['xml:lang', 'punctuation-in-quote', 'limit-day-ordinals-to-day-1', 'gender-form'];
const ATTRIBUTES = new Set([
  ...[...Object.keys(CSL.Attributes), ...CSL.FORMAT_KEY_SEQUENCE].map((name) => name.replace(/^@/, '')),
  ...READ_OTHERWISE,
]);
const MAX_REMARKS = 20;

/** Attributes that citeproc passes over in silence, such as those of a later CSL. */
function leftOut(root: CslElement): string[] {
  const info = childOf(root, 'info');
  const inInfo = new Set(info ? elementsOf(info) : []);
  const found = [...elementsOf(root)].flatMap((element) =>
    inInfo.has(element)
      ? []
      : Object.keys(element.attrs)
          .filter((name) => !ATTRIBUTES.has(name) && !name.startsWith('xmlns:') && !name.startsWith('xsi:'))
          .map((name) =>
            t('Line {line}: “{name}” of <{name2}> is left out; Fonds does not know it.', {
              line: element.line,
              name,
              name2: element.name,
            }),
          ),
  );
  const more = found.length - MAX_REMARKS;
  return more > 0 ? [...found.slice(0, MAX_REMARKS), t('{more} more of the same.', { more })] : found;
}

/** The tree without what only refusals need. */
const treeOf = ({ name, attrs, children }: CslElement): unknown => ({
  name,
  attrs,
  children: children.map((child) => (typeof child === 'string' ? child : treeOf(child))),
});

export const styleTree = (csl: string): unknown => treeOf(readCslXml(csl));

export interface CheckedStyle extends OwnStyle {
  /** What citeproc passes over, each in a sentence. */
  readonly remarks: readonly string[];
}

/**
 * A style may be made so that drawing does not end: called where there is a limit on time and memory.
 * @param csl the file. @throws FondsError STYLE_INVALID.
 */
export function checkStyle(csl: string, library: CslLibrary): CheckedStyle {
  const root = readCslXml(csl);
  checkShape(root);
  checkMacros(root);
  const info = childOf(root, 'info');
  const style: CheckedStyle = {
    id: textOf(info && childOf(info, 'id')).slice(0, 500),
    title: textOf(info && childOf(info, 'title'))
      .replace(/\s+/g, ' ')
      .slice(0, 300),
    kind: root.attrs.class === 'note' ? 'note' : 'in-text',
    csl,
    remarks: leftOut(root),
  };
  try {
    const engine = createCitationEngine(
      library,
      { id: style.id, tree: treeOf(root), kind: style.kind, isOwn: true },
      LOCALE,
    );
    for (const change of SPECIMENS) {
      engine.format({ source: readSource(specimen(change), LOCALE), locator: '3', label: 'page' });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw styleInvalid(t('a citation cannot be drawn with it ({reason}).', { reason: reason.slice(0, 300) }));
  }
  return style;
}
