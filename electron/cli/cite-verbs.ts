/** The verb of citations: draws, lists styles, adds and removes one. */
import { resolve } from 'node:path';
import {
  type CitationStyle,
  type FormattedCitation,
  type Output,
  STYLE_LOCALE,
  type StyledText,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { dir, open, sourceId, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

const USUAL = { style: 'chicago-fullnote-bibliography', locale: STYLE_LOCALE } as const;

const words = (styled: StyledText): string => styled.map(({ text }) => text).join('');

async function listStyles(terminal: Terminal): Promise<VerbOutput> {
  const styles = await terminal.call('cite.styles', undefined);
  const locales = await terminal.call('cite.locales', undefined);
  const style = ({ id, title, kind, locale, isOwn }: CitationStyle): string => {
    const about = [
      kind === 'note' ? 'footnotes' : t('in the text'),
      locale,
      ...(isOwn ? [t('added to this archive')] : []),
    ];
    return `${id}\n    ${title} (${about.join(', ')})`;
  };
  const tags = locales.map(({ id }) => id).join(', ');
  return { json: { styles, locales }, text: [...styles.map(style), t('Languages: {tags}', { tags })].join('\n') };
}

async function addStyle(terminal: Terminal, file: string): Promise<VerbOutput> {
  const added = await terminal.call('cite.addStyle', { file: resolve(file) });
  return {
    json: added,
    text: [t('Added “{title}”: --style {id}', { title: added.title, id: added.id }), ...added.remarks].join('\n'),
  };
}

async function removeStyle(terminal: Terminal, id: string): Promise<VerbOutput> {
  await terminal.call('cite.removeStyle', { id });
  return { json: { id }, text: t('Removed {id}', { id }) };
}

function say({ note, bibliography, missing, guessed }: FormattedCitation): string {
  const lines = [
    t('Note: {words}', { words: words(note) }),
    ...(bibliography === null ? [] : [t('Bibliography: {words}', { words: words(bibliography) })]),
    ...(missing.length === 0 ? [] : [t('Missing: {missing}', { missing: missing.join(', ') })]),
    ...(guessed.length === 0 ? [] : [t('Guessed: {guessed}', { guessed: guessed.join('; ') })]),
  ];
  return lines.join('\n');
}

async function draw(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const ids = line.operands.slice(1).map(sourceId);
  if (ids.length === 0)
    throw new UsageError(t('“cite DIR” needs the sources to cite, --styles or --add-style FILE.csl.'));
  const style = textOption(line, 'style') ?? USUAL.style;
  const asked = textOption(line, 'locale') ?? USUAL.locale;
  const locator = textOption(line, 'locator');
  await open(terminal, dir(line), 'read');
  const items = ids.map((id) => ({ sourceId: id, ...(locator === undefined ? {} : { locator }) }));
  const drawn: Output<'cite.format'> = await terminal.call('cite.format', { style, locale: asked, items });
  const styles = await terminal.call('cite.styles', undefined);
  const locale = asked === STYLE_LOCALE ? styles.find(({ id }) => id === style)?.locale : asked;
  const json = drawn.map((citation, index) => ({ sourceId: ids[index], ...citation }));
  return { json: { style, locale, citations: json }, text: drawn.map(say).join('\n\n') };
}

export const citeVerbs = {
  cite: async (terminal, line) => {
    const file = textOption(line, 'add-style');
    const removed = textOption(line, 'remove-style');
    if (file === undefined && removed === undefined && line.options.styles !== true) return draw(terminal, line);
    if (line.operands.length > 1)
      throw new UsageError(t('--styles, --add-style and --remove-style are given without sources.'));
    if (file !== undefined && removed !== undefined)
      throw new UsageError(t('“cite” takes one of --add-style and --remove-style at a time.'));
    await open(terminal, dir(line), file === undefined && removed === undefined ? 'read' : 'write');
    if (removed !== undefined) return removeStyle(terminal, removed);
    return file === undefined ? listStyles(terminal) : addStyle(terminal, file);
  },
} satisfies Record<string, VerbHandler>;
