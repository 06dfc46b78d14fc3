/** Notes, what they cite and link to, and citations as they are drawn. Offsets are UTF-16, half-open. */
import { z } from 'zod';
import { AnnotationId, NoteId, SourceId, TagId, VersionId } from './ids.js';
import { Range } from './text-models.js';

export const NoteBody = z.string().max(5_000_000);

/** A row of a list of notes. */
export const NoteRow = z.object({
  id: NoteId,
  title: z.string(),
  /** The first words without Markdown. */
  excerpt: z.string(),
  words: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type NoteRow = z.infer<typeof NoteRow>;

export const Note = z.object({
  id: NoteId,
  title: z.string(),
  /** Markdown. */
  body: z.string(),
  /** Counts every change; a save names the one it began from. */
  revision: z.number(),
  who: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type Note = z.infer<typeof Note>;

export const NoteTemplate = z.object({ id: z.string(), title: z.string(), about: z.string(), body: z.string() });
export type NoteTemplate = z.infer<typeof NoteTemplate>;

/** What a chip of a note shows of the thing it names. */
export const NoteReference = z.object({
  /** As in the Markdown: `source:ID`, `passage:ID`, `note:ID`, `tag:ID`. */
  key: z.string(),
  /** `review`: a passage that lost its place; `binned`: its source or note is in the bin; `missing`: not in this archive. */
  state: z.enum(['held', 'review', 'binned', 'missing']),
  /** Short words for the chip: title, page. '' when missing. */
  label: z.string(),
  /** For the tooltip: the description in a line, or the quoted words. */
  detail: z.string(),
  /** What a click opens; null when nothing can be opened. `start` and `end` in the current version; null for the whole. */
  place: z.object({ sourceId: SourceId, start: z.number().nullable(), end: z.number().nullable() }).nullable(),
});
export type NoteReference = z.infer<typeof NoteReference>;

/** What a backlink leads to. */
export const BacklinkTarget = z.discriminatedUnion('kind', [
  /** With the notes that cite a passage of it. */
  z.object({ kind: z.literal('source'), id: SourceId }),
  z.object({ kind: z.literal('passage'), id: AnnotationId }),
  z.object({ kind: z.literal('tag'), id: TagId }),
  z.object({ kind: z.literal('note'), id: NoteId }),
]);
export type BacklinkTarget = z.infer<typeof BacklinkTarget>;

/** A place in a note where something is cited or linked. */
export const Backlink = z.object({
  noteId: NoteId,
  title: z.string(),
  /** `[start, end)` of the citation or link in the note. */
  start: z.number(),
  end: z.number(),
  /** The words around it, without Markdown. */
  excerpt: z.string(),
});
export type Backlink = z.infer<typeof Backlink>;

/** A note that a search finds. */
export const NoteHit = z.object({
  noteId: NoteId,
  title: z.string(),
  changedAt: z.string(),
  score: z.number(),
  snippets: z.array(z.object({ text: z.string(), start: z.number(), matches: z.array(Range) })),
});
export type NoteHit = z.infer<typeof NoteHit>;

export const RunStyle = z.enum(['italic', 'bold', 'small-caps', 'superscript', 'subscript', 'underline']);
/** Words with their look; a citation is a row of these, the same for the screen and for every export. */
export const StyledText = z.array(
  z.object({ text: z.string(), styles: z.array(RunStyle), href: z.string().optional() }),
);
export type StyledText = z.infer<typeof StyledText>;

/** What is cited: a source, or a passage of it, at a place. */
export const CitationItemInput = z.object({
  sourceId: SourceId,
  /** The passage, whose page is the locator unless another is given. */
  annotationId: AnnotationId.optional(),
  /** `p. 3`, `fol. 2v`; the words before a number say what it counts. */
  locator: z.string().max(200).optional(),
  prefix: z.string().max(2_000).optional(),
  suffix: z.string().max(2_000).optional(),
});
export type CitationItemInput = z.infer<typeof CitationItemInput>;

export const CitationStyle = z.object({
  id: z.string(),
  title: z.string(),
  /** `note`: for footnotes; `in-text`: in brackets within the text. */
  kind: z.enum(['note', 'in-text']),
  /** Id of `cite.locales`: the language the style is drawn in where AS_STYLE_SAYS is asked for. */
  locale: z.string(),
  /** Added to this archive by a person. */
  isOwn: z.boolean(),
});
export type CitationStyle = z.infer<typeof CitationStyle>;

export const AddedStyle = CitationStyle.extend({
  /** What Fonds leaves out of the style when it draws with it, each in a sentence. */
  remarks: z.array(z.string()),
});
export type AddedStyle = z.infer<typeof AddedStyle>;

/** A citation drawn alone: as a first note, and as it stands in a bibliography. */
export const FormattedCitation = z.object({
  note: StyledText,
  /** Null when the style has no bibliography. */
  bibliography: StyledText.nullable(),
  /** Labels of the elements that a full citation of such a source would have and that are empty, such as “Box”. */
  missing: z.array(z.string()),
  /** Names of creators and recipients that were taken for no person's by how they look, each in a sentence. */
  guessed: z.array(z.string()),
});
export type FormattedCitation = z.infer<typeof FormattedCitation>;

/** What is to be quoted: a range of a text, or a passage that is annotated already. */
export const QuoteSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    sourceId: SourceId,
    versionId: VersionId,
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  }),
  z.object({ kind: z.literal('annotation'), id: AnnotationId }),
]);
export type QuoteSubject = z.infer<typeof QuoteSubject>;
