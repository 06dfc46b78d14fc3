/** The head of a TEI file: what it is, who made it, its witnesses with where they are kept, what the classes mean. */
import { VariantClass } from '../../contract/index.js';
import { closeTag, emptyTag, escapeXml, openTag, xmlElement } from '../write/write-xml.js';
import { CLASS_LABELS, GUESSED } from './class-labels.js';
import type { CollationExportContent } from './collation-content.js';
import { classId, witnessIds } from './tei-ids.js';

/** What @when takes: a year, a month or a day. Source: TEI P5, teidata.temporal.w3c. */
const W3C_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const date = (written: string): string =>
  written === ''
    ? ''
    : `${openTag('date', { when: W3C_DATE.test(written) ? written : null })}${escapeXml(written)}${closeTag('date')}`;

export function* teiHeader(collation: CollationExportContent): Generator<string> {
  const { name, now } = collation;
  const day = now.toISOString().slice(0, 10);
  yield `${openTag('teiHeader')}\n${openTag('fileDesc')}\n`;
  yield `${openTag('titleStmt')}${openTag('title')}${escapeXml(name)}${closeTag('title')}`;
  yield `${openTag('respStmt')}${xmlElement('resp', 'collated with')}${xmlElement('name', 'Fonds')}${closeTag('respStmt')}${closeTag('titleStmt')}\n`;
  yield `${openTag('publicationStmt')}${openTag('p')}Exported from Fonds on ${date(day)}.${closeTag('p')}${closeTag('publicationStmt')}\n`;
  yield `${openTag('sourceDesc')}\n${openTag('listWit')}\n`;
  for (const [index, id] of witnessIds(collation.result).entries()) yield `${witness(collation, index, id)}\n`;
  yield `${closeTag('listWit')}\n${closeTag('sourceDesc')}\n${closeTag('fileDesc')}\n`;
  yield `${openTag('encodingDesc')}\n`;
  yield `${openTag('editorialDecl')}${openTag('p')}${escapeXml(GUESSED)} White space and line ends are not kept.${closeTag('p')}${closeTag('editorialDecl')}\n`;
  yield `${openTag('classDecl')}${openTag('taxonomy')}`;
  for (const one of VariantClass.options) {
    const { label, about } = CLASS_LABELS[one];
    const words = `${openTag('catDesc')}${xmlElement('term', label)}: ${escapeXml(about)}${closeTag('catDesc')}`;
    yield `\n${openTag('category', { 'xml:id': classId(one) })}${words}${closeTag('category')}`;
  }
  yield `\n${closeTag('taxonomy')}${closeTag('classDecl')}\n`;
  yield `${emptyTag('variantEncoding', { method: 'parallel-segmentation', location: 'internal' })}\n`;
  yield `${closeTag('encodingDesc')}\n${closeTag('teiHeader')}\n`;
}

function witness({ result, sources }: CollationExportContent, index: number, id: string): string {
  const { siglum, sourceId, versionId, title } = result.witnesses[index] ?? {};
  const described = sources[index];
  const scope = (unit: string, words: string | undefined): string =>
    words ? `${openTag('biblScope', { unit })}${escapeXml(words)}${closeTag('biblScope')}` : '';
  const idno = (type: string, words: string | undefined): string =>
    words ? `${openTag('idno', { type })}${escapeXml(words)}${closeTag('idno')}` : '';
  const kept = described?.repository
    ? `${openTag('orgName', { role: 'repository' })}${escapeXml(described.repository)}${closeTag('orgName')}`
    : '';
  const parts = [
    xmlElement('title', described?.title || title || 'Untitled'),
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
  const bibl = `${openTag('bibl')}${parts.filter(Boolean).join(', ')}${closeTag('bibl')}`;
  return `${openTag('witness', { 'xml:id': id, n: siglum })}${bibl}${closeTag('witness')}`;
}
