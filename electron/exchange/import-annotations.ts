/**
 * Imports the content of a file into the archive, as one undo step or not at all, in batches so that the service stays
 * responsive. Every annotation of the file has a line in the report: imported, here already, or left out with the reason;
 * tags, sources that bear them as a whole, sets and notes are counted.
 */
import type { Annotations, ImportedAnnotation, PreparedAnnotation } from '../annotation/index.js';
import type { Archive, BatchWriter, JournalChange } from '../archive/index.js';
import {
  type Annotation,
  FondsError,
  type ReportLine,
  type Source,
  type SourceId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { annotationLabel } from './annotation-label.js';
import type { ExchangeAnnotation, ExchangeLoss, ExchangePart, ExchangeTagging } from './exchange-model.js';
import { type ExchangeText, exchangeText } from './fonds-terms.js';
import { createImportReport, type ImportReport } from './import-report.js';
import { createTagImporter, type TagImporter } from './import-tags.js';
import { type SourceMatch, sourceMatcher } from './match-source.js';
import { type ResolvedTarget, resolveTarget } from './resolve-target.js';

export interface ImportAnnotationsOptions {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Name of the file, for the undo menu. */
  readonly name: string;
  /** @param done annotations and tags. */
  readonly progress: (done: number) => void;
}

/** The service answers other calls after this time. */
const TURN_MS = 20;
/** How often annotations are prepared again when texts change meanwhile. */
const ATTEMPTS = 3;
/** Texts kept in memory while annotations are anchored in them. */
const MAX_TEXTS = 20;

const NEW_ID = t('It has a new id here: that of the file is of an annotation of another place, which was deleted.');

interface PreparedImport {
  readonly fileAnnotation: ExchangeAnnotation;
  readonly imported: ImportedAnnotation;
}

/**
 * @param parts in the order of `exchangeParts`. @returns the report.
 * @throws FondsError, the reason of the signal; then nothing was changed.
 */
export async function importAnnotations(
  parts: AsyncIterable<ExchangePart>,
  options: ImportAnnotationsOptions,
): Promise<ReportLine[]> {
  const { archive, name, signal, progress } = options;
  const report = createImportReport();
  const importer = createImport(options, report);
  let done = 0;
  const step = {
    label: t('Take in “{name}”', { name }),
    scopes: ['annotations', 'tags', 'sources'],
    sourceIds: () => [...importer.touched],
  } as const;
  await archive.history.stepInBatches(step, signal, async (write) => {
    for await (const part of parts) {
      signal.throwIfAborted();
      switch (part.kind) {
        case 'losses':
          part.items.forEach(importer.reportLoss);
          break;
        case 'taggings':
          await write(part.items.values().map(importer.tagSource));
          break;
        case 'tags':
          await write(part.items.values().map(importer.tags.add));
          break;
        case 'annotations':
          await importer.writeAnnotations(part.items, write);
          break;
      }
      if (part.kind === 'losses' || part.kind === 'taggings') continue;
      done += part.items.length;
      progress(done);
    }
  });
  return report.lines();
}

function createImport(options: ImportAnnotationsOptions, report: ImportReport) {
  const { archive, annotations, now, signal } = options;
  const match = sourceMatcher(archive.sources);
  const tags = createTagImporter(archive.tags, report);
  const textsOf = createTexts(archive);
  const touched = new Set<SourceId>();
  const seen = new Set<string>();
  const at = now().toISOString();
  const addLine = (line: Omit<ReportLine, 'remarks'>, remarks: readonly string[] = []): void =>
    report.line({ ...line, remarks: [...remarks] });

  /** Those that can be imported; the report gets a line for each other one. */
  async function choose(fileAnnotations: readonly ExchangeAnnotation[]): Promise<PreparedImport[]> {
    const here = new Map(annotations.getMany(fileAnnotations.map(({ id }) => id)).map((one) => [one.id, one]));
    const chosen: PreparedImport[] = [];
    let turnAt = performance.now();
    for (const one of fileAnnotations) {
      if (performance.now() - turnAt > TURN_MS) {
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        turnAt = performance.now();
      }
      const verdict = judge(one, here.get(one.id));
      if ('outcome' in verdict) addLine({ name: annotationLabel(one), ...verdict });
      else {
        const createdAt = one.createdAt ?? one.changedAt ?? at;
        const { id, comment } = one;
        const who = one.who ?? archive.who;
        const fields = { id, comment, colour: one.colour ?? 1, who, createdAt, changedAt: one.changedAt ?? createdAt };
        chosen.push({ fileAnnotation: one, imported: { ...fields, sourceId: verdict.source.id, ...verdict.placed } });
      }
    }
    return chosen;
  }

  type NotImported = Pick<ReportLine, 'outcome' | 'message' | 'sourceId'>;
  function judge(
    fileAnnotation: ExchangeAnnotation,
    here: Annotation | undefined,
  ): NotImported | { readonly source: Source; readonly placed: ResolvedTarget } {
    if (seen.has(fileAnnotation.id)) {
      return { outcome: 'duplicate', message: t('It is in this file twice; the first is taken.'), sourceId: null };
    }
    seen.add(fileAnnotation.id);
    const matched: SourceMatch = match(fileAnnotation.source);
    if ('reason' in matched) return { outcome: 'skipped', message: matched.reason, sourceId: null };
    const { source } = matched;
    if (here) {
      const { sourceId } = here;
      if (isUnchanged(fileAnnotation, here, tags))
        return { outcome: 'duplicate', message: t('It is here already.'), sourceId };
      const message = t(
        'It is here already and says something else. Yours was kept as it is; delete it and take the file in again if you want the other.',
      );
      return { outcome: 'skipped', message, sourceId };
    }
    const placed = resolveTarget(fileAnnotation, source, textsOf(source.id));
    if ('reason' in placed) return { outcome: 'skipped', message: placed.reason, sourceId: source.id };
    return { source, placed };
  }

  async function writeAnnotations(fileAnnotations: readonly ExchangeAnnotation[], write: BatchWriter): Promise<void> {
    let chosen = await choose(fileAnnotations);
    for (let attempt = 1; chosen.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS) {
        throw new FondsError(
          'STALE',
          t(
            'Texts of its sources were changed again and again meanwhile. Nothing was taken in; take the file in again.',
          ),
        );
      }
      const prepared = await annotations.importer.prepare(chosen.map(({ imported }) => imported));
      signal.throwIfAborted();
      const stale: PreparedImport[] = [];
      await write(
        chosen.entries().map(([index, one]): readonly JournalChange[] => {
          const borne = tags.ensure(one.fileAnnotation.tags);
          const written = annotations.importer.write(prepared, index, borne.ids);
          if (written === 'stale') stale.push(one);
          else reportWritten(one, prepared.annotations[index] as PreparedAnnotation, written.id);
          return written === 'stale' ? borne.changes : [...borne.changes, ...written.changes];
        }),
      );
      chosen = stale;
    }
  }

  function reportWritten(
    { fileAnnotation, imported }: PreparedImport,
    one: PreparedAnnotation,
    id: string | null,
  ): void {
    const { sourceId } = imported;
    const name = annotationLabel(fileAnnotation);
    if ('refused' in one) {
      addLine({ name, outcome: 'skipped', message: one.refused, sourceId }, fileAnnotation.remarks);
      return;
    }
    touched.add(sourceId);
    const message = one.review === null ? null : t('Waits for you to place it: {review}', { review: one.review });
    addLine(
      { name, outcome: 'imported', message, sourceId },
      id === imported.id ? fileAnnotation.remarks : [...fileAnnotation.remarks, NEW_ID],
    );
  }

  return {
    tags,
    touched,
    writeAnnotations,
    reportLoss: ({ kind, location: place, reason, count }: ExchangeLoss): void => {
      if (kind === 'annotation' || kind === 'tag')
        addLine({ name: place, outcome: 'skipped', message: reason, sourceId: null, count });
      else report.count(kind === 'set' ? 'sets-left' : 'notes-left', place, count);
    },
    /** Inside a unit of the step: the tags that a source bears as a whole, beside those it has here. */
    tagSource: ({ source: about, tags: paths }: ExchangeTagging): readonly JournalChange[] => {
      const matched = match(about);
      if ('reason' in matched) {
        addLine({ name: about.title, outcome: 'skipped', message: matched.reason, sourceId: null });
        return [];
      }
      const { id, description } = matched.source;
      const { ids, changes } = tags.ensure(paths);
      const given = ids.flatMap((tagId) => archive.tags.giving(tagId, [id]) ?? []);
      if (given.length > 0) touched.add(id);
      report.count(given.length > 0 ? 'sources-tagged' : 'sources-here', description.title || about.title);
      return [...changes, ...given];
    },
  };
}

/** Annotations of one source come together: texts of earlier sources are dropped. */
function createTexts({ texts }: Pick<Archive, 'texts'>) {
  const cachedTexts = new Map<VersionId, ExchangeText>();
  return (sourceId: SourceId) =>
    (versionId: VersionId): ExchangeText => {
      const known = cachedTexts.get(versionId) ?? exchangeText(texts.get(sourceId, versionId).text);
      if (!cachedTexts.has(versionId) && cachedTexts.size >= MAX_TEXTS) cachedTexts.clear();
      cachedTexts.set(versionId, known);
      return known;
    };
}

const tagKeys = (paths: readonly string[]): string => JSON.stringify(paths.map((path) => path.toLowerCase()).sort());

/** What the file does not say is no difference. */
function isUnchanged(fileAnnotation: ExchangeAnnotation, here: Annotation, tags: Pick<TagImporter, 'path'>): boolean {
  const words = here.target.kind === 'text' ? here.target.quote.exact : null;
  const fileWords = fileAnnotation.target.kind === 'text' ? (fileAnnotation.target.quote?.exact ?? words) : null;
  return (
    fileAnnotation.comment === here.comment &&
    (fileAnnotation.colour === null || fileAnnotation.colour === here.colour) &&
    tagKeys(fileAnnotation.tags) === tagKeys(here.tagIds.map(tags.path)) &&
    fileWords?.trim() === words?.trim()
  );
}
