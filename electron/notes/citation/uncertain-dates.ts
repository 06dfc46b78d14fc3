/**
 * How a style draws a date that is somebody's conclusion. CSL has one mark of doubt, which most styles print as “ca.”;
 * a date described with `?` is not about right, it is perhaps wrong. The manuals set it in brackets with a question mark,
 * as cataloguers do: `[1910?]`. Every date of a style that prints a year gets that as an alternative.
 * Source: Chicago Manual of Style 17, 14.145; MLA Handbook 9, 5.83; RDA 1.9.2.3 (probable year).
 */
import type { CslElement } from './csl-xml.js';

/** A variable that uncertain sources have. */
export const UNCERTAIN_FLAG = 'fonds-guessed';
/** One that those have whose date is about right; they may have both. */
export const APPROXIMATE_FLAG = 'fonds-about';

type DateElement = CslElement | string;

const element = (name: string, attrs: CslElement['attrs'], children: readonly DateElement[]): CslElement => ({
  name,
  attrs,
  children,
  line: 0,
});

const named = (node: DateElement, name: string): node is CslElement => typeof node !== 'string' && node.name === name;

/** Dates in a form of the locale print it unless `date-parts` says otherwise, others as their parts say. */
const printsYear = ({ attrs, children }: CslElement): boolean =>
  attrs.form === undefined
    ? children.some((part) => named(part, 'date-part') && part.attrs.name === 'year')
    : (attrs['date-parts'] ?? 'year').startsWith('year');

const tests = (node: CslElement): boolean =>
  (node.attrs['is-uncertain-date'] ?? '').split(/\s+/).includes('issued') ||
  node.children.some((child) => typeof child !== 'string' && tests(child));

/**
 * @param style as it was published or added. @returns it with the alternatives. Dates that are about right are left to
 * a style that asks for them anywhere; in others they would be drawn as certain. citeproc sorts by the date alone.
 */
export function withUncertainDates(style: CslElement): CslElement {
  const isSilent = !tests(style);
  const walk = (node: CslElement): CslElement =>
    node.name === 'date' && node.attrs.variable === 'issued' && printsYear(node)
      ? alternatives(node, isSilent)
      : { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : walk(child))) };
  return walk(style);
}

/** The date's own brackets stay outside: `([1910?])`. */
function alternatives(date: CslElement, isSilent: boolean): CslElement {
  const { prefix, suffix, ...attrs } = date.attrs;
  const outer = { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
  const bare = { ...date, attrs };
  const circa = element('text', { term: 'circa', form: 'short' }, []);
  const ifAbout = element('choose', {}, [element('if', { variable: APPROXIMATE_FLAG }, [circa])]);
  const bracketed = element('group', { prefix: '[', suffix: '?]', delimiter: ' ' }, [ifAbout, bare]);
  const about = element('group', { ...outer, delimiter: ' ' }, [circa, bare]);
  return element('choose', {}, [
    element('if', { variable: UNCERTAIN_FLAG }, [element('group', outer, [bracketed])]),
    ...(isSilent ? [element('else-if', { variable: APPROXIMATE_FLAG }, [about])] : []),
    element('else', {}, [date]),
  ]);
}
