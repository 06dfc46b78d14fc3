/** What the classes of variants are called in files. They are a machine's guess, and every file says so. */
import type { VariantClass } from '../../contract/index.js';

export const CLASS_LABELS: Readonly<Record<VariantClass, { readonly label: string; readonly about: string }>> = {
  accidental: { label: 'Accidental', about: 'Punctuation, case or spelling' },
  ocr: { label: 'OCR', about: 'Letters that a machine seems to have misread' },
  substantive: { label: 'Substantive', about: 'Other words, more words or fewer' },
  number: { label: 'Number', about: 'Another number' },
  date: { label: 'Date', about: 'Another date' },
  name: { label: 'Name', about: 'Another name' },
  redaction: { label: 'Redaction', about: 'Withheld in at least one witness' },
  moved: { label: 'Moved', about: 'Stands elsewhere in another witness' },
};

export const GUESSED = 'The class of each place is a machine’s guess: check it before you rely on it.';
