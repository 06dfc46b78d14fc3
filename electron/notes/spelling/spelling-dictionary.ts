/**
 * A Hunspell dictionary as notes ask it. Adds to nspell what two dictionaries need: the numbered flags of the Croatian
 * one, and German compounds, which are taken for right when every part is a word.
 */
import nspell from 'nspell';

export interface HunspellFiles {
  readonly aff: string;
  readonly dic: string;
}

export interface SpellingDictionary {
  knows(word: string): boolean;
  /** Best first, at most ten. */
  suggest(word: string): string[];
}

const MAX_SUGGESTIONS = 10;
const SHORTEST_PART = 3;
/** What German puts between the parts of a compound. */
const LINKS = ['', 's', 'es', 'n', 'en', 'er'];

/** @param wordsJoin whether words of the language are written together, as `Regierungsvorlage` is. */
export function createDictionary(files: HunspellFiles, wordsJoin: 'compounds' | 'apart'): SpellingDictionary {
  const { aff, dic } = withoutAliases(files);
  const spell = nspell(aff, dic);
  const known = (word: string) => spell.correct(word);
  const isCompound = (word: string) =>
    wordsJoin === 'compounds' && word.length <= 60 && compound(word, known, 2 + Math.floor(word.length / 12));
  return {
    knows: (word) => {
      const plain = word.replaceAll('’', "'");
      return known(plain) || isCompound(plain);
    },
    suggest: (word) => spell.suggest(word.replaceAll('’', "'")).slice(0, MAX_SUGGESTIONS),
  };
}

/** @param parts how many words may be joined. */
function compound(word: string, known: (word: string) => boolean, parts: number): boolean {
  if (parts < 2) return false;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const head = word.slice(0, at);
    if (!LINKS.some((link) => head.endsWith(link) && isPart(head.slice(0, head.length - link.length), known))) continue;
    const rest = word.slice(at);
    if (isPart(rest, known) || compound(rest, known, parts - 1)) return true;
  }
  return false;
}

const isPart = (part: string, known: (word: string) => boolean): boolean =>
  part.length >= SHORTEST_PART && (known(part.toLowerCase()) || known(part.charAt(0).toUpperCase() + part.slice(1)));

/** Hunspell may number its sets of flags (`AF`) and name them by number; nspell reads only the sets themselves. */
function withoutAliases({ aff, dic }: HunspellFiles): HunspellFiles {
  const [count, ...sets] = [...aff.matchAll(/^AF\s+(\S+)/gm)].map((match) => match[1] ?? '');
  if (count === undefined) return { aff, dic };
  const spelled = (text: string) =>
    text.replace(/\/(\d+)(?=\s|$)/gm, (_, number) => `/${sets[Number(number) - 1] ?? ''}`);
  return { dic: spelled(dic), aff: aff.replace(/^[PS]FX.*$/gm, spelled) };
}
