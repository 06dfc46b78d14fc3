/** Spanish. */
import { language, words } from '../value-language.js';

const HUNDREDS = 'dosciento tresciento cuatrociento quiniento seisciento seteciento/sieteciento ochociento noveciento';
const ENDINGS = 'o a os as';

export const spanish = language({
  tag: 'es',
  numerals: (list) => {
    list
      .article('un una')
      .plain(1, 'un una uno')
      .count(0, 1, 'cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince')
      .count(16, 1, 'dieciséis diecisiete dieciocho diecinueve')
      .count(20, 10, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa')
      .count(21, 1, 'veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete')
      .count(28, 1, 'veintiocho veintinueve')
      .plain(100, 'cien ciento')
      .bareScale(1e3, 'mil')
      .scale(1e3, 'miles millar millares')
      .scale(1e6, 'millón millones')
      .scale(1e9, 'millardo millardos')
      .scale(1e12, 'billón billones')
      .collective(10, 'decena decenas')
      .collective(12, 'docena docenas')
      .collective(100, 'centenar centenares centena centenas')
      .ordinal(1, 'primer')
      .ordinal(3, 'tercer')
      .ordinals(1, 1, 'primer segund tercer cuart quint sext séptim/sétim octav noven/non décim', ENDINGS)
      .ordinals(11, 1, 'undécim/decimoprimer duodécim/decimosegund decimotercer decimocuart decimoquint', ENDINGS)
      .ordinals(16, 1, 'decimosext decimoséptim decimoctav decimonoven', ENDINGS)
      .ordinals(20, 10, 'vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim', ENDINGS)
      .ordinals(90, 10, 'nonagésim centésim', ENDINGS)
      .ordinalScale(1e3, 'milésimo milésima')
      .barePart(2, 'mitad')
      .part(2, 'medio media medios')
      .part(3, 'tercio tercios')
      .part(4, 'cuarto cuartos')
      .part(5, 'quinto quintos')
      .part(6, 'sexto sextos')
      .part(7, 'séptimo séptimos')
      .part(8, 'octavo octavos')
      .part(9, 'noveno novenos')
      .part(10, 'décimo décimos');
    for (const [at, stems] of words(HUNDREDS).entries()) {
      for (const stem of stems.split('/')) list.plain(200 + at * 100, [`${stem}s`, `${stem.slice(0, -1)}as`]);
    }
  },
  grammar: { afterTens: 'must', ordinalTens: 'may' },
  and: 'y',
  doubtful: 'domingo dos once mil tres segundo segunda segundos segundas cuarto cuarta cuartos miles seis cinco',
  vague: 'varios varias algunos algunas unos unas pocos muchos muchas',
  ordinary:
    'de del en el la los las y o a al por para con sin que se es son era eran había fue no lo su sus este esta estos estas hombres personas veces cada entre hasta desde como más menos',
  minus: 'menos',
  ordinalEndings: 'o a os as er ero era ra ro do da to ta mo ma vo va no na',
  decadeBefore: 'años',
  century: 'siglo siglos',
  of: 'de del',
  inYear: 'en desde año hasta hacia primavera verano otoño invierno',
  to: 'a al hasta',
  between: 'entre',
  at: 'las a',
  clock: 'h hs horas',
  months:
    'enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic',
  doubtfulMonths: 'mar may set ago',
  weekdays: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  seasons: 'primavera|verano|otoño|invierno',
  units: {
    km: 'kilómetro, kilómetros',
    m: 'metro, metros',
    cm: 'centímetro, centímetros',
    mm: 'milímetro, milímetros',
    mi: 'milla, millas',
    nmi: 'milla náutica, millas náuticas',
    legua: 'legua, leguas',
    ft: 'pie, pies',
    'km²': 'kilómetro cuadrado, kilómetros cuadrados',
    'm²': 'metro cuadrado, metros cuadrados',
    ha: 'hectárea, hectáreas',
    kg: 'kilogramo, kilogramos, kilo, kilos',
    g: 'gramo, gramos',
    t: 'tonelada, toneladas',
    kt: 'kilotón, kilotones',
    l: 'litro, litros',
    '°C': 'grados celsius, grados centígrados',
    '°': 'grado, grados',
    s: 'segundo, segundos',
    min: 'minuto, minutos',
    h: 'hora, horas',
    d: 'día, días',
    wk: 'semana, semanas',
    mo: 'mes, meses',
    yr: 'año, años',
  },
  currencies: {
    $: 'dólar, dólares',
    '£': 'libra esterlina, libras esterlinas',
    libra: 'libra, libras',
    EUR: 'euro, euros',
    peseta: 'peseta, pesetas, ptas',
    peso: 'peso, pesos',
    fr: 'franco, francos',
    mark: 'marco, marcos',
    rouble: 'rublo, rublos',
  },
  percent: 'por ciento, por cien, porciento',
});
