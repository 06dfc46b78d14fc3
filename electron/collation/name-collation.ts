/** Names a collation after its witnesses: what their titles share is said once. */

/** Words that titles must begin with in common for it to be worth while. */
const MIN_SHARED = 3;
const MAX_LENGTH = 120;

/** `Telcon of 6 September (release of 2009)` and `(release of 2016)` give `Telcon of 6 September (release of 2009 / 2016)`. */
export function nameOfTitles(titles: readonly string[]): string {
  const distinct = [...new Set(titles)];
  const words = distinct.map((title) => title.split(/\s+/));
  const [first = []] = words;
  let shared = 0;
  while (shared < first.length && words.every((those) => those[shared] === first[shared])) shared += 1;
  // Each must have something of its own to be recognised by.
  shared = Math.min(shared, ...words.map((those) => those.length - 1));
  if (distinct.length < 2 || shared < MIN_SHARED) return distinct.join(' · ').slice(0, MAX_LENGTH);
  const head = first.slice(0, shared).join(' ');
  const isOpen = head.lastIndexOf('(') > head.lastIndexOf(')');
  const tails = words.map((those) => those.slice(shared).join(' '));
  const own = isOpen && tails.every((tail) => tail.endsWith(')')) ? tails.map((tail) => tail.slice(0, -1)) : tails;
  const end = own === tails ? '' : ')';
  return `${head} ${own.join(' / ')}`.slice(0, MAX_LENGTH - end.length) + end;
}
