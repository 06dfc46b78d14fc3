/** Whether two ways of writing state one value. */
import { describe, expect, it } from 'vitest';
import { findValues, sameValue, type Value } from '../../../../electron/text/index.js';

function value(text: string): Value {
  const [found, ...others] = findValues(text);
  if (!found || others.length > 0) throw new Error(`${text} is not one value`);
  return found;
}
const compared = (a: string, b: string) => sameValue(value(a), value(b));

describe('two values', () => {
  it.each([
    ['second', '2nd'],
    ['twelve hundred', '1,200'],
    ['1200', '1,200'],
    ['сто семнадцать', '117'],
    ['quatre-vingt-dix', 'neunzig'],
    ['0.50', '½'],
    ['half', '0.5'],
    ['3.5 million', '3,500,000'],
    ['nineteen sixty-two', '1962'],
    ['1962', '1962'],
    ['5%', 'five per cent'],
    ['€3.5bn', '3,5 Mrd. Euro'],
    ['1.5 km', '1,500 m'],
    ['two hours', '120 minutes'],
    ['6 September 2000', '6 сентября 2000 г.'],
    ['27-28 October 1962', 'October 27–28, 1962'],
    ['Wednesday, 6 September 2000', '6.9.2000'],
    ['03/09/2000', '03/09/2000'],
    ['7.40 p.m.', '19h40'],
    ['1940 hours', '19:40'],
    ['1962-63', '1962 to 1963'],
    ['XVI', 'sixteenth'],
    ['XVI', '16'],
    ['a dozen', 'twelve'],
    ['-5', 'minus five'],
    ['5–6 km', '5 to 6 km'],
  ])('%s and %s are equal', (a, b) => {
    expect(compared(a, b)).toBe('equal');
    expect(compared(b, a)).toBe('equal');
  });

  it.each([
    ['£500', '$500'],
    ['£500', '500'],
    ['5%', '5'],
    ['-5', '5'],
    ['<5', '>5'],
    ['<5', '5'],
    ['IV', 'VI'],
    ['7.40 a.m.', '7.40 p.m.'],
    ['2nd', '2'],
    ['5 km', '5 miles'],
    ['5 tons', '5 kt'],
    ['5', '5–6'],
    ['6 September 2000', '9 September 2000'],
    ['03/09/2000', '4 September 2000'],
    ['1962', '1963'],
    ['1,4 Millionen', '1.4'],
    ['Wednesday, 6 September', 'Tuesday, 6 September'],
    ['0740', '7.40 p.m.'],
    ['two thirds', 'three quarters'],
  ])('%s and %s are different', (a, b) => {
    expect(compared(a, b)).toBe('different');
    expect(compared(b, a)).toBe('different');
  });

  it.each([
    ['03/09/2000', '3 September 2000'],
    ['03/09/2000', '9 March 2000'],
    ['03/09/2000', '3.9.2000'],
    ['0740', '7.40 a.m.'],
    ['0740', '740'],
    ['1.500', '1500'],
    ['1 Billion', '1,000,000,000'],
    ['$500', 'US$500'],
    ['6 September 2000', '6 September'],
    ['27 October 1962', 'October 1962'],
    ['27 October 1962', 'in 1962'],
    ['the 1940s', 'in 1944'],
    ['7 o’clock', '19:00'],
    ['5 pounds', '£5'],
  ])('%s and %s may be equal', (a, b) => {
    expect(compared(a, b)).toBe('possible');
    expect(compared(b, a)).toBe('possible');
  });
});
