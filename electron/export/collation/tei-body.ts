/** The text of a TEI file: what is common as words, what differs as entries of the apparatus. */
import type { CollationBlock } from '../../contract/index.js';
import { closeTag, emptyTag, openTag } from '../write/write-xml.js';
import type { CollationExportContent } from './collation-content.js';
import {
  type GroupedReading,
  groupedReadings,
  type MoveEnd,
  moveEnds,
  type NumberedVariant,
  numberedVariants,
} from './numbered-variants.js';
import { type PageBreak, pageStarts, paragraphStarts } from './page-starts.js';
import { Blanks } from './tei-blanks.js';
import { classId, placeId, readingId, witnessIds } from './tei-ids.js';
import { movedOffsets, page, type TeiMark, teiWords } from './tei-words.js';
import { WithheldMarks } from './withheld-marks.js';

const NEW_PARAGRAPH = `${closeTag('p')}\n${openTag('p')}`;
/** A paragraph that begins within a reading: an element cannot end there. */
const MILESTONE = emptyTag('milestone', { unit: 'paragraph' });
/** Words or an element at the beginning, which would run into a word before them. */
const GLUES = /^[\p{L}\p{M}\p{N}<]/u;

export class TeiBody {
  readonly #work: CollationExportContent;
  readonly #ids: readonly string[];
  /** By number, and by index of block. */
  readonly #places: readonly NumberedVariant[];
  readonly #placeOf: ReadonlyMap<number, NumberedVariant>;
  readonly #moves: ReadonlyMap<number, readonly MoveEnd[]>;
  readonly #blanks: Blanks;
  readonly #withheld: WithheldMarks;
  /** Of each witness: pages that are still to come, where its paragraphs begin, and how far it is written. */
  readonly #pages: readonly PageBreak[][];
  readonly #paragraphs: readonly (readonly number[])[];
  readonly #reached: number[];
  /** The paragraph that is open has words. */
  #isFilled = false;

  constructor(collation: CollationExportContent) {
    const { result, texts, spans } = collation;
    const places = numberedVariants(collation);
    this.#work = collation;
    this.#ids = witnessIds(result);
    this.#places = places;
    this.#placeOf = new Map(places.map((place) => [place.blockIndex, place]));
    this.#moves = moveEnds(collation, places);
    this.#withheld = new WithheldMarks(collation);
    this.#blanks = new Blanks(result.witnesses.length);
    this.#pages = texts.map((_, witness) => pageStarts(spans?.[witness]).reverse());
    this.#paragraphs = texts.map((text, witness) => paragraphStarts(text, spans?.[witness]));
    this.#reached = texts.map(() => 0);
  }

  *write(): Generator<string> {
    const { blocks, base } = this.#work.result;
    const nextOfBase = nextStarts(blocks, base);
    for (const [index, block] of blocks.entries()) {
      const place = this.#placeOf.get(index);
      const readings = place?.readings ?? groupedReadings(this.#work, block);
      const [first] = readings;
      if (!first) continue;
      const isCommon = !place && readings.length === 1;
      yield this.#between(isCommon, this.#isNewParagraph(block, nextOfBase[index] ?? null));
      if (isCommon) {
        yield this.#words(block, first, { xml: NEW_PARAGRAPH, parts: true });
        this.#reach(block);
      } else yield this.#apparatus(block, readings, place, blocks[index + 1]);
      this.#isFilled = true;
    }
  }

  /** What stands between what is written and the next block. */
  #between(isCommon: boolean, isNewParagraph: boolean): string {
    const blanks = this.#blanks;
    if (isNewParagraph && this.#isFilled) {
      blanks.giveAll();
      return NEW_PARAGRAPH;
    }
    const owed = blanks.owed();
    if (owed === 'all') {
      blanks.giveAll();
      return '\n';
    }
    // In a common text there is no saying that only some have it: the base decides.
    if (owed === 'none' || !isCommon) return '';
    const isOwed = blanks.isOwed([this.#work.result.base]);
    if (isOwed) blanks.giveAll();
    else blanks.forget();
    return isOwed ? ' ' : '';
  }

  /** Whether the base begins a paragraph with its next words, and this block is the first that belongs to it. */
  #isNewParagraph({ cells }: CollationBlock, nextOfBase: number | null): boolean {
    const { base } = this.#work.result;
    if (nextOfBase === null || !this.#beginsParagraph(base, nextOfBase)) return false;
    if (cells[base]) return true;
    return cells.some((cell, witness) => cell && this.#beginsParagraph(witness, cell[0]));
  }

  #beginsParagraph(witness: number, at: number): boolean {
    const reached = this.#reached[witness] ?? 0;
    const starts = this.#paragraphs[witness] ?? [];
    const next = starts[firstAbove(starts, reached - 1)];
    return next !== undefined && next > 0 && next <= at;
  }

  #apparatus(
    block: CollationBlock,
    readings: readonly GroupedReading[],
    place: NumberedVariant | undefined,
    next: CollationBlock | undefined,
  ): string {
    const words = readings.map((reading) => this.#words(block, reading, { xml: MILESTONE }));
    const blanks = this.#blanks;
    const parts = readings.map(({ witnesses }, index) => {
      const readingText = words[index] ?? '';
      // An omission carries its blank on: it may yet be one for all.
      if (readingText === '') return '';
      // The words are those of the first, and so is the blank; but no word of another is glued to the one before, unless
      // the base has it so: its words are written as they stand.
      const mayGlue = !GLUES.test(readingText) || witnesses.includes(this.#work.result.base);
      const isParted = blanks.isOwed(mayGlue ? witnesses.slice(0, 1) : witnesses);
      return isParted ? ` ${readingText}` : readingText;
    });
    this.#reach(block);
    if (blanks.owed() === 'some') {
      // What is common cannot say who has a blank before it; the next entry can.
      const isLast = next === undefined || next.class === null;
      for (const [index, { witnesses }] of readings.entries()) {
        const isGiven = isLast
          ? blanks.isOwed(witnesses.slice(0, 1))
          : words[index] !== '' && witnesses.every((witness) => blanks.isOwed([witness]));
        if (!isGiven) continue;
        parts[index] += ' ';
        blanks.give(witnesses);
      }
    }
    const kind = place ? { type: place.class, ana: `#${classId(place.class)}` } : {};
    const written = readings.map((reading, index) => {
      const name = index === 0 ? 'lem' : 'rdg';
      const attributes = { ...this.#about(readings, index, place), wit: this.#pointers(reading.witnesses) };
      const inside = parts[index] ?? '';
      return inside === '' ? emptyTag(name, attributes) : `${openTag(name, attributes)}${inside}${closeTag(name)}`;
    });
    const id = place ? { 'xml:id': placeId(place.number), n: place.number } : {};
    return `${openTag('app', { ...id, ...kind })}${written.join('')}${closeTag('app')}`;
  }

  #about(readings: readonly GroupedReading[], index: number, place: NumberedVariant | undefined) {
    const reading = readings[index];
    if (!place || !reading) return {};
    const ends = (this.#moves.get(place.number) ?? []).filter(({ here }) => reading.witnesses.includes(here));
    const kind = kindOf(place, reading, ends);
    const corresp = [...new Set(ends.map((end) => this.#readingAt(end)))];
    return {
      ...(corresp.length > 0 ? { 'xml:id': readingId(place.number, index), corresp: corresp.join(' ') } : {}),
      ...(kind ? { type: kind } : {}),
      ...(kind === 'ocr' ? { cause: 'ocr' } : {}),
    };
  }

  #readingAt({ variant: place, witness }: MoveEnd): string {
    const readings = this.#places[place - 1]?.readings ?? [];
    return `#${readingId(
      place,
      readings.findIndex(({ witnesses }) => witnesses.includes(witness)),
    )}`;
  }

  #pointers(witnesses: readonly number[]): string {
    return witnesses.map((witness) => `#${this.#ids[witness] ?? ''}`).join(' ');
  }

  /** @param newParagraph what stands where the words go on in a new paragraph. */
  #words(block: CollationBlock, { witnesses }: GroupedReading, newParagraph: Omit<TeiMark, 'at'>): string {
    const { texts } = this.#work;
    const [shown] = witnesses;
    const cell = shown === undefined ? null : block.cells[shown];
    if (shown === undefined || !cell) return '';
    const [start, end] = cell;
    const text = texts[shown] ?? '';
    const paragraphs = this.#paragraphs[shown] ?? [];
    const marks: TeiMark[] = [];
    for (let at = firstAbove(paragraphs, start); (paragraphs[at] ?? end) < end; at += 1) {
      marks.push({ at: paragraphs[at] ?? end, ...newParagraph });
    }
    for (const witness of witnesses) {
      const own = block.cells[witness];
      if (!own) continue;
      const pages = this.#pagesUpTo(witness, own[1]);
      const offsets = pages.map(({ at }) => Math.max(at, own[0]));
      const there =
        witness === shown
          ? offsets
          : movedOffsets(offsets, { text: texts[witness] ?? '', start: own[0], end: own[1] }, { text, start, end });
      const id = this.#ids[witness] ?? '';
      for (const [index, { label }] of pages.entries()) marks.push({ at: there[index] ?? end, xml: page(label, id) });
    }
    marks.sort((a, b) => a.at - b.at);
    return teiWords(text, cell, marks, this.#withheld.within(shown, cell));
  }

  #pagesUpTo(witness: number, end: number): PageBreak[] {
    const waiting = this.#pages[witness] ?? [];
    const due: PageBreak[] = [];
    for (let next = waiting.at(-1); next && next.at < end; next = waiting.at(-1)) {
      due.push(next);
      waiting.pop();
    }
    return due;
  }

  #reach({ cells }: CollationBlock): void {
    for (const [witness, cell] of cells.entries()) {
      if (!cell) continue;
      const text = this.#work.texts[witness] ?? '';
      const isBlank = cell[1] >= text.length || /\s/.test(text.charAt(cell[1]));
      this.#blanks.reach(witness, isBlank ? 'blank' : 'nothing');
      this.#reached[witness] = cell[1];
    }
  }
}

/** What a reading is: withheld, moved, or what the place is where it is another one than that of the base. */
function kindOf(
  { class: kind, block }: NumberedVariant,
  { witnesses, isBase }: GroupedReading,
  moves: readonly MoveEnd[],
) {
  if (block.withheld.some(({ witness }) => witnesses.includes(witness))) return 'redaction';
  if (kind === 'moved') return moves.length > 0 ? kind : null;
  return isBase || kind === 'redaction' ? null : kind;
}

/** Of each block where the next words of a witness begin, in it or after it; null when there are no more. */
function nextStarts(blocks: readonly CollationBlock[], witness: number): (number | null)[] {
  let next: number | null = null;
  const starts = blocks.toReversed().map(({ cells }) => {
    next = cells[witness]?.[0] ?? next;
    return next;
  });
  return starts.reverse();
}

/** Index of the first that is greater than `value`. @param ascending sorted. */
function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
