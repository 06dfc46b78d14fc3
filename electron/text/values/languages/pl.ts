/** Polish, in the cases that numbers in reports have. */
import { language, words } from '../value-language.js';

const ADJECTIVE = 'y ego emu ym a ej ą e ych ymi';
const SOFT = 'i iego iemu im ia iej ią ie ich imi';
const firm = (stem: string) => words(ADJECTIVE).map((ending) => stem + ending);

export const polish = language({
  tag: 'pl',
  numerals: (list) => {
    list
      .plain(0, 'zero zera')
      .plain(1, 'jeden jedna jedno jednego jednej jednym jedną')
      .plain(2, 'dwa dwie dwóch dwu dwaj dwom dwoma dwoje')
      .plain(3, 'trzy trzech trzej trzem trzema troje')
      .plain(4, 'cztery czterech czterej czterem czterema czworo')
      .count(
        5,
        1,
        'pięć/pięciu/pięcioro sześć/sześciu/sześcioro siedem/siedmiu/siedmioro osiem/ośmiu dziewięć/dziewięciu',
      )
      .count(10, 1, 'dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu')
      .count(14, 1, 'czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu')
      .count(18, 1, 'osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu')
      .count(
        20,
        10,
        'dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu',
      )
      .count(60, 10, 'sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu')
      .plain(90, 'dziewięćdziesiąt dziewięćdziesięciu')
      .count(
        100,
        100,
        'sto/stu dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset sześćset/sześciuset',
      )
      .count(700, 100, 'siedemset/siedmiuset osiemset/ośmiuset dziewięćset/dziewięciuset')
      .bareScale(1e3, 'tysiąc tysiąca')
      .scale(1e3, 'tysiące tysięcy tysiącom tysiącami tysiącach tys')
      .bareScale(1e6, 'milion miliona')
      .scale(1e6, 'miliony milionów milionom mln')
      .bareScale(1e9, 'miliard miliarda')
      .scale(1e9, 'miliardy miliardów mld')
      .scale(1e12, 'bilion biliony bilionów')
      .bareCollective(12, 'tuzin')
      .collective(12, 'tuziny tuzinów')
      .ordinals(1, 1, 'pierwsz', ADJECTIVE)
      .ordinal(2, 'drugi druga drugie drugiego drugiej drugiemu drugim drugą drugich')
      .ordinal(
        3,
        words(SOFT).map((ending) => `trzec${ending}`),
      )
      .ordinals(4, 1, 'czwart piąt szóst siódm ósm dziewiąt dziesiąt', ADJECTIVE)
      .ordinals(11, 1, 'jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast', ADJECTIVE)
      .ordinal(19, firm('dziewiętnast'))
      .ordinals(
        20,
        10,
        'dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt',
        ADJECTIVE,
      )
      .ordinal(90, firm('dziewięćdziesiąt'))
      .ordinals(
        100,
        100,
        'setn dwusetn trzechsetn czterechsetn pięćsetn sześćsetn siedemsetn osiemsetn dziewięćsetn',
        ADJECTIVE,
      )
      .ordinalScale(1e3, firm('tysięczn'))
      .barePart(2, 'połowa połowę')
      .part(2, 'pół')
      .part(4, 'ćwierć ćwierci');
  },
  grammar: { ordinalTens: 'may' },
  and: '',
  vague: 'kilka kilku kilkaset wiele wielu parę',
  ordinary:
    'w we na z ze do od po za o i lub ale a nie jak to co jest są był była byli on ona oni my ich jego ludzi razy między przez pod nad około przy dla u się',
  minus: 'minus',
  ordinalEndings: 'y ego ej ty go mu tego tym ym',
  decadeBefore: 'lata latach',
  century: 'wiek wieku wieki w',
  of: '',
  inYear: 'w od do po przed około roku rok wiosną latem jesienią zimą',
  year: 'r rok roku',
  to: 'do',
  between: 'między',
  at: 'o około godz godzinie',
  clock: 'godz',
  months:
    'styczeń stycznia styczniu|luty lutego lutym|marzec marca marcu|kwiecień kwietnia kwietniu|maj maja maju|czerwiec czerwca czerwcu|lipiec lipca lipcu|sierpień sierpnia sierpniu|wrzesień września wrześniu|październik października październiku|listopad listopada listopadzie|grudzień grudnia grudniu',
  doubtfulMonths: 'maj maja maju',
  weekdays:
    'poniedziałek poniedziałku|wtorek wtorku|środa środę środy|czwartek czwartku|piątek piątku|sobota sobotę soboty|niedziela niedzielę niedzieli',
  seasons: 'wiosna wiosną wiosny|lato latem lata|jesień jesienią jesieni|zima zimą zimy',
  units: {
    km: 'kilometr, kilometry, kilometrów, kilometra',
    m: 'metr, metry, metrów, metra',
    cm: 'centymetr, centymetry, centymetrów',
    mi: 'mila, mile, mil',
    ft: 'stopa, stopy, stóp',
    ha: 'hektar, hektary, hektarów',
    kg: 'kilogram, kilogramy, kilogramów',
    g: 'gram, gramy, gramów',
    t: 'tona, tony, ton',
    l: 'litr, litry, litrów',
    '°C': 'stopni celsjusza, stopnie celsjusza',
    '°': 'stopień, stopnie, stopni',
    s: 'sekunda, sekundy, sekund',
    min: 'minuta, minuty, minut',
    h: 'godzina, godziny, godzin',
    d: 'dzień, dni',
    wk: 'tydzień, tygodnie, tygodni',
    mo: 'miesiąc, miesiące, miesięcy',
    yr: 'lat',
  },
  currencies: {
    zloty: 'złoty, złote, złotych, zł',
    grosz: 'grosz, grosze, groszy, gr',
    $: 'dolar, dolary, dolarów',
    EUR: 'euro',
    rouble: 'rubel, ruble, rubli',
    mark: 'marka, marki, marek',
  },
  percent: 'procent, procenta, proc',
});
