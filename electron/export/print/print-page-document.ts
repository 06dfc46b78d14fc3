/** Makes the page that a PDF is printed from, and the question that is asked about its characters before. */
import type { DrawnBy } from '../../contract/index.js';
import type { ExportDocument } from '../document/document-model.js';
import { el, text } from '../write/hast.js';
import { htmlOf, pageOf } from '../write/html.js';
import { drawableCodePoints, FACE_RULES } from './font-faces.js';
import { missingGlyphs, missingGlyphsRemark, uncoveredCharacters } from './missing-glyphs.js';

export interface PrintPageTask {
  readonly document: ExportDocument;
  /** Folder of the fonts that ship. */
  readonly fontsDir: string;
  /** What drew each element of `question`; null when that was not asked yet. */
  readonly drawn: readonly DrawnBy[] | null;
}

export interface PrintPage {
  /** HTML in UTF-8. */
  readonly page: Uint8Array;
  /** A page with an `i` element for each character that no font which ships has; null when there is none. */
  readonly question: Uint8Array | null;
  /** All remarks that stand in the page. */
  readonly remarks: readonly string[];
}

export async function printPageOf({ document, fontsDir, drawn }: PrintPageTask): Promise<PrintPage> {
  const doubtful = uncoveredCharacters(document, await drawableCodePoints(fontsDir));
  const remark = drawn === null ? null : missingGlyphsRemark(document, missingGlyphs(doubtful, drawn));
  const remarks = remark === null ? document.remarks : [...document.remarks, remark];
  const bytes = (html: string): Uint8Array => new TextEncoder().encode(html);
  const page = bytes(htmlOf({ ...document, remarks }, { kind: 'print', faces: FACE_RULES }));
  if (drawn !== null || doubtful.length === 0) return { page, question: null, remarks };
  const style = `${FACE_RULES}\ni { font: normal 16px var(--print-serif); }`;
  const asked = doubtful.map((character) => el('p', {}, el('i', {}, text(character))));
  return { page, question: bytes(pageOf(document, style, 'own', asked)), remarks };
}
