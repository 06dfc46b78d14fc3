/** The verb of spelling: checks words by the dictionaries that came along, and has the archive learn one. */
import type { Output } from '../contract/index.js';
import { t } from '../wording/index.js';
import { textOptions, UsageError } from './command-line.js';
import { dir, open, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

/** As the window has it before a person chooses. */
const USUAL_LANGUAGES = ['en-GB'];

/** @throws UsageError for a language without a dictionary, by which no word could be told right. */
function knownLanguages(languages: readonly string[], known: Output<'spelling.languages'>): string[] {
  const unknown = languages.find((language) => !known.some(({ id }) => id === language));
  if (unknown === undefined) return [...languages];
  throw new UsageError(
    t('There is no dictionary of “{unknown}”. “fonds spelling DIR --languages” lists them.', { unknown }),
  );
}

async function check(terminal: Terminal, words: readonly string[], given: readonly string[]): Promise<VerbOutput> {
  const known = await terminal.call('spelling.languages', undefined);
  const languages = knownLanguages(given.length === 0 ? USUAL_LANGUAGES : given, known);
  const unknown = await terminal.call('spelling.check', { languages, words: [...words] });
  const answer: { word: string; suggestions: string[] }[] = [];
  for (const word of unknown)
    answer.push({ word, suggestions: await terminal.call('spelling.suggest', { languages, word }) });
  const text = answer.map(({ word, suggestions }) =>
    suggestions.length > 0 ? `${word}: ${suggestions.join(', ')}` : word,
  );
  return { json: { languages, unknown: answer }, text: text.join('\n') || t('Every word is known') };
}

const spelling: VerbHandler = async (terminal, line) => {
  const [words, learned, given] = [line.operands.slice(1), textOptions(line, 'learn'), textOptions(line, 'language')];
  const isListing = line.options.languages === true;
  if ([words.length > 0, learned.length > 0, isListing].filter(Boolean).length !== 1)
    throw new UsageError(t('“spelling DIR” needs words to check, --learn WORD or --languages: one of them.'));
  if (words.length === 0 && given.length > 0) throw new UsageError(t('--language is for words to check.'));
  await open(terminal, dir(line), learned.length > 0 ? 'write' : 'read');
  if (isListing) {
    const known = await terminal.call('spelling.languages', undefined);
    return { json: known, text: known.map(({ id, title }) => `${id.padEnd(10)}${title}`).join('\n') };
  }
  if (learned.length === 0) return check(terminal, words, given);
  for (const word of learned) await terminal.call('spelling.learn', { word });
  return { json: { learned }, text: t('Learned: {learned}', { learned: learned.join(', ') }) };
};

export const spellingVerb = { spelling } satisfies Record<string, VerbHandler>;
