/** The schemes a page may see and the one origin the window is served from. Shared by policy and protocols. */
export const APP_ORIGIN = 'app://fonds';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;
/** Originals are `original://archive/<sha256>`, their pages as images `original://archive/<sha256>/page/<index>`. */
export const ORIGINAL_ORIGIN = 'original://archive';

/** The window's own policy: its scripts, its styles, nothing from elsewhere. */
export const APP_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  // React Aria positions its overlays by inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: original:",
  "font-src 'self'",
  "connect-src 'self' original:",
  'frame-src original:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An original is shown, never run: no script, no form, no address but its own bytes. */
export const ORIGINAL_CSP = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${APP_ORIGIN}`,
].join('; ');

/** @returns the address, null when `text` is not one of a port of this machine. */
export function ownAddress(text: string | undefined): URL | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.port !== '' ? url : null;
}
/** A page that is printed and the fonts that it is set in: `print://fonds/page-1.html`, `print://fonds/fonts/NAME.ttf`. */
export const PRINT_ORIGIN = 'print://fonds';

/** What is printed is laid out and no more: no script, no picture, no address but the fonts that ship. */
export const PRINT_CSP = [
  'sandbox',
  "default-src 'none'",
  // Which styles, the page itself says, by their hashes.
  "style-src 'unsafe-inline'",
  `font-src ${PRINT_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
