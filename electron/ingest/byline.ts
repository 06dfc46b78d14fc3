/**
 * Reads a line that says who wrote an article, and perhaps when: `By Jo Writer, 22 Dec 2016`. Takes a name only where one
 * is plainly there: a date, an address, a number of comments or a sentence is no creator.
 */
import { findDates } from './dates-in-words.js';

export interface Byline {
  readonly names: readonly string[];
  /** EDTF; null when there is none, several, or one that may be read in two ways. */
  readonly date: string | null;
}

const NOBODY: Byline = { names: [], date: null };
const MAX_UNITS = 500;
const MAX_NAME_UNITS = 100;
const MAX_NAME_WORDS = 7;

const BY =
  /^(?:(?:written|posted|published|reported|story|text|words|article|report|review|opinion|analysis)\s+by|by|author(?:s|\(s\))?|autor(?:a|en|in)?|auteur|autore|von|par|por|di|av|af|door|przez|napisao|piše|пише|автор|text|texte|testo|words|foto)\s*[:：]?\s+(?=\S)|^(?:authors?|autor|auteur|автор|by|text|von|par|por)\s*[:：]\s*/iu;
/** What follows these is no name: times, roles, places to follow somebody. */
const AFTER =
  /\s*(?:[|•·–—/]|\s-\s|\bfollow\b|\b(?:last\s+)?(?:updated|modified|published|posted|aktualisiert|publié|publicado|mis à jour|atualizado|ažurirano)\b|\bon\s*$|\bam\s*$|\bat\s*$|\ble\s*$|\bin\s+\p{Lu}|@|https?:|\b\d+\s+(?:comments?|kommentare|min|minutes?|hours?|days?)\b).*$/isu;
const AND = /\s+(?:and|und|et|&|og|och|en|и|i)\s+|\s*[;\n]\s*|\s+&\s+/iu;
const NO_NAME =
  /^(?:admin(?:istrator)?|webmaster|unknown|anonymous|anonym|editor|editors|staff|author|authors|guest|user|default|none|null|undefined|n\/?a|home|comments?|share|by|print|email|follow|more|read more|today|yesterday|posted|published|updated|staff (?:writer|reporter)|contributor|correspondent)$/iu;

/**
 * @param line may hold line breaks where elements of the page part it.
 * @param language BCP 47, for names of months; '' when not known.
 */
export function readByline(line: string, language: string): Byline {
  if (line.length > MAX_UNITS) return NOBODY;
  const dates = findDates(line, language);
  const [date, other] = dates;
  // From the date on stand times and numbers of comments; before it stands who. A line may also begin with its date.
  const behind = date ? line.slice(dates.at(-1)?.end ?? 0) : '';
  const before = date ? line.slice(0, date.start) : line;
  const names = namesIn(before);
  return {
    names:
      names.length > 0
        ? names
        : namesIn(behind.replace(/^\d*\s*(?:,|at|um|à|às|h)?\s*[\d:.h]*\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?/u, '')),
    date: date?.isSure && !other ? date.value : null,
  };
}

function namesIn(words: string): string[] {
  const parts = words
    .split(/\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  // “By” may stand in an element of its own.
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (
      last !== undefined &&
      (/^(?:by|von|par|por|di|автор)[:\s]*$/iu.test(last) ||
        /^(?:and|und|et|&|,)$/iu.test(part) ||
        /(?:\band|\bund|\bet|&|,)$/iu.test(last))
    )
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  const introduced = lines.find((part) => BY.test(part));
  const candidates = introduced ? [introduced] : lines;
  for (const candidate of candidates) {
    const names = candidate
      .replace(BY, '')
      .replace(AFTER, '')
      .split(AND)
      .flatMap(apart)
      .map((name) => name.replace(/^[\s,:;–—)(-]+|[\s,:;|–—(-]+$/g, '').trim())
      .filter((name) => name !== '');
    if (names.length > 0 && names.every(isName)) return [...new Set(names)];
  }
  return [];
}

/** `Ana Tesarek, Jo Writer` are two people; `Writer, Jo` and `Ana Tesarek, MA` are one. */
function apart(words: string): string[] {
  const parts = words.split(/\s*,\s*/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^\p{Lu}\S*(?:\s+\S+){1,3}$/u.test(part) && isName(part))
    ? parts
    : [words];
}

/** Whether words can be the name of a person or body, and nothing else. */
export function isName(words: string): boolean {
  const name = words.trim();
  return (
    name.length >= 2 &&
    name.length <= MAX_NAME_UNITS &&
    name.split(/\s+/).length <= MAX_NAME_WORDS &&
    /\p{L}{2}/u.test(name) &&
    !/[\d@<>{}]|https?:|www\.|[!?]$/iu.test(name) &&
    !NO_NAME.test(name)
  );
}
