/** Handlers of notes, citations and spelling. */
import { type Citations, type Notes, readTemplates } from '../notes/index.js';
import type { ArchiveHost } from './archive-host.js';
import { done, type HandlersOf } from './handler-table.js';
import { quoteInNote } from './quote-in-note.js';

type NoteCallName =
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

export function noteHandlers(holder: ArchiveHost): HandlersOf<NoteCallName> {
  const notes = (): Notes => holder.current().notes;
  const citations = (): Citations => holder.current().citations;
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
    'note.quote': (input) => quoteInNote(holder.current(), input),
    'cite.styles': () => (holder.dir() === null ? holder.csl.styles() : citations().styles()),
    'cite.locales': () => holder.csl.locales(),
    'cite.format': ({ style, locale, items }) => citations().format(style, locale, items),
    'cite.addStyle': ({ file }) => citations().addStyle(file),
    'cite.removeStyle': ({ id }) => done(citations().removeStyle(id)),
    'spelling.languages': () => holder.speller.languages(),
    'spelling.check': (input) => holder.current().spelling.check(input),
    'spelling.suggest': ({ languages, word }) => holder.speller.suggest(languages, word),
    'spelling.learn': ({ word }) => done(holder.current().spelling.learn(word)),
  };
}
