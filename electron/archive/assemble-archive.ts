/** Joins the stores of one open archive behind its public API. Every write goes through one of them. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { v7 } from 'uuid';
import { type ArchiveInfo, FondsError, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { Archive, ArchiveOptions } from './archive.js';
import { type ArchiveContext, operatorName } from './archive-context.js';
import { backupArchive } from './backup.js';
import { createCatalogueStore } from './catalogue-store.js';
import { createCollectionStore } from './collection-store.js';
import type { Database } from './database.js';
import { createInfoStore } from './info-store.js';
import { createJournal } from './journal-store.js';
import { versionOf } from './migrate.js';
import { createOriginalReservations } from './original-reservations.js';
import { createOriginalStore } from './original-store.js';
import { originalPath, storeOriginal } from './originals.js';
import { createSourceListStore } from './source-list-store.js';
import { createSourceStore } from './source-store.js';
import { createSuggestionStore } from './suggestion-store.js';
import { createTagStore } from './tag-store.js';
import { createTextStore } from './text-store.js';
import { verifyArchive } from './verify.js';
import { createWriteHooks } from './write-hooks.js';

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

  const add: Archive['sources']['add'] = (
    { description, original, text, suggestions: offered = [], collectionId },
    step,
  ) => {
    const sourceId = SourceId.parse(newId());
    const stored = statSync(originalPath(dir, original.sha256), { throwIfNoEntry: false });
    if (stored?.size !== original.fileBytes) {
      throw new FondsError(
        'NOT_FOUND',
        t('The original of “{title}” is not stored in the archive.', { title: description.title }),
        {
          sha256: original.sha256,
        },
      );
    }
    const versionId = hooks.write(() => {
      sources.insert(sourceId, description, original);
      const version = texts.insert(sourceId, text);
      suggestions.insert(sourceId, offered);
      const joined = collectionId ? collections.joining(collectionId, sourceId) : null;
      const after = { inBin: false, title: description.title, sha256: original.sha256, versionId: version };
      const added = { kind: 'source.bin', subjectId: sourceId, before: { inBin: true }, after } as const;
      journal.record(step, joined ? [added, joined] : [added]);
      return version;
    });
    reservations.confirm(original.sha256);
    context.announce(
      ['archive', 'sources', 'history', ...(collectionId ? (['collections'] as const) : [])],
      [sourceId],
    );
    return { sourceId, versionId };
  };

  const keep: Archive['originals']['store'] = async (path, signal) => {
    const stored = await storeOriginal(dir, path, newId(), signal);
    reservations.reserve(stored.sha256);
    if (existsSync(stored.path)) return stored;
    // Another import of the same bytes was taken back while this one looked at them.
    reservations.confirm(stored.sha256);
    return keep(path, signal);
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
      store: (path, signal) => {
        if (access === 'read') {
          const message = t('This archive is open for reading only; nothing was changed.');
          return Promise.reject(new FondsError('ARCHIVE_READ_ONLY', message));
        }
        return keep(path, signal);
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
