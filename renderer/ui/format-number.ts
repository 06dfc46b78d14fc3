/** Number formats of the interface: British English, decimal units. */
import { t } from '../../electron/wording/index.js';

const number = new Intl.NumberFormat('en-GB');
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

export const formatCount = (count: number): string => number.format(count);

/** @param bytes a whole number. @returns for example `1.4 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[power]}`;
}

/** Beside a list that offers only its first. @returns for example `8 of 612, type on`; empty when there are no more. */
export const moreMatchesHint = (shown: number, total: number): string =>
  shown < total ? t('{shown} of {total}, type on', { shown: formatCount(shown), total: formatCount(total) }) : '';

/** @returns `1 source`, `2,000 sources`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
