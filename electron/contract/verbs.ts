/** The words of the terminal: one list for the command line, and for the packaged program to know one when it sees it. */
export const VERBS = [
  'create',
  'import',
  'sources',
  'show',
  'text',
  'search',
  'describe',
  'delete',
  'recover',
  'undo',
  'redo',
  'collections',
  'export',
  'verify',
  'backup',
  'restore',
] as const;
export type Verb = (typeof VERBS)[number];
