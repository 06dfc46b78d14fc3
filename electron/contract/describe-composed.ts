/** What a least redacted text is made of, in figures: the same in the window and in the terminal. Pure. */

import { t } from '../wording/index.js';
import type { ComposedText } from './collation-models.js';

export interface ComposedSummary {
  /** Marks left in the text: nobody shows what is withheld, or nobody can read it. */
  readonly withheld: number;
  readonly unread: number;
  /** Places where words stand side by side. */
  readonly choices: number;
  readonly seams: number;
  /** Of each witness, by index: how many ranges are from it because the base withholds them, cannot be read, or lacks them. */
  readonly from: readonly { readonly withheld: number; readonly unread: number; readonly absent: number }[];
}

export function summaryOfComposed({
  sigla,
  spans,
  seams,
}: Pick<ComposedText, 'sigla' | 'spans' | 'seams'>): ComposedSummary {
  const marks = { withheld: 0, unread: 0 };
  const from = sigla.map(() => ({ withheld: 0, unread: 0, absent: 0 }));
  const choices = new Set<number>();
  for (const { from: source, because, choice } of spans) {
    if (choice !== null) choices.add(choice);
    if (because === 'base' || because === 'added') continue;
    const own = source && from[source.witness];
    if (own) own[because] += 1;
    else if (!source && because !== 'absent') marks[because] += 1;
  }
  return { ...marks, choices: choices.size, seams: seams.length, from };
}

/** For example `1 place`. */
const places = (count: number): string => t('{count, plural, one {1 place} other {# places}}', { count });
const are = (count: number): string => t('{count, plural, one {is} other {are}}', { count });

/** In sentences without a full stop; what is not the case is left out, but for the one that nothing is withheld by all. */
export function describeComposed({ withheld, unread, choices, seams }: ComposedSummary): string[] {
  const said: string[] = [];
  if (withheld > 0) said.push(t('{places} withheld by all', { places: places(withheld) }));
  else if (unread === 0) said.push(seams === 0 ? t('nothing is withheld by all') : t('no mark is left'));
  if (unread > 0) said.push(t('{places} {are} legible in no witness', { places: places(unread), are: are(unread) }));
  if (choices > 0) said.push(t('{places} where those that show it differ', { places: places(choices) }));
  if (seams > 0) said.push(t('{places} where two gaps meet and more may be withheld', { places: places(seams) }));
  return said;
}
