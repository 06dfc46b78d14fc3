/**
 * Traditions with the truth, in four languages: words of our own drawn into a text and copied down a tree as scribes
 * do. Unlike `synthetic.ts`, words are respelled by the habits of their language, inflected, put in another order, and
 * one word stands against two in one cell. Drawn with a seed, so the same on every machine.
 */
import { drawIndex, drawOne, type RandomSource, seededRandom } from '../search/random.js';
import type { Gold, GoldWitness } from './gold.js';

interface InventedLanguage {
  readonly what: string;
  readonly witnesses: number;
  readonly stems: readonly string[];
  readonly endings: readonly string[];
  /** Words that stand everywhere; they are left out, put in and exchanged for each other. */
  readonly small: readonly string[];
  /** Letters written for each other. */
  readonly habits: readonly (readonly [string, string])[];
  /** One word and what stands for it in one cell. */
  readonly phrases: readonly (readonly [string, string])[];
}

const split = (text: string) => text.split(' ');

export const LANGUAGES: readonly InventedLanguage[] = [
  {
    what: 'Greek',
    witnesses: 28,
    stems: split(
      'ποταμ λιμ φυλακ θαλασσ γεφυρ χειμων λογ νομ τειχ αγρ καρπ ιερ δουλ ξεν μαρτυρ κηρυκ θησαυρ οικ σιτ πλοι',
    ),
    endings: split('ος ου ω ον οι ων οις ους ης ην ας αν'),
    small: split('και δε μεν γαρ ο η το του της τον την εν εις εκ ου μη αυτου αυτον'),
    habits: [
      ['η', 'ι'],
      ['ει', 'ι'],
      ['οι', 'υ'],
      ['αι', 'ε'],
      ['ω', 'ο'],
      ['σσ', 'ττ'],
      ['υ', 'η'],
    ],
    phrases: [
      ['ουδε', 'ου δε'],
      ['διατι', 'δια τι'],
      ['καγω', 'και εγω'],
      ['μηδαμως', 'μη δη'],
      ['εξαυτης', 'εξ αυτης'],
    ],
  },
  {
    what: 'Latin',
    witnesses: 37,
    stems: split(
      'flumin port custod mar pont hiem verb leg mur agr fruct sacr serv hosp test praecon thesaur dom frument nav',
    ),
    endings: split('us i o um a ae am is os as e em'),
    small: split('et in ad non cum de ut ex per qui quae quod est sunt autem enim vero eius'),
    habits: [
      ['ae', 'e'],
      ['ti', 'ci'],
      ['i', 'y'],
      ['v', 'u'],
      ['ph', 'f'],
      ['mm', 'm'],
      ['h', ''],
      ['e', 'i'],
    ],
    phrases: [
      ['necnon', 'nec non'],
      ['siquis', 'si quis'],
      ['tantummodo', 'tantum modo'],
      ['mecum', 'cum me'],
      ['quamobrem', 'quam ob rem'],
    ],
  },
  {
    what: 'French',
    witnesses: 13,
    stems: split(
      'riv port gard mer pont hiver parol loi mur champ fruit templ serf host tesmoin heraut tresor maison froment navir',
    ),
    endings: split('e es er ent é ez oit ai ant s'),
    small: split('et le la les de des en a par que qui ne pas il ele se son sa ses un'),
    habits: [
      ['i', 'y'],
      ['s', 'z'],
      ['oi', 'ai'],
      ['es', 'ez'],
      ['c', 'k'],
      ['an', 'en'],
      ['u', 'v'],
    ],
    phrases: [
      ["J'ai", "Je n'ai"],
      ["l'ont", 'ne le ont'],
      ['aussitost', 'aussi tost'],
      ["d'un", 'de un'],
      ["qu'il", 'que il'],
    ],
  },
  {
    what: 'Armenian',
    witnesses: 44,
    stems: split(
      'գետ նաւահանգիստ պահապան ծով կամուրջ ձմեռն բան օրէն պարիսպ անդ պտուղ մեհեան ծառայ հիւր վկայ քարոզ գանձ տուն ցորեան նաւ',
    ),
    endings: split('ի ոյ աց ովք ն ք իւ ացն ինք է'),
    small: split('եւ ի զ որ ոչ առ ընդ այն սա նա էր են վասն իբրեւ մի ըստ'),
    habits: [
      ['օ', 'աւ'],
      ['է', 'ե'],
      ['եւ', 'և'],
      ['ա', 'ա՛'],
      ['ո', 'ո՞'],
      ['յ', 'հ'],
      ['ր', 'ռ'],
    ],
    phrases: [
      ['յորժամ', 'յոր ժամ'],
      ['ոչինչ', 'ոչ ինչ'],
      ['զմեզ', 'զ մեզ'],
      ['թէպէտ', 'թէ պէտ'],
      ['մի֊մի', 'մի մի'],
    ],
  },
];

interface CopiedWord {
  readonly written: string;
  readonly row: number;
}

const WORDS = 300;
/** Chance that a word suffers something in each act of copying. */
const RATE = 0.06;

export function tradition(language: InventedLanguage, seed: number): Gold {
  const random = seededRandom(seed);
  let rows = 0;
  const nextRow = () => {
    rows += 1;
    return rows;
  };
  const drawn = () => {
    const fate = random();
    if (fate < 0.4) return drawOne(random, language.small);
    if (fate < 0.48) return drawOne(random, language.phrases)[0];
    return drawOne(random, language.stems) + drawOne(random, language.endings);
  };
  const tree: CopiedWord[][] = [Array.from({ length: WORDS }, () => ({ written: drawn(), row: nextRow() }))];
  while (tree.length < language.witnesses * 2) tree.push(copy(drawOne(random, tree), language, drawn, nextRow, random));
  return tree.slice(-language.witnesses).map(goldOf);
}

function copy(
  source: readonly CopiedWord[],
  language: InventedLanguage,
  drawn: () => string,
  nextRow: () => number,
  random: RandomSource,
) {
  const made: CopiedWord[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const word = source[at] as CopiedWord;
    const next = source[at + 1];
    const phrase = language.phrases.find(([one, two]) => one === word.written || two === word.written);
    if (phrase && random() < 0.2)
      made.push({ written: phrase[0] === word.written ? phrase[1] : phrase[0], row: word.row });
    else if (random() >= RATE) made.push(word);
    else {
      const fate = random();
      if (fate < 0.45) made.push({ written: respelled(word.written, language, random), row: word.row });
      else if (fate < 0.6) made.push({ written: inflected(word.written, language, random), row: word.row });
      else if (fate < 0.7) made.push({ written: drawn(), row: word.row });
      else if (fate < 0.76 && next) {
        // The second one went before the first: it stands in a row of its own.
        made.push({ written: next.written, row: nextRow() }, word);
        at += 1;
      } else if (fate < 0.88) at += drawIndex(random, 3);
      else {
        made.push(word);
        for (let count = 1 + drawIndex(random, 3); count > 0; count -= 1)
          made.push({ written: drawn(), row: nextRow() });
      }
    }
  }
  return made;
}

function respelled(written: string, { habits }: InventedLanguage, random: RandomSource): string {
  const fitting = habits.filter(([one]) => written.includes(one));
  if (fitting.length === 0) return written;
  const [one, other] = drawOne(random, fitting);
  return written.replace(one, other) || written;
}

function inflected(written: string, { stems, endings }: InventedLanguage, random: RandomSource): string {
  const stem = stems.find((one) => written.startsWith(one));
  return stem ? stem + drawOne(random, endings) : written;
}

function goldOf(words: readonly CopiedWord[]): GoldWitness {
  let length = 0;
  const tokens = words.map(({ written, row }) => {
    const start = length;
    length += written.length + 1;
    return { start, end: start + written.length, row };
  });
  return { witness: { text: words.map(({ written }) => written).join(' '), gaps: [] }, tokens };
}
