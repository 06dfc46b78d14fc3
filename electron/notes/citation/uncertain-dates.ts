/**
 * How a style draws a date that is somebody's conclusion. CSL has one mark of doubt, which most styles print as “ca.”;
 * a date described with `?` is not about right, it is perhaps wrong. The manuals set it in brackets with a question mark,
 * as cataloguers do: `[1910?]`. Every date of a style that prints a year gets that as an alternative.
 * Source: Chicago Manual of Style 17, 14.145; MLA Handbook 9, 5.83; RDA 1.9.2.3 (probable year).
 */
import type { CslElement } from './csl-xml.js';

/** A variable that uncertain sources have. */
export const UNCERTAIN_FLAG = 'fonds-guessed';

type Node = CslElement | string;

const element = (name: string, attrs: CslElement['attrs'], children: readonly Node[]): CslElement => ({
  name,
  attrs,
  children,
  line: 0,
});

const named = (node: Node, name: string): node is CslElement => typeof node !== 'string' && node.name === name;

/** Dates in a form of the locale print it unless `date-parts` says otherwise, others as their parts say. */
const printsYear = ({ attrs, children }: CslElement): boolean =>
  attrs.form === undefined
    ? children.some((part) => named(part, 'date-part') && part.attrs.name === 'year')
    : (attrs['date-parts'] ?? 'year').startsWith('year');

/** @param node of a style as it was published or added. @returns it with the alternative; citeproc sorts by the date alone. */
export function withUncertainDates(node: CslElement): CslElement {
  if (node.name === 'date' && node.attrs.variable === 'issued' && printsYear(node)) return alternative(node);
  return {
    ...node,
    children: node.children.map((child) => (typeof child === 'string' ? child : withUncertainDates(child))),
  };
}

/** The date's own brackets stay outside: `([1910?])`. */
function alternative(date: CslElement): CslElement {
  const { prefix, suffix, ...attrs } = date.attrs;
  const bracketed = element('group', { prefix: '[', suffix: '?]' }, [{ ...date, attrs }]);
  const outer = { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
  return element('choose', {}, [
    element('if', { variable: UNCERTAIN_FLAG }, [element('group', outer, [bracketed])]),
    element('else', {}, [date]),
  ]);
}
