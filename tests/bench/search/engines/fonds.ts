/** Fonds' own engine. */
import type { Engine } from '../engine.js';

const notYet = (): never => {
  throw new Error('The door to the engine is not wired yet.');
};

export const engine: Engine = {
  name: 'fonds',
  kinds: ['plain', 'and', 'prefix', 'typeahead', 'fuzzy', 'phrase'],
  build: notYet,
  open: notYet,
};
