/**
 * The one registry of commands: the application menu, the palette, the shortcuts and the shortcut sheet all read it.
 * `keys` uses Electron's accelerator notation; the renderer says what each command does.
 */
export const COMMANDS = [
  { id: 'archive.new', title: 'New archive…', menu: 'File', keys: 'CmdOrCtrl+Shift+N' },
  { id: 'archive.open', title: 'Open archive…', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'archive.sample', title: 'Open the sample archive', menu: 'File', keys: null },
  { id: 'import.files', title: 'Import files…', menu: 'File', keys: 'CmdOrCtrl+I' },
  { id: 'import.folder', title: 'Import a folder…', menu: 'File', keys: 'CmdOrCtrl+Shift+I' },
  { id: 'export.search', title: 'Export what was found…', menu: 'File', keys: 'CmdOrCtrl+E' },
  { id: 'export.concordance', title: 'Export the concordance…', menu: 'File', keys: null },
  { id: 'export.log', title: 'Export the search log…', menu: 'File', keys: null },
  { id: 'archive.verify', title: 'Verify originals', menu: 'File', keys: null },
  { id: 'archive.reindex', title: 'Rebuild the search index', menu: 'File', keys: null },
  { id: 'archive.backup', title: 'Back up archive…', menu: 'File', keys: null },
  { id: 'archive.restore', title: 'Restore a backup…', menu: 'File', keys: null },
  { id: 'edit.undo', title: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', title: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'source.describe', title: 'Describe selected sources…', menu: 'Edit', keys: 'CmdOrCtrl+D' },
  { id: 'source.delete', title: 'Move to bin', menu: 'Edit', keys: 'Delete' },
  { id: 'collection.new', title: 'New collection…', menu: 'Edit', keys: 'CmdOrCtrl+Alt+N' },
  { id: 'find.inDocument', title: 'Find in document', menu: 'Edit', keys: 'CmdOrCtrl+F' },
  { id: 'find.next', title: 'Next hit', menu: 'Edit', keys: 'F3' },
  { id: 'find.previous', title: 'Previous hit', menu: 'Edit', keys: 'Shift+F3' },
  { id: 'go.sources', title: 'Sources', menu: 'View', keys: 'CmdOrCtrl+1' },
  { id: 'go.search', title: 'Search', menu: 'View', keys: 'CmdOrCtrl+Shift+F' },
  { id: 'go.concordance', title: 'Concordance of this search', menu: 'View', keys: 'CmdOrCtrl+Shift+K' },
  { id: 'go.log', title: 'Search log', menu: 'View', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'search.save', title: 'Save this search…', menu: 'Edit', keys: 'CmdOrCtrl+Shift+S' },
  { id: 'search.similar', title: 'Find similar passages', menu: 'Edit', keys: 'CmdOrCtrl+Shift+M' },
  { id: 'go.settings', title: 'Settings', menu: 'View', keys: 'CmdOrCtrl+,' },
  { id: 'view.list', title: 'Show or hide the list', menu: 'View', keys: 'CmdOrCtrl+B' },
  { id: 'view.inspector', title: 'Show or hide the inspector', menu: 'View', keys: 'CmdOrCtrl+Alt+B' },
  { id: 'view.theme', title: 'Switch light and dark', menu: 'View', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'tab.close', title: 'Close tab', menu: 'View', keys: 'CmdOrCtrl+W' },
  { id: 'palette.open', title: 'Command palette', menu: 'Help', keys: 'CmdOrCtrl+K' },
  { id: 'help.shortcuts', title: 'Keyboard shortcuts', menu: 'Help', keys: 'CmdOrCtrl+/' },
] as const;
export type CommandId = (typeof COMMANDS)[number]['id'];
export type CommandMenu = (typeof COMMANDS)[number]['menu'];
