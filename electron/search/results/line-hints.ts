/**
 * What a person should know of a line that finds nothing, or was read otherwise than it may be meant: which part stands in
 * the way, and what can be asked instead. Looks at the index again only when something is missing.
 */
import type { LineHint } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { languageName } from '../analysis/index.js';
import type { CatalogueColumns } from '../catalogue/catalogue-columns.js';
import { nearestNames } from '../catalogue/nearest-names.js';
import { type ArchiveLexicon, mostLikely } from '../engine/archive-lexicon.js';
import type { Evaluator } from '../engine/evaluate.js';
import { nearestForms } from '../engine/nearest-forms.js';
import type { FilterNode, PhraseNode, QueryNode, WordNode } from '../query/ast.js';
import type { ReadingHint } from '../query/index.js';

type Leaf = WordNode | PhraseNode | FilterNode;
type HintSuggestion = LineHint['suggestions'][number];

/** Parts of a line that are looked at one by one, and words for which others are offered. */
const MAX_PARTS = 12;
const MAX_MENDED = 4;
const MAX_OFFERED = 4;

export interface HintContext {
  readonly line: string;
  /** As it was searched; null when nothing could be looked for. */
  readonly node: QueryNode | null;
  readonly readingHints: readonly ReadingHint[];
  readonly lexicon: ArchiveLexicon;
  readonly evaluator: Evaluator;
  readonly columns: CatalogueColumns;
  /** Sources that were found. */
  readonly found: number;
}

export function lineHints(asked: HintContext): LineHint[] {
  const { line, node, readingHints, lexicon, found } = asked;
  const hints = readingHints.map(
    ({ start, end, message, suggestion }): LineHint => ({
      kind: 'reading',
      start,
      end,
      message,
      suggestions: suggestion === null ? [] : [{ text: suggestion, sources: null, query: suggestion }],
    }),
  );
  if (!node) return hints;
  const parts = partsOf(node).filter(isTypedPart).slice(0, MAX_PARTS);
  // While something is found, only words that stand nowhere are worth a remark.
  const missing = parts.filter((part) =>
    found > 0 ? part.kind === 'word' && lexicon.word(part).terms.length === 0 : count(asked, part) === 0,
  );
  for (const part of missing) {
    if (part.kind === 'filter') hints.push(filterHint(asked, part));
    else if (part.kind === 'word') hints.push(wordHint(asked, part, part.text, hints.length));
    else hints.push(...phraseHints(asked, part, hints.length));
  }
  if (found === 0 && missing.length === 0 && parts.length > 1) {
    const each = parts
      .map((part) =>
        t('{line} in {sources}', { line: line.slice(...part.place), sources: sources(count(asked, part)) }),
      )
      .join(', ');
    const message = t('Each part is found, but no source has all of it: {each}.', { each });
    hints.push({ kind: 'apart', start: 0, end: line.length, message, suggestions: [] });
  }
  return hints;
}

/** Words, phrases and filters that a source has to have, but those it must not. */
function partsOf(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'filter':
      return [node];
    case 'near':
      return [node.left, node.right];
    case 'and':
    case 'or':
      return node.parts.flatMap(partsOf);
    case 'list':
      return node.clauses.flatMap(({ presence, node: part }) => (presence === 'prohibited' ? [] : partsOf(part)));
    default:
      return [];
  }
}

/** Not a compound that is looked for beside the words it was cut into: they are reported. */
const isTypedPart = ({ kind, place }: Leaf, _at: number, parts: readonly Leaf[]): boolean =>
  kind !== 'word' ||
  !parts.some((other) => other.place !== place && other.place[0] >= place[0] && other.place[1] <= place[1]);

const count = ({ evaluator, lexicon }: HintContext, node: QueryNode): number =>
  evaluator.evaluate(node, lexicon).documents.length;

const sources = (number: number): string =>
  `${number.toLocaleString('en')} ${t('{number, plural, one {source} other {sources}}', { number })}`;

/** @param text the word, which may be one of several at the node's place. @param before hints so far. */
function wordHint(asked: HintContext, node: WordNode | PhraseNode, text: string, before: number): LineHint {
  const [start, end] = node.place;
  const where = node.field === null ? '' : t(' in the field {field}', { field: node.field });
  const suggestions = before < MAX_MENDED ? nearest(asked, node, text) : [];
  return { kind: 'word', start, end, message: t('No source holds “{text}”{where}.', { text, where }), suggestions };
}

function nearest(asked: HintContext, node: WordNode | PhraseNode, text: string): HintSuggestion[] {
  const { line, evaluator, lexicon } = asked;
  const plain: WordNode = { kind: 'word', text, field: node.field, editDistance: 0, boost: 1, place: node.place };
  const offered: HintSuggestion[] = [];
  const known = new Set<string>();
  for (const { form } of nearestForms(evaluator.list, text, MAX_OFFERED * 3)) {
    if (offered.length === MAX_OFFERED) break;
    // Another form of a word that is offered would find the same.
    const terms = lexicon.word({ ...plain, text: form }).terms.map(({ term }) => term);
    const meaning = terms.sort().join(' ');
    if (known.has(meaning)) continue;
    known.add(meaning);
    const found = count(asked, { ...plain, text: form });
    if (found === 0) continue;
    offered.push({ text: form, sources: found, query: withWord(line, node, text, form) });
  }
  const [start, end] = node.place;
  if (node.field !== null && count(asked, { ...plain, field: null }) > 0) {
    const query = line.slice(0, start) + text + line.slice(end);
    offered.push({ text: t('{text} in any field', { text }), sources: count(asked, { ...plain, field: null }), query });
  }
  return offered;
}

/** The line with another word at the place of one; the field, the marks and what else stands there stay. */
function withWord(line: string, { place: [start, end] }: WordNode | PhraseNode, text: string, form: string): string {
  const excerpt = line.slice(start, end);
  const at = excerpt.lastIndexOf(text);
  const written = /^[\p{L}\p{M}\p{N}'’.]+$/u.test(form) ? form : `"${form}"`;
  if (at < 0) return line.slice(0, start) + written + line.slice(end);
  return line.slice(0, start + at) + written + line.slice(start + at + text.length);
}

function phraseHints(asked: HintContext, node: PhraseNode, before: number): LineHint[] {
  const { line, lexicon } = asked;
  const [start, end] = node.place;
  const meanings = lexicon.phraseMeanings(node).flatMap(mostLikely);
  const missing = meanings.filter(({ terms }) => terms.length === 0);
  if (missing.length > 0) return missing.map(({ typed }) => wordHint(asked, node, typed, before));
  const words = meanings.map(({ typed }) => typed);
  const query = line.slice(0, start) + words.join(' ') + line.slice(end);
  const isQuoted = query !== line;
  return [
    {
      kind: 'word',
      start,
      end,
      message: t('No source has these words side by side: “{text}”.', { text: node.text }),
      suggestions: isQuoted ? [{ text: words.join(' '), sources: null, query }] : [],
    },
  ];
}

function filterHint(asked: HintContext, node: FilterNode): LineHint {
  const { line, columns } = asked;
  const [start, end] = node.place;
  const typed = line.slice(start, end);
  const without = `${line.slice(0, start).trimEnd()} ${line.slice(end).trimStart()}`.trim();
  const suggestions: HintSuggestion[] =
    without === '' ? [] : [{ text: t('without {typed}', { typed }), sources: null, query: without }];
  const hint = (message: string): LineHint => ({ kind: 'filter', start, end, message, suggestions });
  if ('from' in node) {
    const any: FilterNode = { ...node, from: null, to: null };
    const what = node.field === 'date' ? t('a date') : t('a date for {field}:', { field: node.field });
    if (count(asked, any) === 0) return hint(t('No source has {what}, so “{typed}” finds none.', { what, typed }));
    return hint(
      t('No source is dated as “{typed}” asks, of {sources} with {what}.', {
        typed,
        sources: sources(count(asked, any)),
        what,
      }),
    );
  }
  const names = namesFor(node, columns);
  for (const name of nearestNames(node.value, names)) {
    const filter = `${node.field}:"${name}"`;
    suggestions.unshift({ text: filter, sources: null, query: line.slice(0, start) + filter + line.slice(end) });
  }
  const noun = {
    type: 'of the type',
    language: t('in the language'),
    in: t('in the collection'),
    tag: t('with the tag'),
  };
  return hint(t('No source is {noun} “{value}”.', { noun: noun[node.field], value: node.value }));
}

function namesFor({ field }: Extract<FilterNode, { value: string }>, { types, languages }: CatalogueColumns): string[] {
  if (field === 'type') return types.values.filter(Boolean);
  if (field === 'language') return languages.values.filter(Boolean).map(languageName);
  return [];
}
