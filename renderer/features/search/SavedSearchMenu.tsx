/** Keeps the search that is shown, and lists those that were kept: run one, rename or delete the one that is shown. */
import { BookmarkCheck, BookmarkPlus, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import type { SavedSearch } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { runCommand } from '../../api/index.js';
import { Button, Menu, MenuItem, MenuRule, MenuSection, Tooltip } from '../../ui/index.js';

export interface SavedSearchMenuProps {
  readonly saved: readonly SavedSearch[];
  /** The saved search that is shown; null when this one is not saved. */
  readonly current: SavedSearch | null;
  readonly canSave: boolean;
  readonly isReadOnly: boolean;
  /** What stands under the name of each. */
  describe(saved: SavedSearch): string;
  onRun(saved: SavedSearch): void;
  onRename(saved: SavedSearch): void;
  onDelete(saved: SavedSearch): void;
}

export function SavedSearchMenu({ saved, current, canSave, isReadOnly, describe, ...on }: SavedSearchMenuProps) {
  return (
    <>
      <Tooltip
        text={current ? t('Saved as {name}', { name: current.name }) : t('Save this search')}
        keys="CmdOrCtrl+Shift+S"
      >
        <Button
          variant="icon"
          aria-label={
            current ? t('This search is saved as {name}; save it again', { name: current.name }) : t('Save this search')
          }
          isDisabled={!canSave}
          onPress={() => void runCommand('search.save')}
        >
          {current ? <BookmarkCheck size={16} aria-hidden /> : <BookmarkPlus size={16} aria-hidden />}
        </Button>
      </Tooltip>
      {saved.length === 0 ? null : (
        <Menu
          label={t('Saved searches')}
          trigger={
            <Button variant="icon" size="small" aria-label={t('Saved searches')}>
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuSection title={t('Saved searches')}>
            {saved.map((one) => (
              <MenuItem
                key={one.id}
                id={one.id}
                detail={describe(one)}
                isChecked={one.id === current?.id}
                onAction={() => on.onRun(one)}
              >
                {one.name}
              </MenuItem>
            ))}
          </MenuSection>
          {current && !isReadOnly ? <MenuRule /> : null}
          {current && !isReadOnly ? (
            <MenuItem icon={<Pencil size={14} />} detail={current.name} onAction={() => on.onRename(current)}>
              {t('Rename this search…')}
            </MenuItem>
          ) : null}
          {current && !isReadOnly ? (
            <MenuItem icon={<Trash2 size={14} />} detail={current.name} onAction={() => on.onDelete(current)}>
              {t('Delete this saved search')}
            </MenuItem>
          ) : null}
        </Menu>
      )}
    </>
  );
}
