/** Labels of collations and their witnesses. */
import type { Collation, CollationId, SourceId, Witness } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate } from '../../api/index.js';

/** What is compared: a collation that was saved, or sources just named, where nothing can be saved. */
export type CollationPageSubject = { readonly id: CollationId } | { readonly sourceIds: readonly SourceId[] };

export const isOutdated = ({ versionId, currentVersionId }: Witness): boolean => versionId !== currentVersionId;

export const outdatedWitnesses = (witnesses: readonly Witness[]): number[] =>
  witnesses.flatMap((witness, index) => (isOutdated(witness) ? [index] : []));

/** For example `A Telcon (release of 2009) · B Telcon (release of 2016)`. */
export const witnessList = (witnesses: readonly Pick<Witness, 'siglum' | 'title'>[]): string =>
  witnesses.map(({ siglum, title }) => `${siglum} ${title || t('Untitled')}`).join(' · ');

/** The days of the witnesses, each once. */
export function formatDateRange(witnesses: readonly Pick<Witness, 'dateWritten'>[]): string {
  const dates = [...new Set(witnesses.map(({ dateWritten }) => dateWritten).filter((date) => date !== ''))];
  return dates.map((date) => formatDate(date)).join(', ');
}

export const contains = ({ name, witnesses }: Collation, words: string): boolean => {
  const wanted = words.trim().toLowerCase();
  return [name, ...witnesses.map(({ title }) => title)].some((text) => text.toLowerCase().includes(wanted));
};
