/** Describes what a person saw and has no file of: a book, a box that was not photographed. */
import type { Archive } from '../archive/index.js';
import { EMPTY_DESCRIPTION, type Output, type ParsedInput } from '../contract/index.js';
import { t } from '../wording/index.js';

/** One undo step. @throws FondsError DATE_INVALID; NOT_FOUND when there is no such collection. */
export function createSource(
  archive: Archive,
  { description, collectionId }: ParsedInput<'source.create'>,
  newId: () => string,
): Output<'source.create'> {
  const given = Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
  const { sourceId } = archive.sources.add(
    {
      description: { ...EMPTY_DESCRIPTION, ...given, title: description.title },
      original: null,
      text: null,
      ...(collectionId ? { collectionId } : {}),
    },
    { id: newId(), label: t('New source “{title}”', { title: description.title }) },
  );
  return { sourceId };
}
