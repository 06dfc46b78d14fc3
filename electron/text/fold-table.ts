/**
 * The letters that Unicode's own decomposition does not bring to plain Latin, and what they fold to. Cyrillic follows
 * Serbian Latin without its marks, so that Милошевић, Milošević and Milosevic meet; what Serbian does not have follows
 * the nearest common use (ы as y, щ as sc, ю as ju). Đ is dj in both scripts, as in Djindjić.
 */
const pairs =
  'а a б b в v г g д d ђ dj е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h ц c ч c џ dz ш s ' +
  'й j щ sc ы y э e ю ju я ja ё e є je і i ї ji ґ g ѓ gj ќ kj ѕ dz ў u ѣ e ѳ f ѵ i ѫ a ѧ e ' +
  'đ dj æ ae œ oe ß ss ø o ł l ð d þ th ħ h ı i ŧ t ŋ n ſ s ƒ f ə e ς σ ' +
  // Quotation marks, apostrophes and dashes as a typewriter has them.
  "‘ ' ’ ' ‚ ' ‛ ' ′ ' ʼ ' ʹ ' ʻ ' ´ ' ‹ ' › ' “ \" ” \" „ \" ‟ \" ″ \" « \" » \" ‐ - ‑ - ‒ - – - — - ― - − - ׳ ' ״ \"";

/**
 * Arabic letters that writers and keyboards do not keep apart: alef with wasla, final yeh, teh marbuta, the Persian kaf
 * and yeh. (Alefs with hamza or madda come apart by Unicode itself.) Written as escapes: the other direction of writing
 * would turn the list around in an editor. Arabic-Indic digits, also in their Persian shape, are found by 0 to 9.
 */
const arabic: readonly (readonly [string, string])[] = [
  ['\u0671', '\u0627'],
  ['\u0649', '\u064A'],
  ['\u0629', '\u0647'],
  ['\u06A9', '\u0643'],
  ['\u06CC', '\u064A'],
  ...Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0x0660 + digit), String(digit)] as const),
  ...Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0x06f0 + digit), String(digit)] as const),
];

/** Letters without a sound of their own: hard and soft sign; the Arabic stretching stroke. */
const silent = ['ъ', 'ь', '\u0640'];

/** Keys are lower-case and composed (NFC). */
export const foldTable: ReadonlyMap<string, string> = new Map([
  ...chunked(pairs.split(' ')),
  ...arabic,
  ...silent.map((letter) => [letter, ''] as const),
]);

function* chunked(parts: readonly string[]): Generator<readonly [string, string]> {
  for (let index = 0; index + 1 < parts.length; index += 2) yield [parts[index] ?? '', parts[index + 1] ?? ''];
}
