/** English. A billion is a thousand millions, which British writers before the 1970s did not mean by it. */
import { language } from '../value-language.js';

export const english = language({
  tag: 'en',
  numerals: (list) =>
    list
      .article('a an')
      .count(0, 1, 'zero/nought/oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen')
      .count(15, 1, 'fifteen sixteen seventeen eighteen nineteen')
      .count(20, 10, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety')
      .hundred('hundred')
      .scale(1e3, 'thousand')
      .scale(1e6, 'million')
      .scale(1e9, 'billion milliard')
      .scale(1e12, 'trillion')
      .collective(12, 'dozen')
      .collective(20, 'score')
      .ordinals(1, 1, 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth')
      .ordinals(14, 1, 'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth')
      .ordinals(20, 10, 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth')
      .ordinalHundred('hundredth')
      .ordinalScale(1e3, 'thousandth')
      .ordinalScale(1e6, 'millionth')
      .ordinalScale(1e9, 'billionth')
      .barePart(2, 'half')
      .part(2, 'halves')
      .part(3, 'third thirds')
      .part(4, 'quarter quarters fourth fourths')
      .part(5, 'fifth fifths')
      .part(6, 'sixth sixths')
      .part(7, 'seventh sevenths')
      .part(8, 'eighth eighths')
      .part(9, 'ninth ninths')
      .part(10, 'tenth tenths')
      .part(12, 'twelfth twelfths')
      .part(20, 'twentieth twentieths')
      .part(100, 'hundredth hundredths')
      .part(1000, 'thousandth thousandths'),
  grammar: {
    afterHundreds: 'may',
    afterScales: 'may',
    unitsFirst: 'may',
    yearsInPairs: 'may',
    hundredsPastNine: 'may',
    writtenTogether: 'may',
  },
  and: 'and',
  doubtful: 'oh',
  vague: 'several few many some couple of hundreds thousands millions dozens scores odd',
  ordinary:
    'of in on at by to for from with or nor but the an as is are was were had has have did not no than then per out off over under past half a quarter about into men people and times each all other others which who that it he she they we his her its their our your my this these those be been',
  pronouns: 'one',
  determiners: 'the no any every some this that each which another my his her its our their',
  minus: 'minus',
  ordinalEndings: 'st nd rd th d',
  decadeEndings: 's',
  century: 'century centuries',
  of: 'of the in day',
  inYear:
    'in since of year by until till from before after during circa ca c around about spring summer autumn fall winter',
  to: 'to through until till',
  between: 'between',
  at: 'at by until till from since before after about around',
  clock: 'hours hrs hrs h z zulu oclock',
  months:
    'january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  doubtfulMonths: 'may march mar jun sep dec jan',
  weekdays: 'monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun',
  seasons: 'spring|summer|autumn fall|winter',
  units: {
    km: 'kilometre, kilometres, kilometer, kilometers',
    m: 'metre, metres, meter, meters',
    cm: 'centimetre, centimetres, centimeter, centimeters',
    mm: 'millimetre, millimetres, millimeter, millimeters',
    mi: 'mile, miles',
    nmi: 'nautical mile, nautical miles',
    yd: 'yard, yards, yds',
    ft: 'foot, feet',
    in: 'inch, inches',
    acre: 'acre, acres',
    'km²': 'square kilometre, square kilometres, square kilometer, square kilometers, sq km',
    'm²': 'square metre, square metres, square meter, square meters',
    'mi²': 'square mile, square miles',
    ha: 'hectare, hectares',
    kg: 'kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos',
    g: 'gram, grams, gramme, grammes',
    t: 'tonne, tonnes, metric ton, metric tons',
    ton: 'ton, tons',
    'short ton': 'short ton, short tons',
    'long ton': 'long ton, long tons',
    kt: 'kiloton, kilotons',
    Mt: 'megaton, megatons',
    lb: 'pound, pounds, lbs',
    oz: 'ounce, ounces',
    l: 'litre, litres, liter, liters',
    gal: 'gallon, gallons',
    bbl: 'barrel, barrels',
    knot: 'knot, knots',
    'km/h': 'kilometres per hour, kilometers per hour, kph',
    mph: 'miles per hour, mph',
    '°C': 'degrees celsius, degrees centigrade',
    '°F': 'degrees fahrenheit',
    '°': 'degree, degrees',
    s: 'second, seconds, sec, secs',
    min: 'minute, minutes, mins',
    h: 'hour, hours, hr, hrs',
    d: 'day, days',
    wk: 'week, weeks',
    mo: 'month, months',
    yr: 'year, years',
  },
  currencies: {
    USD: 'us dollars, us dollar, american dollars, u s dollars',
    $: 'dollar, dollars',
    c: 'cent, cents',
    '£': 'pound, pounds, pounds sterling, pound sterling',
    EUR: 'euro, euros',
    fr: 'franc, francs',
    mark: 'mark, marks, reichsmarks, reichsmark',
    DEM: 'deutschmark, deutschmarks',
    rouble: 'rouble, roubles, ruble, rubles',
    dinar: 'dinar, dinars',
    lira: 'lira, lire',
    peseta: 'peseta, pesetas',
    guilder: 'guilder, guilders',
    krone: 'krone, kroner, crowns',
    yen: 'yen',
  },
  percent: 'percent, per cent, per-cent, pct, p c',
});
