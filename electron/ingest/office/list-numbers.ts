/** Numbers of lists as they are printed: `4`, `iv`, `D`. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export type NumberForm = 'decimal' | 'roman' | 'ROMAN' | 'letter' | 'LETTER' | 'padded';

export function writtenNumber(value: number, form: NumberForm): string {
  switch (form) {
    case 'roman':
      return roman(value);
    case 'ROMAN':
      return roman(value).toUpperCase();
    case 'letter':
      return letters(value);
    case 'LETTER':
      return letters(value).toUpperCase();
    case 'padded':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let left = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}

/** `a` to `z`, then `aa`, `bb`, as Word and OpenDocument count. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
