/** Refusals that say the same, put together: of a folder of recordings one line, not two thousand. */
import { t } from '../wording/index.js';

/** How the refusal of a file begins whose kind no reader takes. */
export const NO_READER = t('Fonds has no reader for this kind of file yet.');

export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export interface RefusalGroup<T> {
  /** In the order given; at least one. */
  readonly files: readonly T[];
  readonly reason: string;
}

/** In the order in which each reason first stands. */
export function groupRefusals<T>(files: readonly T[], refused: (file: T) => RefusedFile): RefusalGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const { reason } = refused(file);
    const group = groups.get(reason);
    if (group) group.push(file);
    else groups.set(reason, [file]);
  }
  return [...groups].map(([reason, members]) => ({ reason, files: members }));
}

/** @returns for example `9 files of kinds that cannot be read`; of one file its name. */
export function titleOfRefusals(files: readonly RefusedFile[]): string {
  const [first] = files;
  if (!first || files.length === 1) return first?.name ?? '';
  return t('{count} files {value}', {
    count: files.length.toLocaleString('en-GB'),
    value: first.reason.startsWith(NO_READER) ? t('of kinds that cannot be read') : t('with the same refusal'),
  });
}

const NAMES_SAID = 3;
const KINDS_SAID = 8;

/** @returns for example `.jpg (7), .mp3 (2)` where the kind is what is refused, else the first names; '' for one file. */
export function detailOfRefusals(files: readonly RefusedFile[]): string {
  if (files.length < 2) return '';
  return files[0]?.reason.startsWith(NO_READER) ? sayKinds(files) : sayNames(files);
}

function sayNames(files: readonly RefusedFile[]): string {
  const more = files.length - NAMES_SAID;
  const said = files.slice(0, NAMES_SAID).map(({ name }) => name);
  return more > 0
    ? t('{said} and {more} more', { said: said.join(', '), more: more.toLocaleString('en-GB') })
    : said.join(', ');
}

function sayKinds(files: readonly RefusedFile[]): string {
  const counts = new Map<string, number>();
  for (const { name } of files) {
    const kind = /[^/.](\.[^/.\s]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? t('no extension');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const said = kinds.slice(0, KINDS_SAID).map(([kind, count]) => `${kind} (${count.toLocaleString('en-GB')})`);
  return kinds.length > KINDS_SAID
    ? t('{said} and {count} kinds more', { said: said.join(', '), count: kinds.length - KINDS_SAID })
    : said.join(', ');
}
