/**
 * lunr 2.3.9 with one defect mended, because it loses words a researcher typed: its `TokenSet` confuses states whose
 * edge labels are digits, so that dates, times and case numbers go missing.
 */
import lunr from 'lunr';

interface TokenSetState {
  _str?: string;
  final: boolean;
  edges: Record<string, { id: number }>;
}

// lunr writes label and child id without a separator, so edge '1' to state 23 and edge '12' to state 3 read alike and
// minimisation merges states that differ (lunr.js, TokenSet.prototype.toString).
(lunr.TokenSet.prototype as unknown as { toString(): string }).toString = function stateKey(this: TokenSetState) {
  if (this._str) return this._str;
  let key = this.final ? '1' : '0';
  for (const label of Object.keys(this.edges).sort()) key += `|${label}>${this.edges[label]?.id}`;
  return key;
};

export { lunr };
