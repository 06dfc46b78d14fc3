/** Entry of the worker that spells: dictionaries are heavy, and the service must not wait while one is read. */

import { createSpell, type SpellTask } from './spell.js';
import { loadDictionary } from './spelling-languages.js';

const spell = createSpell(loadDictionary);

export default function spellInWorker(task: SpellTask): Promise<string[]> {
  return task.kind === 'check' ? spell.check(task.languages, task.words) : spell.suggest(task.languages, task.word);
}
