/**
 * What calls about collations carry. A witness is one text version; offsets are UTF-16 units of its text, half-open;
 * witnesses are given by their index in the collation.
 */
import { z } from 'zod';
import { t } from '../wording/index.js';
import { CollationId, PinId, SourceId, VersionId } from './ids.js';
import { Range } from './text-models.js';

/** More than these are refused: nobody reads so many columns, and the table grows with each. */
export const MAX_WITNESSES = 40;

/**
 * What kind of difference a variant is. `accidental`: punctuation, case, spelling; `number`, `date` and `name`: a value
 * differs; `redaction`: at least one witness withholds it; `moved`: it stands elsewhere in another witness.
 */
export const VariantClass = z.enum([
  'accidental',
  'ocr',
  'substantive',
  'number',
  'date',
  'name',
  'redaction',
  'moved',
]);
export type VariantClass = z.infer<typeof VariantClass>;

/** A witness of a collation to be made. Without `versionId`, the current version of the source. */
export const ChosenWitness = z.object({
  sourceId: SourceId,
  versionId: VersionId.optional(),
  /** Empty or left out: the next free letter. */
  siglum: z.string().trim().max(12).optional(),
});
export type ChosenWitness = z.infer<typeof ChosenWitness>;

export const Witness = z.object({
  sourceId: SourceId,
  versionId: VersionId,
  /** Unique in its collation. */
  siglum: z.string(),
  /** Of the source, as it is described now. */
  title: z.string(),
  dateWritten: z.string(),
  /** The version that is read today; another one than `versionId` when the text was corrected since. */
  currentVersionId: VersionId,
  isInBin: z.boolean(),
  /** UTF-16 units. */
  length: z.number(),
});
export type Witness = z.infer<typeof Witness>;

export const PinnedRange = z.object({
  witness: z.number().int().min(0),
  start: z.number().int(),
  end: z.number().int(),
});
export type PinnedRange = z.infer<typeof PinnedRange>;

/** What a witness has at a place; where it has nothing, the point after what it has before (`start` is `end`). */
export const ChosenReading = PinnedRange.extend({ versionId: VersionId });
export type ChosenReading = z.infer<typeof ChosenReading>;

/** What the scholar decided about the alignment: a hard constraint. */
export const Pin = z.object({
  id: PinId,
  /** `together`: the ranges correspond. `apart`: no words of two of them share a place. */
  kind: z.enum(['together', 'apart']),
  stretches: z.array(PinnedRange),
  who: z.string(),
  createdAt: z.string(),
});
export type Pin = z.infer<typeof Pin>;

export const Collation = z.object({
  id: CollationId,
  name: z.string(),
  witnesses: z.array(Witness),
  /** Index of the witness whose readings stand first in the apparatus. */
  base: z.number(),
  pins: z.array(Pin),
  /** Grows with every change. */
  revision: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type Collation = z.infer<typeof Collation>;

/** What is collated: one that was saved, or witnesses just named. */
export const CollationSubject = z.union([
  z.object({ id: CollationId }),
  z.object({
    witnesses: z.array(ChosenWitness).min(2).max(MAX_WITNESSES),
    /** Index of a witness. */
    base: z.number().int().min(0).default(0),
  }),
]);
export type CollationSubject = z.infer<typeof CollationSubject>;

/** One place of the text: what the witnesses say there, alike or not. Blocks follow each other in reading order. */
export const CollationBlock = z.object({
  /** Rows of the alignment table, half-open. */
  rows: Range,
  /** Null where all witnesses say the same, whatever blanks and line ends are between the words. */
  class: VariantClass.nullable(),
  /** Of each witness its range; null where it has nothing. */
  cells: z.array(Range.nullable()),
  /** Of each witness which reading it has; those with one number say the same. 0 is the reading of the base. */
  readings: z.array(z.number()),
  /**
   * Witnesses that withhold something here, with the exemption code as it is written. A block of another class has some
   * where those that show it differ: its class is about them. Empty where all agree, be it on the same mark.
   */
  withheld: z.array(z.object({ witness: z.number(), code: z.string().nullable() })),
  /** Indices of moves that begin or end here; empty but for `moved`. */
  moves: z.array(z.number()),
  /** Pins that hold here. */
  pinIds: z.array(PinId),
});
export type CollationBlock = z.infer<typeof CollationBlock>;

export const CollationMove = z.object({ from: PinnedRange, to: PinnedRange });
export type CollationMove = z.infer<typeof CollationMove>;

/** A computed collation. Every view and every export is drawn from this and the texts of the witnesses. */
export const CollationResult = z.object({
  witnesses: z.array(Witness),
  base: z.number(),
  rowCount: z.number(),
  blocks: z.array(CollationBlock),
  moves: z.array(CollationMove),
  /** Pins that contradict an earlier one and were left out. */
  refusedPinIds: z.array(PinId),
  /** Of each pair of witnesses the share of their words that agree, 0 to 1; those without a counterpart count as not agreeing. */
  agreement: z.array(z.array(z.number())),
  /** Blocks of each class. */
  counts: z.record(VariantClass, z.number()),
});
export type CollationResult = z.infer<typeof CollationResult>;

/** The alignment word by word, in the shape of CollateX: one row for each position, one column for each witness. */
export const CollationTable = z.object({
  witnesses: z.array(Witness),
  table: z.array(z.array(z.object({ start: z.number(), end: z.number(), text: z.string() }).nullable())),
  variants: z.array(
    z.object({
      class: VariantClass,
      /** First row, and how many rows the variant takes. */
      row: z.number(),
      rows: z.number(),
      readings: z.array(z.object({ witnesses: z.array(z.number()), text: z.string() })),
    }),
  ),
  moves: z.array(CollationMove),
});
export type CollationTable = z.infer<typeof CollationTable>;

/**
 * The least redacted text: that of the base, and where it withholds something or cannot be read what others show there,
 * row by row. Where those that show it say different things, all are in the text, side by side.
 */
export const ComposedText = z.object({
  /** Of the witnesses, in their order. */
  sigla: z.array(z.string()),
  /** Index of the witness. */
  base: z.number(),
  /** Side by side as `[B: 43 | C: 48]`, by the sigla. */
  text: z.string(),
  /** Cover the text, in order. */
  spans: z.array(
    z.object({
      /** UTF-16 offsets, half-open. */
      start: z.number(),
      end: z.number(),
      /** Where it stands word for word. Null: a mark that nobody answers, or `added`. */
      from: PinnedRange.nullable(),
      /**
       * How it comes here. `base`: it is the text of the base. `withheld`, `unread`: the base withholds it, or cannot be
       * read there; without `from` nobody shows it, and the mark stands in the text. `absent`: the base has nothing or
       * other words where another witness withholds what this one shows. `added`: signs and blanks that no witness has.
       */
      because: z.enum(['base', 'withheld', 'unread', 'absent', 'added']),
      /** Of words that stand side by side the number of their place, from 0; null for all others. */
      choice: z.number().nullable(),
    }),
  ),
  /**
   * Offsets where what one witness withholds ends and what another withholds begins, and none shows both sides: whether
   * all of them withhold something between is not to be known. No mark stands there.
   */
  seams: z.array(z.number()),
});
export type ComposedText = z.infer<typeof ComposedText>;

/** A source whose text is, for a good part, that of another. */
export const NearDuplicate = z.object({
  sourceId: SourceId,
  title: z.string(),
  dateWritten: z.string(),
  /** An estimate, 0 to 1: how much of the shorter text stands in the longer one, in runs of words. */
  share: z.number(),
});
export type NearDuplicate = z.infer<typeof NearDuplicate>;

export const COLLATION_FORMATS = [
  {
    id: 'tei',
    title: t('TEI apparatus (XML)'),
    extension: 'xml',
    about: t('Critical apparatus, parallel segmentation'),
  },
  { id: 'csv', title: t('Table (CSV)'), extension: 'csv', about: t('A row a place, a column a witness') },
  { id: 'html', title: t('Web page (HTML)'), extension: 'html', about: t('One file that needs nothing else') },
  { id: 'docx', title: t('Word document (DOCX)'), extension: 'docx', about: t('The variants as a table') },
  { id: 'json', title: t('Alignment table (JSON)'), extension: 'json', about: t('In the shape of CollateX') },
] as const;
export const CollationFormat = z.enum(COLLATION_FORMATS.map(({ id }) => id));
export type CollationFormat = z.infer<typeof CollationFormat>;
