/**
 * The wording of Fonds: every word that the window, a message or the terminal shows goes through here. A message is
 * written in English where it is used, and is its own key in a catalogue (`data/wording`), as with gettext (ADR 0052).
 * The lowest room: it imports nothing, and everything may import it.
 */

export { type RichValues, richParts } from './rich-parts.js';
export { t } from './translate.js';
