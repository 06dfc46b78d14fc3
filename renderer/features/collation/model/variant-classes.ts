/** The classes of variants: their order, their names, and why the program takes a variant for one. */
import type { VariantClass } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';

interface VariantClassText {
  readonly id: VariantClass;
  readonly title: string;
  /** Why the program takes it for this, in a sentence. */
  readonly why: string;
}

/** What matters most comes first: where several classes meet, the first is shown. */
export const CLASSES: readonly VariantClassText[] = [
  { id: 'number', title: t('Number'), why: t('The words are figures or number words, and they differ.') },
  { id: 'date', title: t('Date'), why: t('The words are a date or a part of one, and they differ.') },
  { id: 'name', title: t('Name'), why: t('The words look like a name, and they are not the same.') },
  { id: 'redaction', title: t('Redaction'), why: t('A witness has a mark of withholding here.') },
  { id: 'substantive', title: t('Substantive'), why: t('Other words stand here, or a witness lacks them.') },
  { id: 'moved', title: t('Moved'), why: t('The same words stand at another place of another witness.') },
  {
    id: 'ocr',
    title: t('Recognition'),
    why: t(
      'A machine seems to have misread one: it is no word known here and looks like the other, or a blank was lost.',
    ),
  },
  { id: 'accidental', title: t('Accidental'), why: t('Only punctuation, case or spelling differ, old spelling too.') },
];

const BY_ID = new Map(CLASSES.map((words) => [words.id, words]));

export const classTitle = (id: VariantClass): string => BY_ID.get(id)?.title ?? id;
/** What a class rests on. A class is a guess, and says so. */
export const classReason = (id: VariantClass): string =>
  t('A guess by the program: {lowerFirst}', { lowerFirst: lowerFirst(BY_ID.get(id)?.why ?? '') });
/** From 0 for what matters most. */
export const classRank = (id: VariantClass): number => CLASSES.findIndex((words) => words.id === id);

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
