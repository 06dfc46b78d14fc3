/** What results show and filters ask of each source, kept in memory and refreshed when the archive changes. */
import { type Archive, dateBounds } from '../archive/index.js';
import { type Description, FondsError, type SearchFilter, type SourceId } from '../contract/index.js';

export interface Card {
  readonly title: string;
  readonly documentType: string;
  readonly date: string;
  /** Type, repository, box and folder in one quiet line. */
  readonly line: string;
  /** First and last day the date may mean, `YYYY-MM-DD`; null when there is none. */
  readonly bounds: { readonly min: string; readonly max: string } | null;
}

export interface Cards {
  /** @throws FondsError NOT_FOUND. */
  get(id: SourceId): Card;
  /** @throws FondsError DATE_INVALID when a date of the filter is not EDTF. */
  filter(filter: SearchFilter): (id: SourceId) => boolean;
  close(): void;
}

function card(description: Description): Card {
  const { title, documentType, repository, fonds, box, folder, dateWritten, datePublished } = description;
  const date = dateWritten || datePublished;
  const line = [documentType, repository, fonds, box && `Box ${box}`, folder && `Folder ${folder}`];
  return { title, documentType, date, line: line.filter(Boolean).join(' · '), bounds: date ? dateBounds(date) : null };
}

export function createCards(archive: Archive): Cards {
  const known = new Map<SourceId, Card>();
  const stop = archive.onChange(({ sourceIds }) => {
    for (const id of sourceIds) known.delete(id);
  });

  const get = (id: SourceId): Card => {
    const found = known.get(id) ?? card(archive.sources.get(id).description);
    known.set(id, found);
    return found;
  };

  const day = (date: string, end: 'min' | 'max'): string => {
    const bounds = dateBounds(date);
    if (!bounds)
      throw new FondsError(
        'DATE_INVALID',
        `“${date}” is not a date that can be read. Write 2000-09-06, 2000-09 or 2000.`,
      );
    return bounds[end];
  };

  return {
    get,
    filter: ({ collectionId, documentTypes, dateFrom, dateTo }) => {
      const members = collectionId ? new Set(archive.collections.members(collectionId)) : null;
      const types = documentTypes && documentTypes.length > 0 ? new Set(documentTypes) : null;
      const from = dateFrom ? day(dateFrom, 'min') : null;
      const to = dateTo ? day(dateTo, 'max') : null;
      return (id) => {
        if (members && !members.has(id)) return false;
        const { documentType, bounds } = get(id);
        if (types && !types.has(documentType)) return false;
        if (!from && !to) return true;
        return bounds !== null && (!from || bounds.max >= from) && (!to || bounds.min <= to);
      };
    },
    close: stop,
  };
}
