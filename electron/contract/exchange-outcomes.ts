/** What a file of another tool brings beside annotations, as outcomes that are counted. Pure. */

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
  'tags-made': ['tag made', 'tags made'],
  'tags-here': ['tag here already', 'tags here already'],
  'tags-below': ['tag below another', 'tags below others'],
  'colours-set': ['tag given its colour', 'tags given their colours'],
  'colours-kept': ['tag kept its own colour', 'tags kept their own colours'],
  'meanings-set': ['tag given its meaning', 'tags given their meanings'],
  'meanings-kept': ['tag kept its own meaning', 'tags kept their own meanings'],
  'sources-tagged': ['source tagged', 'sources tagged'],
  'sources-here': ['source tagged so already', 'sources tagged so already'],
  'sets-made': ['set made a tag', 'sets made tags'],
  'sets-here': ['set here already as a tag', 'sets here already as tags'],
  'sets-left': ['set left out', 'sets left out'],
  'notes-left': ['note left out', 'notes left out'],
};

/** Whether it is about tags, tagged sources, sets and notes, of which a report has one line for all. */
export const isExchangeOutcome = (outcome: string): outcome is ExchangeOutcome => Object.hasOwn(WORDS, outcome);

/** @returns `262 tags made`; for other outcomes `262 imported`. @param said the number as it is written. */
export function describeOutcome(outcome: string, count: number, said: string = String(count)): string {
  const words = isExchangeOutcome(outcome) ? WORDS[outcome][count === 1 ? 0 : 1] : outcome;
  return `${said} ${words}`;
}
