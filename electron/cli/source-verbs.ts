/** Verbs of sources: the list, one with its text, a new one, its description, the bin. */
import { resolve } from 'node:path';
import {
  DESCRIPTION_ELEMENTS,
  type Description,
  type DescriptionChange,
  type DescriptionElement,
  type Input,
  LEFT_ASIDE_KINDS,
  type LeftAside,
  NO_TEXT_ORIGIN,
  type Output,
  readWhole,
  SearchMode,
  type SourceId,
  type TextVersion,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, oneOf, textOption, textOptions, UsageError } from './command-line.js';
import { readChange } from './description-arguments.js';
import {
  collectionId,
  dir,
  existingTag,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

const labelOf = (element: DescriptionElement): string =>
  DESCRIPTION_ELEMENTS.find(([name]) => name === element)?.[1] ?? element;

const sayLeftAside = ({ kind, lines, text }: LeftAside): string =>
  `[${LEFT_ASIDE_KINDS[kind]}, ${lines} ${t('{lines, plural, one {line} other {lines}}', { lines })}]${text === '' ? '' : `\n${text}`}`;

/** The language as guessed, while the description does not say it. */
const guessOf = ({ description, guessedLanguage }: Output<'source.get'>): string[][] =>
  description.language === '' && guessedLanguage !== null
    ? [
        [
          t('Language'),
          t('{guessedLanguage} (guessed from the text; correct it by: describe DIR SOURCE language=TAG)', {
            guessedLanguage,
          }),
        ],
      ]
    : [];

async function documentTypes(terminal: Terminal): Promise<VerbOutput> {
  const types = await terminal.call('source.documentTypes', undefined);
  return { json: types, text: types.map(({ value, count }) => `${value} (${count})`).join('\n') };
}

async function folders(terminal: Terminal): Promise<VerbOutput> {
  const all = await terminal.call('source.folders', undefined);
  return { json: all, text: all.map(({ path, sourceCount }) => `${path}/ (${sourceCount})`).join('\n') };
}

/** Where the words of a query stand in the text of a source, with the offsets that `annotate` takes. */
async function matchesIn(
  terminal: Terminal,
  { sourceId: id, text }: TextVersion,
  query: Omit<Input<'search.matches'>, 'sourceId'>,
): Promise<VerbOutput> {
  const found = await terminal.call('search.matches', { sourceId: id, ...query });
  const lines = found.matches.map(([start, end]) => `${start}–${end}  ${text.slice(start, end).replace(/\s+/g, ' ')}`);
  return { json: found, text: lines.join('\n') || t('Nothing of it stands in the text') };
}

type Suggested = Output<'source.get'>['suggestions'][number];

/** `field=value` of a suggestion that is there; of the field alone where it has but one. @throws UsageError. */
function suggestionMeant(suggestions: readonly Suggested[], words: string): Suggested {
  const equals = words.indexOf('=');
  const [element, value] = equals < 0 ? [words, null] : [words.slice(0, equals), words.slice(equals + 1)];
  const found = suggestions.filter((one) => one.element === element && (value === null || one.value === value));
  const [meant] = found;
  if (meant && found.length === 1) return meant;
  if (meant) throw new UsageError(t('Several values of {element} are suggested. Write {element}=VALUE.', { element }));
  throw new UsageError(t('“{words}” is not suggested. “fonds suggestions DIR SOURCE” lists what is.', { words }));
}

/** A list is added to; any other element is replaced. */
function withAccepted(description: Description, accepted: readonly Suggested[]): DescriptionChange {
  const change: Record<string, string | string[]> = {};
  for (const { element, value } of accepted) {
    const now = change[element] ?? description[element];
    change[element] = Array.isArray(now) ? [...now, value] : value;
  }
  return change as DescriptionChange;
}

const suggestions: VerbHandler = async (terminal, line) => {
  const id: SourceId = sourceId(operand(line, 1));
  const [accepted, dismissed] = [textOptions(line, 'accept'), textOptions(line, 'dismiss')];
  if (accepted.length > 0 && dismissed.length > 0)
    throw new UsageError(t('“suggestions” takes one of --accept and --dismiss at a time.'));
  const words = [...accepted, ...dismissed];
  await open(terminal, dir(line), words.length > 0 ? 'write' : 'read');
  const before = await terminal.call('source.get', { id });
  const meant = words.map((one) => suggestionMeant(before.suggestions, one));
  if (accepted.length > 0)
    await terminal.call('source.describe', { ids: [id], change: withAccepted(before.description, meant) });
  else for (const { element, value } of meant) await terminal.call('source.dismissSuggestion', { id, element, value });
  const { suggestions: left } = words.length > 0 ? await terminal.call('source.get', { id }) : before;
  const text = left.map(({ element, value, from }) =>
    t('{element}={value}  (read in {from})', { element, value, from }),
  );
  return { json: left, text: text.join('\n') || t('Nothing is suggested') };
};

export const sourceVerbs = {
  sources: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    if (line.options.types === true) return documentTypes(terminal);
    if (line.options.folders === true) return folders(terminal);
    const [type, tag] = [textOption(line, 'type'), textOption(line, 'tag')];
    const folder = textOption(line, 'folder')?.replace(/\/+$/, '');
    const filter = {
      ...(await collectionId(terminal, line)),
      ...(tag === undefined ? {} : { tagId: (await existingTag(terminal, tag)).id }),
      ...(type === undefined ? {} : { documentType: type }),
      ...(folder === undefined || folder === '' ? {} : { folder }),
      ...(line.options.bin === true ? { inBin: true } : {}),
    };
    const sort = { by: 'title', direction: 'ascending' } as const;
    const { total, rows } = await readWhole(terminal.call, 'source.list', { filter, sort });
    return {
      json: { total, sources: rows },
      text: rows.map((r) => `${r.id}  ${r.dateWritten.padEnd(12)}  ${r.title}`).join('\n'),
    };
  },
  source: async (terminal, line) => {
    const action = operand(line, 0);
    if (action !== 'create') throw new UsageError(t('“source” knows create, not “{action}”.', { action }));
    const title = textOption(line, 'title')?.trim();
    if (!title) throw new UsageError(t('“source create” needs --title TITLE.'));
    const { custom, ...elements } = readChange(line.operands.slice(2));
    const own = Object.entries(custom ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    const date = textOption(line, 'date');
    await open(terminal, resolve(operand(line, 1)));
    const made = await terminal.call('source.create', {
      description: {
        ...elements,
        title,
        ...(date === undefined ? {} : { dateWritten: date }),
        ...(own.length > 0 ? { custom: Object.fromEntries(own) } : {}),
      },
      ...(await collectionId(terminal, line)),
    });
    const source = await terminal.call('source.get', { id: made.sourceId });
    return { json: source, text: t('Made “{title}”: {sourceId}', { title, sourceId: made.sourceId }) };
  },
  show: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    await open(terminal, dir(line), 'read');
    const source = await terminal.call('source.get', { id });
    const elements = DESCRIPTION_ELEMENTS.map(([element, label]) => [
      label,
      [source.description[element]].flat().join('; '),
    ]);
    const rows = [
      ...elements,
      ...guessOf(source),
      ...Object.entries(source.description.custom),
      ...source.originals.flatMap((o) => [
        [
          t('Original'),
          t('{fileName}, {fileBytes} bytes, SHA-256 {sha256}', {
            fileName: o.fileName,
            fileBytes: o.fileBytes,
            sha256: o.sha256,
          }),
        ],
        [t('Path'), o.path],
      ]),
      ...source.versions.flatMap((v) => [
        [
          t('Text'),
          v.origin === NO_TEXT_ORIGIN
            ? t('none yet')
            : t('{origin}, {count} characters', { origin: v.origin, count: v.length }),
        ],
        ...v.remarks.map((r) => ['', r]),
      ]),
      ...source.suggestions.map((s) => [
        t('Suggested'),
        t('{value}: {value2} (read in {from})', { value: labelOf(s.element), value2: s.value, from: s.from }),
      ]),
    ];
    const text = rows.filter(([, value]) => value).map(([label, value]) => `${label?.padEnd(20)}${value}`);
    return { json: source, text: text.join('\n') };
  },
  text: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    const query = textOption(line, 'matches');
    const isAboutQuery = line.options.mode !== undefined || line.options.exact !== undefined;
    if (query === undefined && isAboutQuery) throw new UsageError(t('--mode and --exact are for --matches.'));
    if (query !== undefined && line.options['left-aside'] === true)
      throw new UsageError(t('“text” takes one of --matches and --left-aside at a time.'));
    const mode = oneOf('mode', line.options.mode, SearchMode.options, 'any');
    await open(terminal, dir(line), query === undefined ? 'read' : 'best');
    const version = await terminal.call('text.get', { sourceId: id });
    if (query !== undefined) {
      const matching = line.options.exact === true ? ({ matching: 'exact' } as const) : {};
      return matchesIn(terminal, version, { query, mode, ...matching });
    }
    if (line.options['left-aside'] !== true) return { json: version, text: version.text };
    const parts = await terminal.call('text.leftAside', { sourceId: id, versionId: version.id });
    return { json: parts, text: parts.map(sayLeftAside).join('\n\n') };
  },
  describe: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    const change = readChange(line.operands.slice(2));
    await open(terminal, dir(line));
    await terminal.call('source.describe', { ids: [id], change });
    return { json: await terminal.call('source.get', { id }), text: t('Described') };
  },
  suggestions,
  delete: (terminal, line) => onSources(terminal, line, 'source.delete', t('Moved to the bin')),
  recover: (terminal, line) => onSources(terminal, line, 'source.restore', t('Restored from the bin')),
} satisfies Record<string, VerbHandler>;

async function onSources(
  terminal: Terminal,
  line: CommandLine,
  call: 'source.delete' | 'source.restore',
  text: string,
): Promise<VerbOutput> {
  const ids = line.operands.slice(1).map(sourceId);
  await open(terminal, dir(line));
  await terminal.call(call, { ids });
  return { json: { ids }, text: `${text}: ${ids.length}` };
}
