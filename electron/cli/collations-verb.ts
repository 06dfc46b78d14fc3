/** The verb of collations that were kept: lists, shows and changes them, and says which sources ask for one. */
import {
  type Collation,
  FondsError,
  type NearDuplicate,
  PinId,
  type PinnedRange,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { anchorReportLine } from './annotation-verbs.js';
import { type CommandLine, textOption, textOptions, UsageError, wholeNumber } from './command-line.js';
import { collationLine, collationLines, resolveCollation } from './format-collation.js';
import {
  cappedLine,
  dir,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';
import { chosenWitness } from './witness-argument.js';

/** Groups shown when no --limit is given. */
const GROUPS = 50;

type CollationAction = (terminal: Terminal, line: CommandLine, collation: Collation) => Promise<VerbOutput>;

const collationOutput = (collation: Collation): VerbOutput => ({
  json: collation,
  text: collationLines(collation).join('\n'),
});

/** Index of a witness by its siglum. @throws UsageError. */
function witnessOf({ witnesses }: Collation, siglum: string): number {
  const index = witnesses.findIndex((witness) => witness.siglum === siglum);
  if (index >= 0) return index;
  const known = witnesses.map((witness) => witness.siglum).join(', ');
  throw new UsageError(t('“{siglum}” is none of its witnesses: {known}.', { siglum, known }));
}

/** `A:120-131,B:118-129`. @throws UsageError. */
function rangesOf(collation: Collation, text: string): PinnedRange[] {
  return text.split(',').map((part) => {
    const [, siglum, start, end] = /^\s*(.+):(\d+)-(\d+)\s*$/.exec(part) ?? [];
    if (siglum === undefined) throw new UsageError(t('“{part}” is no stretch: write A:120-131,B:118-129.', { part }));
    return { witness: witnessOf(collation, siglum), start: Number(start), end: Number(end) };
  });
}

const pinned =
  (option: 'pin' | 'part', kind: 'together' | 'apart'): CollationAction =>
  async (terminal, line, collation) => {
    const ranges = rangesOf(collation, textOption(line, option) ?? '');
    if (ranges.length < 2) throw new UsageError(t('--{option} needs stretches of two witnesses at least.', { option }));
    const pin = await terminal.call('collation.pin', { id: collation.id, kind, stretches: ranges });
    const { refusedPinIds } = await terminal.call('collation.align', { id: collation.id });
    const isRefused = refusedPinIds.includes(pin.id);
    const remark = isRefused ? t(', but it contradicts an earlier pin and does not hold') : '';
    return { json: pin, text: t('Pinned: {id}{remark}', { id: pin.id, remark }) };
  };

/** `--take PLACE --from SIGLUM --into SIGLUM`: places are numbered as `fonds collate` lists them. */
const takeOver: CollationAction = async (terminal, line, collation) => {
  const [from, into] = [textOption(line, 'from'), textOption(line, 'into')];
  if (from === undefined || into === undefined)
    throw new UsageError(
      t('--take needs --from SIGLUM, whose reading is taken, and --into SIGLUM, whose text is corrected.'),
    );
  const [giving, corrected] = [witnessOf(collation, from), witnessOf(collation, into)];
  const place = wholeNumber('take', line.options.take, 1);
  const { blocks } = await terminal.call('collation.align', { id: collation.id });
  const reached = collation.witnesses.map(() => 0);
  let number = 0;
  for (const { class: kind, cells } of blocks) {
    if (kind !== null) number += 1;
    if (kind !== null && number === place) {
      const range = (witness: number) => {
        const [start, end] = cells[witness] ?? [reached[witness] ?? 0, reached[witness] ?? 0];
        return { witness, versionId: collation.witnesses[witness]?.versionId as VersionId, start, end };
      };
      const order = { id: collation.id, from: range(giving), into: range(corrected) };
      const made = await terminal.call('collation.takeOver', order);
      const dropped =
        made.droppedPins === 0
          ? []
          : [t('Pins left out, as their words are gone: {droppedPins}', { droppedPins: made.droppedPins })];
      return {
        json: made,
        text: [
          t('Corrected: {versionId}', { versionId: made.versionId }),
          anchorReportLine(made.anchors),
          ...dropped,
        ].join('\n'),
      };
    }
    for (const [witness, cell] of cells.entries()) if (cell) reached[witness] = cell[1];
  }
  const collationOutput =
    number === 0 ? t('Nothing differs') : t('The last place that differs is {number}', { number });
  throw new FondsError(
    'NOT_FOUND',
    t('{collationOutput}. “fonds collate DIR COLLATION” lists them.', { collationOutput }),
    { place },
  );
};

const COLLATION_ACTIONS: Readonly<Record<string, CollationAction>> = {
  rename: async (terminal, line, { id }) =>
    collationOutput(
      await terminal.call('collation.change', { id, change: { name: textOption(line, 'rename') ?? '' } }),
    ),
  base: async (terminal, line, collation) => {
    const base = witnessOf(collation, textOption(line, 'base') ?? '');
    return collationOutput(await terminal.call('collation.change', { id: collation.id, change: { base } }));
  },
  renew: async (terminal, _, { id, witnesses }) => {
    const today = witnesses.map(({ sourceId: source, siglum }) => ({ sourceId: source, siglum }));
    return collationOutput(await terminal.call('collation.change', { id, change: { witnesses: today } }));
  },
  add: async (terminal, line, { id, witnesses }) => {
    const added = textOptions(line, 'add').map(chosenWitness);
    return collationOutput(
      await terminal.call('collation.change', { id, change: { witnesses: [...witnesses, ...added] } }),
    );
  },
  drop: async (terminal, line, collation) => {
    const dropped = textOptions(line, 'drop').map((siglum) => witnessOf(collation, siglum));
    const witnesses = collation.witnesses.filter((_, index) => !dropped.includes(index));
    if (witnesses.length < 2)
      throw new UsageError(t('Two witnesses at least stay. “--delete” takes the collation away.'));
    return collationOutput(await terminal.call('collation.change', { id: collation.id, change: { witnesses } }));
  },
  take: takeOver,
  pin: pinned('pin', 'together'),
  part: pinned('part', 'apart'),
  unpin: async (terminal, line, { id }) => {
    const pinIds = textOptions(line, 'unpin').map((text) => {
      const parsed = PinId.safeParse(text);
      if (parsed.success) return parsed.data;
      throw new UsageError(
        t('“{text}” is not the id of a pin. “fonds collations DIR COLLATION” lists them.', { text }),
      );
    });
    await terminal.call('collation.unpin', { id, pinIds });
    return collationOutput(await terminal.call('collation.get', { id }));
  },
  delete: async (terminal, _, { id, name }) => {
    await terminal.call('collation.delete', { id });
    return { json: { id, name }, text: t('Deleted “{name}”; its sources stay', { name }) };
  },
};

const percent = (share: number): string => `${Math.round(share * 100)} %`.padStart(5);

const sourceLine = ({ sourceId: id, title, dateWritten }: Omit<NearDuplicate, 'share'>): string =>
  `${id}  ${title || t('Untitled')}${dateWritten ? ` (${dateWritten})` : ''}`;

async function near(terminal: Terminal, line: CommandLine, source: string): Promise<VerbOutput> {
  const id = sourceId(source);
  await open(terminal, dir(line), 'best');
  const found = await terminal.call('collation.suggest', { sourceId: id });
  return {
    json: found,
    text:
      found.map((one) => `${percent(one.share)}  ${sourceLine(one)}`).join('\n') ||
      t('No other text is much like this one'),
  };
}

async function groups(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const limit = wholeNumber('limit', line.options.limit, GROUPS);
  await open(terminal, dir(line), 'best');
  const found = await terminal.call('collation.groups', { limit });
  const { total, groups: shown } = found;
  const text = shown.map(({ share, sources }) =>
    sources.map((one, index) => `${index === 0 ? percent(share) : '     '}  ${sourceLine(one)}`).join('\n'),
  );
  return { json: found, text: [...text, ...cappedLine(shown, total)].join('\n\n') || t('No two texts are much alike') };
}

const collations: VerbHandler = async (terminal, line) => {
  const given = Object.keys(line.options).filter((name) => line.options[name] !== undefined);
  const [source, isGroups] = [textOption(line, 'near'), line.options.groups === true];
  const asked = given.filter((name) => !['limit', 'from', 'into'].includes(name));
  if (asked.length > 1)
    throw new UsageError(t('Only one of {asked} at a time.', { asked: asked.map((one) => `--${one}`).join(', ') }));
  if (line.options.limit !== undefined && !isGroups) throw new UsageError(t('--limit is for --groups.'));
  const [name] = asked;
  if (name !== 'take' && (line.options.from !== undefined || line.options.into !== undefined))
    throw new UsageError(t('--from and --into are for --take.'));
  const action = name === undefined ? undefined : COLLATION_ACTIONS[name];
  const isOne = line.operands.length === 2;
  if (action && !isOne) throw new UsageError(t('--{name} needs the collation that is meant.', { name: name ?? '' }));
  if (isOne && (source !== undefined || isGroups))
    throw new UsageError(t('--{name} is given without a collation.', { name: name ?? '' }));
  if (source !== undefined) return near(terminal, line, source);
  if (isGroups) return groups(terminal, line);
  await open(terminal, dir(line), action ? 'write' : 'read');
  if (!isOne) {
    const all = await terminal.call('collation.list', undefined);
    return { json: all, text: all.map(collationLine).join('\n') };
  }
  const collation = await resolveCollation(terminal, operand(line, 1));
  return action ? action(terminal, line, collation) : collationOutput(collation);
};

export const collationsVerb = { collations } satisfies Record<string, VerbHandler>;
