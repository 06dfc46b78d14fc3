/** What a person may type to find an address, beside the whole of it. */

/**
 * @returns the address, the endings of its host (`example.org` for `https://www.example.org/a`), and all of it with
 * blanks in place of its signs, a line each; what is no address comes back with blanks for its signs all the same, and
 * '' as ''. For an index only: words occur more than once.
 */
export function urlWords(url: string): string {
  const host = /^(?:[a-z][a-z0-9+.-]*:)?\/*([^/?#\s]*)/i.exec(url)?.[1] ?? '';
  const labels = host.replace(/^.*@/, '').replace(/:\d*$/, '').split('.');
  // The last label alone, org or com, is among the words.
  const endings = labels.slice(1, -1).map((_, at) => labels.slice(at + 1).join('.'));
  const words = url.replace(/[./:?&=_#%+@-]+/g, ' ').trim();
  return [...new Set([url, ...endings, words])].join('\n');
}
