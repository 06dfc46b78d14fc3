/** Asks for a name: of a new collection or tag, of one that is renamed, of a tag to add. */
import { foldedKey, type SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { NameDialog } from '../../ui/index.js';
import { NameSuggestions } from './NameSuggestions.js';
import { countSources } from './nav-items.js';
import { sourceActions } from './source-actions.js';
import { type CountedSourceGroup, SOURCE_GROUP_TEXT, type SourceGroup, type SourceGroupKind } from './source-groups.js';

export type SourceGroupRequest =
  | { readonly deed: 'rename'; readonly target: SourceGroup }
  /** `create` goes to what was made; `add` stays, and takes one that is there already. */
  | {
      readonly deed: 'create' | 'add';
      readonly kind: SourceGroupKind;
      readonly ids: readonly SourceId[];
      /** What stands in the line already, such as the path that a new tag goes below. */
      readonly name?: string;
    };

export interface SourceGroupDialogProps {
  readonly request: SourceGroupRequest;
  /** The existing groups to suggest when a tag is added. */
  readonly known: readonly CountedSourceGroup[];
  onCreated(made: SourceGroup): void;
  onClose(): void;
}

export function SourceGroupDialog({ request, known, onCreated, onClose }: SourceGroupDialogProps) {
  if (request.deed === 'rename') {
    const { target } = request;
    return (
      <NameDialog
        title={t('Rename {one}', { one: SOURCE_GROUP_TEXT[target.kind].one })}
        confirmLabel={t('Rename')}
        name={target.name}
        onName={(name) => sourceActions.rename(target, name)}
        onClose={onClose}
      />
    );
  }
  const { deed: action, kind, ids } = request;
  const { one } = SOURCE_GROUP_TEXT[kind];
  const count = countSources(ids.length);
  return (
    <NameDialog
      title={
        action === 'add'
          ? t('Add {one}', { one })
          : ids.length > 0
            ? t('New {one} from {count}', { one, count })
            : t('New {one}', { one })
      }
      {...(action === 'add' ? { subtitle: t('To {count}', { count }) } : {})}
      confirmLabel={action === 'add' ? t('Add') : t('Create')}
      name={request.name ?? ''}
      onName={give}
      onClose={onClose}
      {...(action === 'add'
        ? {
            footer: (typed: string, take: (name: string) => void) => (
              <NameSuggestions names={known.map(({ path }) => path)} typed={typed} onPick={take} />
            ),
          }
        : {})}
    />
  );

  async function give(name: string): Promise<boolean> {
    const same = matchByName(name, known);
    if (action === 'add' && same) return sourceActions.addTo(same, ids);
    const made = await sourceActions.create(kind, name, ids);
    if (made && action === 'create') onCreated(made);
    return made !== null;
  }
}

/** By its path, else by a name that only one has. */
function matchByName(name: string, known: readonly CountedSourceGroup[]): CountedSourceGroup | undefined {
  const key = foldedKey(name);
  const byName = known.filter((other) => foldedKey(other.name) === key);
  return known.find((other) => foldedKey(other.path) === key) ?? (byName.length === 1 ? byName[0] : undefined);
}
