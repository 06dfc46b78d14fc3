/**
 * Months in languages that decline them. CSL has one name for each month; a locale that we draw with is given both, and
 * which one stands is decided when the whole date is drawn. Locales as published write the bare name everywhere.
 */
import table from '../../../data/vocabularies/citation-months.json' with { type: 'json' };
import type { CslElement } from './csl-xml.js';

interface Months {
  /** Null where the locale has it right. */
  readonly bare: readonly string[] | null;
  readonly afterDay: readonly string[];
}
interface MonthNode extends Omit<CslElement, 'line' | 'children'> {
  readonly children: readonly (MonthNode | string)[];
}

const MONTHS: Readonly<Record<string, Months>> = table.months;
// No description holds these: control characters are taken out of what goes into citeproc.
const BARE = '\u0005';
const AFTER_DAY = '\u0006';
const END = '\u0007';
const BOTH = new RegExp(`(\\d[.º]?[\\s\\u00a0]*)?${BARE}([^${AFTER_DAY}]*)${AFTER_DAY}([^${END}]*)${END}`, 'gu');

function declined(node: MonthNode, months: Months): MonthNode {
  const { attrs } = node;
  const month = node.name === 'term' ? /^month-(\d\d)$/.exec(attrs.name ?? '') : null;
  if (month && (attrs.form ?? 'long') === 'long') {
    const index = Number(month[1]) - 1;
    const bare = months.bare?.[index] ?? node.children.join('');
    return { ...node, children: [`${BARE}${bare}${AFTER_DAY}${months.afterDay[index] ?? bare}${END}`] };
  }
  // Beside a month in words no language of the table writes 06.
  if (node.name === 'date-part' && attrs.name === 'day' && attrs.form === 'numeric-leading-zeros') {
    return {
      ...node,
      attrs: { ...attrs, form: 'numeric', suffix: attrs.suffix === ', ' ? ' ' : (attrs.suffix ?? '') },
    };
  }
  if (node.name === 'date' && attrs.form !== 'text') return node;
  return {
    ...node,
    children: node.children.map((child) => (typeof child === 'string' ? child : declined(child, months))),
  };
}

/** @param id of the locale. @returns the tree with both names of each month; the same one where one name serves. */
export function withBothMonths(id: string, tree: unknown): unknown {
  const months = MONTHS[id] ?? MONTHS[id.split('-', 1)[0] ?? ''];
  return months ? declined(tree as MonthNode, months) : tree;
}

/** @param drawn what citeproc drew with such a locale. */
export const chooseMonths = (drawn: string): string =>
  drawn.replace(BOTH, (_all, day: string | undefined, bare: string, afterDay: string) =>
    day === undefined ? bare : `${day}${afterDay}`,
  );
