/** What a file of another tool brings beside annotations, as outcomes that are counted. Pure. */
import { t } from '../wording/index.js';

/** In the order of the report. */
export const EXCHANGE_OUTCOMES = [
  'tags-made',
  'tags-here',
  'tags-below',
  'colours-set',
  'colours-kept',
  'meanings-set',
  'meanings-kept',
  'sources-tagged',
  'sources-here',
  'sets-made',
  'sets-here',
  'sets-left',
  'notes-left',
] as const;
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number];

/** After a number: of one, and of several. */
const WORDS: Readonly<Record<ExchangeOutcome, readonly [string, string]>> = {
  'tags-made': [t('tag made'), t('tags made')],
  'tags-here': [t('tag here already'), t('tags here already')],
  'tags-below': [t('tag below another'), t('tags below others')],
  'colours-set': [t('tag given its colour'), t('tags given their colours')],
  'colours-kept': [t('tag kept its own colour'), t('tags kept their own colours')],
  'meanings-set': [t('tag given its meaning'), t('tags given their meanings')],
  'meanings-kept': [t('tag kept its own meaning'), t('tags kept their own meanings')],
  'sources-tagged': [t('source tagged'), t('sources tagged')],
  'sources-here': [t('source tagged so already'), t('sources tagged so already')],
  'sets-made': [t('set made a tag'), t('sets made tags')],
  'sets-here': [t('set here already as a tag'), t('sets here already as tags')],
  'sets-left': [t('set left out'), t('sets left out')],
  'notes-left': [t('note left out'), t('notes left out')],
};

/** Whether it is about tags, tagged sources, sets and notes, of which a report has one line for all. */
export const isExchangeOutcome = (outcome: string): outcome is ExchangeOutcome => Object.hasOwn(WORDS, outcome);

/** @returns `262 tags made`; for other outcomes `262 imported`. @param said the number as it is written. */
export function describeOutcome(outcome: string, count: number, said: string = String(count)): string {
  const words = isExchangeOutcome(outcome) ? WORDS[outcome][count === 1 ? 0 : 1] : outcome;
  return `${said} ${words}`;
}
