/**
 * The report of a file that is imported. Annotations have a line each as long as a person would read them, then those
 * of one source and one reason together; of tags, sets and notes there is one line for each outcome.
 */
import { EXCHANGE_OUTCOMES, type ExchangeOutcome, type ReportLine } from '../contract/index.js';
import { t } from '../wording/index.js';

/** The first lines, one for each annotation. */
const ONE_BY_ONE = 2_000;
/** So many names stand in a line of tags. */
const NAMES = 12;

export interface ImportReport {
  line(line: ReportLine): void;
  /** @param name of the tag, the set or the note; '' when it has none. */
  count(outcome: ExchangeOutcome, name: string, count?: number): void;
  /** In the order in which they were reported; tags, sets and notes first. */
  lines(): ReportLine[];
}

/** What is to be known beside the names. */
const SAID: Readonly<Record<ExchangeOutcome, { readonly name: string; readonly why: string }>> = {
  'tags-made': { name: t('Tags made'), why: '' },
  'tags-here': { name: t('Tags here already'), why: '' },
  'tags-below': { name: t('Tags below others'), why: t('Of those that were made, as the file nests its codes.') },
  'colours-set': { name: t('Colours'), why: t('Of those that were made: that of the eight colours which is nearest.') },
  'colours-kept': {
    name: t('Colours'),
    why: t('The file gives them another colour; that of a tag which is here is kept.'),
  },
  'meanings-set': { name: t('Meanings'), why: t('Of those that were made, as the file describes its codes.') },
  'meanings-kept': { name: t('Meanings'), why: t('The file describes them otherwise; what a tag means here is kept.') },
  'sources-tagged': { name: t('Sources tagged'), why: t('The file tags them as a whole.') },
  'sources-here': { name: t('Sources tagged already'), why: '' },
  'sets-made': {
    name: t('Sets of codes'),
    why: t('Each is a tag at the top that says which codes were in it; no passage bears it by itself.'),
  },
  'sets-here': { name: t('Sets of codes'), why: '' },
  'sets-left': {
    name: t('Sets'),
    why: t('Sets of sources and notes are not taken in: make a collection of those you need.'),
  },
  'notes-left': { name: t('Notes'), why: t('Only what a note says of a passage is taken in, as its comment.') },
};

export function createImportReport(): ImportReport {
  const single: ReportLine[] = [];
  const together = new Map<string, ReportLine & { count: number }>();
  const counted = new Map<ExchangeOutcome, { count: number; named: number; readonly names: string[] }>();

  const lineOf = (outcome: ExchangeOutcome): ReportLine[] => {
    const existing = counted.get(outcome);
    if (!existing) return [];
    const { name, why } = SAID[outcome];
    const more = existing.named - existing.names.length;
    const names =
      existing.names.map((each) => `“${each}”`).join(', ') + (more > 0 ? t(' and {more} more', { more }) : '');
    const message = [names === '' ? '' : `${names}.`, why].filter((part) => part !== '').join(' ');
    return [{ name, outcome, message: message || null, sourceId: null, remarks: [], count: existing.count }];
  };

  return {
    line: (line) => {
      if (single.length < ONE_BY_ONE) {
        single.push(line);
        return;
      }
      const { outcome, message, sourceId, remarks } = line;
      const key = JSON.stringify([outcome, message, sourceId, remarks]);
      const existing = together.get(key);
      const count = (existing?.count ?? 0) + (line.count ?? 1);
      together.set(key, {
        ...line,
        name: existing ? t('{name} and others', { name: existing.name.replace(/ and others$/, '') }) : line.name,
        count,
      });
    },
    count: (outcome, name, count = 1) => {
      const existing = counted.get(outcome) ?? { count: 0, named: 0, names: [] };
      existing.count += count;
      if (name !== '') existing.named += 1;
      if (name !== '' && existing.names.length < NAMES) existing.names.push(name);
      counted.set(outcome, existing);
    },
    lines: () => [...EXCHANGE_OUTCOMES.flatMap(lineOf), ...single, ...together.values()],
  };
}
