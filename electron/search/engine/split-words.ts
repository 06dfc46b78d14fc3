/** A word that the index holds as several (A/RES/1244, 12.30) is a phrase: its parts next to each other. */
import type { Analyzer } from '../analysis/index.js';
import type { QueryNode, WordNode } from '../query/ast.js';
import { splitPhrase } from './archive-lexicon.js';

export function splitWords(node: QueryNode, analyzer: Analyzer): QueryNode {
  const each = (part: QueryNode) => splitWords(part, analyzer);
  switch (node.kind) {
    case 'word':
      return splitWord(node, analyzer);
    case 'near':
      return {
        ...node,
        left: node.left.kind === 'word' ? splitWord(node.left, analyzer) : node.left,
        right: node.right.kind === 'word' ? splitWord(node.right, analyzer) : node.right,
      };
    case 'and':
    case 'or':
      return { ...node, parts: node.parts.map(each) };
    case 'not':
      return { ...node, part: each(node.part) };
    case 'list':
      return { ...node, clauses: node.clauses.map((clause) => ({ ...clause, node: each(clause.node) })) };
    default:
      return node;
  }
}

function splitWord(node: WordNode, analyzer: Analyzer) {
  const { text, field, boost, place, editDistance } = node;
  if (editDistance > 0 || text.includes('*') || splitPhrase(analyzer, text).length < 2) return node;
  return { kind: 'phrase', text, field, slop: 0, boost, place } as const;
}
