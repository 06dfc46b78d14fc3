/** `field=value` words of the terminal as a change of a description. Pure. */
import { DESCRIPTION_ELEMENTS, type DescriptionChange, LIST_ELEMENTS } from '../contract/index.js';
import { t } from '../wording/index.js';
import { UsageError } from './command-line.js';

/** @throws UsageError naming the word that cannot be read and the fields there are. */
export function readChange(words: readonly string[]): DescriptionChange {
  const change: Record<string, unknown> = {};
  const custom: Record<string, string | null> = {};
  for (const word of words) {
    const equals = word.indexOf('=');
    const name = word.slice(0, equals);
    const value = word.slice(equals + 1);
    if (equals < 1) throw new UsageError(t('“{word}” is not field=value.', { word }));
    if (name.startsWith('custom.')) custom[name.slice('custom.'.length)] = value === '' ? null : value;
    else if (!DESCRIPTION_ELEMENTS.some(([element]) => element === name)) {
      throw new UsageError(
        t('There is no field “{name}”. Fields: {DESCRIPTION_ELEMENTS}, custom.NAME.', {
          name,
          DESCRIPTION_ELEMENTS: DESCRIPTION_ELEMENTS.map(([element]) => element).join(', '),
        }),
      );
    } else if ((LIST_ELEMENTS as readonly string[]).includes(name)) {
      change[name] = value
        .split(';')
        .map((part) => part.trim())
        .filter(Boolean);
    } else change[name] = value;
  }
  if (Object.keys(custom).length > 0) change.custom = custom;
  return change as DescriptionChange;
}
