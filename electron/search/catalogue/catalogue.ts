/**
 * What filters, facets and results ask of each source, in memory: read in bulk when first asked for, then kept current
 * by the archive's own word of what was touched. Derived; nothing here is ever written.
 */
import type { Archive } from '../../archive/index.js';
import type { SearchFilter, SourceId } from '../../contract/index.js';
import type { FilterNode } from '../query/ast.js';
import { CatalogueColumns } from './catalogue-columns.js';
import { type CatalogueNames, type FilterCheck, filterChecks } from './filter-checks.js';
import { lineFilter } from './line-filter.js';

/** Sources read before other work gets its turn: about 10 ms. */
const PAGE_SOURCES = 500;

export interface Catalogue {
  /** Resolves when every change made so far is in; what follows answers at once. @throws FondsError NO_ARCHIVE. */
  ready(): Promise<void>;
  /** For what no change of the archive tells of, such as a language that was guessed. */
  touch(ids: Iterable<SourceId>): void;
  readonly columns: CatalogueColumns;
  /** Grows with every change that this hears of. */
  readonly revision: number;
  /** Collections and tags that are not deleted. */
  names(): CatalogueNames;
  /** @throws FondsError DATE_INVALID; NOT_FOUND when a collection or a tag is gone. */
  checks(filter: SearchFilter): FilterCheck[];
  /** All checks of a filter; false for sources in the bin. Throws as `checks`. */
  passes(filter: SearchFilter): (id: SourceId) => boolean;
  /** @throws FondsError QUERY_SYNTAX with `details.start` and `details.end` when there is no such collection or tag. */
  select(node: FilterNode): (id: SourceId) => boolean;
  close(): void;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createCatalogue(archive: Archive): Catalogue {
  const columns = new CatalogueColumns();
  const touched = new Set<SourceId>();
  let names: CatalogueNames | null = null;
  let lastPlace: number | null = 0;
  let working: Promise<void> | null = null;
  let closed = false;
  let revision = 0;
  const touch = (ids: Iterable<SourceId>) => {
    for (const id of ids) touched.add(id);
    revision += 1;
  };
  const stop = archive.onChange(({ scopes, sourceIds }) => {
    // A tag that is merged or deleted changes what passages bear, and names no source.
    touch(scopes.includes('annotations') && sourceIds.length === 0 ? archive.catalogue.annotated() : sourceIds);
    names = null;
  });

  async function load(): Promise<void> {
    while (lastPlace !== null && !closed) {
      const rows = archive.catalogue.page(lastPlace, PAGE_SOURCES);
      for (const row of rows) columns.put(row);
      lastPlace = rows.at(-1)?.place ?? null;
      await nextTurn();
    }
  }

  async function refresh(): Promise<void> {
    while (touched.size > 0 && !closed) {
      const ids = [...touched].slice(0, PAGE_SOURCES);
      const rows = archive.catalogue.of(ids);
      for (const id of ids) touched.delete(id);
      const live = new Set(rows.map(({ id }) => id));
      for (const id of ids) if (!live.has(id)) columns.remove(id);
      for (const row of rows) columns.put(row);
      if (touched.size > 0) await nextTurn();
    }
  }

  const catchUp = async () => {
    await load();
    await refresh();
  };

  const numbered = (holds: (number: number) => boolean) => (id: SourceId) => {
    const number = columns.numberOf(id);
    return number >= 0 && holds(number);
  };

  const known = (): CatalogueNames => {
    names ??= {
      collections: archive.catalogue.collectionNames(),
      tags: archive.tags.tree(),
      tagOf: (id) => archive.tags.find(id)?.id,
    };
    return names;
  };

  return {
    columns,
    names: known,
    touch,
    get revision() {
      return revision;
    },
    ready: async () => {
      while ((lastPlace !== null || touched.size > 0) && !closed) {
        working ??= catchUp().finally(() => {
          working = null;
        });
        await working;
      }
    },
    checks: (filter) => filterChecks(filter, columns, known()),
    passes: (filter) => {
      const checks = filterChecks(filter, columns, known());
      return numbered((number) => checks.every(({ holds }) => holds(number)));
    },
    select: (node) => numbered(lineFilter(node, columns, known())),
    close: () => {
      closed = true;
      stop();
    },
  };
}
