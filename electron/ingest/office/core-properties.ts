/**
 * What an office document says of itself, as suggestions: the author it names is often whoever had the computer, and its
 * title that of the letter it was copied from.
 */
import type { Suggestion } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { chooseDescription } from '../choose-description.js';
import type { CoreProperties } from './document-writer.js';

export function suggestionsOf({ title, creators, created, language }: CoreProperties): Suggestion[] {
  const from = t('the properties of the document');
  const usable = chooseDescription({
    title: [title],
    creators: creators ?? [],
    dateWritten: [created?.slice(0, 10)],
    language: [language],
  });
  const suggestions: Suggestion[] = [];
  if (usable.title) suggestions.push({ element: 'title', value: usable.title, from });
  for (const value of usable.creators ?? []) suggestions.push({ element: 'creators', value, from });
  if (usable.dateWritten) suggestions.push({ element: 'dateWritten', value: usable.dateWritten, from });
  if (usable.language) suggestions.push({ element: 'language', value: usable.language, from });
  return suggestions;
}
