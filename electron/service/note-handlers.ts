/** Handlers of notes, citations and spelling. */
import type { Archive } from '../archive/index.js';
import { FondsError } from '../contract/index.js';
import { type Notes, readTemplates } from '../notes/index.js';
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
  const notes = (): Notes => holder.current().notes;
  void archive;
  return {
    'note.list': (input) => notes().list(input),
    'note.get': ({ id }) => notes().get(id),
    'note.create': (input) => notes().create(input),
    'note.save': (input) => notes().save(input),
    'note.delete': ({ ids }) => done(notes().delete(ids)),
    'note.restore': ({ ids }) => done(notes().restore(ids)),
    'note.templates': () => readTemplates(holder.templatesDir),
    'note.references': ({ keys }) => notes().references(keys),
    'note.backlinks': ({ target }) => notes().backlinks(target),
    'note.quote': () => notYet(),
    'cite.styles': () => notYet(),
    'cite.locales': () => notYet(),
    'cite.format': () => notYet(),
    'cite.addStyle': () => notYet(),
    'cite.removeStyle': () => notYet(),
    'spelling.languages': () => holder.speller.languages(),
    'spelling.check': (input) => holder.current().spelling.check(input),
    'spelling.suggest': ({ languages, word }) => holder.speller.suggest(languages, word),
    'spelling.learn': ({ word }) => done(holder.current().spelling.learn(word)),
  };
}
