/** Calls the main process answers: windows, dialogs, preferences. */
import { z } from 'zod';
import { ArchiveInfo, RecentArchive } from './archive-models.js';
import { noInput, none } from './call.js';
import { CollationFormat, CollationSubject } from './collation-models.js';
import { ExportRequest } from './export-calls.js';
import { JobId, PlanId, Sha256 } from './ids.js';
import { AddedStyle } from './note-models.js';
import { Preferences } from './preferences.js';
import { ConcordanceSort, SearchQuery } from './search-models.js';

/** Calls the main process answers: windows, dialogs, preferences. Paths stay on its side. */
export const shellCalls = {
  'shell.state': {
    input: noInput,
    output: z.object({
      platform: z.string(),
      version: z.string(),
      preferences: Preferences,
      recents: z.array(RecentArchive),
      openRecentId: z.string().nullable(),
      lastProblem: z.string().nullable(),
      incident: z.string().nullable(),
    }),
  },
  'shell.setPreferences': { input: Preferences.partial(), output: Preferences },
  /** Puts words on the clipboard; the page itself may only do so moments after a key or a click, and not from a menu. */
  'shell.copy': {
    input: z.object({ text: z.string().max(10_000_000), html: z.string().max(20_000_000).optional() }),
    output: none,
  },
  /** Writes to the disk what the window keeps on this computer, so that a draft outlives the program. */
  'shell.keepDrafts': { input: noInput, output: none },
  /** Shows the log of incidents in its folder. `shown` is false while nothing was ever written down. */
  'shell.showIncidents': { input: noInput, output: z.object({ shown: z.boolean() }) },
  /** Each of these asks the person; `null` when they changed their mind. */
  'shell.createArchive': { input: noInput, output: ArchiveInfo.nullable() },
  'shell.openArchive': { input: noInput, output: ArchiveInfo.nullable() },
  'shell.openRecent': { input: z.object({ id: z.string() }), output: ArchiveInfo },
  'shell.openSample': { input: noInput, output: ArchiveInfo },
  'shell.chooseImport': {
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: z.object({ jobId: JobId, planId: PlanId }).nullable(),
  },
  'shell.exportSearch': {
    input: SearchQuery.extend({ format: z.enum(['csv', 'md', 'json']) }),
    output: z.object({ hits: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.exportConcordance': {
    input: SearchQuery.extend({ sort: ConcordanceSort }),
    output: z.object({ lines: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.exportLog': {
    input: z.object({ format: z.enum(['csv', 'json']) }),
    output: z.object({ entries: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.backup': {
    input: noInput,
    output: z.object({ fileBytes: z.number(), fileName: z.string(), absent: z.array(Sha256) }).nullable(),
  },
  /** `null` when the person changed their mind. The file is given by its name, never by its path. */
  'shell.export': { input: ExportRequest, output: z.object({ jobId: JobId, fileName: z.string() }).nullable() },
  'shell.exportCollation': {
    input: z.object({ subject: CollationSubject, format: CollationFormat }),
    output: z.object({ jobId: JobId, fileName: z.string() }).nullable(),
  },
  'shell.importAnnotations': { input: noInput, output: z.object({ jobId: JobId, fileName: z.string() }).nullable() },
  'shell.addStyle': { input: noInput, output: AddedStyle.nullable() },
  'shell.restore': { input: noInput, output: ArchiveInfo.nullable() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type ShellCallName = keyof typeof shellCalls;
export type ShellInput<N extends ShellCallName> = z.input<(typeof shellCalls)[N]['input']>;
export type ShellOutput<N extends ShellCallName> = z.output<(typeof shellCalls)[N]['output']>;
