/**
 * Languages whose numbers are not read: what is known of them keeps a number of theirs from being taken for a part of it
 * in a language that is (`sto padesát šest` for 6), and names their months.
 */
import { foldWord } from '../../fold.js';
import { words } from '../value-language.js';

const NUMERALS = `
  dvě stě sta jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet třicet čtyřicet padesát
  šedesát sedmdesát osmdesát devadesát tisíc tisíce milionů miliard pět šest devět deset čtyři čtyřicátý
  dvesto tisoč enajst dvanajst trinajst štirinajst petnajst dvajset trideset štirideset petdeset šestdeset sedemdeset
  jedenásť dvanásť dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat tisíc
  одинадцять дванадцять двадцять тридцять п'ятдесят шістдесят сімдесят вісімдесят дев'яносто двісті триста чотириста тисяча тисячі тисяч мільйон
  единадесет дванадесет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет двеста хиляда хиляди
  hundra tusen tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundrede tusind tyve tredive fyrre halvtreds tres halvfjerds firs halvfems
  seksti sytti åtti nitti kaksi kolme neljä viisi sata tuhat kymmenen
  száz ezer húsz harminc negyven ötven hatvan hetven nyolcvan kilencven millió
  sută sute mie mii douăzeci treizeci patruzeci cincizeci şaizeci
  yüz bin yirmi otuz kırk elli altmış yetmiş seksen doksan
  centum mille viginti triginta quadraginta quinquaginta sexaginta
  εκατό εκατόν διακόσια χίλια χιλιάδες είκοσι τριάντα σαράντα πενήντα εξήντα
`;

export const OTHER_NUMERALS: ReadonlySet<string> = new Set(
  words(NUMERALS)
    .map((word) => foldWord(word).replace(/'/g, ''))
    .filter((word) => word.length > 3 && !['mille', 'seksen', 'tres', 'firs'].includes(word)),
);

/** Languages whose months and days of the week come from Unicode's tables. */
export const OTHER_CALENDARS = 'de-AT cs sk sl uk bg el hu tr ro sv da nb fi ar he'.split(' ');
