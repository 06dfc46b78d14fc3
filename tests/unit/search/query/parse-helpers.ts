/** Writes a tree of the query language as one short line, so that a test shows what a line was read as. */
import { FondsError, type SearchMode } from '../../../../electron/contract/index.js';
import { parseQuery, type QueryNode } from '../../../../electron/search/query/index.js';

const SIGNS = { optional: '', required: '+', prohibited: '-' } as const;

/** `[a +b -c]` a list, `<a 5 b>` nearness, `{type=memo}` a filter, `!` a whole value. */
export function shown(node: QueryNode | null): string {
  switch (node?.kind) {
    case undefined:
      return 'nothing';
    case 'word':
      return `${fieldOf(node)}${node.text}${node.editDistance ? `~${node.editDistance}` : ''}${boostOf(node)}`;
    case 'phrase':
      return `${fieldOf(node)}"${node.text}"${node.slop ? `~${node.slop}` : ''}${boostOf(node)}`;
    case 'near':
      return `<${shown(node.left)} ${node.distance} ${shown(node.right)}>`;
    case 'filter':
      return 'value' in node
        ? `{${node.field}=${node.value}${node.isWhole ? '!' : ''}}`
        : `{${node.field}=${node.from ?? ''}..${node.to ?? ''}}`;
    case 'not':
      return `not(${shown(node.part)})`;
    case 'and':
    case 'or':
      return `${node.kind}(${node.parts.map(shown).join(', ')})`;
    case 'list':
      return `[${node.clauses.map((clause) => SIGNS[clause.presence] + shown(clause.node)).join(' ')}]`;
  }
}

const fieldOf = ({ field }: { field: string | null }) => (field === null ? '' : `${field}:`);
const boostOf = ({ boost }: { boost: number }) => (boost === 1 ? '' : `^${boost}`);

export const read = (line: string, mode: SearchMode = 'any'): string => shown(parseQuery(line, mode));

export interface Fault {
  readonly message: string;
  /** What of the line is said to be wrong. */
  readonly at: string;
  readonly suggestion: string | null;
}

/** @throws Error when the line can be read, or fails otherwise than by its syntax. */
export function faultOf(line: string, mode: SearchMode = 'any'): Fault {
  try {
    parseQuery(line, mode);
  } catch (error) {
    if (!(error instanceof FondsError) || error.code !== 'QUERY_SYNTAX') throw error;
    const { start, end, suggestion = null } = error.details as { start: number; end: number; suggestion?: string };
    return { message: error.message, at: line.slice(start, end), suggestion };
  }
  throw new Error(`This line can be read: ${line}`);
}
