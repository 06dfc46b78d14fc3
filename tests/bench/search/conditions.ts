/** On what machine and with what versions something was measured. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const PACKAGES = ['lunr', 'minisearch', 'flexsearch'];

function versionOf(name: string): string {
  const file = join('node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Whether something else keeps the machine busy, so that times say little. */
export const isBusy = (): boolean => (loadavg()[0] ?? 0) > 0.7;

/** @returns lines of Markdown. */
export function conditions(documents: number, words: number, startedAt: Date): string[] {
  const processors = cpus();
  const { electron, node, v8, sqlite } = process.versions;
  const machine = `${processors[0]?.model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${process.platform}`;
  const programs = `Electron ${electron} (Node ${node}, V8 ${v8}, SQLite ${sqlite}), ${PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', ')}`;
  return [
    `Measured on ${startedAt.toISOString().slice(0, 10)}: ${documents.toLocaleString('en')} documents of about ${words} words.`,
    `${machine}. ${programs}.`,
  ];
}
