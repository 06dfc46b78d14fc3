/**
 * What every reader of office documents writes through: blocks with their insets, and the count of what was marked and
 * of what could not be kept, from which the remarks are made.
 */
import type { Description, LeftAside, Suggestion } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { describeLeftAside, MAX_ASIDE_UNITS } from '../collect-left-aside.js';
import { ParsedTextBuilder, type TextBlockKind } from '../parsed-file.js';
import type { InlineText, Origin } from './inline-text.js';

/** What a document holds that is not kept in its text. */
export type Dropped = 'picture' | 'object' | 'formatting' | 'macro' | 'external' | 'symbol' | 'chart' | 'sheet';

const MARKED: Readonly<Partial<Record<Origin, (count: number) => string>>> = {
  insertion: (count) =>
    t('{count, plural, one {# tracked insertion is} other {# tracked insertions are}} marked in the text.', { count }),
  deletion: (count) =>
    t('{count, plural, one {# tracked deletion is} other {# tracked deletions are}} kept and marked in the text.', {
      count,
    }),
  comment: (count) =>
    t('{count, plural, one {# comment stands} other {# comments stand}} behind the paragraph it is on, marked.', {
      count,
    }),
  note: (count) =>
    t('{count, plural, one {# note stands} other {# notes stand}} behind the text, with the number it has there.', {
      count,
    }),
  header: (count) =>
    t('{count, plural, one {# header is} other {# headers are}} read once, before the text, and marked.', { count }),
  footer: (count) =>
    t('{count, plural, one {# footer is} other {# footers are}} read once, behind the text, and marked.', { count }),
  'text-box': (count) =>
    t('{count, plural, one {# text box stands} other {# text boxes stand}} behind the paragraph it hangs on, marked.', {
      count,
    }),
  'speaker-notes': (count) =>
    t('{count, plural, one {The notes of # slide stand} other {The notes of # slides stand}} behind it, marked.', {
      count,
    }),
};

const DROPPED: Readonly<Record<Dropped, (count: number) => string>> = {
  picture: (count) => t('{count, plural, one {# picture} other {# pictures}} not read.', { count }),
  object: (count) => t('{count, plural, one {# embedded object} other {# embedded objects}} not read.', { count }),
  formatting: (count) =>
    t('{count, plural, one {# tracked change} other {# tracked changes}} of formatting not kept.', { count }),
  macro: () => t('The file holds macros. They were neither run nor read.'),
  external: (count) =>
    t(
      '{count, plural, one {# part lies} other {# parts lie}} outside of the file and was not fetched: a linked picture, template or document.',
      { count },
    ),
  symbol: (count) =>
    t('{count, plural, one {# sign} other {# signs}} of a symbol font whose meaning the file does not say: �.', {
      count,
    }),
  chart: (count) => t('{count, plural, one {# chart or diagram} other {# charts and diagrams}} not read.', { count }),
  sheet: (count) =>
    t('{count, plural, one {# hidden sheet is} other {# hidden sheets are}} read, and stands in its place.', { count }),
};

/** Names of authors in one remark. */
const MAX_AUTHORS = 5;

export interface CoreProperties {
  readonly title?: string;
  readonly creators?: readonly string[];
  readonly created?: string;
  readonly language?: string;
}

export class DocumentWriter {
  readonly builder = new ParsedTextBuilder();
  readonly #marked = new Map<Origin, number>();
  readonly #dropped = new Map<Dropped, number>();
  readonly #authors = new Set<string>();
  readonly #hidden: string[] = [];

  block(kind: TextBlockKind, inline: InlineText): void {
    const { text, insets } = inline.finish();
    this.builder.block(kind, text, insets);
  }

  /** @param author of a tracked change; empty when the file does not say. */
  mark(origin: Origin, author = ''): void {
    this.#marked.set(origin, (this.#marked.get(origin) ?? 0) + 1);
    if (author.trim() !== '') this.#authors.add(author.trim());
  }

  drop(what: Dropped): void {
    this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + 1);
  }

  /** Text that the document does not show. */
  hide(text: string): void {
    if (text.trim() !== '') this.#hidden.push(text);
  }

  finish(nothingMessage: string, description: Partial<Description> = {}, suggestions: readonly Suggestion[] = []) {
    const { remarks } = this.builder;
    for (const [origin, count] of this.#marked) {
      const say = MARKED[origin];
      if (say) remarks.push(say(count));
    }
    if (this.#authors.size > 0) {
      const names = [...this.#authors].slice(0, MAX_AUTHORS).join(', ');
      const more = this.#authors.size - MAX_AUTHORS;
      remarks.push(
        more > 0
          ? t('Changes and comments are by {names} and {more} more.', { names, more })
          : t('Changes and comments are by {names}.', { names }),
      );
    }
    for (const [what, count] of this.#dropped) remarks.push(DROPPED[what](count));
    const leftAside = this.#leftAside();
    const aside = describeLeftAside(leftAside);
    if (aside) remarks.push(aside);
    return { ...this.builder.finish(description, nothingMessage), leftAside, suggestions };
  }

  #leftAside(): LeftAside[] {
    if (this.#hidden.length === 0) return [];
    const text = this.#hidden.join('\n').replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '').length;
    return [{ kind: 'hidden', lines, text: text.slice(0, MAX_ASIDE_UNITS).toWellFormed() }];
  }
}
