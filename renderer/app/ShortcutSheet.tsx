/** Every command with its keys, by menu. Read from the registry, so it is never behind. */
import { COMMANDS, type CommandMenu } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { Dialog, Kbd } from '../ui/index.js';
import css from './ShortcutSheet.module.css';

const MENUS: readonly CommandMenu[] = [t('File'), t('Edit'), t('View'), t('Help')];

export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onClose} title={t('Keyboard shortcuts')} content="text">
      {MENUS.map((menu) => (
        <section key={menu}>
          <h3 className={css.menu}>{menu}</h3>
          <dl className={css.list}>
            {COMMANDS.filter((command) => command.menu === menu && command.keys !== null).map(({ id, title, keys }) => (
              <div key={id} className={css.row}>
                <dt>{title.replace('…', '')}</dt>
                <dd>{keys ? <Kbd keys={keys} /> : null}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className={css.hint}>
        {t('In lists: arrow keys move, Enter opens, Space chooses, a letter goes to its row.')}
      </p>
    </Dialog>
  );
}
