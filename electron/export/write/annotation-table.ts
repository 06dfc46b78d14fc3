/** Annotations as a table for a spreadsheet: one line each, with what is needed to find and check the passage. */
import type { Annotation } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { csvTable, inOneLine } from '../csv-table.js';
import type { ExportContent } from '../document/export-content.js';

const COLUMNS = [
  t('Annotation'),
  t('Source'),
  t('Title'),
  t('Type'),
  t('Date written'),
  t('Creators'),
  t('Repository'),
  'Fonds',
  t('Box'),
  t('Folder'),
  t('Reference code'),
  t('Page'),
  t('Passage'),
  t('Comment'),
  t('Tags'),
  t('Colour'),
  t('State'),
  t('Text version'),
  t('Start'),
  'End',
  t('Made by'),
  t('Made at'),
  t('Changed at'),
  t('SHA-256 of original'),
];

/** @returns chunks of CSV (RFC 4180); cells that a spreadsheet would run as formulas are made harmless. */
export async function* annotationTable(content: ExportContent): AsyncGenerator<string> {
  async function* rows(): AsyncGenerator<readonly string[]> {
    for (const { source, annotations } of content.sources) {
      const { description: d, originals } = source;
      const head = [source.id, d.title, d.documentType, d.dateWritten, d.creators.join('; ')];
      const shelfmark = [d.repository, d.fonds, d.box, d.folder, d.referenceCode];
      for (const annotation of annotations) {
        const { target, comment, tagIds, colour, who, createdAt, changedAt } = annotation;
        const passage = target.kind === 'text' ? inOneLine(target.quote.exact) : t('Region of a page');
        yield [
          annotation.id,
          ...head,
          ...shelfmark,
          annotation.pageLabel ?? '',
          passage,
          comment,
          tagIds.map(content.tagPath).join('; '),
          String(colour),
          ...placeOf(annotation),
          who,
          createdAt,
          changedAt,
          originals[0]?.sha256 ?? '',
        ];
      }
    }
  }
  yield* csvTable(COLUMNS, rows());
}

/** State, text version, start and end. */
function placeOf({ anchor, target }: Annotation): readonly string[] {
  if (target.kind === 'region') return ['region', '', '', ''];
  if (anchor?.state === 'placed') return ['placed', anchor.versionId, String(anchor.start), String(anchor.end)];
  // Where it was made is certain, whatever the current text says.
  return [t('needs review'), target.versionId, String(target.start), String(target.end)];
}
