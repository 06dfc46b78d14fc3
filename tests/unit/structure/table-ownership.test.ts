/** ADR 0007 and 0049: the SQL of a room reads and writes its own tables; of other rooms it reads published views. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

const TABLES: Record<string, readonly string[]> = {
  archive: [
    ...['archive', 'source', 'original', 'source_original', 'suggestion', 'text_version', 'current_text'],
    ...['collection', 'collection_source', 'tag', 'tag_source', 'journal_step', 'journal_change', 'journal_turn'],
  ],
  search: [
    ...['search_index', 'search_segment', 'search_tombstone', 'search_block', 'search_pending', 'text_language'],
    ...['saved_search', 'search_log'],
  ],
  annotation: ['annotation', 'annotation_tag', 'anchor'],
  notes: ['note', 'note_reference', 'citation_style', 'learned_word'],
  collation: ['collation', 'text_sketch'],
  pages: ['original_pages', 'page_view'],
  ocr: ['ocr_page', 'version_page'],
};

const migrations = readdirSync(join(root, 'data', 'migrations'))
  .sort()
  .map((name) => readFileSync(join(root, 'data', 'migrations', name), 'utf8'))
  .join('\n');
const created = (what: 'TABLE' | 'VIEW'): string[] =>
  [...migrations.matchAll(new RegExp(`^CREATE ${what} (\\w+)`, 'gm'))].map(([, name = '']) => name);

const ownerOf = new Map(Object.entries(TABLES).flatMap(([room, tables]) => tables.map((table) => [table, room])));

/** @returns `room reads table` for each table of another room that the SQL of a file names. */
function foreignTables(room: string, code: string): string[] {
  return [...code.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)].flatMap(([, table = '']) => {
    const owner = ownerOf.get(table);
    return owner === undefined || owner === room ? [] : [`${room} reads ${table} of ${owner}`];
  });
}

const sqlOfRooms = readdirSync(join(root, 'electron'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(join(root, 'electron'), join(entry.parentPath, entry.name)))
  .map((path) => ({ path, room: path.split('/')[0] ?? '', code: readFileSync(join(root, 'electron', path), 'utf8') }));

describe('the tables of the archive', () => {
  it('have each one room that owns them', () => {
    expect([...ownerOf.keys()].sort()).toEqual(created('TABLE').sort());
  });

  it.each(sqlOfRooms.filter(({ code }) => /\b(FROM|JOIN|INTO|UPDATE)\s+[a-z_]+\b/.test(code)))(
    'are left to their room by $path',
    ({ room, code }) => expect(foreignTables(room, code)).toEqual([]),
  );

  it('are found where a room reads what is not its own, and views are not taken for tables', () => {
    expect(foreignTables('notes', 'SELECT 1 FROM note n JOIN anchor a ON a.id = n.id')).toEqual([
      'notes reads anchor of annotation',
    ]);
    expect(foreignTables('notes', 'SELECT 1 FROM live_tag')).toEqual([]);
    expect(created('VIEW')).toContain('live_tag');
  });
});
