/** What is offered while one writes: after `@` sources and passages to cite, after `[[` notes and tags to link to. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import {
  type Annotation,
  citationMark,
  linkMark,
  type SourceRow,
  tagTree,
} from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce, formatDate, formatPageLabel, perform } from '../../../api/index.js';
import { moreMatchesHint } from '../../../ui/index.js';
import { noteHost } from './note-host.js';
import { isInCode } from './note-marks.js';

/** Of each group. */
const OFFERED = 7;
const MAX_QUOTE = 90;

const quiet = { quiet: true };
const plainKey = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const brief = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE).trimEnd()}…` : line;
};

/** A group of the list; says when it holds only the first of those that fit. */
const group = (name: string, rank: number, shown: number, total: number) => ({
  name: [name, moreMatchesHint(shown, total)].filter(Boolean).join(': '),
  rank,
});
type CompletionGroup = ReturnType<typeof group>;

type CompletionMark = string | Promise<string | null>;

/**
 * Writes a mark over what was typed; brackets that the person typed around it go with it. Nothing is written over words
 * that are others than those asked about.
 * @param asked the words that the offer answers, with what begins them.
 */
const put = (asked: string, markOf: () => CompletionMark): NonNullable<Completion['apply']> => {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const stands = () => view.state.sliceDoc(from, from + asked.length) === asked;
    const write = (mark: string | null) => {
      if (mark === null) return;
      if (!stands()) {
        announce(t('The link was not written'), { text: t('The text was changed while what it leads to was made.') });
        return;
      }
      const { state } = view;
      const head = state.sliceDoc(from - 1, from) === '[' && state.sliceDoc(from, from + 1) === '@' ? from - 1 : from;
      const tail = /^\]{0,2}/.exec(state.sliceDoc(to, to + 2))?.[0].length ?? 0;
      const isBracketed = head < from || state.sliceDoc(from, from + 2) === '[[';
      view.dispatch({
        changes: { from: head, to: isBracketed ? to + tail : to, insert: mark },
        // Who went on writing meanwhile stays where the writing is.
        ...(state.selection.main.head === to ? { selection: { anchor: head + mark.length } } : {}),
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      });
    };
    if (to - from !== asked.length || !stands()) return;
    const mark = markOf();
    if (typeof mark === 'string') write(mark);
    else void mark.then(write);
  };
};

function ofSource(row: SourceRow, section: CompletionGroup, asked: string): Completion {
  const parts = [row.dateWritten && formatDate(row.dateWritten), row.documentType, row.referenceCode || row.repository];
  return {
    label: row.title || t('Untitled'),
    detail: parts.filter(Boolean).join(' · '),
    section,
    apply: put(asked, () => citationMark('source', row.id, '')),
  };
}

function ofPassage(
  { id, target, comment, sourceTitle, pageLabel }: Annotation,
  section: CompletionGroup,
  asked: string,
): Completion {
  const words = target.kind === 'text' ? `“${brief(target.quote.exact)}”` : brief(comment) || t('Region of a page');
  const page = pageLabel === null ? '' : formatPageLabel(pageLabel);
  return {
    label: words,
    detail: [sourceTitle, page].filter(Boolean).join(', '),
    section,
    apply: put(asked, () => citationMark('passage', id, page)),
  };
}

/** After `@`. */
export async function citations(context: CompletionContext): Promise<CompletionResult | null> {
  const typed = context.matchBefore(/@[^@[\]\n]{0,60}$/u);
  if (!typed || isInCode(context.state, typed.from)) return null;
  const before = context.state.sliceDoc(typed.from - 1, typed.from);
  // An address such as a@b cites nothing.
  if (/[\p{L}\p{N}]/u.test(before) || /^@\s/.test(typed.text)) return null;
  const contains = typed.text.slice(1).trim();
  const asked = contains === '' ? {} : { contains };
  const [passages, sources] = await Promise.all([
    perform('annotation.list', { filter: asked, sort: 'changed', offset: 0, limit: OFFERED }, quiet),
    perform(
      'source.list',
      { filter: asked, sort: { by: 'title', direction: 'ascending' }, offset: 0, limit: OFFERED },
      quiet,
    ),
  ]);
  const options: Completion[] = [];
  if (passages.ok) {
    const { annotations, total } = passages.value;
    const section = group(t('Passages'), 1, annotations.length, total);
    options.push(...annotations.map((passage) => ofPassage(passage, section, typed.text)));
  }
  if (sources.ok) {
    const { rows, total } = sources.value;
    const section = group(t('Sources'), 2, rows.length, total);
    options.push(...rows.map((row) => ofSource(row, section, typed.text)));
  }
  return options.length === 0 ? null : { from: typed.from, options, filter: false };
}

/** After `[[`. */
export async function links(context: CompletionContext): Promise<CompletionResult | null> {
  const typed = context.matchBefore(/\[\[[^[\]\n]{0,100}$/u);
  if (!typed || isInCode(context.state, typed.from)) return null;
  const contains = typed.text.slice(2).trim();
  const pattern = plainKey(contains);
  const asked = { ...(contains === '' ? {} : { contains }), sort: 'changed', offset: 0, limit: OFFERED + 1 } as const;
  const [titled, notes, tags] = await Promise.all([
    perform('note.list', { ...asked, within: 'titles' }, quiet),
    perform('note.list', asked, quiet),
    perform('tag.list', undefined, quiet),
  ]);
  // What is being typed stands in this note: of a search in texts it would be the first.
  const own = context.state.facet(noteHost).noteId;
  // A title that has the words comes before a text that has them.
  const rows = [...(titled.ok ? titled.value.rows : []), ...(notes.ok ? notes.value.rows : [])];
  const found = [...new Map(rows.map((row) => [row.id, row])).values()]
    .filter(({ id }) => id !== own)
    .slice(0, OFFERED);
  const others = notes.ok ? notes.value.total - (notes.value.rows.some(({ id }) => id === own) ? 1 : 0) : found.length;
  const ofNotes = group(t('Notes'), 1, found.length, others);
  const tree = tagTree(tags.ok ? tags.value : []);
  const fitting = tree.tags.filter(({ name }) => plainKey(name).includes(pattern));
  const ofTags = group(t('Tags'), 2, Math.min(fitting.length, OFFERED), fitting.length);
  const options: Completion[] = [
    ...found.map(({ id, title, excerpt }) => ({
      label: title,
      detail: brief(excerpt),
      section: ofNotes,
      apply: put(typed.text, () => linkMark('note', id, title)),
    })),
    ...fitting.slice(0, OFFERED).map(({ id, name, parentId }) => ({
      label: name,
      detail: parentId === null ? '' : tree.path(id),
      section: ofTags,
      apply: put(typed.text, () => linkMark('tag', id, name)),
    })),
  ];
  if (contains !== '' && !found.some(({ title }) => plainKey(title) === pattern)) {
    options.push({
      label: t('New note “{contains}”', { contains }),
      section: ofNotes,
      apply: put(typed.text, async () => {
        const made = await perform('note.create', { title: contains });
        return made.ok ? linkMark('note', made.value.id, made.value.title) : null;
      }),
    });
  }
  return options.length === 0 ? null : { from: typed.from, options, filter: false };
}

export const completions: Extension = autocompletion({
  override: [citations, links],
  icons: false,
  activateOnTypingDelay: 60,
  maxRenderedOptions: 2 * OFFERED + 1,
});
