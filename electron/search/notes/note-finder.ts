/**
 * Finds notes by the line that finds sources: the same words, phrases, wildcards and operators over a title and a text.
 * What only sources have, such as a creator, stands in no note. Whoever asks sees every change made before.
 */
import type { Archive } from '../../archive/index.js';
import type { NoteHit, NoteId, Range } from '../../contract/index.js';
import { plainNote } from '../../text/index.js';
import { certaintyOf, createAnalyzer } from '../analysis/index.js';
import { ArchiveLexicon } from '../engine/archive-lexicon.js';
import { Evaluator } from '../engine/evaluate.js';
import { markText, type TextLanguage } from '../engine/mark-text.js';
import { prepareQuery } from '../engine/prepare-query.js';
import { topK } from '../engine/top-k.js';
import type { QueryLine } from '../finder/finder.js';
import { fieldNumber } from '../live/index-document.js';
import { type QueryNode, readLine } from '../query/index.js';
import { createQueryCache } from '../results/query-cache.js';
import { snippets } from '../results/snippets.js';
import { type IndexedNote, NoteIndex } from './note-index.js';
import { createNoteTexts } from './note-texts-store.js';

/** The most notes that are reported. */
const MAX_NOTES = 50;
/** Text of the best notes in which matches are marked; those after it show how they begin. In UTF-16 units. */
const MARKED_UNITS = 60_000;
const BEGINNING_UNITS = 1_000;

export interface NoteFinder {
  /** Best first, at most 50; none for a line that names nothing to look for. @throws FondsError QUERY_SYNTAX. */
  find(line: QueryLine): Promise<NoteHit[]>;
  /** Resolves when every change made so far is in the index. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface NoteFinderOptions {
  readonly archive: Pick<Archive, 'database' | 'onChange'>;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
}

export function createNoteFinder({ archive, workerPath }: NoteFinderOptions): NoteFinder {
  const texts = createNoteTexts(archive);
  const analyzer = createAnalyzer();
  const index = new NoteIndex({ analyzer, workerPath });
  const evaluator = new Evaluator(index.list);
  /** When each note was changed that the index holds. */
  const known = new Map<NoteId, string>();
  /** Kept for paging: the same line is asked again with every page of sources. */
  const kept = createQueryCache<NoteHit[]>({ most: 1, revision: () => [index.generation] });
  let isStale = true;
  let isClosed = false;
  let reading: Promise<void> | null = null;
  const stop = archive.onChange(({ scopes }) => {
    if (scopes.includes('notes')) isStale = true;
  });

  /** A note that changes while others are read is read again in the next turn. */
  async function catchUp(): Promise<void> {
    while (isStale && !isClosed) {
      isStale = false;
      const live = new Map(texts.live().map(({ id, changedAt }) => [id, changedAt]));
      for (const id of known.keys()) {
        if (live.has(id)) continue;
        index.remove(id);
        known.delete(id);
      }
      const changed = [...live].filter(([id, changedAt]) => known.get(id) !== changedAt).map(([id]) => id);
      await index.take(changed, read);
    }
  }

  function read(id: NoteId): IndexedNote | null {
    const note = texts.get(id);
    if (!note) return null;
    known.set(id, note.changedAt);
    return { id, title: note.title, text: plainNote(note.body).text };
  }

  async function settle(): Promise<void> {
    while (isStale && !isClosed) {
      reading ??= catchUp()
        .catch((error: unknown) => {
          if (isClosed) return;
          // Nobody knows what of it was indexed.
          known.clear();
          isStale = true;
          throw error;
        })
        .finally(() => {
          reading = null;
        });
      await reading;
    }
    await reading;
  }

  function search(line: QueryLine): NoteHit[] {
    const parsed = readLine(line.query, line.mode).node;
    const node = parsed && prepareQuery(parsed, line.query, analyzer).node;
    if (!node || !namesWords(node)) return [];
    const lexicon = new ArchiveLexicon({
      list: index.list,
      analyzer,
      languages: index.languages,
      matching: line.matching,
      fieldNumber,
      // Notes are of no type, in no collection, and bear no tag or date.
      filter: () => () => false,
    });
    const scored = evaluator.evaluate(node, lexicon);
    let left = MARKED_UNITS;
    return topK(scored, MAX_NOTES).flatMap((at) => {
      const noteId = index.list.refOf(scored.documents[at] as number) as NoteId;
      const note = texts.get(noteId);
      if (!note) return [];
      const isMarked = left > 0;
      const { text, toMarkdown } = plainNote(isMarked ? note.body : note.body.slice(0, BEGINNING_UNITS));
      const looked = text.slice(0, Math.max(0, left));
      left -= text.length;
      const matches = isMarked ? markText(looked, languageOf(noteId, text), node, lexicon, analyzer) : [];
      const shown = snippets(text, [], matches).map((snippet) => ({
        text: snippet.text,
        start: toMarkdown(snippet.start),
        matches: snippet.matches as Range[],
      }));
      const { title, changedAt } = note;
      return [{ noteId, title, changedAt, score: scored.scores[at] as number, snippets: shown }];
    });
  }

  function languageOf(id: NoteId, text: string): TextLanguage {
    const language = index.languageOf(id);
    return { language, certainty: certaintyOf(language, text) };
  }

  return {
    find: async (line) => {
      await settle();
      return kept.get(line, () => search(line));
    },
    settle,
    close: async () => {
      isClosed = true;
      stop();
      await index.close();
      await reading;
    },
  };
}

/** Whether a line looks for anything: what it only excludes or narrows by would bring in every note. */
function namesWords(node: QueryNode): boolean {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'near':
      return true;
    case 'and':
    case 'or':
      return node.parts.some(namesWords);
    case 'list':
      return node.clauses.some(({ presence, node: part }) => presence !== 'prohibited' && namesWords(part));
    default:
      return false;
  }
}
