/** Numerals that Serbian and Croatian share, in both scripts by folding, in ekavian and ijekavian. */
import type { NumeralList } from '../value-language.js';
import { words } from '../value-language.js';

const ADJECTIVE = 'i og oga om ome omu im a e oj u o ih ima';
const forms = (stem: string) => words(ADJECTIVE).map((ending) => stem + ending);
const TEENS = 'jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest';
const TENS = 'dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset';
const HUNDREDS =
  'dvesta/dvjesta/dvesto/dvjesto trista/tristo četiristo/četristo petsto šesto/šeststo sedamsto osamsto devetsto';

export function southSlavicNumerals(list: NumeralList): void {
  list
    .plain(0, 'nula nulu nule')
    .plain(1, 'jedan jedna jedno jednog jednoga jednom jednome jednu jedne jednoj jednim')
    .plain(2, 'dva dve dvije dvaju dvama dveju dviju dvema dvjema dvoje dvojica dvojice dvojicu')
    .plain(3, 'tri triju trima troje trojica trojice trojicu')
    .plain(4, 'četiri četiriju četirma četvoro četvorica četvorice četvoricu')
    .count(
      5,
      1,
      'pet/petoro/petorica/petorice šest/šestoro/šestorica/šestorice sedam/sedmoro/sedmorica osam/osmoro/osmorica',
    )
    .count(9, 1, 'devet/devetoro/devetorica deset/desetoro/desetorica')
    .count(11, 1, TEENS)
    .count(20, 10, TENS)
    .plain(100, 'sto')
    .count(200, 100, HUNDREDS)
    .hundred('stotina stotine stotini')
    .bareHundred('stotinu')
    .bareScale(1e3, 'hiljadu tisuću')
    .scale(1e3, 'hiljada hiljade hiljadama tisuća tisuće tisućama hilj tis')
    .bareScale(1e6, 'milion milijun')
    .scale(1e6, 'miliona milioni milione milijuna milijuni milijune mil')
    .bareScale(1e9, 'milijardu')
    .scale(1e9, 'milijarda milijarde milijardi mlrd')
    .scale(1e12, 'bilion biliona bilijun bilijuna')
    .collective(10, 'desetak')
    .bareCollective(12, 'tuce tucet')
    .collective(12, 'tuceta')
    .ordinals(1, 1, 'prv drug', ADJECTIVE)
    .ordinal(3, 'treći trećeg trećega trećem trećim treća treće trećoj treću trećih')
    .ordinals(4, 1, 'četvrt pet šest sedm osm devet deset', ADJECTIVE)
    .ordinals(11, 1, TEENS, ADJECTIVE)
    .ordinals(20, 10, TENS, ADJECTIVE)
    .ordinal(100, forms('stot'))
    .ordinalScale(1e3, [...forms('hiljadit'), ...forms('tisućit')])
    .ordinalScale(1e6, [...forms('milionit'), ...forms('milijunit')])
    .barePart(2, 'polovina polovinu polovica polovicu')
    .part(2, 'pol po')
    .part(3, 'trećina trećinu trećine')
    .part(4, 'četvrtina četvrtinu četvrtine četvrt')
    .part(5, 'petina petinu petine')
    .part(6, 'šestina šestinu šestine')
    .part(7, 'sedmina sedminu sedmine')
    .part(8, 'osmina osminu osmine')
    .part(9, 'devetina devetinu devetine')
    .part(10, 'desetina desetinu desetine');
  for (const [at, hundreds] of words(
    'dvesto/dvjesto tristo četiristo petsto šeststo sedamsto osamsto devetsto',
  ).entries()) {
    for (const stem of hundreds.split('/')) list.ordinal(200 + at * 100, forms(`${stem}t`));
  }
}

export const SOUTH_SLAVIC = {
  grammar: { afterTens: 'may', afterHundreds: 'may', afterScales: 'may' },
  and: 'i',
  doubtful:
    'pet tri drugi druga drugo druge drugu drugih drugim drugima drugoj drugog drugom prima prvi prve dva sto mil po pol osmi petu peti',
  vague: 'nekoliko više mnogo malo par',
  ordinary:
    'u na iz s sa k ka o od do po za pri i ili ali a ne kao to što je su bio bila bili bilo on ona oni ono mi vi njihov njegov ljudi puta godina između preko pod nad oko blizu više manje ja se',
  minus: 'minus',
  ordinalEndings: 'i a o e og oga om oj u ti ta to te tog ih im',
  decadeEndings: 'ih tih e te ima',
  decadeBefore: '',
  of: '',
  inYear:
    'u od do posle poslije nakon pre prije oko leta ljeta jeseni proleća proljeća zime leto ljeto jesen proleće proljeće zima',
  year: 'godine godina godini godinu god g godinom',
  to: 'do',
  between: 'između',
  at: 'u oko do od posle poslije',
  clock: 'h č časova časa čas sati sata sat',
  weekdays:
    'ponedeljak ponedjeljak ponedeljka ponedjeljka|utorak utorka|sreda sredu srede srijeda srijedu srijede|četvrtak četvrtka|petak petka|subota subotu subote|nedelja nedelju nedelje nedjelja nedjelju nedjelje',
  seasons: 'proleće proljeće proleća proljeća|leto ljeto leta ljeta|jesen jeseni|zima zime zimi zimu',
} as const;

export const SOUTH_SLAVIC_UNITS = {
  km: 'kilometar, kilometra, kilometara, kilometru, км',
  m: 'metar, metra, metara, м',
  cm: 'centimetar, centimetra, centimetara, santimetara, см',
  mm: 'milimetar, milimetra, milimetara, мм',
  mi: 'milja, milje, milju',
  ft: 'stopa, stope, stopu',
  'km²': 'kvadratnih kilometara, kvadratna kilometra, kvadratni kilometar, km kv',
  'm²': 'kvadratnih metara, kvadratna metra, kvadratni metar',
  ha: 'hektar, hektara, ха',
  kg: 'kilogram, kilograma, kilogrami, кг',
  g: 'gram, grama',
  t: 'tona, tone, tonu, т',
  kt: 'kilotona, kilotone',
  l: 'litar, litra, litara, л',
  '°C': 'stepeni celzijusa, stepeni celzija, stupnjeva celzija, stupnjeva celzijusa',
  '°': 'stepen, stepena, stepeni, stupanj, stupnja, stupnjeva',
  s: 'sekund, sekundi, sekunde, sekunda',
  min: 'minut, minuta, minuti, minute',
  h: 'sat, sata, sati, čas, časa, časova',
  d: 'dan, dana',
  wk: 'nedelja, nedelje, nedjelja, nedjelje, tjedan, tjedna, tjedana, sedmica, sedmice',
  mo: 'mesec, meseca, meseci, mjesec, mjeseca, mjeseci',
  yr: 'godina, godine, godinu, god',
};

export const SOUTH_SLAVIC_CURRENCIES = {
  dinar: 'dinar, dinara, dinari, dinare, din',
  $: 'dolar, dolara, dolari, dolare',
  USD: 'američkih dolara, američka dolara',
  '£': 'funti sterlinga, funta sterlinga',
  EUR: 'evro, evra, evri, euro, eura, euri',
  mark: 'marka, marke, maraka, marki',
  rouble: 'rublja, rublje, rubalja, rubalji',
  fr: 'franak, franka, franaka',
  kuna: 'kuna, kune, kn',
  kruna: 'kruna, krune',
  forint: 'forint, forinta, forinti',
};
