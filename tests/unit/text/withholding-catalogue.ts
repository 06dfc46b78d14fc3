/** Reads the catalogue of marks: see tests/fixtures/withholding/README.md. */
import { readFileSync } from 'node:fs';
import { findWithheld, type Withheld } from '../../../electron/text/index.js';

export interface Case {
  readonly group: string;
  readonly line: string;
  readonly text: string;
  /** The mark, UTF-16 offsets; null when the text holds none. */
  readonly range: readonly [number, number] | null;
  readonly kind: Withheld['kind'];
}

const CARRIER = ['The envoy ', ' left the town.'] as const;

export function casesOf(file: string): Case[] {
  const cases: Case[] = [];
  let group = '';
  for (const line of readFileSync(`tests/fixtures/withholding/${file}`, 'utf8').split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line !== '')
      cases.push({ ...placed(line.replaceAll('\\n', '\n'), file), group, line, kind: kindOf(group) });
  }
  return cases;
}

const kindOf = (group: string): Withheld['kind'] => (group.endsWith('(lacuna)') ? 'lacuna' : 'redaction');

function placed(line: string, file: string): Pick<Case, 'text' | 'range'> {
  if (file === 'no-marks.txt') return { text: line, range: null };
  const open = line.indexOf('⟦');
  if (open < 0) return { text: CARRIER.join(line), range: [CARRIER[0].length, CARRIER[0].length + line.length] };
  return { text: line.replace(/[⟦⟧]/g, ''), range: [open, line.indexOf('⟧') - 1] };
}

/** Whether what is found is the mark and nothing but it. */
export function isFoundWell({ text, range, kind }: Case): boolean {
  const found = findWithheld(text);
  if (!range) return found.length === 0;
  const [mark] = found;
  return found.length === 1 && mark?.start === range[0] && mark.end === range[1] && mark.kind === kind;
}
