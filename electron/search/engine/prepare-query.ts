/**
 * Fits a query as read to what the index holds: a word that is several there, or has parts (A/RES/1244), becomes a
 * phrase; a compound that was cut into optional words is looked for as a whole too; what holds no letter or digit is
 * removed, to be reported.
 */
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { Analyzer } from '../analysis/index.js';
import type { ListNode, NearNode, PhraseNode, QueryNode, WordNode } from '../query/index.js';
import { splitPhrase, withoutIdleStars } from './archive-lexicon.js';

/** More letters that may differ match nearly any word, and take for ever. */
const MAX_EDITS = 3;

export interface PreparedQuery {
  /** Null when nothing can be looked for. */
  readonly node: QueryNode | null;
  /** What was removed, as typed. */
  readonly unfindable: readonly string[];
}

/**
 * @param line as typed: the ranges of `node` lie in it.
 * @throws FondsError QUERY_SYNTAX when a word may differ in too many letters.
 */
export function prepareQuery(node: QueryNode, line: string, analyzer: Analyzer): PreparedQuery {
  const unfindable: string[] = [];
  return { node: prepare(node), unfindable };

  function prepare(part: QueryNode): QueryNode | null {
    switch (part.kind) {
      case 'word':
      case 'phrase':
        return leaf(part);
      case 'near':
        return near(part);
      case 'and':
      case 'or': {
        const parts = part.parts.flatMap((one) => prepare(one) ?? []);
        return parts.length > 0 ? { ...part, parts } : null;
      }
      case 'not': {
        const inner = prepare(part.part);
        return inner && { ...part, part: inner };
      }
      case 'list': {
        const clauses = part.clauses.flatMap(({ presence, node: one }) => {
          const inner = prepare(one);
          return inner ? [{ presence, node: inner }] : [];
        });
        if (clauses.length === 0) return null;
        return { ...part, clauses: [...clauses, ...wholesOf(part.clauses, line, analyzer)] };
      }
      default:
        return part;
    }
  }

  function near(part: NearNode): QueryNode | null {
    const [left, right] = [leaf(part.left), leaf(part.right)];
    return left && right ? { ...part, left, right } : (left ?? right);
  }

  function leaf(part: WordNode | PhraseNode): WordNode | PhraseNode | null {
    const words = splitPhrase(analyzer, part.text);
    if (words.length === 0) {
      unfindable.push(part.text);
      return null;
    }
    if (part.kind === 'phrase') return part;
    const { field, boost, place, editDistance } = part;
    const text = withoutIdleStars(part.text);
    if (editDistance > MAX_EDITS) {
      const [start, end] = place;
      const message = t('At most {MAX_EDITS} letters may differ: write {text}~{MAX_EDITS} or less.', {
        MAX_EDITS,
        text,
      });
      throw new FondsError('QUERY_SYNTAX', message, { start, end });
    }
    const isPlain = editDistance === 0 && !text.includes('*');
    const isSeveral = words.length > 1 || words.some(({ parts }) => parts !== null);
    return isPlain && isSeveral ? { kind: 'phrase', text, field, slop: 0, boost, place } : { ...part, text };
  }
}

type QueryClause = ListNode['clauses'][number];

/** lunr cuts words here: `co-operation` is two optional words to it. */
const HYPHEN = '-';

/** Compounds that lunr cut into optional words, as one optional word each, so that `co-operation` finds cooperation. */
function wholesOf(clauses: readonly QueryClause[], line: string, analyzer: Analyzer): QueryClause[] {
  const wholes: QueryClause[] = [];
  let joined: WordNode[] = [];
  const close = () => {
    const [first, last] = [joined[0], joined.at(-1)];
    const written = joined.map(({ text }) => text).join(HYPHEN);
    joined = [];
    if (!first || !last || first === last) return;
    for (const { text, parts } of analyzer.typedWords(written).words) {
      if (text === null || !parts) continue;
      const place = [first.place[0], last.place[1]] as const;
      const node: WordNode = { ...first, text, boost: last.boost, place };
      wholes.push({ presence: 'optional', node });
    }
  };
  for (const clause of clauses) {
    const word = optionalWord(clause);
    const before = joined.at(-1);
    if (!word || !before || line.slice(before.place[1], word.place[0]) !== HYPHEN) close();
    if (word) joined.push(word);
  }
  close();
  return wholes;
}

function optionalWord(clause: QueryClause | undefined): WordNode | null {
  if (clause?.presence !== 'optional' || clause.node.kind !== 'word') return null;
  const { node } = clause;
  return node.editDistance === 0 && !node.text.includes('*') ? node : null;
}
