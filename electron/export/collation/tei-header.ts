/** The head of a TEI file: what it is, who made it, its witnesses with where they are kept, what the classes mean. */
import { VariantClass } from '../../contract/index.js';
import { closed, content, element, empty, opened } from '../write/write-xml.js';
import { CLASS_LABELS, GUESSED } from './class-labels.js';
import type { CollationContent } from './collation-content.js';
import { classId, witnessIds } from './tei-ids.js';

/** What @when takes: a year, a month or a day. Source: TEI P5, teidata.temporal.w3c. */
const W3C_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const date = (written: string): string =>
  written === ''
    ? ''
    : `${opened('date', { when: W3C_DATE.test(written) ? written : null })}${content(written)}${closed('date')}`;

export function* teiHeader(work: CollationContent): Generator<string> {
  const { name, now } = work;
  const day = now.toISOString().slice(0, 10);
  yield `${opened('teiHeader')}\n${opened('fileDesc')}\n`;
  yield `${opened('titleStmt')}${opened('title')}${content(name)}${closed('title')}`;
  yield `${opened('respStmt')}${element('resp', 'collated with')}${element('name', 'Fonds')}${closed('respStmt')}${closed('titleStmt')}\n`;
  yield `${opened('publicationStmt')}${opened('p')}Exported from Fonds on ${date(day)}.${closed('p')}${closed('publicationStmt')}\n`;
  yield `${opened('sourceDesc')}\n${opened('listWit')}\n`;
  for (const [index, id] of witnessIds(work.result).entries()) yield `${witness(work, index, id)}\n`;
  yield `${closed('listWit')}\n${closed('sourceDesc')}\n${closed('fileDesc')}\n`;
  yield `${opened('encodingDesc')}\n`;
  yield `${opened('editorialDecl')}${opened('p')}${content(GUESSED)} White space and line ends are not kept.${closed('p')}${closed('editorialDecl')}\n`;
  yield `${opened('classDecl')}${opened('taxonomy')}`;
  for (const one of VariantClass.options) {
    const { label, about } = CLASS_LABELS[one];
    const words = `${opened('catDesc')}${element('term', label)}: ${content(about)}${closed('catDesc')}`;
    yield `\n${opened('category', { 'xml:id': classId(one) })}${words}${closed('category')}`;
  }
  yield `\n${closed('taxonomy')}${closed('classDecl')}\n`;
  yield `${empty('variantEncoding', { method: 'parallel-segmentation', location: 'internal' })}\n`;
  yield `${closed('encodingDesc')}\n${closed('teiHeader')}\n`;
}

function witness({ result, sources }: CollationContent, index: number, id: string): string {
  const { siglum, sourceId, versionId, title } = result.witnesses[index] ?? {};
  const described = sources[index];
  const scope = (unit: string, words: string | undefined): string =>
    words ? `${opened('biblScope', { unit })}${content(words)}${closed('biblScope')}` : '';
  const idno = (type: string, words: string | undefined): string =>
    words ? `${opened('idno', { type })}${content(words)}${closed('idno')}` : '';
  const kept = described?.repository
    ? `${opened('orgName', { role: 'repository' })}${content(described.repository)}${closed('orgName')}`
    : '';
  const parts = [
    element('title', described?.title || title || 'Untitled'),
    date(described?.dateWritten ?? ''),
    idno('reference-code', described?.referenceCode),
    kept,
    scope('fonds', described?.fonds),
    scope('series', described?.series),
    scope('box', described?.box),
    scope('folder', described?.folder),
    idno('fonds-source', sourceId),
    idno('fonds-text-version', versionId),
  ];
  const bibl = `${opened('bibl')}${parts.filter(Boolean).join(', ')}${closed('bibl')}`;
  return `${opened('witness', { 'xml:id': id, n: siglum })}${bibl}${closed('witness')}`;
}
