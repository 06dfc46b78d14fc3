/** Croatian, whose months have names of their own. */
import { language } from '../value-language.js';
import {
  SOUTH_SLAVIC,
  SOUTH_SLAVIC_CURRENCIES,
  SOUTH_SLAVIC_UNITS,
  southSlavicNumerals,
} from './south-slavic-values.js';

export const croatian = language({
  ...SOUTH_SLAVIC,
  tag: 'hr',
  numerals: southSlavicNumerals,
  century: 'stoljeće stoljeća stoljeću st vijek vijeka',
  months:
    'siječanj siječnja siječnju sij|veljača veljače veljači velj|ožujak ožujka ožujku ožu|travanj travnja travnju tra|svibanj svibnja svibnju svi|lipanj lipnja lipnju lip|srpanj srpnja srpnju srp|kolovoz kolovoza kolovozu kol|rujan rujna rujnu ruj|listopad listopada listopadu lis|studeni studenoga studenog studenom stu|prosinac prosinca prosincu pro',
  doubtfulMonths: 'sij velj ožu tra svi lip srp kol ruj lis stu pro studeni',
  units: SOUTH_SLAVIC_UNITS,
  currencies: SOUTH_SLAVIC_CURRENCIES,
  percent: 'posto, postotak, postotka, postotaka, od sto',
});
