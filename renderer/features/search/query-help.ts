/** What a search line understands, by example. Fields come from the contract; the signs are those the parser reads. */
import { FILTER_FIELDS, SEARCH_FIELDS } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

export interface HelpGroup {
  readonly title: string;
  readonly lines: readonly { readonly example: string; readonly about: string }[];
}

const FILTERS: ReadonlySet<string> = new Set(FILTER_FIELDS);

export const HELP: readonly HelpGroup[] = [
  {
    title: t('Words'),
    lines: [
      { example: t('"winter house"'), about: t('these words, in this order') },
      { example: t('"winter house"~2'), about: t('with up to two words between') },
      { example: 'ambassad*', about: t('any ending') },
      { example: 'milosevik~1', about: t('one letter may differ') },
      { example: 'treaty^2', about: t('counts double') },
    ],
  },
  {
    title: t('Together'),
    lines: [
      { example: t('+treaty -draft'), about: t('must be there, must not be there') },
      { example: t('treaty AND envoy'), about: 'both' },
      { example: t('(treaty OR pact) NOT draft'), about: t('either, but not the third') },
      { example: t('treaty NEAR/5 envoy'), about: t('at most five words apart') },
    ],
  },
  { title: t('Only in'), lines: SEARCH_FIELDS.filter(({ field }) => !FILTERS.has(field)) },
  { title: t('Only from'), lines: SEARCH_FIELDS.filter(({ field }) => FILTERS.has(field)) },
];

/** @returns the line with the example at its end, one blank between. */
export const withExample = (line: string, example: string): string =>
  line.trim() === '' ? example : `${line.trimEnd()} ${example}`;
