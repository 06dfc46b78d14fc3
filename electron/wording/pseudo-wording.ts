/**
 * Pseudo-wording: `FONDS_WORDING=pseudo` puts every message into ⟦brackets⟧, so that words which did not come through
 * a catalogue stand out on the screen. Made for tests and for whoever builds a screen.
 */
const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
const address = (globalThis as { location?: { search?: string } }).location?.search;

/** In the window the address says so, which main makes from its environment: a page has none. */
export const isPseudo = environment?.FONDS_WORDING === 'pseudo' || address?.includes('wording=pseudo') === true;

export const pseudoMessage = (text: string): string => (text.trim() === '' ? text : `⟦${text}⟧`);
