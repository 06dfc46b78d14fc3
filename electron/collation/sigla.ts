/** Sigla of witnesses: letters as editors give them, A to Z, then AA. Each is used once. */
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';

/** @param index from 0. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/**
 * @param wanted in the order of the witnesses; '' for one that is to get a letter.
 * @throws FondsError INVALID_INPUT when one is wanted twice.
 */
export function assignSigla(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  for (const siglum of wanted) {
    if (siglum === '') continue;
    if (used.has(siglum)) {
      throw new FondsError(
        'INVALID_INPUT',
        t('Two witnesses have the siglum “{siglum}”. Give each its own.', { siglum }),
        {
          siglum,
        },
      );
    }
    used.add(siglum);
  }
  let next = 0;
  return wanted.map((siglum) => {
    if (siglum !== '') return siglum;
    while (used.has(letterOf(next))) next += 1;
    next += 1;
    return letterOf(next - 1);
  });
}
