/**
 * Regular forms of English words that Porter's stemmer parts from their headword: `boycotted` gives `boycot`, `boycott`
 * does not. Such a form is stemmed as its headword is, so no headword gets another stem than lunr's and no two
 * headwords meet that were apart.
 *
 * Where an ending decides there is a rule. Where the same letters end different words (`added` is of add, `padded` of
 * pad) the headwords are listed: those that tests/unit/search/analysis/english-forms.test.ts finds in the dictionaries
 * that ship.
 */

/** Verbs that end in two like consonants, of which Porter takes one: added, erring. */
const DOUBLED =
  'add boycott burr butt dd ebb egg err headbutt odd purr shirr whirr ' +
  // Here a silent e follows them.
  'coquette gazette grippe pirouette silhouette steppe vignette';

/** Verbs that double a last letter where Porter leaves it doubled: dialled, quizzes. */
const DOUBLING =
  'backpedal dial duel fuel gel gruel initial subtotal trial fez quiz ' +
  'bias caucus chorus cons dis focus gas nonplus plus surplus teargas trellis yes';

/** Nouns that end in an s that Porter takes for a plural: atlases. */
const NOUNS_IN_S =
  'abacus acanthus acropolis adonis airbus amaryllis anus apparatus aquarius arbutus aries arras atlas bolus bonus ' +
  'brontosaurus campus cannabis christmas chrysalis circus citrus clematis clevis clitoris coleus consensus conspectus ' +
  'coronavirus cosmos crocus dais dingus discus elevens epidermis epiglottis eros estrus eucalyptus exodus fetus finis ' +
  'fracas genius glottis grampus haggis hiatus hibiscus hippopotamus iambus ibis ignoramus impetus incubus intravenous ' +
  'iris isthmus judas lens loris lotus madras mandamus mantis marquis mars megalopolis metropolis michaelmas minibus ' +
  'minus missus nautilus necropolis nexus octopus oestrus omnibus onus opus orris pancreas parnassus paterfamilias ' +
  'pegasus pelvis penis platypus plexiglas plexus portcullis proboscis prospectus quadriceps quietus retrovirus rhesus ' +
  'rhinoceros rhinovirus rhombus ruckus rumpus sagittarius sassafras shucks sinus status stegosaurus stylus syllabus ' +
  'talus taurus thermos thesaurus thymus triceps trolleybus tyrannosaurus venus virus walrus xmas';

/** Verbs that end in such an s: canvasing, biased. */
const VERBS_IN_S =
  'alias balls bias bus callous callus canvas caucus census chorus cons dis focus gas nonplus plus rendezvous summons ' +
  'surplus teargas trellis verdigris yes';

/** Verbs that take a k: panicked. */
const WITH_K = 'bivouac frolic magic mimic panic physic picnic politic shellac tarmac traffic zinc';

/** Verbs whose ending Porter reads as a suffix in one form and not in another: interfered, scapegoating, hamstringing. */
const PLAIN =
  'hamstring lightning overeat overheat restring scapegoat sugarcoat undercoat ' +
  'interfere persevere queue redye warehouse wholesale';

/** Headwords and the one form of theirs that Porter parts from them. */
const SINGLE =
  'brie bries, free freed, gee geed, knee kneed, pee peed, spree spreed, tee teed, tree treed, dye dyed, toe toed, ' +
  'go goes, no noes, schmo schmoes, ' +
  // Against the rule of ff below.
  'ref reffed, ref reffing, coif coiffed, coif coiffing';

const listed = new Map<string, string>();
const list = (headwords: string, forms: (headword: string) => readonly string[]) => {
  for (const headword of headwords.split(' ')) for (const form of forms(headword)) listed.set(form, headword);
};
const withoutE = (headword: string) => headword.replace(/e$/, '');
const verbal = (base: string) => [`${base}ed`, `${base}ing`, `${base}ings`];
for (const pair of SINGLE.split(', ')) {
  const [headword = '', form = ''] = pair.split(' ');
  listed.set(form, headword);
}
list(DOUBLED, (headword) => verbal(withoutE(headword)));
list(DOUBLING, (headword) => {
  const doubled = headword + headword.slice(-1);
  return /[sz]$/.test(headword) ? [...verbal(doubled), `${doubled}es`] : verbal(doubled);
});
list(NOUNS_IN_S, (headword) => [`${headword}es`]);
list(VERBS_IN_S, (headword) => [...verbal(headword), `${headword}es`]);
list(WITH_K, (headword) => verbal(`${headword}k`));
list(PLAIN, (headword) => verbal(withoutE(headword)));

/**
 * @param word folded. @returns the headword by which it is to be stemmed: the word itself unless it is a regular form
 * that Porter would part from its headword.
 */
export function englishHeadword(word: string): string {
  const ending = endingOf(word);
  if (ending === '') return word;
  const headword = listed.get(word);
  if (headword !== undefined) return headword;
  const base = word.slice(0, word.length - ending.length);
  return (ending === 'es' || isShort(word) ? ofShort(word) : ofVerb(base)) ?? word;
}

type Ending = 'es' | 'ed' | 'ing' | 'ings' | '';

/** Asked of every new word of every text, so without regular expressions. */
function endingOf(word: string): Ending {
  if (word.endsWith('es')) return 'es';
  if (word.endsWith('ed')) return 'ed';
  if (word.endsWith('ing')) return 'ing';
  return word.endsWith('ings') ? 'ings' : '';
}

const isShort = (word: string): boolean => word.length < 7 && (word.endsWith('ied') || word.includes('ying'));

/** died, lies, tying, where a consonant comes before (dries and spies are of dry and spy); soliloquies. */
function ofShort(word: string): string | null {
  if (/^[dhltv]ied$|^[^aeiou]ies$/.test(word)) return word.slice(0, -1);
  if (/^[dhltv]yings?$/.test(word)) return `${word.charAt(0)}ie`;
  return word.endsWith('quies') ? `${word.slice(0, -3)}y` : null;
}

/** Endings of a verb's base that tell its headword. @param base what stands before -ed, -ing. */
function ofVerb(base: string): string | null {
  // No English verb doubles an f of its own: stuffed, handcuffing. The offing is a place.
  if (base.endsWith('ff')) return base === 'off' ? null : base;
  // proceed, embed: Porter takes the -ed of the headword for an ending.
  if (base.endsWith('eed')) return base.length > 3 ? base : null;
  if (base.endsWith('edd')) return base.length > 3 ? base.slice(0, -1) : null;
  // No verb ends in -anc, -enc, -ic (that would be panicked) or -v: evidenced, sacrificing, negatived.
  if (base.endsWith('v')) return base.endsWith('vv') ? null : `${base}e`;
  if (base.endsWith('anc') || base.endsWith('enc') || base.endsWith('ic')) return `${base}e`;
  // glued, suing.
  return base.endsWith('u') && /^[^aeiou]+u$/.test(base) ? `${base}e` : null;
}
