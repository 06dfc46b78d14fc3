/**
 * The words of a Markdown text without its signs, for excerpts, counts and the search, with the way back to the text.
 * Not a parser: a sign that is read wrongly costs an asterisk in an excerpt, never a word. Time is linear in the text.
 */

/** A range of the Markdown that stands for something else. `[start, end)` in UTF-16 units. */
export interface MarkdownReplacement {
  readonly start: number;
  readonly end: number;
  /** The part of it that is shown; null: nothing. */
  readonly shown: readonly [start: number, end: number] | null;
}

export interface PlainMarkdown {
  readonly text: string;
  /** @param offset in `text`, 0 to its length. @returns where that unit, or the end, is in the Markdown. */
  toMarkdown(offset: number): number;
  /** @param offset in the Markdown. @returns where in `text` the words at or after it begin. */
  fromMarkdown(offset: number): number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Signs at the beginning of a line, however deep. Not the numbers of a list: a line may begin with a year. */
const LEAD = /^(?:\s{0,40}(?:>|#{1,6}(?=\s|$)|[-+*](?=\s)|\[[ xX]\](?=\s)))*\s*/;
/** Thematic breaks, underlines of headings, the rule below the head of a table. */
const RULE = /^[\s>]*(?:(?:[-=_*]\s*){2,}|\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?)$/;
/** Longer lines are no rules; they would only cost time. */
const MAX_RULE_LENGTH = 400;
/** What is looked at inside a line; anything else is a word or part of one. */
const SIGN = /[\\`*_~[\]!<|]/g;
const ESCAPED = /[!-/:-@[-`{-~]/;
const TARGET = /\((?:<[^<>\n]*>|[^\s()]*)(?:\s+"[^"\n]*")?\s*\)/y;
const TAG = /<(?:\/?[a-zA-Z][^<>\n]*|!--[^<>\n]*--)>/y;
const ADDRESS = /<[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*>/y;
const BLANK = /\s/;
const LETTER = /[\p{L}\p{N}]/u;

/** @param marks in order, apart; whatever signs they hold are theirs. */
export function plainMarkdown(markdown: string, marks: readonly MarkdownReplacement[] = []): PlainMarkdown {
  const pieces = new PlainTextBuilder(markdown);
  let fence: string | null = null;
  let mark = 0;
  for (let start = 0; start <= markdown.length; ) {
    const newline = markdown.indexOf('\n', start);
    const end = newline < 0 ? markdown.length : newline;
    const line = markdown.slice(start, end);
    const opened = FENCE.exec(line)?.[1];
    while (mark < marks.length && (marks[mark] as MarkdownReplacement).end <= start) mark += 1;
    if (fence !== null) {
      if (opened?.startsWith(fence) && line.trim() === opened) fence = null;
      else pieces.copy(start, end);
    } else if (opened) fence = opened;
    else if (line.length > MAX_RULE_LENGTH || !RULE.test(line)) words(start + (LEAD.exec(line)?.[0].length ?? 0), end);
    if (newline >= 0) pieces.copy(end, end + 1);
    start = end + 1;
  }
  return pieces.finish();

  /** The words of one line. */
  function words(from: number, end: number): void {
    let at = from;
    while (at < end) {
      const next = marks[mark];
      SIGN.lastIndex = at;
      const sign = Math.min(SIGN.exec(markdown)?.index ?? end, end);
      if (next && next.start <= sign && next.start < end) {
        if (next.start >= at) {
          pieces.copy(at, next.start);
          if (next.shown) pieces.copy(...next.shown);
          at = next.end;
        }
        mark += 1;
        continue;
      }
      pieces.copy(at, sign);
      at = sign < end ? after(sign, end) : end;
    }
  }

  /** Copies what the sign at `at` leaves. @returns where to go on. */
  function after(at: number, end: number): number {
    const sign = markdown[at] as string;
    const before = markdown[at - 1] ?? ' ';
    const following = at + 1 < end ? (markdown[at + 1] as string) : ' ';
    const leave = (until: number) => {
      pieces.copy(at, until);
      return until;
    };
    switch (sign) {
      case '\\':
        if (!ESCAPED.test(following)) return leave(at + 1);
        pieces.copy(at + 1, at + 2);
        return at + 2;
      case '`':
        return at + 1;
      case '|':
        pieces.blank(at);
        return at + 1;
      case '[':
        if (before === ']') pieces.blank(at);
        return at + 1;
      case '!':
        return following === '[' ? at + 1 : leave(at + 1);
      case ']':
        return Math.min(end, matchEnd(TARGET, at + 1) ?? at + 1);
      case '<': {
        const address = matchEnd(ADDRESS, at);
        if (address) {
          pieces.copy(at + 1, address - 1);
          return address;
        }
        const tag = matchEnd(TAG, at);
        if (tag) pieces.blank(at);
        return tag ?? leave(at + 1);
      }
      case '_':
        // Inside a word it belongs to the word: file_name.
        return LETTER.test(before) && LETTER.test(following) ? leave(at + 1) : at + 1;
      case '~':
        return following === '~' || before === '~' ? at + 1 : leave(at + 1);
      default:
        return BLANK.test(before) && BLANK.test(following) ? leave(at + 1) : at + 1;
    }
  }

  function matchEnd(pattern: RegExp, at: number): number | null {
    pattern.lastIndex = at;
    return pattern.test(markdown) ? pattern.lastIndex : null;
  }
}

/** Slices of the Markdown that make the plain text, in order. */
class PlainTextBuilder {
  readonly #texts: string[] = [];
  /** Where each begins in the plain text, and in the Markdown. */
  readonly #plain: number[] = [];
  readonly #source: number[] = [];
  #length = 0;
  #end = 0;

  constructor(readonly markdown: string) {}

  copy(start: number, end: number): void {
    if (end <= start) return;
    if (start !== this.#end || this.#texts.length === 0) {
      this.#plain.push(this.#length);
      this.#source.push(start);
    }
    this.#texts.push(this.markdown.slice(start, end));
    this.#length += end - start;
    this.#end = end;
  }

  /** Keeps words apart where a sign goes. */
  blank(at: number): void {
    this.#plain.push(this.#length);
    this.#source.push(at);
    this.#texts.push(' ');
    this.#length += 1;
    // What follows in the Markdown is a piece of its own.
    this.#end = -1;
  }

  finish(): PlainMarkdown {
    const [plain, source, length] = [this.#plain, this.#source, this.#length];
    const whole = this.markdown.length;
    const lengthOf = (piece: number) => (plain[piece + 1] ?? length) - (plain[piece] as number);
    return {
      text: this.#texts.join(''),
      toMarkdown: (offset) => {
        if (offset >= length) return whole;
        const piece = lastNotAfter(plain, offset);
        return (source[piece] as number) + offset - (plain[piece] as number);
      },
      fromMarkdown: (offset) => {
        const piece = lastNotAfter(source, offset);
        if (piece < 0) return 0;
        return (plain[piece] as number) + Math.min(offset - (source[piece] as number), lengthOf(piece));
      },
    };
  }
}

/** @param numbers rising. @returns the place of the last that is not above `wanted`; -1 when all are. */
function lastNotAfter(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
