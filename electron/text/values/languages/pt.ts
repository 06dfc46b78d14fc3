/** Portuguese of Portugal and of Brazil, which mean different things by a bilhão and a bilião. */
import { language, words } from '../value-language.js';

const ENDINGS = 'o a os as';
const HUNDREDS = 'duzent trezent quatrocent quinhent seiscent setecent oitocent novecent';

export const portuguese = language({
  tag: 'pt',
  numerals: (list) => {
    list
      .article('um uma')
      .plain(1, 'um uma')
      .plain(2, 'dois duas')
      .count(0, 1, 'zero - - três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze')
      .count(16, 1, 'dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove')
      .count(20, 10, 'vinte trinta quarenta cinquenta/cinqüenta sessenta setenta oitenta noventa')
      .plain(100, 'cem cento')
      .bareScale(1e3, 'mil')
      .scale(1e3, 'milhar milhares')
      .scale(1e6, 'milhão milhões')
      .scale(1e9, 'bilhão bilhões')
      .scale(1e12, 'bilião biliões trilhão trilhões')
      .collective(10, 'dezena dezenas')
      .collective(12, 'dúzia dúzias')
      .collective(100, 'centena centenas')
      .ordinals(1, 1, 'primeir segund terceir quart quint sext sétim oitav non décim', ENDINGS)
      .ordinals(20, 10, 'vigésim trigésim quadragésim quinquagésim sexagésim septuagésim octogésim', ENDINGS)
      .ordinals(90, 10, 'nonagésim centésim', ENDINGS)
      .ordinalScale(1e3, 'milésimo milésima')
      .barePart(2, 'metade')
      .part(2, 'meio meia meios')
      .part(3, 'terço terços')
      .part(4, 'quarto quartos')
      .part(5, 'quinto quintos')
      .part(6, 'sexto sextos')
      .part(7, 'sétimo sétimos')
      .part(8, 'oitavo oitavos')
      .part(9, 'nono nonos')
      .part(10, 'décimo décimos');
    for (const [at, stem] of words(HUNDREDS).entries()) list.plain(200 + at * 100, [`${stem}os`, `${stem}as`]);
  },
  grammar: { afterTens: 'must', afterHundreds: 'must', afterScales: 'may', ordinalTens: 'may' },
  and: 'e',
  doubtful:
    'domingo dez mil cem cento tres segundo segunda segundos quarto quarta quartos nono nona seis sete oito nove sexta sextas quinta quartas terceira terceiro onze doze',
  vague: 'vários várias alguns algumas uns umas poucos muitos muitas',
  ordinary:
    'de do da dos das em no na nos nas o a os as ao por para com sem que se é são era foi não seu sua este esta homens pessoas vezes cada entre até desde como mais menos ou',
  minus: 'menos',
  ordinalEndings: 'o a os as',
  decadeBefore: 'anos',
  century: 'século séculos séc',
  of: 'de do',
  inYear: 'em desde ano até primavera verão outono inverno',
  to: 'a até',
  between: 'entre',
  at: 'às as',
  clock: 'h horas',
  months:
    'janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez',
  doubtfulMonths: 'mar set out ago mai dez',
  weekdays: 'segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo',
  seasons: 'primavera|verão|outono|inverno',
  units: {
    km: 'quilómetro, quilómetros, quilômetro, quilômetros',
    m: 'metro, metros',
    cm: 'centímetro, centímetros',
    mi: 'milha, milhas',
    légua: 'légua, léguas',
    ft: 'pé, pés',
    'km²': 'quilómetros quadrados, quilômetros quadrados',
    ha: 'hectare, hectares',
    kg: 'quilograma, quilogramas, quilo, quilos',
    g: 'grama, gramas',
    t: 'tonelada, toneladas',
    l: 'litro, litros',
    '°C': 'graus celsius, graus centígrados',
    '°': 'grau, graus',
    s: 'segundo, segundos',
    min: 'minuto, minutos',
    h: 'hora, horas',
    d: 'dia, dias',
    wk: 'semana, semanas',
    mo: 'mês, meses',
    yr: 'ano, anos',
  },
  currencies: {
    $: 'dólar, dólares',
    '£': 'libra esterlina, libras esterlinas',
    EUR: 'euro, euros',
    escudo: 'escudo, escudos',
    real: 'real, reais',
  },
  percent: 'por cento, porcento',
});
