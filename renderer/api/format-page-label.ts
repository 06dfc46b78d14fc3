/** Formats a page label: what is printed on the page, with "p." before a number or numeral. */
export const formatPageLabel = (label: string): string => (/^\S{1,6}$/.test(label) ? `p. ${label}` : label);
