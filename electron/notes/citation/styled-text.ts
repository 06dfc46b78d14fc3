/**
 * What citeproc draws, as words with their look. citeproc only writes strings: our output format writes marks into them
 * that no description can hold, since control characters are taken out of everything that goes in.
 */
import CSL from 'citeproc';
import type { StyledText } from '../../contract/index.js';
import { chooseMonths } from './month-names.js';

export const FORMAT = 'fonds';

type RunStyle = StyledText[number]['styles'][number];

// A mark is BEGIN, what begins, WORDS, the words, END.
const BEGIN = '\u0001';
const WORDS = '\u0002';
const END = '\u0003';
/** Stands for `<`, which citeproc would take for markup of its own. */
const LESS = '\u0004';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const SWITCHES: Readonly<Record<string, readonly [RunStyle, 'on' | 'off']>> = {
  'font-style/italic': ['italic', 'on'],
  'font-style/oblique': ['italic', 'on'],
  'font-style/normal': ['italic', 'off'],
  'font-weight/bold': ['bold', 'on'],
  'font-weight/normal': ['bold', 'off'],
  'font-variant/small-caps': ['small-caps', 'on'],
  'font-variant/normal': ['small-caps', 'off'],
  'text-decoration/underline': ['underline', 'on'],
  'text-decoration/none': ['underline', 'off'],
  'vertical-align/sup': ['superscript', 'on'],
  'vertical-align/sub': ['subscript', 'on'],
};
const LINK = 'link/';

/** Words of a description or a person on their way into citeproc: what would be markup or a mark of ours is not. */
export const plainWords = (text: string): string => text.replace(CONTROLS, '').replaceAll('<', LESS);

const mark = (name: string): string => `${BEGIN}${name}${WORDS}%%STRING%%${END}`;
const link = (_state: unknown, words: string): string => `${BEGIN}${LINK}${words}${WORDS}${words}${END}`;

CSL.Output.Formats[FORMAT] = {
  // As plain text, but for these.
  ...Object.fromEntries(Object.entries(SWITCHES).map(([name]) => [`@${name}`, mark(name)])),
  text_escape: (text: string | undefined) => text ?? '',
  bibstart: '',
  bibend: '',
  '@font-weight/light': false,
  '@vertical-align/baseline': false,
  '@passthrough/true': CSL.Output.Formatters.passthrough,
  '@strip-periods/true': CSL.Output.Formatters.passthrough,
  '@strip-periods/false': CSL.Output.Formatters.passthrough,
  '@quotes/true': CSL.Output.Formats.text?.['@quotes/true'],
  '@quotes/inner': CSL.Output.Formats.text?.['@quotes/inner'],
  '@quotes/false': false,
  '@cite/entry': (_state: unknown, words: string) => words,
  '@bibliography/entry': (_state: unknown, words: string) => words,
  '@display/block': (_state: unknown, words: string) => ` ${words}`,
  '@display/left-margin': (_state: unknown, words: string) => `${words} `,
  '@display/right-inline': (_state: unknown, words: string) => words,
  '@display/indent': (_state: unknown, words: string) => ` ${words}`,
  '@showid/true': (_state: unknown, words: string) => words,
  '@URL/true': link,
  '@DOI/true': link,
};
// Warnings about styles go nowhere: what a person must know is thrown.
CSL.debug = () => undefined;

/** Only addresses of the web become links: a description may hold anything. */
function webAddress(text: string): string | null {
  const address = text.replaceAll(LESS, '<').trim();
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** @param text a string of citeproc in our format. @returns runs without empty ones, trimmed; neighbours differ. */
export function readRuns(text: string): StyledText {
  const drawn = chooseMonths(text);
  const runs: StyledText = [];
  const looks: { styles: readonly RunStyle[]; href: string | null }[] = [{ styles: [], href: null }];
  const put = (words: string): void => {
    const run = words.replaceAll(LESS, '<').replace(/\s+/g, ' ');
    if (run === '') return;
    const { styles, href } = looks.at(-1) ?? { styles: [], href: null };
    const last = runs.at(-1);
    if (last && last.styles.join() === styles.join() && (last.href ?? null) === href) last.text += run;
    else runs.push({ text: run, styles: [...styles], ...(href === null ? {} : { href }) });
  };
  let at = 0;
  while (at < drawn.length) {
    const ends = [drawn.indexOf(BEGIN, at), drawn.indexOf(END, at)].filter((found) => found >= 0);
    const next = Math.min(...ends, drawn.length);
    put(drawn.slice(at, next));
    at = next;
    if (drawn[at] !== BEGIN) {
      if (looks.length > 1) looks.pop();
      at += 1;
      continue;
    }
    const words = drawn.indexOf(WORDS, at);
    const name = drawn.slice(at + 1, words);
    const { styles, href } = looks.at(-1) ?? { styles: [], href: null };
    const [style, turn] = SWITCHES[name] ?? [null, 'off'];
    const others = styles.filter((known) => known !== style);
    looks.push({
      styles: style !== null && turn === 'on' ? [...others, style].sort() : others,
      href: name.startsWith(LINK) ? webAddress(name.slice(LINK.length)) : href,
    });
    at = words + 1;
  }
  return trimmed(runs);
}

function trimmed(runs: StyledText): StyledText {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}

/** The words alone. */
export const plainText = (styled: StyledText): string => styled.map(({ text }) => text).join('');
