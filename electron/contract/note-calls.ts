/** Calls about notes, citations and spelling. */
import { z } from 'zod';
import { type Call, change, MAX_PAGE_ROWS, noInput, none, offset, query } from './call.js';
import { AnnotationId, NoteId } from './ids.js';
import * as n from './note-models.js';

const title = z.string().trim().min(1).max(300);
/** `locale`: BCP 47, or AS_STYLE_SAYS. */
const style = { style: z.string(), locale: z.string() };

export const noteCalls = {
  'note.list': query({
    audience: 'window',
    input: z.object({
      sort: z.enum(['changed', 'title', 'created']).default('changed'),
      /** In titles and bodies, whatever case and accents. */
      contains: z.string().max(2_000).optional(),
      /** Where `contains` is looked for; in whole notes when it is left out. */
      within: z.enum(['titles', 'notes']).optional(),
      inBin: z.boolean().optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['note.list']),
    }),
    output: z.object({ total: z.number(), rows: z.array(n.NoteRow) }),
    reads: ['notes'],
  }),
  'note.get': query({
    audience: 'window',
    input: z.object({ id: NoteId }),
    output: n.Note,
    reads: ['notes'],
    errors: ['NOT_FOUND'],
  }),
  'note.create': change({
    audience: 'window',
    input: z.object({ title, body: n.NoteBody.default('') }),
    output: n.Note,
    changes: ['notes'],
    errors: ['INVALID_INPUT'],
  }),
  /**
   * Saves of one `session` are one undo step. STALE when the note was changed since `revision` by anything else,
   * such as an undo; then nothing is written and the client asks again.
   */
  'note.save': change({
    audience: 'window',
    input: z.object({
      id: NoteId,
      revision: z.number().int(),
      session: z.uuid(),
      title: title.optional(),
      body: n.NoteBody.optional(),
    }),
    output: z.object({ revision: z.number(), changedAt: z.string() }),
    changes: ['notes'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),
  'note.delete': change({
    audience: 'window',
    input: z.object({ ids: z.array(NoteId).min(1) }),
    output: none,
    changes: ['notes'],
    errors: ['NOT_FOUND'],
  }),
  'note.restore': change({
    audience: 'window',
    input: z.object({ ids: z.array(NoteId).min(1) }),
    output: none,
    changes: ['notes'],
    errors: ['NOT_FOUND'],
  }),
  'note.templates': query({ audience: 'window', input: noInput, output: z.array(n.NoteTemplate), reads: [] }),
  /** @returns in the order asked, for the chips of a note. */
  'note.references': query({
    audience: 'window',
    input: z.object({ keys: z.array(z.string().max(100)).max(200_000) }),
    output: z.array(n.NoteReference),
    reads: ['sources', 'tags', 'texts', 'annotations', 'notes'],
  }),
  'note.backlinks': query({
    audience: 'window',
    input: z.object({ target: n.BacklinkTarget }),
    output: z.array(n.Backlink),
    reads: ['notes'],
  }),
  /**
   * Puts a quotation with its page and its citation into a note, and an annotation on the passage when there is none,
   * so that the citation keeps its place. One undo step. `at` null: at the end.
   */
  'note.quote': change({
    audience: 'window',
    input: z.object({ id: NoteId, revision: z.number().int(), passage: n.QuoteSubject, at: offset.nullable() }),
    output: z.object({ note: n.Note, annotationId: AnnotationId, inserted: z.tuple([offset, offset]) }),
    changes: ['annotations', 'tags', 'notes'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),

  'cite.styles': query({ audience: 'window', input: noInput, output: z.array(n.CitationStyle), reads: ['styles'] }),
  /** BCP 47 tags with the name of each language in itself. */
  'cite.locales': query({
    audience: 'window',
    input: noInput,
    output: z.array(z.object({ id: z.string(), title: z.string() })),
    reads: [],
  }),
  'cite.format': query({
    audience: 'window',
    input: z.object({ ...style, items: z.array(n.CitationItemInput).min(1).max(1_000) }),
    output: z.array(n.FormattedCitation),
    reads: ['sources', 'texts', 'annotations', 'styles'],
    errors: ['NOT_FOUND', 'STYLE_INVALID'],
  }),
  /** Keeps a `.csl` file in the archive. STYLE_INVALID names the place and what is wrong there. */
  'cite.addStyle': change({
    audience: 'trusted',
    input: z.object({ file: z.string() }),
    output: n.AddedStyle,
    changes: ['styles'],
    errors: ['FILE_UNREADABLE', 'STYLE_INVALID'],
  }),
  'cite.removeStyle': change({
    audience: 'window',
    input: z.object({ id: z.string() }),
    output: none,
    changes: ['styles'],
    errors: ['NOT_FOUND'],
  }),

  /** BCP 47 tags of the dictionaries that came with Fonds. */
  'spelling.languages': query({
    audience: 'window',
    input: noInput,
    output: z.array(z.object({ id: z.string(), title: z.string() })),
    reads: [],
  }),
  /** @returns the words that no dictionary and no learned word knows. */
  'spelling.check': query({
    audience: 'window',
    input: z.object({ languages: z.array(z.string()).max(10), words: z.array(z.string().max(200)).max(5_000) }),
    output: z.array(z.string()),
    reads: ['spelling'],
  }),
  'spelling.suggest': query({
    audience: 'window',
    input: z.object({ languages: z.array(z.string()).max(10), word: z.string().max(200) }),
    output: z.array(z.string()),
    reads: ['spelling'],
  }),
  /** Kept in the archive: names of persons and places are right there from then on. */
  'spelling.learn': change({
    audience: 'window',
    input: z.object({ word: z.string().trim().min(1).max(200) }),
    output: none,
    changes: ['spelling'],
    errors: ['INVALID_INPUT'],
  }),
} as const satisfies Record<string, Call>;
