/** Italian. A number below a million is one word, in which tens lose their last vowel before `uno` and `otto`. */
import { language, words } from '../value-language.js';

const ENDINGS = 'o a i e';
const TENS = 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta';
const UNIT_ORDINALS = 'un du tre quattr cinqu sei sett ott nov';

export const italian = language({
  tag: 'it',
  numerals: (list) => {
    list
      .article('un una uno')
      .plain(1, 'un una uno')
      .count(0, 1, 'zero - due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici')
      .count(15, 1, 'quindici sedici diciassette diciotto diciannove')
      .count(20, 10, TENS)
      .bareHundred('cento cent')
      .bareScale(1e3, 'mille')
      .scale(1e3, 'mila migliaio migliaia')
      .scale(1e6, 'milione milioni')
      .scale(1e9, 'miliardo miliardi')
      .scale(1e12, 'bilione bilioni')
      .collective(10, 'decina decine')
      .collective(12, 'dozzina dozzine')
      .collective(15, 'quindicina')
      .collective(20, 'ventina')
      .collective(30, 'trentina')
      .collective(50, 'cinquantina')
      .collective(100, 'centinaio centinaia')
      .ordinals(1, 1, 'prim second terz quart quint sest settim ottav non decim', ENDINGS)
      .ordinals(11, 1, 'undicesim/undecim dodicesim/duodecim tredicesim quattordicesim quindicesim sedicesim', ENDINGS)
      .ordinals(17, 1, 'diciassettesim diciottesim diciannovesim', ENDINGS)
      .ordinals(20, 10, 'ventesim trentesim quarantesim cinquantesim sessantesim settantesim', ENDINGS)
      .ordinals(80, 10, 'ottantesim novantesim', ENDINGS)
      .ordinals(1, 1, UNIT_ORDINALS.replace(/\S+/g, '$&esim'), ENDINGS)
      .ordinalHundred(words(ENDINGS).map((ending) => `centesim${ending}`))
      .ordinalScale(
        1e3,
        words(ENDINGS).map((ending) => `millesim${ending}`),
      )
      .barePart(2, 'metà')
      .part(2, 'mezzo mezza mezzi')
      .part(3, 'terzo terzi')
      .part(4, 'quarto quarti')
      .part(5, 'quinto quinti')
      .part(6, 'sesto sesti')
      .part(7, 'settimo settimi')
      .part(8, 'ottavo ottavi')
      .part(9, 'nono noni')
      .part(10, 'decimo decimi');
    // vent-uno, trent-otto
    for (const [at, ten] of words(TENS).entries()) list.plain(20 + at * 10, ten.slice(0, -1));
  },
  grammar: { afterHundreds: 'may', afterScales: 'may', writtenTogether: 'may' },
  and: 'e',
  doubtful:
    'due sei otto nove cent vent cento secondo seconda secondi seconde prima prime primi terza quarto quarta quarti sesta nona none nono decima quinta',
  vague: 'alcuni alcune parecchi parecchie vari varie pochi molti',
  ordinary:
    'di del dei delle in il la le lo gli e o a al per con che si è sono era erano aveva non suo sua questo questa uomini persone volte ogni tra fra fino da come più meno ha fu',
  minus: 'meno',
  ordinalEndings: 'o a i e',
  decadeBefore: 'anni',
  century: 'secolo secoli sec',
  of: 'di del d',
  inYear: 'nel dal anno fino primavera estate autunno inverno',
  to: 'a al fino',
  between: 'tra fra',
  at: 'ore alle le',
  clock: 'ore h',
  months:
    'gennaio genn gen|febbraio febbr feb|marzo mar|aprile apr|maggio magg mag|giugno giu|luglio lug|agosto ago|settembre sett set|ottobre ott|novembre nov|dicembre dic',
  doubtfulMonths: 'mar set ago gen',
  weekdays: 'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  seasons: 'primavera|estate|autunno|inverno',
  units: {
    km: 'chilometro, chilometri',
    m: 'metro, metri',
    cm: 'centimetro, centimetri',
    mm: 'millimetro, millimetri',
    mi: 'miglio, miglia',
    nmi: 'miglio marino, miglia marine',
    ft: 'piede, piedi',
    'km²': 'chilometro quadrato, chilometri quadrati',
    'm²': 'metro quadrato, metri quadrati',
    ha: 'ettaro, ettari',
    kg: 'chilogrammo, chilogrammi, chilo, chili',
    g: 'grammo, grammi',
    t: 'tonnellata, tonnellate',
    kt: 'chilotone, chilotoni',
    l: 'litro, litri',
    '°C': 'gradi celsius, gradi centigradi',
    '°': 'grado, gradi',
    s: 'secondo, secondi',
    min: 'minuto, minuti',
    h: 'ora, ore',
    d: 'giorno, giorni',
    wk: 'settimana, settimane',
    mo: 'mese, mesi',
    yr: 'anno, anni',
  },
  currencies: {
    $: 'dollaro, dollari',
    '£': 'sterlina, sterline, lire sterline',
    EUR: 'euro',
    lira: 'lira, lire',
    fr: 'franco, franchi',
    mark: 'marco, marchi',
    rouble: 'rublo, rubli',
    dinar: 'dinaro, dinari',
  },
  percent: 'per cento, percento',
});
