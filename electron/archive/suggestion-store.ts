/**
 * What an original may say of itself: offered with its source until the description says so, or a person dismisses it.
 * Accepting one is describing the source; so undoing that offers it again.
 */
import { type Description, FondsError, type SourceId, type Suggestion } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { Journal } from './journal-store.js';

const INSERT = `INSERT INTO suggestion (source_id, position, element, value, read_from, dismissed_at)
  VALUES (:sourceId, :position, :element, :value, :from, NULL)`;
const OPEN = `SELECT element, value, read_from AS "from" FROM suggestion
  WHERE source_id = :sourceId AND dismissed_at IS NULL ORDER BY position`;
const ONE = `SELECT position FROM suggestion
  WHERE source_id = :sourceId AND element = :element AND value = :value AND dismissed_at IS NULL`;
const SET = `UPDATE suggestion SET dismissed_at = :dismissedAt WHERE source_id = :sourceId AND element = :element AND value = :value`;

interface SuggestionState {
  readonly element: Suggestion['element'];
  readonly value: string;
  readonly isDismissed: boolean;
}

export interface SuggestionStore {
  /** Inside the caller's transaction. */
  insert(sourceId: SourceId, suggestions: readonly Suggestion[]): void;
  /** Those that are neither dismissed nor in the description already. */
  open(sourceId: SourceId, description: Description): Suggestion[];
  /** One undo step. @throws FondsError NOT_FOUND when it is not offered. */
  dismiss(sourceId: SourceId, suggestion: Pick<Suggestion, 'element' | 'value'>): void;
}

export function createSuggestionStore({ database, now, touch }: ArchiveContext, journal: Journal): SuggestionStore {
  const set = (sourceId: SourceId, { element, value, isDismissed }: SuggestionState): void => {
    const dismissedAt = isDismissed ? now().toISOString() : null;
    database.prepare(SET).run({ sourceId, element, value, dismissedAt });
    touch([sourceId]);
  };

  journal.register('source.suggestion', (subjectId, state) => {
    const sourceId = subjectId as SourceId;
    set(sourceId, state as SuggestionState);
    return { scopes: ['sources'], sourceIds: [sourceId] };
  });

  return {
    insert: (sourceId, suggestions) => {
      for (const [position, { element, value, from }] of suggestions.entries()) {
        database.prepare(INSERT).run({ sourceId, position, element, value, from });
      }
    },
    open: (sourceId, description) =>
      database
        .prepare<Suggestion>(OPEN)
        .all({ sourceId })
        .filter(({ element, value }) => ![description[element]].flat().includes(value))
        .map(({ element, value, from }) => ({ element, value, from })),
    dismiss: (sourceId, { element, value }) => {
      journal.step(() => {
        if (!database.prepare(ONE).get({ sourceId, element, value })) {
          throw new FondsError('NOT_FOUND', t('“{value}” is not offered for this source.', { value }), {
            id: sourceId,
            element,
            value,
          });
        }
        const after: SuggestionState = { element, value, isDismissed: true };
        set(sourceId, after);
        return {
          label: t('Dismiss “{value}”', { value }),
          changes: [
            { kind: 'source.suggestion', subjectId: sourceId, before: { ...after, isDismissed: false }, after },
          ],
          scopes: ['sources'],
          sourceIds: [sourceId],
        };
      });
    },
  };
}
