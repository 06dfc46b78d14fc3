/** Words that people taught an archive: names of persons and places. Learning is undone like any other change. */
import { type Archive, storable } from '../../archive/index.js';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface LearnedWords {
  /** @returns those of the words that are learned, as they stand or in another case of theirs. */
  among(words: readonly string[]): Set<string>;
  /** A word that is learned already is no change. @throws FondsError INVALID_INPUT when it is not one word. */
  add(word: string): void;
}

const GET = `SELECT word FROM learned_word WHERE word = :word AND deleted_at IS NULL`;
const PUT = `INSERT INTO learned_word (word, who, learned_at, deleted_at) VALUES (:word, :who, :at, NULL)
  ON CONFLICT (word) DO UPDATE SET deleted_at = NULL`;
const SET_DELETED = `UPDATE learned_word SET deleted_at = :at WHERE word = :word`;

export function createLearnedWords(
  { database, history, who }: Pick<Archive, 'database' | 'history' | 'who'>,
  now: () => Date,
): LearnedWords {
  const has = (word: string) => database.prepare<{ word: string }>(GET).get({ word }) !== undefined;
  const set = (word: string, isLearned: boolean) => {
    const at = now().toISOString();
    if (isLearned) database.prepare(PUT).run({ word, who, at });
    else database.prepare(SET_DELETED).run({ word, at });
  };
  history.register('word.learned', (word, state) => {
    set(word, (state as { learned: boolean }).learned);
    return { scopes: ['spelling'], sourceIds: [] };
  });

  return {
    among: (words) => new Set(words.filter((word) => formsOf(word).some(has))),
    add: (given) => {
      const word = storable(given.normalize('NFC').replaceAll('’', "'"));
      if (/\s/u.test(word))
        throw new FondsError('INVALID_INPUT', t('“{word}” is more than one word.', { word }), { word });
      history.step(() => {
        const label = t('Learn the word “{word}”', { word });
        if (has(word)) return { label, changes: [], scopes: [] };
        set(word, true);
        const change = { kind: 'word.learned', subjectId: word, before: { learned: false }, after: { learned: true } };
        return { label, changes: [change], scopes: ['spelling'] };
      });
    },
  };
}

/** The word itself, as a name, in small letters, and without the English genitive. */
function formsOf(word: string): string[] {
  const plain = word.normalize('NFC').replaceAll('’', "'");
  const bases = [plain, plain.replace(/'s$/iu, '')];
  return [
    ...new Set(
      bases.flatMap((base) => {
        const small = base.toLowerCase();
        const named = small.charAt(0).toUpperCase() + small.slice(1);
        // A name in small letters is a slip; in capitals it is the name.
        return base === base.toUpperCase() ? [base, named, small] : [base, small];
      }),
    ),
  ];
}
