/** The words of one block while they are gathered, each with what it is besides the running text. */
import type { Inset } from '../parsed-file.js';

export type Origin = Inset['origin'];

export class InlineText {
  #pieces: { text: string; readonly origin: Origin | null }[] = [];

  add(text: string, origin: Origin | null): void {
    if (text === '') return;
    const last = this.#pieces.at(-1);
    if (last && last.origin === origin) last.text += text;
    else this.#pieces.push({ text, origin });
  }

  append(other: InlineText): void {
    for (const { text, origin } of other.#pieces) this.add(text, origin);
  }

  get text(): string {
    return this.#pieces.map(({ text }) => text).join('');
  }

  /** The same without white space at its beginning. */
  withoutLead(): InlineText {
    const trimmed = new InlineText();
    for (const { text, origin } of this.#pieces) trimmed.add(trimmed.text === '' ? text.trimStart() : text, origin);
    return trimmed;
  }

  get isBlank(): boolean {
    return this.text.trim() === '';
  }

  /** The block as the builder takes it: insets trimmed, in order. */
  finish(): { readonly text: string; readonly insets: readonly Inset[] } {
    const insets: Inset[] = [];
    let text = '';
    for (const piece of this.#pieces) {
      // Carriage returns are line ends; they must not move what comes behind them.
      const words = piece.text.replace(/\r\n?/g, '\n');
      const start = text.length + (words.length - words.trimStart().length);
      text += words;
      const end = text.length - (words.length - words.trimEnd().length);
      if (piece.origin && start < end) insets.push({ start, end, origin: piece.origin });
    }
    return { text, insets };
  }
}

export function inlineOf(text: string, origin: Origin | null = null): InlineText {
  const inline = new InlineText();
  inline.add(text, origin);
  return inline;
}
