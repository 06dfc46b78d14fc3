/** What the writers of exchange formats need of an archive beside the piece of work itself. */
import type { KnownAnchor } from '../annotation/index.js';
import type { AnnotationId, Collection, SourceId, VersionId } from '../contract/index.js';
import { type ExchangeText, exchangeText } from './fonds-terms.js';

export interface ExchangeContext {
  /** @throws FondsError NOT_FOUND. */
  text(sourceId: SourceId, versionId: VersionId): string;
  anchorsOf(id: AnnotationId): readonly KnownAnchor[];
  readonly collections: readonly Collection[];
  /** A new UUID. */
  newId(): string;
  now(): Date;
}

/** The texts of one source, each read and counted once. */
export function textsOf({ text }: Pick<ExchangeContext, 'text'>, sourceId: SourceId): (id: VersionId) => ExchangeText {
  const known = new Map<VersionId, ExchangeText>();
  return (id) => {
    const exchangeTextOf = known.get(id) ?? exchangeText(text(sourceId, id));
    known.set(id, exchangeTextOf);
    return exchangeTextOf;
  };
}
