/**
 * Sources as CSL-JSON, which Zotero and Pandoc read. Source: csl-data.json, CSL schema 1.0.2.
 * An uncertain date is a literal in brackets: CSL has no field for that doubt, and beside a literal some programs print
 * the parts of a date, too. `edtf` has what was described, for programs that know it.
 */
import type { SourceId } from '../../contract/index.js';
import type { CslItem } from '../../notes/index.js';
import { formatIssued } from './format-issued.js';

function issuedOf(issued: NonNullable<CslItem['issued']>): unknown {
  const { uncertain, circa, edtf, ...date } = issued;
  if (uncertain) return { literal: formatIssued(issued), ...(edtf === undefined ? {} : { edtf }) };
  return { ...date, ...(circa ? { circa } : {}), ...(edtf === undefined ? {} : { edtf }) };
}

/** @param keys ids for programs that name sources by keys; without them each keeps the id it has here. */
export function* cslJson(items: readonly CslItem[], keys?: ReadonlyMap<SourceId, string>): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const item of items) {
    const issued = item.issued ? { issued: issuedOf(item.issued) } : {};
    yield `${separator}${JSON.stringify({ ...item, ...issued, id: keys?.get(item.id) ?? item.id })}`;
    separator = ',\n';
  }
  yield '\n]\n';
}
