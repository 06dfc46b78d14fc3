/**
 * Puts tokens together: NEAR binds tighter than NOT, then AND, then OR, then standing side by side, which is lunr's list.
 * Depth is bounded, so that neither this nor a reader of the tree runs out of stack.
 */
import type { IndexField, SearchMode } from '../../contract/index.js';
import type { LineRange, ListNode, PhraseNode, Presence, QueryNode, WordNode } from './ast.js';
import { isOnlyFilters } from './filter-parser.js';
import {
  danglingOperator,
  doubleNegation,
  emptyGroup,
  missingTarget,
  nearNeedsWords,
  nearTwoFields,
  plusInAlternative,
  signInsideNear,
  strayModifier,
  tooDeep,
  unclosedGroup,
  unopenedGroup,
} from './grammar-faults.js';
import { lunrClauses } from './lunr-language.js';
import type { QueryToken } from './query-tokens.js';

const DEEPEST = 50;

type ListClause = ListNode['clauses'][number];
type TokenOf<Kind extends QueryToken['kind']> = Extract<QueryToken, { kind: Kind }>;

/** Something that can stand beside an operator, with the sign before it. */
interface Operand {
  readonly presence: Presence;
  readonly node: QueryNode;
  /** The sign or NOT that gave the presence. */
  readonly sign: QueryToken | null;
  readonly place: LineRange;
  /** How lunr reads a word with hyphens: one clause for each part, of which the sign and the field mean the first. */
  readonly asLunr: readonly ListClause[] | null;
}

interface ParseContext {
  /** Given by a field before a parenthesis. */
  readonly field: IndexField | null;
  readonly depth: number;
}

/** @param tokens at least one. @throws SyntaxFault */
export function parseTokens(line: string, tokens: readonly QueryToken[], mode: SearchMode): QueryNode {
  return new LineParser(line, tokens, mode).tree();
}

class LineParser {
  private at = 0;

  constructor(
    private readonly line: string,
    private readonly tokens: readonly QueryToken[],
    private readonly mode: SearchMode,
  ) {}

  tree(): QueryNode {
    const list = this.list({ field: null, depth: 0 });
    const left = this.tokens[this.at];
    if (left) throw unopenedGroup(this.line, left.place);
    return list;
  }

  /** Takes the next token when it is of this kind. */
  private take<Kind extends QueryToken['kind']>(kind: Kind): TokenOf<Kind> | null {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) return null;
    this.at += 1;
    return token as TokenOf<Kind>;
  }

  private takeOperator(name: TokenOf<'operator'>['name']): TokenOf<'operator'> | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || token.name !== name) return null;
    this.at += 1;
    return token;
  }

  /** As far as the end or a closing parenthesis. Never empty: the caller has seen that something follows. */
  private list(around: ParseContext): QueryNode {
    const clauses: ListClause[] = [];
    let isPlain = true;
    while (this.at < this.tokens.length && this.tokens[this.at]?.kind !== 'close') {
      const operand = this.alternatives(around);
      if (operand.presence !== 'optional') isPlain = false;
      const isApart = this.mode === 'any' && operand.asLunr;
      for (const clause of isApart ? operand.asLunr : [operand]) clauses.push(this.clause(clause));
    }
    const [only] = clauses;
    return clauses.length === 1 && only && isPlain ? only.node : { kind: 'list', clauses };
  }

  private clause({ presence, node }: ListClause): ListClause {
    // A filter narrows in every mode: "type:memo treaty" never means memos, or else the treaty.
    const isRequired = presence === 'optional' && (this.mode === 'all' || isOnlyFilters(node));
    return { presence: isRequired ? 'required' : presence, node };
  }

  private alternatives(around: ParseContext): Operand {
    const first = this.conjunction(around, null);
    const rest: Operand[] = [];
    for (let or = this.takeOperator('OR'); or; or = this.takeOperator('OR')) rest.push(this.conjunction(around, or));
    if (rest.length === 0) return first;
    const operands = [first, ...rest];
    for (const { presence, sign } of operands) {
      if (presence === 'required' && sign) throw plusInAlternative(this.line, sign.place);
    }
    return compound({ kind: 'or', parts: operands.map(withoutSign) }, operands);
  }

  private conjunction(around: ParseContext, after: QueryToken | null): Operand {
    const first = this.negation(around, after);
    const rest: Operand[] = [];
    for (let and = this.takeOperator('AND'); and; and = this.takeOperator('AND')) rest.push(this.negation(around, and));
    // "+a AND +b" says twice what AND says once.
    const operands = [first, ...rest];
    return rest.length === 0 ? first : compound({ kind: 'and', parts: operands.map(withoutSign) }, operands);
  }

  private negation(around: ParseContext, after: QueryToken | null): Operand {
    const not = this.takeOperator('NOT');
    if (!not) return this.neighbours(around, after);
    const next = this.tokens[this.at];
    if (next?.kind === 'operator' && next.name === 'NOT') throw doubleNegation(this.line, not.place, next.place);
    const operand = this.neighbours(around, not);
    if (operand.sign) throw doubleNegation(this.line, not.place, operand.sign.place);
    return { ...operand, presence: 'prohibited', sign: not, asLunr: null };
  }

  private neighbours(around: ParseContext, after: QueryToken | null): Operand {
    const first = this.signed(around, after);
    const pairs: QueryNode[] = [];
    let left = first;
    for (let near = this.takeOperator('NEAR'); near; near = this.takeOperator('NEAR')) {
      const right = this.signed(around, near);
      if (right.sign) throw signInsideNear(this.line, right.sign.place);
      const [leftNode, rightNode] = this.pair(left, right, near);
      const place: LineRange = [leftNode.place[0], rightNode.place[1]];
      pairs.push({ kind: 'near', left: leftNode, right: rightNode, distance: near.distance, place });
      left = right;
    }
    const [only] = pairs;
    if (!only) return first;
    const node: QueryNode = pairs.length === 1 ? only : { kind: 'and', parts: pairs };
    return { ...first, node, place: [first.place[0], left.place[1]], asLunr: null };
  }

  /** Both in one field: the field of one is meant for both. */
  private pair(left: Operand, right: Operand, near: QueryToken): [WordNode | PhraseNode, WordNode | PhraseNode] {
    for (const { node, place } of [left, right]) {
      if (node.kind !== 'word' && node.kind !== 'phrase') throw nearNeedsWords(this.line, place);
    }
    const [a, b] = [left.node as WordNode | PhraseNode, right.node as WordNode | PhraseNode];
    if (a.field !== null && b.field !== null && a.field !== b.field) throw nearTwoFields(this.line, near.place);
    const field = a.field ?? b.field;
    return [
      { ...a, field },
      { ...b, field },
    ];
  }

  /** A sign, a field, and what they are for. @param after the operator that waits for this, for the message. */
  private signed(around: ParseContext, after: QueryToken | null): Operand {
    const sign = this.take('presence');
    const field = this.take('field');
    const presence = sign === null ? 'optional' : sign.lexeme.str === '+' ? 'required' : 'prohibited';
    const start = (sign ?? field ?? this.tokens[this.at])?.place[0] ?? 0;
    const operand = (node: QueryNode, asLunr: readonly ListClause[] | null = null): Operand => {
      const end = this.tokens[this.at - 1]?.place[1] ?? start;
      return { presence, node, sign, place: [start, end], asLunr };
    };
    const token = this.tokens[this.at];
    switch (token?.kind) {
      case 'word': {
        const clauses = this.words(sign, field, around);
        return operand(asOne(clauses), clauses.length > 1 ? clauses : null);
      }
      case 'phrase':
        return operand(this.phrase(field, around));
      case 'open':
        return operand(this.group({ field: field?.field ?? around.field, depth: around.depth + 1 }));
      case 'filter':
        if (field) break;
        this.at += 1;
        return operand(token.node);
      case 'distance':
      case 'boost':
        if (!sign && !field && !after) throw strayModifier(this.line, token);
        break;
      case 'operator':
        if (!sign && !field && !after) throw danglingOperator(this.line, token, 'before');
        break;
      default:
    }
    const waiting = field ?? sign;
    if (waiting) throw missingTarget(this.line, waiting, token ?? null);
    throw danglingOperator(this.line, after ?? token, 'after');
  }

  private phrase(field: TokenOf<'field'> | null, around: ParseContext): PhraseNode {
    const phrase = this.take('phrase');
    let [slop, boost, end] = [0, 1, phrase?.place[1] ?? 0];
    for (const modifier of this.modifiers()) {
      // As in lunr, the last one counts.
      if (modifier.kind === 'distance') slop = Number(modifier.lexeme.str);
      else boost = Number(modifier.lexeme.str);
      end = modifier.place[1];
    }
    const place: LineRange = [(field ?? phrase)?.place[0] ?? 0, end];
    return { kind: 'phrase', text: phrase?.text ?? '', field: field?.field ?? around.field, slop, boost, place };
  }

  private *modifiers(): Generator<TokenOf<'distance' | 'boost'>> {
    for (;;) {
      const modifier = this.take('distance') ?? this.take('boost');
      if (!modifier) return;
      yield modifier;
    }
  }

  /** One word, or the parts of one with hyphens, as lunr reads them. */
  private words(sign: TokenOf<'presence'> | null, field: TokenOf<'field'> | null, around: ParseContext): ListClause[] {
    const words: TokenOf<'word'>[] = [];
    for (let word = this.take('word'); word; word = this.take('word')) {
      words.push(word);
      const next = this.tokens[this.at];
      if (next?.kind !== 'word' || !next.isJoined) break;
    }
    const modifiers = [...this.modifiers()];
    const before = [sign, field].filter((token) => token !== null);
    const clauses = lunrClauses([...before, ...words, ...modifiers].map(({ lexeme }) => lexeme));
    return words.map((word, i) => {
      const clause = clauses[i];
      const start = i === 0 && field ? field.place[0] : word.place[0];
      const end = i === words.length - 1 ? (modifiers.at(-1) ?? word).place[1] : word.place[1];
      const node: WordNode = {
        kind: 'word',
        text: word.text,
        field: clause?.field ?? around.field,
        editDistance: clause?.editDistance ?? 0,
        boost: clause?.boost ?? 1,
        place: [start, end],
      };
      return { presence: clause?.presence ?? 'optional', node };
    });
  }

  private group(around: ParseContext): QueryNode {
    const open = this.take('open')?.place ?? [0, 0];
    if (around.depth > DEEPEST) throw tooDeep(open, DEEPEST);
    const first = this.tokens[this.at];
    if (first?.kind === 'close') throw emptyGroup(this.line, [open[0], first.place[1]]);
    if (!first) throw unclosedGroup(this.line, open, true);
    const list = this.list(around);
    if (!this.take('close')) throw unclosedGroup(this.line, open, false);
    return list;
  }
}

/**
 * Words that hyphens bind are what a person takes for one: a phrase. A word with `*` or `~` has no place in a phrase,
 * so then all of them are asked for.
 */
function asOne(clauses: readonly ListClause[]): QueryNode {
  const words = clauses.map(({ node }) => node as WordNode);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) throw new Error('A word is read only where one stands.');
  if (words.length === 1) return first;
  const { field } = first;
  const { boost } = last;
  if (words.some(({ text, editDistance }) => editDistance > 0 || text.includes('*'))) {
    return { kind: 'and', parts: words.map((word) => ({ ...word, field, boost })) };
  }
  const text = words.map((word) => word.text).join('-');
  return { kind: 'phrase', text, field, slop: 0, boost, place: [first.place[0], last.place[1]] };
}

const withoutSign = ({ presence, node }: Operand): QueryNode =>
  presence === 'prohibited' ? { kind: 'not', part: node } : node;

function compound(node: QueryNode, operands: readonly Operand[]): Operand {
  const place: LineRange = [operands[0]?.place[0] ?? 0, operands.at(-1)?.place[1] ?? 0];
  return { presence: 'optional', node, sign: null, place, asLunr: null };
}
