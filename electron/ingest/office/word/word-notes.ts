/** Footnotes, endnotes and comments of a Word document: numbered by where they are referred to. */
import type { DocumentWriter } from '../document-writer.js';
import type { Origin } from '../inline-text.js';
import { commentHead, withHead } from '../note-heads.js';
import type { WrittenBlock } from '../written-block.js';
import { elementsOf, type OfficeXmlElement } from '../xml-tree.js';

type NoteKind = 'footnote' | 'endnote';
/** Writes the blocks of a note; given later, since notes hold what a body holds. */
type WriteBody = (element: OfficeXmlElement, origin: Origin) => WrittenBlock[];

export class WordNotes {
  readonly #notes: Readonly<Record<NoteKind, ReadonlyMap<string, OfficeXmlElement>>>;
  readonly #comments: ReadonlyMap<string, OfficeXmlElement>;
  readonly #referred: { readonly kind: NoteKind; readonly id: string; readonly label: string }[] = [];
  readonly #labels = new Map<string, string>();
  readonly #commented = new Set<string>();
  #write: WriteBody = () => [];

  constructor(
    parts: {
      readonly footnotes: OfficeXmlElement | null;
      readonly endnotes: OfficeXmlElement | null;
      readonly comments: OfficeXmlElement | null;
    },
    private readonly writer: DocumentWriter,
  ) {
    this.#notes = { footnote: byId(parts.footnotes, 'w:footnote'), endnote: byId(parts.endnotes, 'w:endnote') };
    this.#comments = byId(parts.comments, 'w:comment');
  }

  writeWith(write: WriteBody): void {
    this.#write = write;
  }

  /** @returns `[3]`; of endnotes beside footnotes `[e3]`, so that no two notes share a number. */
  reference(kind: NoteKind, id: string): string {
    const key = `${kind} ${id}`;
    const known = this.#labels.get(key);
    if (known) return known;
    if (!this.#notes[kind].has(id)) return '';
    const number = this.#referred.filter((note) => note.kind === kind).length + 1;
    const label = `[${kind === 'endnote' && this.#notes.footnote.size > 0 ? 'e' : ''}${number}]`;
    this.#labels.set(key, label);
    this.#referred.push({ kind, id, label });
    return label;
  }

  /** The notes behind the text: footnotes, endnotes, and last those that nothing refers to. */
  blocks(): WrittenBlock[] {
    const blocks: WrittenBlock[] = [];
    // A note may refer to another one: the list grows while it is gone through.
    for (const kind of ['footnote', 'endnote'] as const) {
      for (const note of this.#referred) {
        if (note.kind === kind) blocks.push(...this.#note(this.#notes[kind].get(note.id), note.label));
      }
      for (const [id, element] of this.#notes[kind]) {
        if (!this.#labels.has(`${kind} ${id}`)) blocks.push(...this.#note(element, ''));
      }
    }
    for (const id of this.#comments.keys()) blocks.push(...this.comment(id, ''));
    return blocks;
  }

  comment(id: string, quoted: string): WrittenBlock[] {
    const comment = this.#comments.get(id);
    if (!comment || this.#commented.has(id)) return [];
    this.#commented.add(id);
    const { 'w:author': author = '', 'w:date': date = '' } = comment.attributes;
    const head = commentHead(author, date, quoted);
    return this.#marked(comment, 'comment', head, author);
  }

  #note(element: OfficeXmlElement | undefined, label: string): WrittenBlock[] {
    return element ? this.#marked(element, 'note', label === '' ? '' : `${label} `, '') : [];
  }

  #marked(element: OfficeXmlElement, origin: Origin, head: string, author: string): WrittenBlock[] {
    const blocks = this.#write(element, origin).filter(({ inline }) => !inline.isBlank);
    const [first, ...rest] = blocks;
    if (!first) return [];
    this.writer.mark(origin, author);
    return withHead(head, origin, [first, ...rest]);
  }
}

function byId(root: OfficeXmlElement | null, name: string): Map<string, OfficeXmlElement> {
  const notes = new Map<string, OfficeXmlElement>();
  for (const note of elementsOf(root, name)) {
    // Separators are lines between text and notes.
    const type = note.attributes['w:type'];
    if (type === undefined || type === 'normal') notes.set(note.attributes['w:id'] ?? '', note);
  }
  return notes;
}
