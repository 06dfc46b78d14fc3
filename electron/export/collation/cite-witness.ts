/** How a witness is cited in a line: what the description does not say is left out, never made up. */
import type { Description } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type CollationExportContent, siglum } from './collation-content.js';

export function citationLine(description: Description | undefined): string {
  if (!description) return t('Untitled');
  const { title, dateWritten, referenceCode, repository, fonds, series, box, folder } = description;
  const parts = [
    title || t('Untitled'),
    dateWritten,
    referenceCode,
    repository,
    fonds,
    series,
    box && t('box {box}', { box }),
    folder && t('folder {folder}', { folder }),
  ];
  return parts.filter(Boolean).join(', ');
}

/** `A: Telegram, 1962-10-27, A-12, National Archives`. */
export const witnessLine = (collation: CollationExportContent, witness: number): string =>
  `${siglum(collation, witness)}: ${citationLine(collation.sources[witness])}`;
