/** What the editor asks of the page around it. One object for the life of a page; the page keeps it up to date. */
import { Facet } from '@codemirror/state';
import { type NoteId, type NoteMark, type NoteReference, STYLE_LOCALE } from '../../../../electron/contract/index.js';
import type { WordSpelling } from './checkable-words.js';

/** Where a menu opens, and what is known of the word there. */
export interface MenuAnchor {
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
  onChange(): void;
  /** The text lost the focus. */
  onBlur(): void;
  openReference(reference: NoteReference): void;
  /** What a note names, as the archive knows it; null when it could not be asked. @param key as `NoteReference.key`. */
  lookUp(key: string): Promise<NoteReference | null>;
  /** Asks for the place and the words around of a citation. */
  editCitation(mark: Extract<NoteMark, { kind: 'citation' }>): void;
  openMenu(at: MenuAnchor): void;
  /** Gives the focus to the title. */
  focusTitle(): void;
  languages(): readonly string[];
  citationStyle(): { readonly style: string; readonly locale: string };
}

const DETACHED: NoteHost = {
  noteId: null,
  onChange: () => undefined,
  onBlur: () => undefined,
  openReference: () => undefined,
  lookUp: () => Promise.resolve(null),
  editCitation: () => undefined,
  openMenu: () => undefined,
  focusTitle: () => undefined,
  languages: () => [],
  citationStyle: () => ({ style: 'chicago-fullnote-bibliography', locale: STYLE_LOCALE }),
};

export const noteHost = Facet.define<NoteHost, NoteHost>({ combine: ([host]) => host ?? DETACHED });
