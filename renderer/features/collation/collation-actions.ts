/** What can be done with collations. Each is one undo step; a failure has been announced when one answers false or null. */
import type {
  ChosenReading,
  ChosenWitness,
  Collation,
  CollationId,
  Input,
  PinId,
  SourceId,
  Witness,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, perform } from '../../api/index.js';
import type { NewPin } from './model/new-pins.js';

/** A witness as it is, for a change that names them all. */
export const asChosen = ({ sourceId, versionId, siglum }: Witness): ChosenWitness => ({ sourceId, versionId, siglum });

const sameSources = (a: readonly SourceId[], b: readonly SourceId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

async function change(id: CollationId, what: Input<'collation.change'>['change']): Promise<Collation | null> {
  const changed = await perform('collation.change', { id, change: what });
  return changed.ok ? changed.value : null;
}

export const collationActions = {
  /** The collation of these very sources; it is made when there is none yet, so that what is decided in it is kept. */
  async open(sourceIds: readonly SourceId[]): Promise<CollationId | null> {
    const all = await perform('collation.list', undefined);
    if (!all.ok) return null;
    const known = all.value.find(({ witnesses }) =>
      sameSources(
        witnesses.map(({ sourceId }) => sourceId),
        sourceIds,
      ),
    );
    if (known) return known.id;
    const made = await perform('collation.create', { witnesses: sourceIds.map((sourceId) => ({ sourceId })) });
    if (!made.ok) return null;
    await announceUndoable(
      t('Collation of {count, plural, one {# witness} other {# witnesses}} made', { count: sourceIds.length }),
    );
    return made.value.id;
  },
  async rename(id: CollationId, name: string): Promise<boolean> {
    return (await change(id, { name })) !== null;
  },
  async setBase(id: CollationId, base: number): Promise<boolean> {
    return (await change(id, { base })) !== null;
  },
  async setWitnesses(id: CollationId, witnesses: readonly ChosenWitness[], base?: number): Promise<boolean> {
    const changed = await change(id, { witnesses: [...witnesses], ...(base === undefined ? {} : { base }) });
    if (changed) await announceUndoable(t('Witnesses changed'));
    return changed !== null;
  },
  /** The version that is read today takes the place of the one that was collated; its pins go. */
  async takeNewer(collation: Pick<Collation, 'id' | 'witnesses'>, indices: readonly number[]): Promise<boolean> {
    const witnesses = collation.witnesses.map((witness, index) => ({
      ...asChosen(witness),
      ...(indices.includes(index) ? { versionId: witness.currentVersionId } : {}),
    }));
    const changed = await change(collation.id, { witnesses });
    if (changed) await announceUndoable(t('The newer text is collated now'));
    return changed !== null;
  },
  /** The text of `into` reads at a place as that of `from` does, from now on. */
  async takeOver(id: CollationId, from: ChosenReading, into: ChosenReading, announcement: string): Promise<boolean> {
    const result = await perform('collation.takeOver', { id, from, into });
    if (!result.ok) return false;
    const { anchors, droppedPins } = result.value;
    const left = [
      anchors.review > 0
        ? t('{review, plural, one {# annotation} other {# annotations}} of this text to be reviewed.', {
            review: anchors.review,
          })
        : '',
      droppedPins > 0
        ? t('{droppedPins, plural, one {# pin} other {# pins}} left out, as the words are gone.', { droppedPins })
        : '',
    ];
    // The caller goes on at once: the new result may be there before the announcement.
    void announceUndoable(
      announcement,
      left.filter(Boolean).join(' ') || t('A new version of the text; annotations and pins stay.'),
    );
    return true;
  },
  async delete({ id, name }: Pick<Collation, 'id' | 'name'>): Promise<boolean> {
    const gone = await perform('collation.delete', { id });
    if (gone.ok)
      await announceUndoable(t('Collation “{name}” deleted', { name }), t('Its sources and annotations stay.'));
    return gone.ok;
  },
  async pin(id: CollationId, { kind, stretches }: NewPin, announcement: string): Promise<boolean> {
    const made = await perform('collation.pin', { id, kind, stretches: [...stretches] });
    if (made.ok) await announceUndoable(announcement);
    return made.ok;
  },
  async unpin(id: CollationId, pinIds: readonly PinId[]): Promise<boolean> {
    const gone = await perform('collation.unpin', { id, pinIds: [...pinIds] });
    if (gone.ok)
      await announceUndoable(
        t('{count, plural, one {Pin taken out} other {# pins taken out}}', { count: pinIds.length }),
      );
    return gone.ok;
  },
} as const;
