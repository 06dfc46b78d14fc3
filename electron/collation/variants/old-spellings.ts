/**
 * English words as they were written before spelling settled: a modest list for what no rule of `spelling-variants.ts` covers.
 * Such a form may stand in no dictionary and yet be read aright.
 */

/** Whole words: the later form, then earlier ones. */
const WORDS =
  groups(`although altho; though tho; through thro thorow; till til; jail gaol; ache ake; aches akes; aching aking;
  grey gray; clothes cloaths cloathes; sat sate; sofa sopha; sofas sophas; tiger tyger; tigers tygers; lion lyon; lions lyons; draft draught;
  drafts draughts; sky skie; eyes eies; enough enow; visitor visiter; visitors visiters; over o'er; ever e'er; never ne'er;
  it's 'tis; siren syren; risk risque; check cheque; curb kerb; program programme; woe wo; headache headach; skill skil;
  will wil; still stil; farewell farewel; wholly wholy; falsely falsly; truly truely; duly duely; develop develope;
  holiday holyday; holidays holydays; villainy villany; yacht yatch; sheriff sherif; shepherd shepheard; recall recal;
  befall befal; install instal; fulfill fulfil; enroll enrol; skillful skilful; willful wilful; do doe; go goe;
  she shee; been beene bin; only onely; any anie; many manie; very verie; own owne;
  such suche; much muche; more moe; son sonne; sun sunne; sin sinne; war warre; far farre; star starre;
  again againe agayne; said sayd sayde; says saies; days dayes daies; ways wayes; king kinge; thing thinge; good goode;
  like lyke; time tyme; life lyfe; wife wyfe; him hym; his hys; first fyrst; which whiche wich; with wyth; their theyr theire`);

/** Beginnings of words, whatever follows: the later form, then earlier ones. */
const STEMS =
  groups(`show shew; increas encreas; inquir enquir; entire intire; employ imploy; embark imbark; embrac imbrac;
  enclos inclos; engag ingag; enlarg inlarg; encourag incourag; entrust intrust; endors indors; complet compleat;
  control controul comptroll; choos chus; cloth cloath; burden burthen; murder murther; skull scull; desert desart;
  ancient antient; despatch dispatch; alleg alledg; contemporar cotemporar; ecsta exta; idiot ideot; basin bason; scythe sythe;
  ankle ancle; aghast agast; screen skreen; smok smoak; wagon waggon; soldier souldier; mosquito musquito; moslem muslim;
  cloak cloke; skeptic sceptic; strew strow; steadfast stedfast; vermilion vermillion; mold mould; plow plough; pajamas pyjamas;
  waistcoat wastcoat; molt moult; connect connex; reflect reflex; inflect inflex; gypsy gipsy; czar tsar tzar; ostler hostler`);

function groups(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(';').flatMap((group) => {
      const [later = '', ...earlier] = group.trim().split(/\s+/);
      return earlier.map((form) => [form, later] as const);
    }),
  );
}

const MAX_STEM_LENGTH = Math.max(...Array.from(STEMS.keys(), ({ length }) => length));
const MIN_STEM_LENGTH = Math.min(...Array.from(STEMS.keys(), ({ length }) => length));

/** @param word folded, with its apostrophes. @returns the later form of a word that was written otherwise, else the word. */
export function laterForm(word: string): string {
  const whole = WORDS.get(word);
  if (whole !== undefined) return whole;
  // turn'd, o'ertook; dropt, mixt, fixt.
  const spelt = word
    .replace(/'d$/, 'ed')
    .replace(/(?<=[^aeiou][aeiou])pt$/, 'pped')
    .replace(/(?<=[a-z]{2}(?:p|x|ss|ck|sh|ch))t$/, 'ed')
    .replace(/^o'er/, 'over');
  for (let length = Math.min(MAX_STEM_LENGTH, spelt.length); length >= MIN_STEM_LENGTH; length -= 1) {
    const stem = STEMS.get(spelt.slice(0, length));
    if (stem !== undefined) return stem + spelt.slice(length);
  }
  return spelt;
}
