/** English inflection by the book: how the regular forms of a noun or verb are spelt, in Britain and America. */

const SIBILANT = /(?:[sxz]|[cs]h)$/;
/** One vowel and one consonant at the end of a single syllable, which doubles it: stop, quit. */
const ONE_SYLLABLE = /^(?:[^aeiou]|(?<=q)u)*[aeiouy](?<consonant>[bdfgklmnprtvz])$/;
/** The same at the end of a longer word, where it depends on stress and country: omit, travel, focus. */
const LONGER = /[aeiouy][^aeiou]+(?:[aeiou]|[aeiou]{2}(?=l))(?<consonant>[bdfgklmnprstvz])$/;
const ONE_SYLLABLE_IN_S_OR_L = /^[^aeiou]*[aeiou]{1,2}(?<consonant>[ls])$/;

/** @returns -s, -es, -ies. */
export function regularPlurals(word: string): string[] {
  if (/(?:[^aeiou]|qu)y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/o$/.test(word)) return [`${word}s`, `${word}es`];
  if (/[^z]z$/.test(word)) return [`${word}es`, `${word}zes`];
  return [SIBILANT.test(word) ? `${word}es` : `${word}s`];
}

/** @returns -s, -ed and -ing in each way that is in use; which of them a verb has only a dictionary knows. */
export function regularVerbForms(word: string): string[] {
  return [...regularPlurals(word), ...pastAndParticiple(word)];
}

function pastAndParticiple(word: string): string[] {
  if (/(?:[^aeiou]|qu)y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  if (/ie$/.test(word)) return [`${word}d`, `${word.slice(0, -2)}ying`];
  if (/(?:[eoy]e|inge)$/.test(word)) return [`${word}d`, `${word}ing`];
  if (/ue$/.test(word)) return [`${word}d`, `${word}ing`, `${word.slice(0, -1)}ing`];
  if (/e$/.test(word)) return [`${word}d`, `${word.slice(0, -1)}ing`];
  if (/[ai]c$/.test(word)) return [`${word}ked`, `${word}king`];
  const only = ONE_SYLLABLE.exec(word)?.groups?.consonant;
  if (only) return [`${word}${only}ed`, `${word}${only}ing`];
  const plain = [`${word}ed`, `${word}ing`];
  const either = (LONGER.exec(word) ?? ONE_SYLLABLE_IN_S_OR_L.exec(word))?.groups?.consonant;
  if (!either) return plain;
  return [...plain, `${word}${either}ed`, `${word}${either}ing`, ...(either === 's' ? [`${word}ses`] : [])];
}
