/**
 * The least redacted text: the base text, and row by row, where it withholds something or cannot be read, what another
 * witness shows there. Invariants: the words, signs and blanks of the base stand in it as they are, and of its marks those
 * that nobody answers; what some witness shows where another withholds is in it; between witnesses that show different
 * words nothing is chosen in silence.
 */
import type { CollationBlock, ComposedText } from '../../contract/index.js';
import { type Alignment, GAP, type GapSpan, NONE, WORD } from '../model.js';
import { ComposedTextWriter, type SpanReason, type WitnessSlice } from './composed-writer.js';
import { type TableCells, tableCells } from './table-cells.js';

/** A gap over a row. */
interface HiddenSpan {
  readonly span: GapSpan;
  readonly kind: 'redaction' | 'lacuna';
  /** Whether others have words there. */
  readonly isAnswered: boolean;
}

/** What witnesses say in rows; those with the same words, whatever signs and blanks, have one. The base first. */
interface ComposedReading {
  readonly witnesses: number[];
  readonly letters: string;
}

const NOBODY: readonly HiddenSpan[] = [];

/**
 * @param blocks of the collation of the witnesses, in order.
 * @param sigla of the witnesses, by which words that stand side by side are named.
 */
export function composeText(
  alignment: Alignment,
  base: number,
  blocks: readonly CollationBlock[],
  sigla: readonly string[],
): ComposedText {
  return new TextComposer(alignment, base, sigla).compose(blocks);
}

class TextComposer {
  readonly #alignment: Alignment;
  readonly #base: number;
  readonly #sigla: readonly string[];
  readonly #cells: TableCells;
  readonly #writer: ComposedTextWriter;
  readonly #hidden: ReadonlyMap<number, readonly HiddenSpan[]>;

  /** The last row looked at that has words or signs, and whose. */
  #lastShown: { readonly row: number; readonly shown: readonly number[] } = { row: NONE, shown: [] };

  constructor(alignment: Alignment, base: number, sigla: readonly string[]) {
    this.#alignment = alignment;
    this.#base = base;
    this.#sigla = sigla;
    this.#cells = tableCells(alignment);
    this.#writer = new ComposedTextWriter(
      alignment.witnesses.map(({ text }) => text),
      base,
    );
    this.#hidden = hiddenByRow(alignment, this.#cells);
  }

  compose(blocks: readonly CollationBlock[]): ComposedText {
    let at = 0;
    while (at < blocks.length) {
      const block = blocks[at] as CollationBlock;
      const [rowStart] = block.rows;
      let [, rowEnd] = block.rows;
      at += 1;
      if (this.#readingsOf(block).length > 1) {
        // What differs place after place, and is hidden by the same witnesses, is one choice.
        for (let next = blocks[at]; next && this.#goesOn(rowStart, next); next = blocks[at]) {
          [, rowEnd] = next.rows;
          at += 1;
        }
        this.#choice(rowStart, rowEnd, block);
      } else this.#rows(block);
    }
    return { sigla: [...this.#sigla], base: this.#base, ...this.#writer.finish() };
  }

  #goesOn = (row: number, next: CollationBlock): boolean =>
    this.#isHiddenAlike(row, next.rows[0]) && this.#readingsOf(next).length > 1;

  /**
   * What is to be shown of a place where something is withheld, or where the base cannot be read; none elsewhere, and none
   * where gaps follow each other: there nobody shows another reading than the others, and rows are composed one by one.
   */
  #readingsOf(block: CollationBlock): ComposedReading[] {
    const [rowStart, rowEnd] = block.rows;
    const hidden = this.#hidden.get(rowStart) ?? NOBODY;
    if (block.class === null || !hidden.some((one) => this.#matters(one))) return [];
    for (let row = rowStart + 1; row < rowEnd; row += 1) if (!this.#isHiddenAlike(rowStart, row)) return [];
    return this.#readings(rowStart, rowEnd, block);
  }

  /** What another witness than the base could not read is no reason to put words into the base. */
  #matters = ({ span, kind }: HiddenSpan): boolean => kind === 'redaction' || span.witness === this.#base;

  #isHiddenAlike(row: number, other: number): boolean {
    const [one, too] = [this.#hidden.get(row) ?? NOBODY, this.#hidden.get(other) ?? NOBODY];
    return one.length === too.length && one.every((hidden) => too.includes(hidden));
  }

  #hiddenIn = (row: number, witness: number): HiddenSpan | undefined =>
    this.#hidden.get(row)?.find(({ span }) => span.witness === witness);

  #readings(rowStart: number, rowEnd: number, { moves }: CollationBlock): ComposedReading[] {
    const found: ComposedReading[] = [];
    const isBaseShown = !this.#hiddenIn(rowStart, this.#base);
    // What moved from or to the base stands in it already.
    const moved = isBaseShown ? moves.flatMap((index) => this.#partnersOfBase(index)) : [];
    for (const witness of this.#baseFirst()) {
      if (this.#hiddenIn(rowStart, witness) || moved.includes(witness)) continue;
      const letters = this.#letters(rowStart, rowEnd, witness);
      if (letters === '') continue;
      const known = found.find((reading) => reading.letters === letters);
      if (known) known.witnesses.push(witness);
      else found.push({ witnesses: [witness], letters });
    }
    return found;
  }

  #partnersOfBase(move: number): number[] {
    const ends = this.#alignment.moves[move];
    if (!ends) return [];
    const [one, other] = [ends.from.witness, ends.to.witness];
    return one === this.#base ? [other] : other === this.#base ? [one] : [];
  }

  #baseFirst(): number[] {
    const others = [...this.#alignment.witnesses.keys()].filter((witness) => witness !== this.#base);
    return [this.#base, ...others];
  }

  #letters(rowStart: number, rowEnd: number, witness: number): string {
    const { kinds = [], normalized = [] } = this.#alignment.tokens[witness] ?? {};
    const words = this.#cells.tokensIn(rowStart, rowEnd, witness).filter((token) => kinds[token] === WORD);
    return words.map((token) => normalized[token] ?? '').join('');
  }

  /** A place where those that show something say the same. */
  #rows(block: CollationBlock): void {
    const [rowStart, rowEnd] = block.rows;
    const only = this.#readingsOf(block)[0]?.witnesses[0] ?? null;
    const isBase = only === this.#base;
    for (let row = rowStart; row < rowEnd; row += 1) {
      if (this.#isSeam(row)) this.#writer.addSeam();
      const own = this.#cells.token(row, this.#base);
      if (own !== NONE && !this.#isGap(this.#base, own)) this.#writer.addBase(this.#words(this.#base, own).end);
      else {
        if (own !== NONE) this.#passMark(own);
        this.#mark(row);
        if (!isBase) this.#fill(row, only);
      }
    }
  }

  #passMark(token: number): void {
    const { start, end } = this.#words(this.#base, token);
    this.#writer.passBase(start, end);
  }

  /** @param only the witness to take the words of; null when it is any that shows some. */
  #fill(row: number, only: number | null): void {
    const hidden = this.#hidden.get(row) ?? NOBODY;
    if (!hidden.some((one) => this.#matters(one))) return;
    const because = this.#because(row);
    // Where the base is silent of itself, single rows tell signs at most.
    if (because === 'absent' && only === null) return;
    const witness = only ?? this.#showing(row);
    const token = witness === null ? NONE : this.#cells.token(row, witness);
    if (witness !== null && token !== NONE) this.#writer.add(this.#words(witness, token), because);
  }

  /** One that shows something in a row: that whose words were used last, if it goes on. */
  #showing(row: number): number | null {
    const showing = this.#baseFirst().filter((witness) => this.#shows(row, witness));
    const { lastWitness } = this.#writer;
    return lastWitness !== null && showing.includes(lastWitness) ? lastWitness : (showing[0] ?? null);
  }

  /** Why the base does not say what stands in a row. */
  #because(row: number): SpanReason {
    const own = this.#hiddenIn(row, this.#base);
    if (!own) return 'absent';
    return own.kind === 'redaction' ? 'withheld' : 'unread';
  }

  /** Writes one mark where a gap begins that no witness answers, and the base says nothing either. */
  #mark(row: number): void {
    if (!this.#hiddenIn(row, this.#base)) return;
    const unanswered = this.#hidden.get(row)?.filter(({ span, isAnswered }) => span.rowStart === row && !isAnswered);
    const [first] = unanswered ?? [];
    if (!unanswered || !first) return;
    const own = this.#cells.token(row, this.#base);
    const isOwn = this.#isGap(this.#base, own);
    const mark = isOwn ? this.#words(this.#base, own) : this.#words(first.span.witness, first.span.token);
    const isWithheld = unanswered.some(({ kind }) => kind === 'redaction');
    this.#writer.addMark(mark, isWithheld ? 'withheld' : 'unread');
  }

  /** Whether gaps meet before a row: its words and those shown before it are shown by nobody together. */
  #isSeam(row: number): boolean {
    const shown = [...this.#alignment.witnesses.keys()].filter((witness) => this.#shows(row, witness));
    if (shown.length === 0) return false;
    const last = this.#lastShown;
    this.#lastShown = { row, shown };
    if (last.shown.some((witness) => shown.includes(witness))) return false;
    const isBetween = (at: number) => last.row < at && at <= row;
    const begins = this.#hidden.get(row)?.some(({ span, isAnswered }) => isBetween(span.rowStart) && isAnswered);
    const ends = this.#hidden.get(last.row)?.some(({ span, isAnswered }) => isBetween(span.rowEnd) && isAnswered);
    return begins === true && ends === true;
  }

  #shows(row: number, witness: number): boolean {
    const token = this.#cells.token(row, witness);
    return token !== NONE && !this.#isGap(witness, token);
  }

  /** What those that show something differ in, side by side. */
  #choice(rowStart: number, rowEnd: number, block: CollationBlock): void {
    if (this.#isSeam(rowStart)) this.#writer.addSeam();
    for (let row = rowStart; row < rowEnd; row += 1) {
      const own = this.#cells.token(row, this.#base);
      if (this.#isGap(this.#base, own)) this.#passMark(own);
    }
    const alternatives = this.#readings(rowStart, rowEnd, block).flatMap(({ witnesses }) => {
      const [witness = this.#base] = witnesses;
      const range = this.#cells.rangeOf(rowStart, rowEnd, witness);
      const sigla = witnesses.map((one) => this.#sigla[one] ?? String(one + 1)).join(' ');
      return range ? [{ witness, start: range[0], end: range[1], sigla }] : [];
    });
    this.#writer.addChoice(alternatives, this.#because(rowStart));
  }

  #isGap = (witness: number, token: number): boolean => this.#alignment.tokens[witness]?.kinds[token] === GAP;

  #words = (witness: number, token: number): WitnessSlice => ({
    witness,
    start: this.#alignment.tokens[witness]?.starts[token] ?? 0,
    end: this.#alignment.tokens[witness]?.ends[token] ?? 0,
  });
}

function hiddenByRow(alignment: Alignment, cells: TableCells): Map<number, HiddenSpan[]> {
  const { gapSpans, witnesses, tokens } = alignment;
  const gaps = witnesses.map((witness) => new Map(witness.gaps.map((gap) => [gap.start, gap.kind])));
  const found = new Map<number, HiddenSpan[]>();
  for (const span of gapSpans) {
    const kind = gaps[span.witness]?.get(tokens[span.witness]?.starts[span.token] ?? 0) ?? 'redaction';
    let isAnswered = false;
    for (let row = span.rowStart; row < span.rowEnd && !isAnswered; row += 1) {
      isAnswered = witnesses.some((_, witness) => tokens[witness]?.kinds[cells.token(row, witness)] === WORD);
    }
    const hidden: HiddenSpan = { span, kind, isAnswered };
    for (let row = span.rowStart; row < span.rowEnd; row += 1) {
      const known = found.get(row);
      if (known) known.push(hidden);
      else found.set(row, [hidden]);
    }
  }
  return found;
}
