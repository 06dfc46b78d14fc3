/** Rich Text Format as tokens: groups, control words with their numbers, bytes of text, and binary data passed over. */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A word, or a sign like `~`, `*`; the number is null where none stands. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A byte of text; `isEscaped` where it was written `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number; readonly isEscaped: boolean };

const OPEN: RtfToken = { kind: 'open' };
const CLOSE: RtfToken = { kind: 'close' };
const BACKSLASH = 0x5c;
const MAX_WORD = 40;

const isLetter = (byte: number) => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
const isDigit = (byte: number) => byte >= 48 && byte <= 57;

export function* rtfTokens(bytes: Uint8Array): Iterable<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) yield OPEN;
    else if (byte === 0x7d) yield CLOSE;
    // Line ends are how the file is laid out, and mean nothing. Zeros stand behind some files.
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue;
    else if (byte === 0x09) yield { kind: 'word', name: 'tab', value: null };
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte, isEscaped: false };
    else {
      const { token, end } = control(bytes, at);
      at = end;
      if (token.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
      else yield token;
    }
  }
}

function control(bytes: Uint8Array, start: number): { readonly token: RtfToken; readonly end: number } {
  const first = bytes[start] ?? 0;
  if (!isLetter(first)) return symbol(bytes, start, first);
  let at = start;
  while (at < bytes.length && at - start < MAX_WORD && isLetter(bytes[at] ?? 0)) at += 1;
  const name = String.fromCharCode(...bytes.subarray(start, at));
  const from = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < bytes.length && at - from < 12 && isDigit(bytes[at] ?? 0)) at += 1;
  const written = String.fromCharCode(...bytes.subarray(from, at));
  if (written === '-') at = from;
  const value = /\d/.test(written) ? Number(written) : null;
  // One space ends a word and belongs to it.
  if (bytes[at] === 0x20) at += 1;
  return { token: { kind: 'word', name, value }, end: at };
}

function symbol(bytes: Uint8Array, start: number, first: number): { readonly token: RtfToken; readonly end: number } {
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16);
    if (!Number.isNaN(byte)) return { token: { kind: 'byte', byte, isEscaped: true }, end: start + 3 };
    return { token: { kind: 'word', name: '', value: null }, end: start + 1 };
  }
  // A backslash before a line end is a paragraph; braces and backslash stand for themselves.
  if (first === 0x0a || first === 0x0d) return { token: { kind: 'word', name: 'par', value: null }, end: start + 1 };
  if (first === BACKSLASH || first === 0x7b || first === 0x7d) {
    return { token: { kind: 'byte', byte: first, isEscaped: true }, end: start + 1 };
  }
  return { token: { kind: 'word', name: String.fromCharCode(first), value: null }, end: start + 1 };
}
