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

export function noteHandlers(host: ArchiveHost): HandlersOf<NoteCallName> {
  const notes = (): Notes => host.current().notes;
  const citations = (): Citations => host.current().citations;
  return {
    'note.list': (input) => notes().list(input),
    'note.get': ({ id }) => notes().get(id),
    'note.create': (input) => notes().create(input),
    'note.save': (input) => notes().save(input),
    'note.delete': ({ ids }) => done(notes().delete(ids)),
    'note.restore': ({ ids }) => done(notes().restore(ids)),
    'note.templates': () => readTemplates(host.templatesDir),
    'note.references': ({ keys }) => notes().references(keys),
    'note.backlinks': ({ target }) => notes().backlinks(target),
    'note.quote': (input) => quoteInNote(host.current(), input),
    'cite.styles': () => (host.dir() === null ? host.csl.styles() : citations().styles()),
    'cite.locales': () => host.csl.locales(),
    'cite.format': ({ style, locale, items }) => citations().format(style, locale, items),
    'cite.addStyle': ({ file }) => citations().addStyle(file),
    'cite.removeStyle': ({ id }) => done(citations().removeStyle(id)),
    'spelling.languages': () => host.speller.languages(),
    'spelling.check': (input) => host.current().spelling.check(input),
    'spelling.suggest': ({ languages, word }) => host.speller.suggest(languages, word),
    'spelling.learn': ({ word }) => done(host.current().spelling.learn(word)),
  };
}
