/** Collations as lines of the terminal. Pure, but for finding the collation that a person means. */
import {
  type Collation,
  CollationId,
  type CollationTable,
  FondsError,
  type VariantClass,
  type Witness,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { findByName, type Terminal } from './verb-model.js';

/** Characters of a reading shown in a line. */
const SHOWN = 120;
const LABEL_WIDTH = 12;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN).toWellFormed()}…` : line;
};

/** By its id, or by its name, whatever case and accents. @throws FondsError NOT_FOUND. */
export async function resolveCollation(terminal: Terminal, name: string): Promise<Collation> {
  const id = CollationId.safeParse(name);
  if (id.success) return terminal.call('collation.get', { id: id.data });
  const found = findByName(await terminal.call('collation.list', undefined), name);
  if (found) return found;
  throw new FondsError('NOT_FOUND', t('There is no collation “{name}”. “fonds collations DIR” lists them.', { name }));
}

export function witnessLine({ siglum, sourceId, title, dateWritten, ...witness }: Witness): string {
  const date = dateWritten === '' ? '' : ` (${dateWritten})`;
  const isOld = witness.currentVersionId !== witness.versionId;
  const remarks = [...(isOld ? [t('a newer text exists')] : []), ...(witness.isInBin ? [t('in the bin')] : [])];
  const said = remarks.length === 0 ? '' : `: ${remarks.join(', ')}`;
  return `${siglum}  ${sourceId}  ${title || t('Untitled')}${date}${said}`;
}

/** Its witnesses, how many places differ, and each of them: the reading of the base first. */
export function tableLines({ witnesses, variants }: CollationTable): string[] {
  const counts = new Map<VariantClass, number>();
  for (const { class: kind } of variants) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const classCounts = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${kind}`);
  const head =
    variants.length === 0
      ? t('Nothing differs')
      : `${t('{count, plural, one {# place} other {# places}}', { count: variants.length })}: ${classCounts.join(', ')}`;
  const width = String(variants.length).length;
  const sigla = (those: readonly number[]) => those.map((witness) => witnesses[witness]?.siglum ?? '?').join(' ');
  const lines = variants.map(({ class: kind, readings }, index) => {
    const said = readings.map(({ text, witnesses: those }) => `${shortened(text) || 'nothing'} ${sigla(those)}`);
    const [base = '', ...others] = said;
    return `${String(index + 1).padStart(width)}  ${kind.padEnd(LABEL_WIDTH)}${base} ] ${others.join('; ')}`;
  });
  return [...witnesses.map(witnessLine), head, ...lines];
}

/** How many pins were left out; no line when all hold. */
export const refusedLines = (count: number): string[] =>
  count === 0
    ? []
    : [
        t(
          '{count, plural, one {1 pin contradicts an earlier one and does} other {# pins contradict earlier ones and do}} not hold',
          { count },
        ),
      ];

/** One that was kept, with what a scholar decided about it. */
export function collationLines({ name, witnesses, base, pins }: Collation): string[] {
  const siglum = (witness: number) => witnesses[witness]?.siglum ?? '?';
  const pinLines = pins.map(({ id, kind, stretches, who }) => {
    const where = stretches.map(({ witness, start, end }) => `${siglum(witness)}:${start}-${end}`).join(',');
    return `${id}  ${kind}  ${where}${who ? ` (${who})` : ''}`;
  });
  return [name, ...witnesses.map(witnessLine), t('Base: {siglum}', { siglum: siglum(base) }), ...pinLines];
}

export const collationLine = ({ id, name, witnesses, pins }: Collation): string =>
  `${id}  ${name} (${t('{count, plural, one {# witness} other {# witnesses}}', { count: witnesses.length })}, ${t('{count, plural, one {# pin} other {# pins}}', { count: pins.length })})`;
