/**
 * Numbers in words, written the other way round than the room reads them: each language by its own rule, from 0 to
 * 999,999,999. Written for the tests, apart from the languages of the room, so that a slip there shows.
 */
type Spell = (n: number) => string;

const list = (words: string) => words.split(' ');
const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

/** Millions, thousands and the rest, by words for each; `rest` is below 1,000. */
function scaled(n: number, below: Spell, thousands: Spell, millions: Spell): string {
  if (n === 0) return below(0);
  const [million, thousand, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1e3, n % 1e3];
  return join(million ? millions(million) : '', thousand ? thousands(thousand) : '', rest ? below(rest) : '');
}

const EN = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = list('- - twenty thirty forty fifty sixty seventy eighty ninety');
const english: Spell = (n) =>
  scaled(
    n,
    enBelow,
    (k) => `${enBelow(k)} thousand`,
    (m) => `${enBelow(m)} million`,
  );
function enBelow(n: number): string {
  if (n < 20) return EN[n] ?? '';
  if (n < 100) return (EN_TENS[Math.floor(n / 10)] ?? '') + (n % 10 ? `-${EN[n % 10]}` : '');
  return `${EN[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${enBelow(n % 100)}` : ''}`;
}

const DE = list(
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const DE_TENS = list('- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
function deBelow(n: number): string {
  if (n < 20) return DE[n] ?? '';
  if (n < 100) return `${n % 10 ? `${DE[n % 10]}und` : ''}${DE_TENS[Math.floor(n / 10)]}`;
  if (n < 1000) return `${DE[Math.floor(n / 100)]}hundert${n % 100 ? deBelow(n % 100) : ''}`;
  return `${deBelow(Math.floor(n / 1000))}tausend${n % 1000 ? deBelow(n % 1000) : ''}`;
}
const german: Spell = (n) => {
  const [million, rest] = [Math.floor(n / 1e6), n % 1e6];
  const ending = rest % 100 === 1 ? 's' : '';
  const small = n === 0 || rest ? deBelow(rest) + ending : '';
  return join(million === 0 ? '' : million === 1 ? 'eine Million' : `${deBelow(million)} Millionen`, small);
};

const FR = list(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
);
const FR_TENS = list('- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt');
function frBelow(n: number, isLast = true): string {
  if (n < 20) return FR[n] ?? '';
  if (n < 100) {
    const ten = Math.floor(n / 10);
    const unit = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10;
    if (unit === 0) return `${FR_TENS[ten]}${ten === 8 && isLast ? 's' : ''}`;
    return `${FR_TENS[ten]}${(unit === 1 || unit === 11) && ten < 8 ? ' et ' : '-'}${FR[unit]}`;
  }
  const [hundred, rest] = [Math.floor(n / 100), n % 100];
  const head = hundred === 1 ? 'cent' : `${FR[hundred]} cent${rest === 0 && isLast ? 's' : ''}`;
  return join(head, rest ? frBelow(rest, isLast) : '');
}
const french: Spell = (n) =>
  scaled(
    n,
    (rest) => frBelow(rest),
    (k) => (k === 1 ? 'mille' : `${frBelow(k, false)} mille`),
    (m) => `${frBelow(m)} million${m > 1 ? 's' : ''}`,
  );

const ES = list(
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
);
const ES_TENS = list('- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_HUNDREDS = list(
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);
function esBelow(n: number): string {
  if (n < 30) return ES[n] ?? '';
  if (n < 100) return `${ES_TENS[Math.floor(n / 10)]}${n % 10 ? ` y ${ES[n % 10]}` : ''}`;
  if (n === 100) return 'cien';
  return join(ES_HUNDREDS[Math.floor(n / 100)] ?? '', n % 100 ? esBelow(n % 100) : '');
}
const shortUno = (words: string) => words.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un');
const spanish: Spell = (n) =>
  scaled(
    n,
    esBelow,
    (k) => (k === 1 ? 'mil' : `${shortUno(esBelow(k))} mil`),
    (m) => (m === 1 ? 'un millón' : `${shortUno(esBelow(m))} millones`),
  );

const IT = list(
  'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
);
const IT_TENS = list('- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta');
function itBelow(n: number): string {
  if (n < 20) return IT[n] ?? '';
  if (n < 100) {
    const [ten, unit] = [IT_TENS[Math.floor(n / 10)] ?? '', n % 10];
    if (unit === 0) return ten;
    if (unit === 3) return `${ten}tré`;
    return (unit === 1 || unit === 8 ? ten.slice(0, -1) : ten) + IT[unit];
  }
  const [hundred, rest] = [Math.floor(n / 100), n % 100];
  const head = `${hundred === 1 ? '' : IT[hundred]}cento`;
  return rest >= 80 && rest < 90 ? `${head.slice(0, -1)}${itBelow(rest)}` : head + (rest ? itBelow(rest) : '');
}
const italian: Spell = (n) => {
  const [million, thousand, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1e3, n % 1e3];
  const small = `${thousand === 0 ? '' : thousand === 1 ? 'mille' : `${itBelow(thousand)}mila`}${rest || n === 0 ? itBelow(rest) : ''}`;
  return join(million === 0 ? '' : million === 1 ? 'un milione' : `${itBelow(million)} milioni`, small);
};

/** One, two to four, five and more: which form of a scale a Slavic number takes. */
function slavicForm(n: number, forms: readonly [string, string, string]): string {
  const [ten, unit] = [n % 100, n % 10];
  if (unit === 1 && ten !== 11) return forms[0];
  return unit >= 2 && unit <= 4 && (ten < 12 || ten > 14) ? forms[1] : forms[2];
}

interface Slavic {
  readonly units: readonly string[];
  readonly tens: readonly string[];
  readonly hundreds: readonly string[];
  readonly one: string;
  readonly two: string;
  readonly thousands: readonly [string, string, string];
  readonly millions: readonly [string, string, string];
}
function slavic({ units, tens, hundreds, one, two, thousands, millions }: Slavic): Spell {
  const below = (n: number): string => {
    if (n < 20) return units[n] ?? '';
    if (n < 100) return join(tens[Math.floor(n / 10)] ?? '', n % 10 ? (units[n % 10] ?? '') : '');
    return join(hundreds[Math.floor(n / 100)] ?? '', n % 100 ? below(n % 100) : '');
  };
  // Thousands are women: две тысячи.
  const female = (n: number): string => {
    const words = below(n);
    if (n % 100 > 10 && n % 100 < 20) return words;
    if (n % 10 === 1) return words.replace(/\S+$/, one);
    return n % 10 === 2 ? words.replace(/\S+$/, two) : words;
  };
  return (n) =>
    scaled(
      n,
      below,
      (k) => `${female(k)} ${slavicForm(k, thousands)}`,
      (m) => `${below(m)} ${slavicForm(m, millions)}`,
    );
}

const russian = slavic({
  units: list(
    'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
  ),
  tens: list('- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'),
  hundreds: list('- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
  one: 'одна',
  two: 'две',
  thousands: ['тысяча', 'тысячи', 'тысяч'],
  millions: ['миллион', 'миллиона', 'миллионов'],
});

const SR_UNITS = list(
  'nula jedan dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest',
);
const SR_TENS = list('- - dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset');
const serbian = slavic({
  units: SR_UNITS,
  tens: SR_TENS,
  hundreds: list('- sto dvesta trista četiristo petsto šeststo sedamsto osamsto devetsto'),
  one: 'jedna',
  two: 'dve',
  thousands: ['hiljada', 'hiljade', 'hiljada'],
  millions: ['milion', 'miliona', 'miliona'],
});
const croatian = slavic({
  units: SR_UNITS,
  tens: SR_TENS,
  hundreds: list('- sto dvjesto tristo četiristo petsto šesto sedamsto osamsto devetsto'),
  one: 'jedna',
  two: 'dvije',
  thousands: ['tisuća', 'tisuće', 'tisuća'],
  millions: ['milijun', 'milijuna', 'milijuna'],
});
const CYRILLIC: Readonly<Record<string, string>> = {
  lj: 'љ',
  nj: 'њ',
  a: 'а',
  b: 'б',
  c: 'ц',
  č: 'ч',
  d: 'д',
  e: 'е',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'ј',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  š: 'ш',
  t: 'т',
  u: 'у',
  v: 'в',
  z: 'з',
  ž: 'ж',
};
const cyrillic: Spell = (n) => serbian(n).replace(/lj|nj|\p{L}/gu, (letter) => CYRILLIC[letter] ?? letter);

const PT = list(
  'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
);
const PT_TENS = list('- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa');
const PT_HUNDREDS = list(
  '- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
);
function ptBelow(n: number): string {
  if (n < 20) return PT[n] ?? '';
  if (n < 100) return `${PT_TENS[Math.floor(n / 10)]}${n % 10 ? ` e ${PT[n % 10]}` : ''}`;
  if (n === 100) return 'cem';
  return `${PT_HUNDREDS[Math.floor(n / 100)]}${n % 100 ? ` e ${ptBelow(n % 100)}` : ''}`;
}
const portuguese: Spell = (n) =>
  scaled(
    n,
    (small) => (n > 999 && (small <= 100 || small % 100 === 0) ? `e ${ptBelow(small)}` : ptBelow(small)),
    (k) => (k === 1 ? 'mil' : `${ptBelow(k)} mil`),
    (m) => (m === 1 ? 'um milhão' : `${ptBelow(m)} milhões`),
  );

const NL = list(
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
);
const NL_TENS = list('- - twintig dertig veertig vijftig zestig zeventig tachtig negentig');
function nlBelow(n: number): string {
  if (n < 20) return NL[n] ?? '';
  if (n < 100) {
    const unit = NL[n % 10] ?? '';
    return n % 10
      ? `${unit}${unit.endsWith('e') ? 'ën' : 'en'}${NL_TENS[Math.floor(n / 10)]}`
      : (NL_TENS[n / 10] ?? '');
  }
  const hundred = Math.floor(n / 100);
  return `${hundred === 1 ? '' : NL[hundred]}honderd${n % 100 ? nlBelow(n % 100) : ''}`;
}
const dutch: Spell = (n) =>
  scaled(
    n,
    nlBelow,
    (k) => `${k === 1 ? '' : nlBelow(k)}duizend`,
    (m) => `${m === 1 ? 'een' : nlBelow(m)} miljoen`,
  );

const polish = slavic({
  units: list(
    'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
  ),
  tens: list(
    '- - dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
  ),
  hundreds: list('- sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset'),
  one: 'jeden',
  two: 'dwa',
  thousands: ['tysiąc', 'tysiące', 'tysięcy'],
  millions: ['milion', 'miliony', 'milionów'],
});

export const SPELLED: readonly (readonly [tag: string, spell: Spell])[] = [
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['ru', russian],
  ['sr-Latn', serbian],
  ['sr-Cyrl', cyrillic],
  ['hr', croatian],
  ['pt', portuguese],
  ['nl', dutch],
  ['pl', polish],
];
