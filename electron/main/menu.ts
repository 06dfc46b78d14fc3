/**
 * The application menu, made from the command registry. Keys are shown but not taken (on Windows and Linux): the page
 * answers them itself, so that no key works twice; on macOS the page sees a key before the menu does.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, type CommandMenu, MENU_TITLES, type RecentArchive } from '../contract/index.js';
import { t } from '../wording/index.js';

export interface MenuActions {
  readonly run: (id: CommandId) => void;
  readonly openRecent: (id: string) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
const isMac = process.platform === 'darwin';

/** Commands after which a line is drawn, so that the long menus fall into groups. */
const LAST_OF_GROUP: ReadonlySet<CommandId> = new Set([
  'archive.sample',
  'import.annotations',
  'export.log',
  'edit.redo',
  'annotation.delete',
  'cite.copy',
  'pages.gather',
  'pages.takeOut',
  'pages.toSourceAfter',
  'pages.sortByName',
  'page.turnRight',
  'note.newFrom',
  'collection.new',
  'find.previous',
  'go.alike',
  'go.log',
  'collation.below',
  'go.settings',
  'view.theme',
  'help.shortcuts',
]);

function commandItems(menu: CommandMenu, actions: MenuActions): MenuItemConstructorOptions[] {
  return COMMANDS.filter((command) => command.menu === menu).flatMap(({ id, title, keys }) => {
    const item: MenuItemConstructorOptions = {
      id,
      label: title,
      registerAccelerator: false,
      click: () => actions.run(id),
      ...(keys === null ? {} : { accelerator: keys }),
    };
    return LAST_OF_GROUP.has(id) ? [item, separator] : [item];
  });
}

function recentItem(recents: readonly RecentArchive[], actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: t('Recent archives'),
    enabled: recents.length > 0,
    submenu: recents.map(({ id, name, place }) => ({
      label: `${name} (${place})`.replaceAll('&', '&&'),
      click: () => actions.openRecent(id),
    })),
  };
}

/** @param recents newest first. @returns the whole menu as a template, without touching the running program. */
export function menuTemplate(recents: readonly RecentArchive[], actions: MenuActions): MenuItemConstructorOptions[] {
  const file = commandItems('file', actions);
  const afterOpen = file.findIndex((item) => item.id === 'archive.open') + 1;
  file.splice(afterOpen, 0, recentItem(recents, actions));
  const edit = commandItems('edit', actions);
  const afterRedo = edit.findIndex((item) => item.id === 'edit.redo') + 2;
  edit.splice(afterRedo, 0, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, separator);
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: MENU_TITLES.file, submenu: isMac ? file : [...file, separator, { role: 'quit' }] },
    { label: MENU_TITLES.edit, submenu: edit },
    { label: MENU_TITLES.annotate, submenu: commandItems('annotate', actions) },
    { label: MENU_TITLES.pages, submenu: commandItems('pages', actions) },
    {
      label: MENU_TITLES.view,
      submenu: [
        ...commandItems('view', actions),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: MENU_TITLES.help, submenu: commandItems('help', actions) },
  ];
}

export function setMenu(recents: readonly RecentArchive[], actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(recents, actions)));
}
