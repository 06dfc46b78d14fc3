/** Brings archive.db to the newest shape, one file of data/migrations/ after another, each whole or not at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.js';

export interface Migration {
  readonly version: number;
  readonly file: string;
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** @throws Error when the numbers leave a gap or repeat (a fault of the program, not of an archive). */
export function readMigrations(dir: string): readonly Migration[] {
  const migrations = readdirSync(dir)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => ({ version: Number(NAME.exec(name)?.[1]), file: join(dir, name) }));
  const gap = migrations.findIndex(({ version }, index) => version !== index + 1);
  if (migrations.length === 0 || gap >= 0) throw new Error(`Migrations in ${dir} are not 0001, 0002, … without a gap`);
  return migrations;
}

export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

export const versionOf = (database: Database): number =>
  database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;

/** Applies what is missing. The caller has made a backup. @throws what SQLite says; the failed one leaves no trace. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const current = versionOf(database);
  for (const { version, file } of migrations.filter((migration) => migration.version > current)) {
    const sql = readFileSync(file, 'utf8');
    database.write(() => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${version}`);
    });
  }
}
