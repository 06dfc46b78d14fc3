/** German. Below a million a number is one word; older spelling and capitals come in by folding. */
import { language, words } from '../value-language.js';

const UNITS = 'ein zwei drei vier fünf sechs sieben acht neun';
const ORDINAL_ENDINGS = 'e en er es em';
const TEENS = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig';
/** As typewriters without umlauts have them. */
const PLAIN_SPELLINGS: readonly (readonly [number, string])[] = [
  [5, 'fuenf'],
  [12, 'zwoelf'],
  [15, 'fuenfzehn'],
  [50, 'fuenfzig'],
];
const stemmed = (stem: string) => words(ORDINAL_ENDINGS).map((ending) => stem + ending);

export const german = language({
  tag: 'de',
  numerals: (list) => {
    list
      .article('ein eine einen einem einer eines')
      .count(0, 1, 'null')
      .count(1, 1, UNITS)
      .plain(1, 'eins')
      .plain(2, 'zwo')
      .plain(2, 'zweier')
      .plain(3, 'dreier')
      .count(10, 1, TEENS)
      .count(20, 10, TENS)
      .bareHundred('hundert')
      .bareScale(1e3, 'tausend')
      .scale(1e6, 'million millionen')
      .scale(1e9, 'milliarde milliarden')
      .scale(1e12, 'billion billionen')
      .collective(12, 'dutzend')
      .collective(60, 'schock')
      .ordinals(1, 1, 'erst zweit dritt viert fünft sechst siebent/siebt acht neunt', ORDINAL_ENDINGS)
      .ordinalHundred(stemmed('hundertst'))
      .ordinalScale(1e3, stemmed('tausendst'))
      .ordinalScale(1e6, stemmed('millionst'))
      .barePart(2, 'hälfte')

      .plain(1.5, 'anderthalb eineinhalb')
      .part(2, 'halbe halben halber halbes')
      .part(3, 'drittel dritteln')
      .part(4, 'viertel vierteln')
      .part(100, 'hundertstel')
      .part(1000, 'tausendstel');
    for (const [at, unit] of words('fünf sechs sieb ach neun zehn elf zwölf').entries())
      list.part(at + 5, `${unit}tel`);
    for (const [at, unit] of words('zwei drei vier fünf sechs sieben acht neun').entries())
      list.plain(at + 2.5, `${unit}einhalb`);
    list.part(7, 'siebentel').part(20, 'zwanzigstel');
    for (const [value, word] of PLAIN_SPELLINGS) list.plain(value, word);
    for (const [at, teen] of words(TEENS).entries()) list.ordinal(at + 10, stemmed(`${teen}t`));
    for (const [at, ten] of words(TENS).entries()) list.ordinal(20 + at * 10, stemmed(`${ten}st`));
  },
  grammar: {
    afterHundreds: 'may',
    afterScales: 'may',
    unitsFirst: 'may',
    hundredsPastNine: 'may',
    writtenTogether: 'may',
  },
  and: 'und',
  doubtful: 'elf acht erst ersten null dutzend billion',
  vague: 'mehrere mehreren einige einigen viele vielen paar etliche etlichen',
  ordinary:
    'von in im am an zu bis für mit oder aber der die das den dem des als ist sind war waren hatte haben nicht kein je pro aus über unter auf bei nach vor durch um mann leute mal wie sie er es wir ihr sein ihre',
  minus: 'minus',
  ordinalEndings: 'te ten ter tes tem ste sten ster stes stem',
  decadeEndings: 'er ern',
  century: 'jahrhundert jahrhunderts jahrhunderte jh jhdt jhs',
  of: 'des im',
  inYear: 'im jahre jahr in seit anno bis ab vor nach um frühjahr frühling sommer herbst winter',
  year: '',
  to: 'bis',
  between: 'zwischen',
  at: 'um gegen bis ab seit',
  clock: 'uhr h',
  months:
    'januar jan jänner januars jän|februar feb febr feber|märz mär|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez',
  doubtfulMonths: 'jun mär mai',
  weekdays:
    'montag montags|dienstag dienstags|mittwoch mittwochs|donnerstag donnerstags|freitag freitags|samstag sonnabend samstags|sonntag sonntags',
  seasons: 'frühling frühjahr|sommer|herbst|winter',
  units: {
    km: 'kilometer, kilometern',
    m: 'meter, metern',
    cm: 'zentimeter',
    mm: 'millimeter',
    mi: 'meile, meilen',
    nmi: 'seemeile, seemeilen',
    ft: 'fuß',
    'km²': 'quadratkilometer, qkm',
    'm²': 'quadratmeter, qm',
    ha: 'hektar',
    kg: 'kilogramm, kilo',
    g: 'gramm',
    t: 'tonne, tonnen',
    kt: 'kilotonne, kilotonnen',
    Ztr: 'zentner',
    pfund: 'pfund',
    l: 'liter',
    knot: 'knoten',
    '°C': 'grad celsius',
    '°': 'grad',
    s: 'sekunde, sekunden',
    min: 'minute, minuten',
    h: 'stunde, stunden, std',
    d: 'tag, tage, tagen',
    wk: 'woche, wochen',
    mo: 'monat, monate, monaten',
    yr: 'jahr, jahre, jahren',
  },
  currencies: {
    USD: 'us dollar',
    $: 'dollar',
    '£': 'pfund sterling, pfund',
    EUR: 'euro',
    DEM: 'd mark, deutsche mark, dm',
    mark: 'mark, reichsmark, rm',
    pf: 'pfennig, pfennige, pf',
    fr: 'franc, francs, franken',
    rouble: 'rubel',
    dinar: 'dinar, dinare',
    lira: 'lire, lira',
    schilling: 'schilling',
    guilder: 'gulden',
    krone: 'kronen, krone',
  },
  percent: 'prozent, v h, vom hundert, proz',
});
