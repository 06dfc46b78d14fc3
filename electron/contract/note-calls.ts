/** Calls about notes, citations and spelling. */
import { z } from 'zod';
import { type Call, CHANGE, call, MOST_A_PAGE, none, nothing, offset } from './call.js';
import { AnnotationId, NoteId } from './ids.js';
import * as n from './note-models.js';

const title = z.string().trim().min(1).max(300);
const style = { style: z.string(), locale: z.string() };

export const noteCalls = {
  'note.list': call({
    audience: 'window',
    input: z.object({
      sort: z.enum(['changed', 'title', 'created']).default('changed'),
      /** In titles and bodies, whatever case and accents. */
      contains: z.string().max(2_000).optional(),
      /** Where `contains` is looked for; in whole notes when it is left out. */
      within: z.enum(['titles', 'notes']).optional(),
      inBin: z.boolean().optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MOST_A_PAGE['note.list']),
    }),
    output: z.object({ total: z.number(), rows: z.array(n.NoteRow) }),
    errors: ['NO_ARCHIVE'],
  }),
  'note.get': call({
    audience: 'window',
    input: z.object({ id: NoteId }),
    output: n.Note,
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),
  'note.create': call({
    audience: 'window',
    input: z.object({ title, body: n.NoteBody.default('') }),
    output: n.Note,
    errors: ['INVALID_INPUT', ...CHANGE],
  }),
  /**
   * Saves of one `session` are one step of undo. STALE when the note was changed since `revision` by anything else,
   * such as an undo; then nothing is written and the client asks again.
   */
  'note.save': call({
    audience: 'window',
    input: z.object({
      id: NoteId,
      revision: z.number().int(),
      session: z.uuid(),
      title: title.optional(),
      body: n.NoteBody.optional(),
    }),
    output: z.object({ revision: z.number(), changedAt: z.string() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE', ...CHANGE],
  }),
  'note.delete': call({
    audience: 'window',
    input: z.object({ ids: z.array(NoteId).min(1) }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'note.restore': call({
    audience: 'window',
    input: z.object({ ids: z.array(NoteId).min(1) }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'note.templates': call({ audience: 'window', input: nothing, output: z.array(n.NoteTemplate), errors: [] }),
  /** @returns in the order asked, for the chips of a note. */
  'note.references': call({
    audience: 'window',
    input: z.object({ keys: z.array(z.string().max(100)).max(200_000) }),
    output: z.array(n.NoteReference),
    errors: ['NO_ARCHIVE'],
  }),
  'note.backlinks': call({
    audience: 'window',
    input: z.object({ target: n.BacklinkTarget }),
    output: z.array(n.Backlink),
    errors: ['NO_ARCHIVE'],
  }),
  /**
   * Puts a quotation with its page and its citation into a note, and an annotation on the passage when there is none,
   * so that the citation keeps its place. One step of undo. `at` null: at the end.
   */
  'note.quote': call({
    audience: 'window',
    input: z.object({ id: NoteId, revision: z.number().int(), passage: n.Quotable, at: offset.nullable() }),
    output: z.object({ note: n.Note, annotationId: AnnotationId, inserted: z.tuple([offset, offset]) }),
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE', ...CHANGE],
  }),

  'cite.styles': call({ audience: 'window', input: nothing, output: z.array(n.CitationStyle), errors: [] }),
  /** BCP 47 tags with the name of each language in itself. */
  'cite.locales': call({
    audience: 'window',
    input: nothing,
    output: z.array(z.object({ id: z.string(), title: z.string() })),
    errors: [],
  }),
  'cite.format': call({
    audience: 'window',
    input: z.object({ ...style, items: z.array(n.CiteItem).min(1).max(1_000) }),
    output: z.array(n.DrawnCitation),
    errors: ['NO_ARCHIVE', 'NOT_FOUND', 'STYLE_INVALID'],
  }),
  /** Keeps a `.csl` file in the archive. STYLE_INVALID names the place and what is wrong there. */
  'cite.addStyle': call({
    audience: 'trusted',
    input: z.object({ file: z.string() }),
    output: n.CitationStyle,
    errors: ['FILE_UNREADABLE', 'STYLE_INVALID', ...CHANGE],
  }),
  'cite.removeStyle': call({
    audience: 'window',
    input: z.object({ id: z.string() }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),

  /** BCP 47 tags of the dictionaries that came with Fonds. */
  'spelling.languages': call({
    audience: 'window',
    input: nothing,
    output: z.array(z.object({ id: z.string(), title: z.string() })),
    errors: [],
  }),
  /** @returns the words that no dictionary and no learned word knows. */
  'spelling.check': call({
    audience: 'window',
    input: z.object({ languages: z.array(z.string()).max(10), words: z.array(z.string().max(200)).max(5_000) }),
    output: z.array(z.string()),
    errors: ['NO_ARCHIVE'],
  }),
  'spelling.suggest': call({
    audience: 'window',
    input: z.object({ languages: z.array(z.string()).max(10), word: z.string().max(200) }),
    output: z.array(z.string()),
    errors: [],
  }),
  /** Kept in the archive: names of persons and places are right there from then on. */
  'spelling.learn': call({
    audience: 'window',
    input: z.object({ word: z.string().trim().min(1).max(200) }),
    output: none,
    errors: ['INVALID_INPUT', ...CHANGE],
  }),
} as const satisfies Record<string, Call>;
