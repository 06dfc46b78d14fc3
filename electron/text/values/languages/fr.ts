/** French, with the tens of Belgium and Switzerland. */
import { language } from '../value-language.js';

export const french = language({
  tag: 'fr',
  numerals: (list) =>
    list
      .article('un une')
      .plain(1, 'un une')
      .count(0, 1, 'zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize')
      .count(20, 10, 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante')
      .bareHundred('cent cents')
      .bareScale(1e3, 'mille mil')
      .scale(1e3, 'millier milliers')
      .scale(1e6, 'million millions')
      .scale(1e9, 'milliard milliards')
      .scale(1e12, 'billion billions')
      .collective(10, 'dizaine dizaines')
      .collective(12, 'douzaine douzaines')
      .collective(15, 'quinzaine')
      .collective(20, 'vingtaine')
      .collective(30, 'trentaine')
      .collective(40, 'quarantaine')
      .collective(50, 'cinquantaine')
      .collective(60, 'soixantaine')
      .collective(100, 'centaine centaines')
      .ordinal(1, 'premier première premiers premières unième')
      .ordinal(2, 'second seconde seconds secondes')
      .ordinals(2, 1, 'deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième')
      .ordinals(12, 1, 'douzième treizième quatorzième quinzième seizième')
      .ordinals(20, 10, 'vingtième trentième quarantième cinquantième soixantième septantième - nonantième')
      .ordinalHundred('centième')
      .ordinalScale(1e3, 'millième')
      .ordinalScale(1e6, 'millionième')
      .barePart(2, 'moitié')
      .part(2, 'demi demie demis')
      .part(3, 'tiers')
      .part(4, 'quart quarts')
      .part(5, 'cinquième cinquièmes')
      .part(6, 'sixième sixièmes')
      .part(7, 'septième septièmes')
      .part(8, 'huitième huitièmes')
      .part(9, 'neuvième neuvièmes')
      .part(10, 'dixième dixièmes')
      .part(100, 'centième centièmes'),
  grammar: {
    afterTens: 'may',
    afterHundreds: 'may',
    afterScales: 'may',
    vigesimal: 'may',
    hundredsPastNine: 'may',
  },
  and: 'et',
  doubtful: 'sept neuf cent cents mil second seconde secondes six onze billion billions',
  vague: 'plusieurs quelques quelque maints',
  ordinary:
    'de des du dans sur en à au aux pour par avec ou mais le la les un une et que qui est sont était étaient avait avaient pas ne ce ces cette il elle ils elles nous vous leur leurs son sa ses hommes personnes fois chacun entre vers contre chez comme plus moins',
  minus: 'moins',
  ordinalEndings: 'er re ère e ème eme ième ieme nd nde',
  decadeBefore: 'années annees',
  century: 'siècle siècles s',
  of: 'de d du le',
  inYear: 'en depuis dès vers année an avant après jusqu printemps été automne hiver',
  to: 'à au',
  between: 'entre',
  at: 'à vers dès avant après',
  clock: 'h heures heure',
  months:
    'janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|octobre oct|novembre nov|décembre déc',
  doubtfulMonths: 'mars mai sept avr',
  weekdays: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  seasons: 'printemps|été|automne|hiver',
  units: {
    km: 'kilomètre, kilomètres',
    m: 'mètre, mètres',
    cm: 'centimètre, centimètres',
    mm: 'millimètre, millimètres',
    mi: 'mille, milles',
    nmi: 'mille marin, milles marins',
    lieue: 'lieue, lieues',
    ft: 'pied, pieds',
    'km²': 'kilomètre carré, kilomètres carrés',
    'm²': 'mètre carré, mètres carrés',
    ha: 'hectare, hectares',
    kg: 'kilogramme, kilogrammes, kilo, kilos',
    g: 'gramme, grammes',
    t: 'tonne, tonnes',
    kt: 'kilotonne, kilotonnes',
    livre: 'livre, livres',
    l: 'litre, litres',
    '°C': 'degrés celsius, degré celsius, degrés centigrades',
    '°': 'degré, degrés',
    s: 'seconde, secondes',
    min: 'minute, minutes',
    h: 'heure, heures',
    d: 'jour, jours',
    wk: 'semaine, semaines',
    mo: 'mois',
    yr: 'an, ans, année, années',
  },
  currencies: {
    $: 'dollar, dollars',
    USD: 'dollars américains, dollars us',
    '£': 'livre sterling, livres sterling',
    livre: 'livre, livres',
    EUR: 'euro, euros',
    fr: 'franc, francs, f',
    c: 'centime, centimes',
    mark: 'mark, marks',
    rouble: 'rouble, roubles',
    dinar: 'dinar, dinars',
    lira: 'lire, lires',
  },
  percent: 'pour cent, pourcent, p c, p cent',
});
