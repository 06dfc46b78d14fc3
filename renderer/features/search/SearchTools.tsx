/** The tools of the search: keep it, see it as a concordance, export it, narrow it. */
import { FileDown, ListFilter, TextQuote } from 'lucide-react';
import { t } from '../../../electron/wording/index.js';
import { runCommand, useEnabledCommands } from '../../api/index.js';
import { Button, ToggleButton, Toolbar, Tooltip } from '../../ui/index.js';
import { SavedSearchMenu, type SavedSearchMenuProps } from './SavedSearchMenu.js';

export interface SearchToolsProps extends SavedSearchMenuProps {
  /** Sources found. */
  readonly total: number;
  /** Filters that are set. */
  readonly filters: number;
  readonly isFiltering: boolean;
  /** What is shown is about to be used. */
  onConfirm(): void;
  onFiltering(isFiltering: boolean): void;
}

export function SearchTools({ total, filters, isFiltering, onConfirm, onFiltering, ...saved }: SearchToolsProps) {
  const enabled = useEnabledCommands();
  const use = (id: 'go.concordance' | 'export.search') => () => {
    onConfirm();
    runCommand(id);
  };
  return (
    <Toolbar label={t('Search')}>
      <SavedSearchMenu {...saved} />
      <Tooltip text={t('Concordance of this search')} keys="CmdOrCtrl+Shift+K">
        <Button
          variant="icon"
          aria-label={t('Concordance of this search')}
          isDisabled={total === 0 || !enabled.has('go.concordance')}
          onPress={use('go.concordance')}
        >
          <TextQuote size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={t('Export what was found')} keys="CmdOrCtrl+E">
        <Button
          variant="icon"
          aria-label={t('Export what was found')}
          isDisabled={total === 0 || !enabled.has('export.search')}
          onPress={use('export.search')}
        >
          <FileDown size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={t('Filters')}>
        <ToggleButton
          variant="icon"
          aria-label={filters > 0 ? t('Filters, {filters} set', { filters }) : t('Filters')}
          isSelected={isFiltering}
          onChange={onFiltering}
        >
          <ListFilter size={16} aria-hidden />
        </ToggleButton>
      </Tooltip>
    </Toolbar>
  );
}
