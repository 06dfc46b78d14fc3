/** Lays out the exemption codes between two texts: one a line, each beside its band, none over another. */

import { t } from '../../../../electron/wording/index.js';
import type { Connector } from './connectors.js';

export interface ConnectorBand {
  readonly connector: Connector;
  /** Height of the middle of its band, in CSS pixels. */
  readonly middle: number;
}

export interface CodeLabel {
  readonly connector: Connector;
  readonly top: number;
  /** Codes as they are written; the last line says how many more there are. */
  readonly lines: readonly string[];
}

export const LINE_PX = 13;
/** A code of so many letters, times its size in pixels, fills the room beside the arrow. */
export const CODE_PX = 90;
/** More codes than these are counted. */
const MAX_CODES = 3;
const GAP_PX = 2;

export const codeLabelPx = (lines: readonly string[]): number => lines.length * LINE_PX + 4;

export function codeLines(code: string | null): string[] {
  if (code === null) return ['withheld'];
  const codes = code.split(/,\s*/u).map((one) => one.replace(/\s+/gu, ''));
  return codes.length <= MAX_CODES
    ? codes
    : [...codes.slice(0, MAX_CODES - 1), t('+{count} more', { count: codes.length - MAX_CODES + 1 })];
}

export function layoutCodeLabels(bands: readonly ConnectorBand[]): CodeLabel[] {
  const labels: CodeLabel[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  const withheld = bands.filter(({ connector }) => connector.withheldSide !== null && !connector.isContinued);
  for (const { connector, middle } of withheld.sort((a, b) => a.middle - b.middle)) {
    const lines = codeLines(connector.code);
    const top = Math.round(Math.max(middle - codeLabelPx(lines) / 2, reached));
    labels.push({ connector, top, lines });
    reached = top + codeLabelPx(lines) + GAP_PX;
  }
  return labels;
}
