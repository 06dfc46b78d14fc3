/** A witness as a person types it. */
import { type ChosenWitness, VersionId } from '../contract/index.js';
import { t } from '../wording/index.js';
import { UsageError } from './command-line.js';
import { sourceId } from './verb-model.js';

/** `SOURCE` or `SOURCE@VERSION`. @throws UsageError. */
export function chosenWitness(text: string): ChosenWitness {
  const [source = '', version] = text.split('@');
  if (version === undefined) return { sourceId: sourceId(source) };
  const parsed = VersionId.safeParse(version);
  if (parsed.success) return { sourceId: sourceId(source), versionId: parsed.data };
  throw new UsageError(t('“{version}” is not the id of a text. “fonds versions DIR SOURCE” lists them.', { version }));
}
