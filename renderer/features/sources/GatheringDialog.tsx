/** Asks for a name: of a new collection or tag, of one that is renamed, of a tag to add. */
import { foldedKey, type SourceId } from '../../../electron/contract/index.js';
import { NameDialog } from '../../ui/index.js';
import { type CountedGathering, type Gathering, type GatheringKind, WORDS } from './gatherings.js';
import { KnownNames } from './KnownNames.js';
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
        onName={(name) => sourceActions.rename(target, name)}
        onClose={onClose}
      />
    );
  }
  const { deed, kind, ids } = asking;
  const { one } = WORDS[kind];
  const count = countSources(ids.length);
  return (
    <NameDialog
      title={deed === 'add' ? `Add ${one}` : ids.length > 0 ? `New ${one} from ${count}` : `New ${one}`}
      {...(deed === 'add' ? { subtitle: `To ${count}` } : {})}
      verb={deed === 'add' ? 'Add' : 'Create'}
      name={asking.name ?? ''}
      onName={give}
      onClose={onClose}
      {...(deed === 'add'
        ? {
            below: (typed: string, take: (name: string) => void) => (
              <KnownNames names={known.map(({ path }) => path)} typed={typed} onTake={take} />
            ),
          }
        : {})}
    />
  );

  async function give(name: string): Promise<boolean> {
    const same = meantBy(name, known);
    if (deed === 'add' && same) return sourceActions.addTo(same, ids);
    const made = await sourceActions.create(kind, name, ids);
    if (made && deed === 'create') onCreated(made);
    return made !== null;
  }
}

/** By its path, else by a name that only one has. */
function meantBy(name: string, known: readonly CountedGathering[]): CountedGathering | undefined {
  const key = foldedKey(name);
  const byName = known.filter((other) => foldedKey(other.name) === key);
  return known.find((other) => foldedKey(other.path) === key) ?? (byName.length === 1 ? byName[0] : undefined);
}
