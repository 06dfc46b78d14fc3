/** Names of the languages that OCR reads, from the codes of their data (ISO 639-2, or Tesseract's own). */
import { t } from '../../../electron/wording/index.js';

/** What the names of languages do not know, or would call otherwise than a reader looks for. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  frk: t('German in Fraktur'),
  hrv: t('Croatian, Bosnian, Serbian in Latin letters'),
  srp: t('Serbian in Cyrillic letters'),
  ell: t('Greek'),
};

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** @returns the code where nobody has a name for it. */
export function languageName(code: string): string {
  const own = OWN_NAMES[code];
  if (own) return own;
  const [language = code] = code.split('_');
  try {
    return names.of(language) ?? code;
  } catch {
    return code;
  }
}
