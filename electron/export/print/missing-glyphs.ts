/**
 * Characters that no font can draw are printed as empty boxes. Here is found which those are, by asking what the fonts
 * that ship have and which of the rest the machine drew with its own, and it is said which they are and where they stand.
 */
import type { DrawnBy } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type DocumentBlock, type ExportDocument, type InlineContent, plainText } from '../document/document-model.js';

/** What is never drawn: controls, blanks, joiners, marks of direction, selectors of a shape. */
const INVISIBLE = /[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]/u;
/** How many characters of a script a remark shows, and how many places it names. */
const SHOWN_CHARACTERS = 8;
const NAMED_PLACES = 12;

/** Every distinct visible character of a document that is not in `drawable`, in the order of their first places. */
export function uncoveredCharacters(document: ExportDocument, drawable: ReadonlySet<number>): string[] {
  const found = new Set<string>();
  for (const { words } of placesOf(document)) {
    for (const character of words) {
      if (!drawable.has(character.codePointAt(0) ?? 0) && !INVISIBLE.test(character)) found.add(character);
    }
  }
  return [...found];
}

/**
 * @param doubtful characters that no font which ships has.
 * @param drawn of each, what drew it. A font that lacks a character and is reported all the same drew its empty box.
 */
export const missingGlyphs = (doubtful: readonly string[], drawn: readonly DrawnBy[]): string[] =>
  doubtful.filter((_, index) => (drawn[index]?.shipped ?? 0) > 0);

/** @returns what a reader must know of characters that are not drawn; null when all are. */
export function missingGlyphsRemark(document: ExportDocument, undrawn: readonly string[]): string | null {
  if (undrawn.length === 0) return null;
  const missing = new Set(undrawn);
  const scripts = new Map<string, string[]>();
  for (const character of undrawn) {
    const script = scriptOf(character);
    scripts.set(script, [...(scripts.get(script) ?? []), character]);
  }
  const places = new Map<string, number>();
  let total = 0;
  for (const { place, words } of placesOf(document)) {
    const count = [...words].filter((character) => missing.has(character)).length;
    if (count === 0) continue;
    total += count;
    places.set(place, (places.get(place) ?? 0) + count);
  }
  const named = [...places].slice(0, NAMED_PLACES).map(([place, count]) => `${place} (${count})`);
  const more = places.size - named.length;
  const kinds = [...scripts].map(([script, characters]) => {
    const shown = characters.slice(0, SHOWN_CHARACTERS).map(codeOf).join(' ');
    return `${script} (${shown}${characters.length > SHOWN_CHARACTERS ? ' …' : ''})`;
  });
  const subject = t('{total, plural, one {One character is} other {# characters are}}', { total });
  return t(
    '{subject} printed as empty boxes, because no font of the computer that made this PDF has them: {kinds}. They stand in: {named}{value}. Install a font for them and export again, or export as HTML or Word.',
    {
      subject,
      kinds: kinds.join(', '),
      named: named.join(', '),
      value: more > 0 ? t(' and {more} more places', { more }) : '',
    },
  );
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Scripts by the code that Unicode and ISO 15924 give them; named in English by the runtime. */
const SCRIPTS =
  'Hani Hira Kana Bopo Hang Yiii Thai Laoo Khmr Mymr Tibt Mong Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Deva Arab Hebr Syrc Thaa Nkoo Ethi Geor Armn Cher Cans Copt Goth Glag Runr Ogam Latn Grek Cyrl Egyp Xsux Ugar Linb Lina Phnx Brai Cham Java Bali Sund Tfng Vaii Adlm Osge Rohg'.split(
    ' ',
  );
const NAMES = new Intl.DisplayNames('en', { type: 'script' });
const TESTS = SCRIPTS.flatMap((code) => {
  try {
    return [[code, new RegExp(`\\p{Script=${code}}`, 'u')] as const];
  } catch {
    return [];
  }
});

function scriptOf(character: string): string {
  const [code] = TESTS.find(([, letters]) => letters.test(character)) ?? [];
  if (code !== undefined) return NAMES.of(code) ?? code;
  if (/[\p{Emoji}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character)) return 'emoji';
  if (/\p{Co}/u.test(character)) return t('private use');
  return /\p{Cn}/u.test(character) ? 'unassigned' : t('other signs');
}

interface NamedPassage {
  readonly place: string;
  readonly words: string;
}

/** All words of a document with a name for where they stand: the heading they are under, or the note. */
function* placesOf({
  title,
  author,
  remarks,
  blocks,
  footnotes,
  bibliography,
}: ExportDocument): Generator<NamedPassage> {
  yield { place: t('the title'), words: `${title} ${author}` };
  yield { place: t('the remarks'), words: remarks.join(' ') };
  let heading = t('the text');
  for (const block of blocks) {
    if (block.kind === 'heading') heading = `“${plainText(block.content).slice(0, 60)}”`;
    for (const words of wordsIn(block)) yield { place: heading, words };
  }
  for (const [index, note] of footnotes.entries()) {
    for (const block of note)
      for (const words of wordsIn(block)) yield { place: t('note {index}', { index: index + 1 }), words };
  }
  for (const entry of bibliography) yield { place: t('the bibliography'), words: plainText(entry) };
}

function* wordsIn(block: DocumentBlock): Generator<string> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      yield plainText(block.content);
      break;
    case 'quotation':
      for (const one of block.blocks) yield* wordsIn(one);
      break;
    case 'list':
      for (const { blocks } of block.items) for (const one of blocks) yield* wordsIn(one);
      break;
    case 'code':
      yield block.text;
      break;
    case 'table':
      for (const row of block.rows) yield row.map((cell: readonly InlineContent[]) => plainText(cell)).join(' ');
      break;
    case 'rule':
      break;
  }
}
