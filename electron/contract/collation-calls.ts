/** Calls about collations: what they consist of, what comes out of them, and which sources ask for one. */
import { z } from 'zod';
import { AnchorReport } from './annotation-models.js';
import { action, type Call, change, job, name, noInput, none, onExisting, query } from './call.js';
import * as c from './collation-models.js';
import { CollationId, PinId, SourceId, VersionId } from './ids.js';

/** NOT_FOUND also for a source without a text; STALE when the collation changed or went while it was computed. */
const READ = ['NO_ARCHIVE', 'NOT_FOUND', 'INVALID_INPUT', 'STALE'] as const;
const id = z.object({ id: CollationId });

export const collationCalls = {
  /** Newest change first. */
  'collation.list': query({
    audience: 'window',
    input: noInput,
    output: z.array(c.Collation),
    reads: ['sources', 'texts', 'collations'],
  }),
  'collation.get': query({
    audience: 'window',
    input: id,
    output: c.Collation,
    reads: ['sources', 'texts', 'collations'],
    errors: ['NOT_FOUND'],
  }),
  /** Without a name, one is made of the titles. */
  'collation.create': change({
    audience: 'window',
    input: z.object({
      name: name.optional(),
      witnesses: z.array(c.ChosenWitness).min(2).max(c.MAX_WITNESSES),
      base: z.number().int().min(0).default(0),
    }),
    output: c.Collation,
    changes: ['collations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  /**
   * What is left out stays. Witnesses that stay keep their pins; the pins of those that go, go with them, and of those
   * that get another version too.
   */
  'collation.change': change({
    audience: 'window',
    input: id.extend({
      change: z
        .object({
          name,
          base: z.number().int().min(0),
          witnesses: z.array(c.ChosenWitness).min(2).max(c.MAX_WITNESSES),
        })
        .partial(),
    }),
    output: c.Collation,
    changes: ['collations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'collation.delete': change({
    audience: 'window',
    input: id,
    output: none,
    changes: ['collations'],
    errors: ['NOT_FOUND'],
  }),
  /** One undo step. Ranges are widened to whole words; two witnesses at least. */
  'collation.pin': change({
    audience: 'window',
    input: id.extend({ kind: c.Pin.shape.kind, stretches: z.array(c.PinnedRange).min(2).max(c.MAX_WITNESSES) }),
    output: c.Pin,
    changes: ['collations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'collation.unpin': change({
    audience: 'window',
    input: id.extend({ pinIds: z.array(PinId).min(1) }),
    output: none,
    changes: ['collations'],
    errors: ['NOT_FOUND'],
  }),
  /**
   * Corrects one witness by the reading of another at one place that differs: a new version of its text, which is the
   * current one and the collated one from then on. Annotations and pins go along. One undo step. INVALID_INPUT where
   * `takeOverObstacle` says why; STALE when a range is not that of the place any more.
   */
  'collation.takeOver': change({
    audience: 'window',
    input: id.extend({ from: c.ChosenReading, into: c.ChosenReading }),
    output: z.object({
      collation: c.Collation,
      /** Of the new text. */
      versionId: VersionId,
      anchors: AnchorReport,
      /** Pins that were left out, as their words are gone. */
      droppedPins: z.number(),
    }),
    changes: ['texts', 'sources', 'annotations', 'collations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),

  /** Long ones show as a job that can be cancelled; then the answer is STALE. */
  'collation.align': query({
    audience: 'window',
    input: c.CollationSubject,
    output: c.CollationResult,
    reads: ['texts', 'collations'],
    errors: READ,
  }),
  'collation.table': query({
    audience: 'window',
    input: c.CollationSubject,
    output: c.CollationTable,
    reads: ['texts', 'collations'],
    errors: READ,
  }),
  'collation.compose': query({
    audience: 'window',
    input: c.CollationSubject,
    output: c.ComposedText,
    reads: ['texts', 'collations'],
    errors: READ,
  }),
  'collation.export': action({
    audience: 'trusted',
    input: z.object({ subject: c.CollationSubject, format: c.CollationFormat, file: z.string(), onExisting }),
    output: job,
    errors: ['NO_ARCHIVE', 'NOT_FOUND', 'INVALID_INPUT', 'FILE_EXISTS'],
  }),

  /** Sources that share much of their text with this one, most alike first. */
  'collation.suggest': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId }),
    output: z.array(c.NearDuplicate),
    reads: ['sources', 'texts'],
    errors: ['NOT_FOUND'],
  }),
  /** Groups of sources of the archive that share much of their text, those most alike first; each source once. */
  'collation.groups': query({
    audience: 'window',
    input: z.object({ limit: z.number().int().min(1).max(500) }),
    output: z.object({
      total: z.number(),
      groups: z.array(z.object({ share: z.number(), sources: z.array(c.NearDuplicate.omit({ share: true })) })),
    }),
    reads: ['sources', 'texts'],
  }),
} as const satisfies Record<string, Call>;
