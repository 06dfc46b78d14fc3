/** What can be exported in the current context, and which formats can contain it. */
import {
  type Collection,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportSubject,
  type NoteId,
  type SearchQuery,
  type SourceId,
  type Tag,
  type TagId,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

/** Where one is: what is on top, what is selected, what was searched. */
export interface ExportContext {
  readonly noteId: NoteId | null;
  readonly selectedNotes: readonly NoteId[];
  readonly sourceId: SourceId | null;
  readonly tagId: TagId | null;
  readonly query: SearchQuery | null;
}

export interface ExportChoice {
  readonly id: string;
  readonly label: string;
  readonly what: ExportSubject;
}

/** What the archive holds that can be exported as a whole. */
export interface ExportableItems {
  /** How many there are. */
  readonly notes: number;
  readonly collections: readonly Collection[];
  /** In order of the tree. */
  readonly tags: readonly Tag[];
}

/** `Person/President`. */
export function pathOf(tag: Tag, tags: readonly Tag[]): string {
  const parent = tags.find(({ id }) => id === tag.parentId);
  return parent ? `${pathOf(parent, tags)}/${tag.name}` : tag.name;
}

/** Nearest first: what is on top of the tabs, then the whole, then each collection and tag. */
export function exportChoices(context: ExportContext, { notes, collections, tags }: ExportableItems): ExportChoice[] {
  const { noteId, selectedNotes, sourceId, tagId, query } = context;
  const choices: ExportChoice[] = [];
  if (noteId) choices.push({ id: 'note', label: t('This note'), what: { kind: 'notes', ids: [noteId] } });
  const [one, ...others] = selectedNotes;
  if (one && others.length > 0) {
    const label = t('The {count} selected notes', { count: selectedNotes.length });
    choices.push({ id: 'selected notes', label, what: { kind: 'notes', ids: [one, ...others] } });
  }
  if (tagId) choices.push({ id: 'tag', label: t('Everything that bears this tag'), what: { kind: 'tag', tagId } });
  if (sourceId) {
    choices.push({
      id: 'annotations',
      label: t('The annotations of this source'),
      what: { kind: 'annotations', sourceId },
    });
  }
  if (query && query.query.trim() !== '') {
    choices.push({
      id: 'search',
      label: t('What “{query}” finds', { query: query.query }),
      what: { kind: 'search', query },
    });
  }
  if (notes > 0) {
    const label = t('{notes, plural, one {All notes (1)} other {All # notes}}', { notes });
    choices.push({ id: 'notes', label, what: { kind: 'allNotes' } });
  }
  choices.push({ id: 'everything', label: t('The whole archive'), what: { kind: 'everything' } });
  for (const { id, name } of collections) {
    choices.push({
      id: `collection ${id}`,
      label: t('Collection: {name}', { name }),
      what: { kind: 'collection', collectionId: id },
    });
  }
  for (const tag of tags) {
    choices.push({
      id: `tag ${tag.id}`,
      label: t('Tag: {path}', { path: pathOf(tag, tags) }),
      what: { kind: 'tag', tagId: tag.id },
    });
  }
  return choices;
}

/** Formats that hold sources, tags and passages, but no notes. */
const WITHOUT_NOTES: ReadonlySet<ExportFormat> = new Set<ExportFormat>([
  'csv',
  'jsonld',
  'alto',
  'page-xml',
  'hocr',
  'pdf-pages',
]);

export const formatsFor = ({ what }: ExportChoice) =>
  EXPORT_FORMATS.filter(({ id }) => !(what.kind === 'notes' || what.kind === 'allNotes') || !WITHOUT_NOTES.has(id));

const WITH_CITATIONS: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['docx', 'md', 'html', 'pdf', 'txt']);

/** Whether a format draws citations, so that it matters in which style. */
export const hasCitations = (format: ExportFormat): boolean => WITH_CITATIONS.has(format);
