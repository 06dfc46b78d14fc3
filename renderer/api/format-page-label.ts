/** How the label of a page is said: what is printed on it, with "p." when that is a number or a numeral. */
export const formatPageLabel = (label: string): string => (/^\S{1,6}$/.test(label) ? `p. ${label}` : label);
