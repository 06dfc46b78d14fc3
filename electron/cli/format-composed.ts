/** The least redacted text for people: the text, a line, and what it is made of. Pure. */
import { type ComposedText, describeComposed, summaryOfComposed } from '../contract/index.js';
import { t } from '../wording/index.js';

/** Between the text and what is said of it. */
const RULE = '---';

export function composedLines(composed: ComposedText): string[] {
  const { sigla, base, spans, text } = composed;
  const summary = summaryOfComposed(composed);
  const own = sigla[base] ?? '';
  const from = summary.from.flatMap(({ withheld, unread, absent }, witness) => {
    const parts = [
      ...(withheld > 0 ? [t('{withheld} withheld in {own}', { withheld, own })] : []),
      ...(unread > 0 ? [t('{unread} illegible in {own}', { unread, own })] : []),
      ...(absent > 0 ? [t('{absent} that {own} does not have and another withholds', { absent, own })] : []),
    ];
    return parts.length === 0
      ? []
      : [t('From {sigla}: {parts}.', { sigla: sigla[witness] ?? '', parts: parts.join(', ') })];
  });
  // What could not be read was not withheld: its words are named one by one.
  const read = spans.flatMap(({ start, end, from: source, because, choice }) =>
    source && because === 'unread' && choice === null
      ? [
          t('Illegible in {own}, from {sigla}: “{text}”', {
            own,
            sigla: sigla[source.witness] ?? '',
            text: shortened(text.slice(start, end)),
          }),
        ]
      : [],
  );
  const said = describeComposed(summary).map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
  return [text, RULE, t('Base: {own}.', { own }), ...from, ...read, ...said];
}

/** Characters of a range that are shown. */
const SHOWN = 120;
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN).toWellFormed()}…` : line;
}
