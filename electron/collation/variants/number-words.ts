/** Numbers in words of several languages, folded. */
import { foldWord } from '../../text/index.js';

/**
 * Numbers in words as they are folded, by language: from one or two on, then the tens, hundred and thousand. Left out is
 * what is another word too, there or in another language: articles, `once`, `due`, `sept`, `otto`.
 */
const found = new Map<string, number>();
const put = (first: number, step: number, words: string): void => {
  for (const [at, word] of words.split(' ').entries()) if (word !== '-') found.set(foldWord(word), first + at * step);
};
// English.
put(0, 1, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen');
put(17, 1, 'seventeen eighteen nineteen');
put(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety');
// German.
const UNITS = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ');
put(2, 1, 'zwei drei vier fünf sechs sieben - neun zehn - zwölf');
put(13, 1, 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn');
for (const [at, ten] of 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ').entries()) {
  put(20 + at * 10, 1, [ten, ...UNITS.map((unit) => `${unit}und${ten}`)].join(' '));
}
// French, Spanish, Italian.
put(2, 1, 'deux trois quatre cinq six - huit - dix onze douze treize quatorze quinze');
put(20, 10, 'vingt trente quarante cinquante soixante');
put(2, 1, 'dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince');
put(20, 10, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
put(3, 1, 'tre quattro cinque - sette - - dieci undici dodici tredici quattordici quindici sedici');
put(20, 10, 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta');
// Russian; Serbian and Croatian. Cyrillic folds to Latin.
put(2, 1, 'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать');
put(15, 1, 'пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать');
put(30, 10, 'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто');
put(2, 1, 'dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest');
put(17, 1, 'sedamnaest osamnaest devetnaest');
put(20, 10, 'dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset');

export const NUMBER_WORDS: ReadonlyMap<string, number> = found;

/** What multiplies the number before it. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
