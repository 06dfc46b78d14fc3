/** What the classes of variants are called in files. They are a machine's guess, and every file says so. */
import type { VariantClass } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export const CLASS_LABELS: Readonly<Record<VariantClass, { readonly label: string; readonly about: string }>> = {
  accidental: { label: t('Accidental'), about: t('Punctuation, case or spelling') },
  ocr: { label: t('OCR'), about: t('Letters that a machine seems to have misread') },
  substantive: { label: t('Substantive'), about: t('Other words, more words or fewer') },
  number: { label: t('Number'), about: t('Another number') },
  date: { label: t('Date'), about: t('Another date') },
  name: { label: t('Name'), about: t('Another name') },
  redaction: { label: t('Redaction'), about: t('Withheld in at least one witness') },
  moved: { label: t('Moved'), about: t('Stands elsewhere in another witness') },
};

export const GUESSED = t('The class of each place is a machine’s guess: check it before you rely on it.');
