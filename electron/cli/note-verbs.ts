/** Verbs of notes: write, print, change, quote; lists of notes and of what leads to a thing. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { v7 } from 'uuid';
import {
  AnnotationId,
  BacklinkTarget,
  FondsError,
  fillTemplate,
  foldedKey,
  type Note,
  NoteId,
  type NoteKey,
  type NoteRow,
  noteMarks,
  readWhole,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { dir, open, operand, sourceId, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

const allNotes = async (
  terminal: Terminal,
  asked: { readonly contains?: string; readonly inBin?: boolean },
): Promise<NoteRow[]> => (await readWhole(terminal.call, 'note.list', { ...asked, sort: 'title' })).rows;

/** The note that a person means: by its id, or by its title, whatever case and accents. @throws FondsError NOT_FOUND. */
async function meant(terminal: Terminal, name: string, where: 'notes' | 'bin'): Promise<Note> {
  const id = NoteId.safeParse(name);
  if (id.success) return terminal.call('note.get', { id: id.data });
  const all = await allNotes(terminal, { inBin: where === 'bin' });
  const [found, ...others] = all.filter(({ title }) => foldedKey(title) === foldedKey(name));
  const place = where === 'bin' ? t(' in the bin') : '';
  if (!found)
    throw new FondsError(
      'NOT_FOUND',
      t('There is no note “{name}”{place}. “fonds notes DIR” lists them.', { name, place }),
    );
  if (others.length > 0) {
    const ids = [found, ...others].map((note) => note.id).join(', ');
    throw new FondsError(
      'NOT_FOUND',
      t('Several notes{place} are called “{name}”. Name one by its id: {ids}.', { place, name, ids }),
    );
  }
  return terminal.call('note.get', { id: found.id });
}

/** What --body or --from give; undefined when neither was given. @throws UsageError, FondsError FILE_UNREADABLE. */
async function givenBody(line: CommandLine): Promise<string | undefined> {
  const [body, from] = [textOption(line, 'body'), textOption(line, 'from')];
  if (body !== undefined && from !== undefined) throw new UsageError(t('“note” takes --body or --from, not both.'));
  if (from === undefined) return body;
  try {
    return await readFile(resolve(from), 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new FondsError('FILE_UNREADABLE', t('{resolve} cannot be read ({code}).', { resolve: resolve(from), code }), {
      file: resolve(from),
    });
  }
}

async function templateBody(terminal: Terminal, name: string, title: string): Promise<string> {
  const templates = await terminal.call('note.templates', undefined);
  const found = templates.find((one) => one.id === name || foldedKey(one.title) === foldedKey(name));
  if (found) return fillTemplate(found.body, { title, date: new Date() });
  throw new FondsError(
    'NOT_FOUND',
    t('There is no template “{name}”: {templates}.', { name, templates: templates.map(({ id }) => id).join(', ') }),
  );
}

async function create(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const [title, template] = [textOption(line, 'title'), textOption(line, 'template')];
  if (title === undefined)
    throw new UsageError(t('“note DIR” needs --title for a new note, or the note that is meant.'));
  for (const option of ['append', 'quote', 'references', 'delete', 'recover']) {
    if (line.options[option] !== undefined)
      throw new UsageError(t('--{option} needs the note that is meant.', { option }));
  }
  const body = await givenBody(line);
  if (body !== undefined && template !== undefined)
    throw new UsageError(t('A new note has a body or a template, not both.'));
  await open(terminal, dir(line));
  const text = template === undefined ? (body ?? '') : await templateBody(terminal, template, title);
  const made = await terminal.call('note.create', { title, body: text });
  return { json: made, text: t('Wrote “{title}”: {id}', { title: made.title, id: made.id }) };
}

const withParagraph = (body: string, paragraph: string): string =>
  body.trim() === '' ? `${paragraph}\n` : `${body.trimEnd()}\n\n${paragraph}\n`;

async function change(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const [title, append, quote] = [textOption(line, 'title'), textOption(line, 'append'), textOption(line, 'quote')];
  if (textOption(line, 'template') !== undefined) throw new UsageError(t('--template is for a new note.'));
  const passage = quote === undefined ? null : { kind: 'annotation' as const, id: annotationId(quote) };
  const given = await givenBody(line);
  await open(terminal, dir(line));
  const { id, revision, body: written } = await meant(terminal, operand(line, 1), 'notes');
  const body = append === undefined ? given : withParagraph(given ?? written, append);
  const text = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) };
  const saved = await terminal.call('note.save', { id, revision, session: v7(), ...text });
  if (passage) await terminal.call('note.quote', { id, revision: saved.revision, passage, at: null });
  const note = await terminal.call('note.get', { id });
  return { json: note, text: t('Changed “{title}”', { title: note.title }) };
}

/** @throws UsageError. */
function annotationId(text: string): AnnotationId {
  const parsed = AnnotationId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(t('“{text}” is not the id of an annotation. “fonds annotations DIR” lists them.', { text }));
}

const STATES = {
  held: '',
  review: t(' (to review)'),
  binned: t(' (in the bin)'),
  missing: t(' (not in this archive)'),
} as const;

/** What a note cites and links to, each thing once, in the order of the note. */
async function references(terminal: Terminal, { body }: Note): Promise<VerbOutput> {
  const named = noteMarks(body).flatMap((mark): NoteKey[] =>
    mark.kind === 'link' ? [mark.key] : mark.items.map(({ key }) => key),
  );
  const keys = [...new Set(named.map(({ kind, id }) => `${kind}:${id}`))];
  const found = await terminal.call('note.references', { keys });
  const text = found.map(({ key, label, state }) => `${key}  ${label}${STATES[state]}`);
  return { json: found, text: text.join('\n') || t('It cites nothing') };
}

const note: VerbHandler = async (terminal, line) => {
  const { body, from, append, quote, title, delete: gone, recover } = line.options;
  if (operand(line, 1) === '') return create(terminal, line);
  if (line.options.references === true) {
    if (Object.keys(line.options).length > 1) throw new UsageError(t('--references stands alone.'));
    await open(terminal, dir(line), 'best');
    return references(terminal, await meant(terminal, operand(line, 1), 'notes'));
  }
  const isChanged = [body, from, append, quote, title].some((option) => option !== undefined);
  if (gone === true || recover === true) {
    if (isChanged || (gone && recover)) throw new UsageError(t('--delete and --recover stand alone.'));
    await open(terminal, dir(line));
    const one = await meant(terminal, operand(line, 1), recover === true ? 'bin' : 'notes');
    await terminal.call(gone === true ? 'note.delete' : 'note.restore', { ids: [one.id] });
    const text =
      gone === true
        ? t('Moved “{title}” to the bin', { title: one.title })
        : t('Restored “{title}” from the bin', { title: one.title });
    return { json: await terminal.call('note.get', { id: one.id }), text };
  }
  if (isChanged || line.options.template !== undefined) return change(terminal, line);
  await open(terminal, dir(line), 'read');
  const shown = await meant(terminal, operand(line, 1), 'notes');
  return { json: shown, text: shown.body };
};

/** `ID` of a source, or `passage:ID`, `note:ID`, `tag:ID`. @throws UsageError. */
function backlinkTarget(text: string): BacklinkTarget {
  const [, kind, id] = /^(source|passage|note|tag):(.+)$/.exec(text) ?? [];
  if (kind === undefined) return { kind: 'source', id: sourceId(text) };
  const parsed = BacklinkTarget.safeParse({ kind, id });
  if (parsed.success) return parsed.data;
  throw new UsageError(t('“{text}” is not an id. --citing takes SOURCE, passage:ID, note:ID or tag:ID.', { text }));
}

const notes: VerbHandler = async (terminal, line) => {
  const [contains, citing] = [textOption(line, 'contains'), textOption(line, 'citing')];
  const target = citing === undefined ? null : backlinkTarget(citing);
  await open(terminal, dir(line), 'read');
  if (line.options.templates === true) {
    const templates = await terminal.call('note.templates', undefined);
    return { json: templates, text: templates.map(({ id, about }) => `${id.padEnd(18)}${about}`).join('\n') };
  }
  if (target) {
    const links = await terminal.call('note.backlinks', { target });
    const text = links.map(({ noteId, title, excerpt }) => `${noteId}  ${title}\n  ${excerpt}`);
    return { json: links, text: text.join('\n') || t('No note cites it') };
  }
  const rows = await allNotes(terminal, {
    ...(contains === undefined ? {} : { contains }),
    ...(line.options.bin === true ? { inBin: true } : {}),
  });
  const text = rows.map(({ id, title, words }) => t('{id}  {title} ({words} words)', { id, title, words }));
  return { json: { total: rows.length, notes: rows }, text: text.join('\n') };
};

export const noteVerbs = { note, notes } satisfies Record<string, VerbHandler>;
