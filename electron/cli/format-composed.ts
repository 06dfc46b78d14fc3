/** The least redacted text for people: the text, a line, and what it is made of. Pure. */
import { type ComposedText, describeComposed, summaryOfComposed } from '../contract/index.js';

/** Between the text and what is said of it. */
const RULE = '---';

export function composedLines(composed: ComposedText): string[] {
  const { sigla, base, spans, text } = composed;
  const summary = summaryOfComposed(composed);
  const own = sigla[base] ?? '';
  const from = summary.from.flatMap(({ withheld, unread, absent }, witness) => {
    const parts = [
      ...(withheld > 0 ? [`${withheld} withheld in ${own}`] : []),
      ...(unread > 0 ? [`${unread} illegible in ${own}`] : []),
      ...(absent > 0 ? [`${absent} that ${own} does not have and another withholds`] : []),
    ];
    return parts.length === 0 ? [] : [`From ${sigla[witness] ?? ''}: ${parts.join(', ')}.`];
  });
  // What could not be read was not withheld: its words are named one by one.
  const read = spans.flatMap(({ start, end, from: source, because, choice }) =>
    source && because === 'unread' && choice === null
      ? [`Illegible in ${own}, from ${sigla[source.witness] ?? ''}: “${shortened(text.slice(start, end))}”`]
      : [],
  );
  const said = describeComposed(summary).map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
  return [text, RULE, `Base: ${own}.`, ...from, ...read, ...said];
}

/** Characters of a range that are shown. */
const SHOWN = 120;
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN).toWellFormed()}…` : line;
}
