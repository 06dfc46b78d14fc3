/** Asks for a name: of a new collection or tag, of one that is renamed, of a tag to add. */
import { foldedKey, type SourceId } from '../../../electron/contract/index.js';
import { type CountedGathering, type Gathering, type GatheringKind, WORDS } from './gatherings.js';
import { NameDialog } from './NameDialog.js';
import { countSources } from './places.js';
import { sourceActions } from './source-actions.js';

export type Asking =
  | { readonly deed: 'rename'; readonly target: Gathering }
  /** `create` goes to what was made; `add` stays, and takes one that is there already. */
  | {
      readonly deed: 'create' | 'add';
      readonly kind: GatheringKind;
      readonly ids: readonly SourceId[];
      /** What stands in the line already, such as the path that a new tag goes below. */
      readonly name?: string;
    };

export interface GatheringDialogProps {
  readonly asking: Asking;
  /** What may be meant when a tag is added. */
  readonly known: readonly CountedGathering[];
  onCreated(made: Gathering): void;
  onClose(): void;
}

export function GatheringDialog({ asking, known, onCreated, onClose }: GatheringDialogProps) {
  if (asking.deed === 'rename') {
    const { target } = asking;
    return (
      <NameDialog
        title={`Rename ${WORDS[target.kind].one}`}
        verb="Rename"
        name={target.name}
        onName={(name) => void sourceActions.rename(target, name)}
        onClose={onClose}
      />
    );
  }
  const { deed, kind, ids } = asking;
  const { one } = WORDS[kind];
  const count = countSources(ids.length);
  return (
    <NameDialog
      title={deed === 'add' ? `Add ${one}` : `New ${one}`}
      {...(ids.length > 0 ? { subtitle: deed === 'add' ? `To ${count}` : `With ${count}` } : {})}
      verb={deed === 'add' ? 'Add' : 'Create'}
      name={asking.name ?? ''}
      {...(deed === 'add' ? { known: known.map(({ path }) => path) } : {})}
      onName={(name) => void give(name)}
      onClose={onClose}
    />
  );

  async function give(name: string): Promise<void> {
    const same = meantBy(name, known);
    if (deed === 'add' && same) {
      await sourceActions.addTo(same, ids);
      return;
    }
    const made = await sourceActions.create(kind, name, ids);
    if (made && deed === 'create') onCreated(made);
  }
}

/** By its path, else by a name that only one has. */
function meantBy(name: string, known: readonly CountedGathering[]): CountedGathering | undefined {
  const key = foldedKey(name);
  const byName = known.filter((other) => foldedKey(other.name) === key);
  return known.find((other) => foldedKey(other.path) === key) ?? (byName.length === 1 ? byName[0] : undefined);
}
