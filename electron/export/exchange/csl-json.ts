/** Sources as CSL-JSON, which Zotero and Pandoc read. Source: csl-data.json, CSL schema 1.0.2. */
import type { SourceId } from '../../contract/index.js';
import type { CslItem } from '../../notes/index.js';

/** @param keys ids for programs that name sources by keys; without them each keeps the id it has here. */
export function* cslJson(items: readonly CslItem[], keys?: ReadonlyMap<SourceId, string>): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify({ ...item, id: keys?.get(item.id) ?? item.id })}`;
    separator = ',\n';
  }
  yield '\n]\n';
}
