/** What a search line understands, by example. Fields come from the contract; the signs are those the parser reads. */
import { FILTER_FIELDS, SEARCH_FIELDS } from '../../../electron/contract/index.js';

export interface HelpGroup {
  readonly title: string;
  readonly lines: readonly { readonly example: string; readonly about: string }[];
}

const FILTERS: ReadonlySet<string> = new Set(FILTER_FIELDS);

export const HELP: readonly HelpGroup[] = [
  {
    title: 'Words',
    lines: [
      { example: '"winter house"', about: 'these words, in this order' },
      { example: '"winter house"~2', about: 'with up to two words between' },
      { example: 'ambassad*', about: 'any ending' },
      { example: 'milosevik~1', about: 'one letter may differ' },
      { example: 'treaty^2', about: 'counts double' },
    ],
  },
  {
    title: 'Together',
    lines: [
      { example: '+treaty -draft', about: 'must be there, must not be there' },
      { example: 'treaty AND envoy', about: 'both' },
      { example: '(treaty OR pact) NOT draft', about: 'either, but not the third' },
      { example: 'treaty NEAR/5 envoy', about: 'at most five words apart' },
    ],
  },
  { title: 'Only in', lines: SEARCH_FIELDS.filter(({ field }) => !FILTERS.has(field)) },
  { title: 'Only from', lines: SEARCH_FIELDS.filter(({ field }) => FILTERS.has(field)) },
];

/** @returns the line with the example at its end, one blank between. */
export const withExample = (line: string, example: string): string =>
  line.trim() === '' ? example : `${line.trimEnd()} ${example}`;
