/** Computes collations of an archive in the worker, and adds what the archive knows of their witnesses. */
import type { Archive } from '../archive/index.js';
import type { CollationResult, CollationSubject, CollationTable, ComposedText, SourceId } from '../contract/index.js';
import type { AlignmentTask } from './alignment-task.js';
import type { OnProgress } from './collate.js';
import type { CollationPool } from './collation-pool.js';
import type { Collations, ResolvedSubject } from './collations.js';
import type { Knowledge } from './variants/index.js';

/** Each throws FondsError NOT_FOUND, INVALID_INPUT; AbortError when `signal` is aborted. */
export interface CollationEngine {
  align(subject: CollationSubject, signal: AbortSignal, onProgress?: OnProgress): Promise<CollationResult>;
  table(subject: CollationSubject, signal: AbortSignal, onProgress?: OnProgress): Promise<CollationTable>;
  compose(subject: CollationSubject, signal: AbortSignal, onProgress?: OnProgress): Promise<ComposedText>;
}

/** What is known of words outside of the texts that are compared. */
export interface WordLookup {
  /**
   * Of the forms those that stand in a dictionary of the languages.
   * @param languages BCP 47. @returns null when one of them has no dictionary, or there is none: then nothing can be said.
   */
  inDictionaries(forms: readonly string[], languages: readonly string[]): Promise<ReadonlySet<string> | null>;
  /** In how many sources, these left out, each form stands; forms in none are left out. */
  inArchive(
    forms: readonly string[],
    except: readonly SourceId[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>>;
}

export function createCollationEngine({
  archive,
  collations,
  pool,
  words,
}: {
  readonly archive: Pick<Archive, 'texts' | 'sources'>;
  readonly collations: Pick<Collations, 'resolve'>;
  readonly pool: CollationPool;
  readonly words: WordLookup;
}): CollationEngine {
  const textsOf = ({ witnesses }: ResolvedSubject): string[] =>
    witnesses.map(({ sourceId, versionId }) => archive.texts.get(sourceId, versionId).text);
  const taskOf = (resolved: ResolvedSubject): AlignmentTask => ({
    key: resolved.witnesses.map(({ versionId }) => versionId).join(' '),
    texts: textsOf(resolved),
    base: resolved.base,
    pins: resolved.pins,
    sigla: resolved.witnesses.map(({ siglum }) => siglum),
  });
  /** The task with what is known today of the words that differ. */
  const informed = async (
    resolved: ResolvedSubject,
    signal: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<AlignmentTask> => {
    const task = taskOf(resolved);
    const forms = await pool.forms(task, signal, onProgress);
    // The index first: it is what guesses the languages of texts that came in just now.
    const ids = resolved.witnesses.map(({ sourceId }) => sourceId);
    const sources = await words.inArchive(forms, ids, signal);
    const described = resolved.witnesses.map(({ sourceId }) => archive.sources.get(sourceId));
    const languages = described.flatMap(({ description, guessedLanguage }) => {
      const language = description.language || guessedLanguage;
      return language ? [language] : [];
    });
    const known = await words.inDictionaries(forms, [...new Set(languages)]);
    const machineRead = resolved.witnesses.map(({ versionId }, at) =>
      isMachineReading(described[at]?.versions.find(({ id }) => id === versionId)?.origin ?? ''),
    );
    const knowledge: Knowledge = {
      isDictionaryAsked: known !== null,
      known: known ?? new Set(),
      sources,
      machineRead,
    };
    return { ...task, knowledge };
  };
  return {
    align: async (subject, signal, onProgress) => {
      const resolved = collations.resolve(subject);
      const computed = await pool.align(await informed(resolved, signal, onProgress), signal);
      return { ...computed, witnesses: [...resolved.described], base: resolved.base };
    },
    table: async (subject, signal, onProgress) => {
      const resolved = collations.resolve(subject);
      const computed = await pool.table(await informed(resolved, signal, onProgress), signal);
      return { ...computed, witnesses: [...resolved.described] };
    },
    // The least redacted text asks for no classes of words.
    compose: (subject, signal, onProgress) => pool.compose(taskOf(collations.resolve(subject)), signal, onProgress),
  };
}

/** Made by recognition, or read from the text layer of a PDF, which may be of a scan: nothing in it says so. */
const isMachineReading = (origin: string): boolean => /^(?:ocr|reader:(?:pdf|image|scan))/.test(origin);
