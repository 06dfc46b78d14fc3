/**
 * Answers a query as lunr would (lunr 2.3.9, `Index.query`) and goes on where lunr ends: phrases, neighbours, AND, OR,
 * NOT, filters. What a word stands for is the lexicon's business; what is found and scored is decided here.
 */
import { assertNever } from '../../contract/index.js';
import type { FilterNode, ListNode, NearNode, PhraseNode, QueryNode, WordNode } from '../query/ast.js';
import { DocumentFlags, type DocumentSet, difference, everyDocument, union } from './document-set.js';
import type { MatchedTerm } from './matched-term.js';
import type { MatchedWord } from './matched-word.js';
import type { PhraseQuery, PhraseWord } from './phrase-reader.js';
import { PositionSearch } from './position-search.js';
import { type LineWord, Rescorer } from './rescorer.js';
import { type Scored, Scorer, type ScoringClause } from './scorer.js';
import type { SegmentList } from './segment-list.js';

/** What words of a query stand for in the index. Words of the same forms give the same object within a query. */
export interface QueryLexicon {
  /** Fields the node is looked for in. */
  fields(node: WordNode | PhraseNode): readonly number[];
  word(node: WordNode): MatchedWord;
  /** The words of a line or a phrase as they were typed, in order; [] for what is not looked for as typed. */
  lineWords(node: WordNode | PhraseNode): readonly LineWord[];
  /** Null when no word is left of it. */
  phrase(node: PhraseNode): PhraseQuery | null;
  /** Words that are too frequent to bring a document in by themselves. */
  isPassedOver(node: WordNode): boolean;
  /** Refs that a filter lets through. */
  filter(node: FilterNode): (ref: string) => boolean;
}

const NOTHING = new Int32Array(0);

/** Below this share of all documents the found ones are scored one by one. */
const FEW = 1 / 8;

export class Evaluator {
  readonly #marks: DocumentFlags;
  readonly #positions: PositionSearch;
  readonly #scorer: Scorer;
  readonly #closer: Rescorer;

  constructor(readonly list: SegmentList) {
    this.#marks = new DocumentFlags(list);
    this.#positions = new PositionSearch(list, this.#marks);
    this.#scorer = new Scorer(list);
    this.#closer = new Rescorer(
      list,
      new Set(list.fields.flatMap(({ name }, field) => (name === 'title' ? [field] : []))),
    );
  }

  /** Living documents that match, with the scores of ADR 0035, in no order. */
  evaluate(node: QueryNode, lexicon: QueryLexicon): Scored {
    const scored = this.#scored(node, lexicon);
    const words = typedWords(node, lexicon);
    if (words.length > 0) this.#closer.raise(scored, words, (word) => this.#scorer.rarity(word));
    return scored;
  }

  #scored(node: QueryNode, lexicon: QueryLexicon): Scored {
    const evaluation = new QueryEvaluation(this.list, this.#marks, this.#positions, lexicon);
    // Lines of optional words alone need no sets: whatever scores is found.
    const plain = plainWords(node, lexicon);
    if (plain) {
      const scoring = (word: WordNode) => evaluation.scoring(word);
      return this.#scorer.scoreAll(plain.finding.map(scoring), plain.passedOver.map(scoring));
    }
    const found = evaluation.documents(node, null);
    const clauses = evaluation.clauses;
    if (found.length < this.list.documents * FEW) return this.#scorer.scoreWithin(clauses, found);
    return only(this.#scorer.scoreAll(clauses), found, this.list.documents);
  }
}

/** Words that a source is asked for, in order, but those that it must not hold. */
function typedWords(root: QueryNode, lexicon: QueryLexicon): LineWord[] {
  const words: LineWord[] = [];
  /** A parenthesis or an alternative stands between two words. */
  let isApart = true;
  const add = (own: readonly LineWord[]) => {
    for (const word of own) words.push(isApart ? { ...word, follows: false } : word);
    isApart = own.length === 0;
  };
  const visit = (node: QueryNode): void => {
    switch (node.kind) {
      case 'word':
      case 'phrase':
        add(lexicon.lineWords(node));
        return;
      case 'near':
        add(lexicon.lineWords(node.left));
        isApart = true;
        add(lexicon.lineWords(node.right));
        return;
      case 'and':
      case 'or':
        for (const part of node.parts) {
          isApart = true;
          visit(part);
        }
        isApart = true;
        return;
      case 'list':
        for (const { presence, node: part } of node.clauses) {
          if (presence === 'prohibited') isApart = true;
          else visit(part);
        }
        return;
      default:
        isApart = true;
    }
  };
  visit(root);
  return words;
}

/** Words that find documents, and words that only add to the score of these. */
interface PlainWords {
  readonly finding: readonly WordNode[];
  readonly passedOver: readonly WordNode[];
}

/** The words of a list in which all are optional; null for any other query. */
function plainWords(node: QueryNode, lexicon: QueryLexicon): PlainWords | null {
  if (node.kind === 'word') return { finding: [node], passedOver: [] };
  if (node.kind !== 'list') return null;
  const words: WordNode[] = [];
  for (const { presence, node: part } of node.clauses) {
    if (presence !== 'optional' || part.kind !== 'word') return null;
    words.push(part);
  }
  const passedOver = words.filter((word) => lexicon.isPassedOver(word));
  if (passedOver.length === words.length) return { finding: words, passedOver: [] };
  return { finding: words.filter((word) => !passedOver.includes(word)), passedOver };
}

/** Found documents with their scores; those that no clause reached have 0. */
function only({ documents, scores }: Scored, found: DocumentSet, most: number): Scored {
  const all = new Float64Array(most);
  for (let at = 0; at < documents.length; at++) all[documents[at] as number] = scores[at] as number;
  return { documents: found, scores: Float64Array.from(found, (document) => all[document] as number) };
}

/** One query under way: gathers what scores while it finds. */
class QueryEvaluation {
  readonly clauses: ScoringClause[] = [];
  /** Inside a NOT nothing scores. */
  #negations = 0;

  constructor(
    readonly list: SegmentList,
    readonly marks: DocumentFlags,
    readonly places: PositionSearch,
    readonly lexicon: QueryLexicon,
  ) {}

  scoring(node: WordNode): ScoringClause {
    return { word: this.lexicon.word(node), fields: this.lexicon.fields(node), boost: node.boost };
  }

  /** @param within only these are of interest; null: all. */
  documents(node: QueryNode, within: DocumentSet | null): DocumentSet {
    switch (node.kind) {
      case 'word':
        return this.#word(node, within);
      case 'phrase':
        return this.#phrase(node, within);
      case 'near':
        return this.#near(node, within);
      case 'filter':
        return this.#filter(node, within);
      case 'and':
        return this.#all(node.parts, within);
      case 'or':
        return union(node.parts.map((part) => this.documents(part, within)));
      case 'not':
        return difference(
          within ?? everyDocument(this.list),
          this.#without(() => this.documents(node.part, within)),
        );
      case 'list':
        return this.#list(node, within);
      default:
        return assertNever(node);
    }
  }

  #word(node: WordNode, within: DocumentSet | null): DocumentSet {
    const clause = this.scoring(node);
    this.#score(clause);
    return this.marks.documentsWith(clause.word.terms, clause.fields, within);
  }

  #phrase(node: PhraseNode, within: DocumentSet | null): DocumentSet {
    const phrase = this.lexicon.phrase(node);
    if (!phrase) return NOTHING;
    this.#scorePhrase(phrase, node);
    const fields = this.lexicon.fields(node);
    const [first, ...more] = phrase.words;
    if (first && more.length === 0 && !first.parts) return this.marks.documentsWith(first.terms, fields, within);
    return this.places.phrase(phrase, fields, within);
  }

  #near(node: NearNode, within: DocumentSet | null): DocumentSet {
    const [left, right] = [this.#stretched(node.left), this.#stretched(node.right)];
    if (!left || !right) return NOTHING;
    const own = this.lexicon.fields(node.left);
    const other = new Set(this.lexicon.fields(node.right));
    return this.places.near(
      left,
      right,
      node.distance,
      own.filter((field) => other.has(field)),
      within,
    );
  }

  /** A word or a phrase as something that stands somewhere. */
  #stretched(node: WordNode | PhraseNode): PhraseQuery | null {
    if (node.kind === 'phrase') {
      const phrase = this.lexicon.phrase(node);
      if (phrase) this.#scorePhrase(phrase, node);
      return phrase;
    }
    const clause = this.scoring(node);
    this.#score(clause);
    return { words: [{ terms: clause.word.terms, word: clause.word, offset: 0 }], slop: 0 };
  }

  #filter(node: FilterNode, within: DocumentSet | null): DocumentSet {
    const passes = this.lexicon.filter(node);
    return (within ?? everyDocument(this.list)).filter((document) => passes(this.list.refOf(document)));
  }

  /** Narrows from part to part, what is cheap and rare first. */
  #all(parts: readonly QueryNode[], within: DocumentSet | null): DocumentSet {
    const ordered = parts
      .map((part) => ({ part, cost: this.#cost(part) }))
      .sort((a, b) => a.cost - b.cost)
      .map(({ part }) => part);
    let found = within;
    for (const part of ordered) found = this.documents(part, found);
    return found ?? everyDocument(this.list);
  }

  #list({ clauses }: ListNode, within: DocumentSet | null): DocumentSet {
    const of = (presence: 'optional' | 'required' | 'prohibited') =>
      clauses.filter((clause) => clause.presence === presence).map(({ node }) => node);
    // A filter narrows what the words find; it does not find by itself, as a required word does.
    const filters = of('required').filter(isFilter);
    const required = of('required').filter((node) => !isFilter(node));
    const optional = of('optional');
    const prohibited = of('prohibited');
    let found = filters.length > 0 ? this.#all(filters, within) : within;
    if (required.length > 0) {
      found = this.#all(required, found);
      // Optional clauses then only add to the score.
      for (const node of optional) this.#scoreOnly(node, found);
    } else if (optional.length > 0) {
      found = this.#any(optional, found);
    }
    found ??= everyDocument(this.list);
    if (prohibited.length === 0) return found;
    const kept = found;
    return difference(
      kept,
      this.#without(() => union(prohibited.map((node) => this.documents(node, kept)))),
    );
  }

  /** A word that is passed over scores, but brings nothing in unless there is no other. */
  #any(nodes: readonly QueryNode[], within: DocumentSet | null): DocumentSet {
    const passed = nodes.filter((node) => node.kind === 'word' && this.lexicon.isPassedOver(node));
    if (passed.length === 0 || passed.length === nodes.length) {
      return union(nodes.map((node) => this.documents(node, within)));
    }
    const found = union(nodes.filter((node) => !passed.includes(node)).map((node) => this.documents(node, within)));
    for (const node of passed) this.#scoreOnly(node, found);
    return found;
  }

  #scoreOnly(node: QueryNode, found: DocumentSet): void {
    if (node.kind === 'word') this.#score(this.scoring(node));
    else this.documents(node, found);
  }

  #without<T>(work: () => T): T {
    this.#negations += 1;
    try {
      return work();
    } finally {
      this.#negations -= 1;
    }
  }

  #score(clause: ScoringClause): void {
    if (this.#negations === 0) this.clauses.push(clause);
  }

  #scorePhrase(phrase: PhraseQuery, node: PhraseNode): void {
    const fields = this.lexicon.fields(node);
    for (const { word, parts } of phrase.words) {
      for (const one of [word, ...(parts ?? []).map((part) => part.word)]) {
        this.#score({ word: one, fields, boost: node.boost });
      }
    }
  }

  /** A rough count of what must be read. */
  #cost(node: QueryNode): number {
    switch (node.kind) {
      case 'word':
        return count(this.lexicon.word(node).terms);
      case 'phrase': {
        const phrase = this.lexicon.phrase(node);
        return phrase ? Math.min(...phrase.words.map(costOf)) * 2 : 0;
      }
      case 'near':
        return Math.min(this.#cost(node.left), this.#cost(node.right)) * 2;
      case 'and':
        return Math.min(...node.parts.map((part) => this.#cost(part)));
      case 'or':
        return node.parts.reduce((sum, part) => sum + this.#cost(part), 0);
      case 'filter':
        // A look at each document: last, when few are left.
        return this.list.documents * 4;
      case 'not':
        return this.list.documents * 2;
      case 'list':
        return this.list.documents;
      default:
        return assertNever(node);
    }
  }
}

function isFilter(node: QueryNode): boolean {
  switch (node.kind) {
    case 'filter':
      return true;
    case 'and':
    case 'or':
      return node.parts.every(isFilter);
    case 'not':
      return isFilter(node.part);
    case 'list':
      return node.clauses.every((clause) => isFilter(clause.node));
    default:
      return false;
  }
}

const costOf = ({ terms, parts }: PhraseWord): number =>
  count(terms) + (parts && parts.length > 0 ? Math.min(...parts.map((part) => count(part.terms))) : 0);

const count = (terms: readonly MatchedTerm[]): number => terms.reduce((sum, { documents }) => sum + documents, 0);
