/** Handlers of notes, citations and spelling. */
import type { Archive } from '../archive/index.js';
import { FondsError } from '../contract/index.js';
import { done, type HandlersOf } from './handler-table.js';
import type { OpenArchive } from './open-archive.js';

type Calls =
  | 'note.list'
  | 'note.get'
  | 'note.create'
  | 'note.save'
  | 'note.delete'
  | 'note.restore'
  | 'note.templates'
  | 'note.references'
  | 'note.backlinks'
  | 'note.quote'
  | 'cite.styles'
  | 'cite.locales'
  | 'cite.format'
  | 'cite.addStyle'
  | 'cite.removeStyle'
  | 'spelling.languages'
  | 'spelling.check'
  | 'spelling.suggest'
  | 'spelling.learn';

const notYet = (): never => {
  throw new FondsError('INVALID_INPUT', 'This is not built yet.');
};

export function noteHandlers(holder: OpenArchive): HandlersOf<Calls> {
  const archive = (): Archive => holder.current().archive;
  void archive;
  void done;
  return {
    'note.list': () => notYet(),
    'note.get': () => notYet(),
    'note.create': () => notYet(),
    'note.save': () => notYet(),
    'note.delete': () => notYet(),
    'note.restore': () => notYet(),
    'note.templates': () => notYet(),
    'note.references': () => notYet(),
    'note.backlinks': () => notYet(),
    'note.quote': () => notYet(),
    'cite.styles': () => notYet(),
    'cite.locales': () => notYet(),
    'cite.format': () => notYet(),
    'cite.addStyle': () => notYet(),
    'cite.removeStyle': () => notYet(),
    'spelling.languages': () => notYet(),
    'spelling.check': () => notYet(),
    'spelling.suggest': () => notYet(),
    'spelling.learn': () => notYet(),
  };
}
