/** What the editor asks of the page around it. One object for the life of a page; the page keeps it up to date. */
import { Facet } from '@codemirror/state';
import { type NoteId, type NoteMark, type NoteReference, STYLE_LOCALE } from '../../../../electron/contract/index.js';
import type { WordSpelling } from './word-places.js';

/** Where a menu opens, and what is known of the word there. */
export interface MenuPlace {
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** UTF-16 offset of the text. */
  readonly offset: number;
  readonly spelling: WordSpelling | null;
}

export interface NoteHost {
  /** The note that is written. */
  readonly noteId: NoteId | null;
  /** The person changed the text. */
  changed(): void;
  /** The text lost the focus. */
  left(): void;
  open(reference: NoteReference): void;
  /** What a note names, as the archive knows it; null when it could not be asked. @param key as `NoteReference.key`. */
  lookUp(key: string): Promise<NoteReference | null>;
  /** Asks for the place and the words around of a citation. */
  editMark(mark: Extract<NoteMark, { kind: 'citation' }>): void;
  openMenu(at: MenuPlace): void;
  /** Gives the focus to the title. */
  goToTitle(): void;
  languages(): readonly string[];
  citationStyle(): { readonly style: string; readonly locale: string };
}

const NOBODY: NoteHost = {
  noteId: null,
  changed: () => undefined,
  left: () => undefined,
  open: () => undefined,
  lookUp: () => Promise.resolve(null),
  editMark: () => undefined,
  openMenu: () => undefined,
  goToTitle: () => undefined,
  languages: () => [],
  citationStyle: () => ({ style: 'chicago-fullnote-bibliography', locale: STYLE_LOCALE }),
};

export const noteHost = Facet.define<NoteHost, NoteHost>({ combine: ([host]) => host ?? NOBODY });
