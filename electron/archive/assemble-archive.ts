/** Joins the stores of one open archive behind its public API. Every write goes through one of them. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { v7 } from 'uuid';
import { type ArchiveInfo, FondsError, NO_TEXT_ORIGIN, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { AddedSource, Archive, ArchiveOptions, NewSource } from './archive.js';
import { type ArchiveContext, operatorName } from './archive-context.js';
import { backupArchive } from './backup.js';
import { createCatalogueStore } from './catalogue-store.js';
import { createCollectionStore } from './collection-store.js';
import type { Database } from './database.js';
import { createInfoStore } from './info-store.js';
import type { JournalChange } from './journal-change.js';
import { createJournal } from './journal-store.js';
import { versionOf } from './migrate.js';
import { createOriginalReservations } from './original-reservations.js';
import { createOriginalStore, type NewOriginal } from './original-store.js';
import { originalPath, storeOriginal } from './originals.js';
import { createSourceListStore } from './source-list-store.js';
import { createSourceStore } from './source-store.js';
import { type StoreGroup, storeGroup } from './store-group.js';
import { createSuggestionStore } from './suggestion-store.js';
import { createTagStore } from './tag-store.js';
import { createTextStore, type NewText } from './text-store.js';
import { verifyArchive } from './verify.js';
import { createWriteHooks } from './write-hooks.js';

/** What a source without a text has: nothing to read, and all that is done with texts can be done with it. */
const NO_TEXT: NewText = { text: '', spans: [], origin: NO_TEXT_ORIGIN, remarks: [] };

/** @param released called once, when the archive is closed, while its connection is still open. */
export function assembleArchive(
  database: Database,
  dir: string,
  access: 'write' | 'read',
  options: ArchiveOptions & { now: () => Date },
  released: () => void,
): Archive {
  const listeners = new Set<Parameters<Archive['onChange']>[0]>();
  const newId = options.newId ?? v7;
  const hooks = createWriteHooks(database);
  const context: ArchiveContext = {
    database,
    now: options.now,
    newId,
    who: operatorName(),
    announce: (scopes, sourceIds) => {
      for (const listener of listeners) listener({ scopes: [...scopes], sourceIds: [...sourceIds] });
    },
    write: hooks.write,
    touch: hooks.touch,
  };
  const journal = createJournal(context);
  const texts = createTextStore(context, journal);
  const suggestions = createSuggestionStore(context, journal);
  const sources = createSourceStore(context, journal, { texts, suggestions });
  const lists = createSourceListStore(database);
  const collections = createCollectionStore(context, journal, sources);
  const tags = createTagStore(context, journal, sources);
  const originals = createOriginalStore(database);
  const reservations = createOriginalReservations(dir, originals.isNamed);
  const infos = createInfoStore(database);
  const info = (): ArchiveInfo => ({
    name: basename(dir).replace(/\.fonds$/i, ''),
    readOnly: access === 'read',
    schemaVersion: versionOf(database),
    ...infos.get(),
  });

  const checkStored = ({ description, original }: NewSource): readonly NewOriginal[] => {
    const given = original === null ? [] : [original].flat();
    for (const { sha256, fileBytes } of given) {
      if (statSync(originalPath(dir, sha256), { throwIfNoEntry: false })?.size === fileBytes) continue;
      const message = t('The original of “{title}” is not stored in the archive.', { title: description.title });
      throw new FondsError('NOT_FOUND', message, { sha256 });
    }
    return given;
  };

  const collectionsFor = ({ collectionId, collectionIds = [] }: Pick<NewSource, 'collectionId' | 'collectionIds'>) =>
    collectionId ? [collectionId, ...collectionIds] : collectionIds;

  /** Inside a transaction. @returns the changes that make them sources, for the journal. */
  const addInStep: Archive['sources']['addInStep'] = (added) => {
    const changes: JournalChange[] = [];
    const ids = added.map(({ description, text, suggestions: offered = [], original, ...joins }) => {
      const sourceId = SourceId.parse(newId());
      const given = original === null ? [] : [original].flat();
      sources.insert(sourceId, description, given);
      const versionId = texts.insert(sourceId, text ?? NO_TEXT);
      suggestions.insert(sourceId, offered);
      const after = { inBin: false, title: description.title, sha256: given[0]?.sha256 ?? null, versionId };
      changes.push({ kind: 'source.bin', subjectId: sourceId, before: { inBin: true }, after });
      for (const id of collectionsFor(joins)) {
        const joined = collections.joining(id, sourceId);
        if (joined) changes.push(joined);
      }
      return { sourceId, versionId };
    });
    return { added: ids, changes };
  };

  const addAll: Archive['sources']['addAll'] = (added, step) => {
    const originalsOf = added.map(checkStored);
    const made = hooks.write(() => {
      const { added: ids, changes } = addInStep(added);
      journal.record(step, changes);
      return ids;
    });
    for (const { sha256 } of originalsOf.flat()) reservations.confirm(sha256);
    const isCollected = added.some((source) => collectionsFor(source).length > 0);
    context.announce(
      ['archive', 'sources', 'history', ...(isCollected ? (['collections'] as const) : [])],
      made.map(({ sourceId }) => sourceId),
    );
    return made;
  };
  const add: Archive['sources']['add'] = (source, step) => addAll([source], step)[0] as AddedSource;

  const keep: Archive['originals']['store'] = async (path, signal) => {
    const stored = await storeOriginal(dir, path, newId(), signal);
    reservations.reserve(stored.sha256);
    if (existsSync(stored.path)) return stored;
    // Another import of the same bytes was taken back while this one looked at them.
    reservations.confirm(stored.sha256);
    return keep(path, signal);
  };

  const refuseReading = (): void => {
    if (access === 'write') return;
    throw new FondsError('ARCHIVE_READ_ONLY', t('This archive is open for reading only; nothing was changed.'));
  };

  const inThisThread: StoreGroup = async (folder, files) => storeGroup(folder, files);
  const keepAll: Archive['originals']['storeAll'] = async (given, signal) => {
    const { storeGroup: carryOut = inThisThread } = options;
    const files = given.map((file) => ({ ...file, temporaryName: newId() }));
    const answers = await carryOut(dir, files, signal);
    return Promise.all(
      answers.map(async (answer, at) => {
        if (!answer.ok) return answer;
        reservations.reserve(answer.sha256);
        if (existsSync(answer.path)) return answer;
        // Another import of the same bytes was taken back while this one looked at them.
        reservations.confirm(answer.sha256);
        const path = given[at]?.path ?? '';
        return { ok: true as const, ...(await keep(typeof path === 'string' ? path : Buffer.from(path), signal)) };
      }),
    );
  };

  let closed = false;
  return {
    dir,
    access,
    database,
    who: context.who,
    indexDir: join(dir, 'index'),
    info,
    sources: {
      list: lists.list,
      ids: lists.ids,
      get: (id) => sources.get(id),
      describe: sources.describe,
      dismissSuggestion: suggestions.dismiss,
      delete: sources.delete,
      restore: sources.restore,
      documentTypes: sources.documentTypes,
      add,
      addAll,
      addInStep,
      arrangeInStep: sources.arrange,
      binInStep: sources.binning,
      nameInStep: sources.naming,
      folders: sources.folders,
      among: sources.among,
      description: sources.description,
      findByHash: sources.findByHash,
      findByUrl: sources.findByUrl,
      findByText: sources.findByText,
      live: sources.live,
    },
    collections,
    tags,
    catalogue: createCatalogueStore(database),
    history: journal,
    texts,
    originals: {
      store: async (path, signal) => {
        refuseReading();
        return keep(path, signal);
      },
      storeAll: async (files, signal) => {
        refuseReading();
        return keepAll(files, signal);
      },
      discard: reservations.release,
      locate: (sha256) => ({ mediaType: originals.mediaType(sha256), path: originalPath(dir, sha256) }),
    },
    verify: (verification) => verifyArchive(dir, database, originals, verification),
    backup: (file, onExisting = 'refuse') =>
      backupArchive(
        { dir, database, hashes: originals.hashes, schemaVersion: versionOf(database), madeAt: options.now() },
        file,
        onExisting,
      ),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    announce: (scopes) => context.announce(scopes, []),
    onWrite: hooks.add,
    close: () => {
      if (closed) return;
      closed = true;
      listeners.clear();
      released();
      database.close();
    },
  };
}
