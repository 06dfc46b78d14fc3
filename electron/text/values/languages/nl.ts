/** Dutch. A number below a hundred is one word, and often more is. */
import { language, words } from '../value-language.js';

const TEENS = 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien';
const TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig';

export const dutch = language({
  tag: 'nl',
  numerals: (list) => {
    list
      .article('een')
      .count(0, 1, 'nul een twee drie vier vijf zes zeven acht negen')
      .count(10, 1, TEENS)
      .count(20, 10, TENS)
      .bareHundred('honderd')
      .bareScale(1e3, 'duizend')
      .scale(1e6, 'miljoen')
      .scale(1e9, 'miljard')
      .scale(1e12, 'biljoen')
      .collective(12, 'dozijn')
      .ordinals(1, 1, 'eerste tweede derde vierde vijfde zesde zevende achtste negende')
      .ordinalHundred('honderdste')
      .ordinalScale(1e3, 'duizendste')
      .barePart(2, 'helft')
      .part(2, 'half halve')
      .part(3, 'derde')
      .part(4, 'kwart vierde')
      .part(5, 'vijfde')
      .part(10, 'tiende');
    for (const [at, teen] of words(TEENS).entries()) list.ordinal(10 + at, `${teen}de`);
    for (const [at, ten] of words(TENS).entries()) list.ordinal(20 + at * 10, `${ten}ste`);
  },
  grammar: {
    afterHundreds: 'may',
    afterScales: 'may',
    unitsFirst: 'may',
    yearsInPairs: 'may',
    hundredsPastNine: 'may',
    writtenTogether: 'may',
  },
  and: 'en',
  doubtful: 'elf acht een vier drie zes nul half',
  vague: 'enkele enige verscheidene paar veel vele honderden duizenden',
  ordinary:
    'van in op aan te tot voor met of maar de het een die dat als is zijn was waren had hebben niet geen per uit over onder bij naar na door om man mensen maal tussen zoals zij hij wij hun',
  minus: 'min',
  ordinalEndings: 'e de ste',
  decadeBefore: 'jaren',
  century: 'eeuw eeuwen',
  of: '',
  inYear: 'in sinds jaar anno tot vanaf voorjaar lente zomer herfst najaar winter',
  to: 'tot',
  between: 'tussen',
  at: 'om tegen tot vanaf',
  clock: 'uur u',
  months:
    'januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt|november nov|december dec',
  doubtfulMonths: 'jun sep sept mei dec',
  weekdays: 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
  seasons: 'lente voorjaar|zomer|herfst najaar|winter',
  units: {
    km: 'kilometer',
    m: 'meter',
    cm: 'centimeter',
    mm: 'millimeter',
    mi: 'mijl, mijlen',
    nmi: 'zeemijl, zeemijlen',
    ft: 'voet',
    'km²': 'vierkante kilometer',
    'm²': 'vierkante meter',
    ha: 'hectare',
    kg: 'kilogram, kilo',
    g: 'gram',
    t: 'ton',
    l: 'liter',
    '°C': 'graden celsius',
    '°': 'graad, graden',
    s: 'seconde, seconden',
    min: 'minuut, minuten',
    h: 'uur, uren',
    d: 'dag, dagen',
    wk: 'week, weken',
    mo: 'maand, maanden',
    yr: 'jaar, jaren',
  },
  currencies: {
    guilder: 'gulden, guldens',
    $: 'dollar, dollars',
    EUR: 'euro',
    fr: 'frank, franken',
    mark: 'mark',
  },
  percent: 'procent, percent',
});
