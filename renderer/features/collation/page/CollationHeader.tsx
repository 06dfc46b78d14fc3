/** The line above a comparison: its name, whether it is at work, its witnesses, its export. */
import { Columns2, Columns3, Download, Ellipsis, PanelBottom, PencilLine, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import {
  COLLATION_FORMATS,
  type Collation,
  type CollationFormat,
  type CollationResult,
} from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { performShell, useCommand } from '../../../api/index.js';
import { Button, Menu, MenuItem, MenuRule, ToggleButton, Toolbar, Tooltip } from '../../../ui/index.js';
import { asChosen, collationActions } from '../collation-actions.js';
import { RenameCollationDialog } from '../RenameCollationDialog.js';
import { WitnessesDialog } from '../WitnessesDialog.js';
import css from './CollationHeader.module.css';
import { ExportCollationDialog } from './ExportCollationDialog.js';

export interface CollationHeaderProps {
  readonly name: string;
  /** Null where nothing is saved. */
  readonly saved: Collation | null;
  readonly result: CollationResult;
  readonly canEdit: boolean;
  readonly isBusy: boolean;
  readonly isActive: boolean;
  readonly paneCount: number;
  readonly isPanelHidden: boolean;
  onPaneCount(count: number): void;
  onTogglePanel(): void;
}

type HeaderDialog = 'name' | 'witnesses' | 'export' | null;

export function CollationHeader(props: CollationHeaderProps) {
  const { name, saved, result, canEdit, isBusy, isActive, paneCount, isPanelHidden, onPaneCount, onTogglePanel } =
    props;
  const [dialog, setDialog] = useState<HeaderDialog>(null);
  const close = () => setDialog(null);
  const subject = saved ? { id: saved.id } : { witnesses: result.witnesses.map(asChosen), base: result.base };
  const write = async (format: CollationFormat) => {
    const begun = await performShell('shell.exportCollation', { subject, format });
    return begun.ok && begun.value !== null;
  };
  useCommand('export.collation', () => setDialog('export'), { enabled: isActive });
  const canBeThree = result.witnesses.length > 2;
  return (
    <div className={css.bar}>
      <h1 className={css.name} dir="auto" title={name}>
        {name}
      </h1>
      <span role="status" className={css.busy}>
        {isBusy ? t('Collating…') : ''}
      </span>
      <Toolbar label={t('Comparison')}>
        {canBeThree ? (
          <Tooltip text={paneCount === 3 ? t('Show two witnesses') : t('Show three witnesses')}>
            <ToggleButton
              variant="icon"
              aria-label={t('Three witnesses side by side')}
              isSelected={paneCount === 3}
              onChange={(isThree) => onPaneCount(isThree ? 3 : 2)}
            >
              {paneCount === 3 ? <Columns3 size={16} aria-hidden /> : <Columns2 size={16} aria-hidden />}
            </ToggleButton>
          </Tooltip>
        ) : null}
        <Button isDisabled={!canEdit} onPress={() => setDialog('witnesses')}>
          <Users size={14} aria-hidden /> {t('Witnesses…')}
        </Button>
        <Menu
          label={t('Export')}
          trigger={
            <Button>
              <Download size={14} aria-hidden /> {t('Export')}
            </Button>
          }
        >
          {COLLATION_FORMATS.map(({ id, title, about }) => (
            <MenuItem key={id} detail={about} onAction={() => void write(id)}>
              {title}
            </MenuItem>
          ))}
        </Menu>
        <Tooltip text={isPanelHidden ? t('Show the variants below') : t('Hide the variants below')} keys="CmdOrCtrl+J">
          <ToggleButton
            variant="icon"
            aria-label={t('Variants below the texts')}
            isSelected={!isPanelHidden}
            onChange={onTogglePanel}
          >
            <PanelBottom size={16} aria-hidden />
          </ToggleButton>
        </Tooltip>
        <Menu
          label={t('More')}
          trigger={
            <Button variant="icon" aria-label={t('More for this collation')}>
              <Ellipsis size={16} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<PencilLine size={14} />} isDisabled={!canEdit} onAction={() => setDialog('name')}>
            {t('Rename…')}
          </MenuItem>
          <MenuRule />
          <MenuItem
            icon={<Trash2 size={14} />}
            isDisabled={!canEdit}
            onAction={() => saved && void collationActions.delete(saved)}
          >
            {t('Delete the collation')}
          </MenuItem>
        </Menu>
      </Toolbar>
      {saved && dialog === 'name' ? <RenameCollationDialog collation={saved} onClose={close} /> : null}
      {saved && dialog === 'witnesses' ? <WitnessesDialog collation={saved} onClose={close} /> : null}
      {dialog === 'export' ? <ExportCollationDialog name={name} onWrite={write} onClose={close} /> : null}
    </div>
  );
}
