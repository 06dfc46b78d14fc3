/** Serbian, in both scripts. */
import { language } from '../value-language.js';
import {
  SOUTH_SLAVIC,
  SOUTH_SLAVIC_CURRENCIES,
  SOUTH_SLAVIC_UNITS,
  southSlavicNumerals,
} from './south-slavic-values.js';

export const serbian = language({
  ...SOUTH_SLAVIC,
  tag: 'sr',
  script: 'both',
  numerals: southSlavicNumerals,
  century: 'vek veka veku vekovi vekova vijek vijeka vijeku',
  months:
    'januar januara januaru jan|februar februara februaru feb|mart marta martu mar|april aprila aprilu apr|maj maja maju|jun juna junu juni|jul jula julu juli|avgust avgusta avgustu avg|septembar septembra septembru sept sep|oktobar oktobra oktobru okt|novembar novembra novembru nov|decembar decembra decembru dec',
  doubtfulMonths: 'mar maju maja jun juna jula sep sept jan dec marta',
  units: SOUTH_SLAVIC_UNITS,
  currencies: SOUTH_SLAVIC_CURRENCIES,
  percent: 'odsto, od sto, posto, procenat, procenta, procenata, procenti, po sto',
});
