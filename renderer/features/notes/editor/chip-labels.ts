/** The label of a chip: a citation or a link of a note. */
import type { CitedItem, NoteMark, NoteReference } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import type { References } from './references.js';

export type ChipState = NoteReference['state'] | 'waiting';

export interface ChipLabel {
  readonly kind: 'source' | 'passage' | 'note' | 'tag';
  readonly state: ChipState;
  readonly label: string;
  /** Said beside the label when all is not well; '' when it is. */
  readonly remark: string;
}

const REMARKS: Record<ChipState, string> = {
  waiting: '',
  held: '',
  review: t('place to review'),
  binned: t('in the bin'),
  missing: t('not in this archive'),
};
const NOUNS = { source: t('Source'), passage: t('Passage'), note: t('Note'), tag: t('Tag') } as const;
const WORST: readonly ChipState[] = ['missing', 'binned', 'review', 'waiting', 'held'];
const PAGE = /, (?:pp?\.|fols?\.|ff?\.)\s[^,]+$/;

export function chipLabel(mark: NoteMark, known: References): ChipLabel {
  if (mark.kind === 'link') {
    const reference = known.get(`${mark.key.kind}:${mark.key.id}`);
    const state = reference?.state ?? 'waiting';
    return {
      kind: mark.key.kind,
      state,
      label: reference?.label || mark.label || NOUNS[mark.key.kind],
      remark: REMARKS[state],
    };
  }
  const states = mark.items.map(({ key }) => known.get(`${key.kind}:${key.id}`)?.state ?? 'waiting');
  const state = WORST.find((one) => states.includes(one)) ?? 'waiting';
  return {
    kind: mark.items[0]?.key.kind ?? 'source',
    state,
    label: mark.items.map((item) => itemLabel(item, known.get(`${item.key.kind}:${item.key.id}`))).join('; '),
    remark: REMARKS[state],
  };
}

function itemLabel({ key, prefix, suffix }: CitedItem, reference: NoteReference | undefined): string {
  const label = reference?.label || NOUNS[key.kind];
  // The place that stands in the note is the one that is cited.
  const named = suffix === '' ? label : `${label.replace(PAGE, '')}, ${suffix}`;
  return prefix === '' ? named : `${prefix} ${named}`;
}
