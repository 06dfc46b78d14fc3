/** Exact fractions, so that a third stays a third and 0.1 is not nearly 0.1. Invariant: in lowest terms, denominator > 0. */
export interface Amount {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const amountOf = (numerator: bigint | number, denominator: bigint | number = 1): Amount =>
  reduced(BigInt(numerator), BigInt(denominator));

function reduced(numerator: bigint, denominator: bigint): Amount {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { numerator: 0n, denominator: 1n } : { numerator: numerator / a, denominator: denominator / a };
}

/** @param digits `0` to `9` alone. @param decimals likewise, may be empty. */
export const decimal = (digits: string, decimals: string): Amount =>
  reduced(BigInt(digits + decimals), 10n ** BigInt(decimals.length));

export const plus = (a: Amount, b: Amount): Amount =>
  reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const times = (a: Amount, b: Amount): Amount =>
  reduced(a.numerator * b.numerator, a.denominator * b.denominator);
export const negative = ({ numerator, denominator }: Amount): Amount => ({ numerator: -numerator, denominator });
export const isLess = (a: Amount, b: Amount): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

/** @returns the number when it is whole and safe to count with; else null. */
export function wholeOf({ numerator, denominator }: Amount): number | null {
  const number = Number(numerator);
  return denominator === 1n && Number.isSafeInteger(number) ? number : null;
}

/** A decimal where it ends, else `numerator/denominator`. One amount has one writing. */
export function writeAmount({ numerator, denominator }: Amount): string {
  let [rest, places] = [denominator, 0];
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  if (rest !== 1n) return `${numerator}/${denominator}`;
  if (places === 0) return String(numerator);
  const scaled = (numerator * 10n ** BigInt(places)) / denominator;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const [whole, decimals] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, '')];
  return `${scaled < 0n ? '-' : ''}${whole}.${decimals}`;
}
