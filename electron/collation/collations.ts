/**
 * The room of collations: what a person keeps of them. Invariant: a collation names versions, which never change, so what
 * is computed of it today is computed of it in ten years; pins lie inside the texts they were set on.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import {
  type ChosenWitness,
  type Collation,
  type CollationId,
  FondsError,
  type ParsedInput,
  type Pin,
  PinId,
  type VersionId,
  type Witness,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import {
  type CollationDefinition,
  createCollationStore,
  type StoredCollation,
  type StoredWitness,
} from './collation-store.js';
import { createWitnesses } from './describe-witness.js';
import { nameOfTitles } from './name-collation.js';
import { type Replacement, shiftPins } from './replacement.js';
import { assignSigla } from './sigla.js';

export interface Collations {
  /** Newest change first. */
  list(): Collation[];
  /** @throws FondsError NOT_FOUND. */
  get(id: CollationId): Collation;
  /** @throws FondsError NOT_FOUND (a source or a version), INVALID_INPUT. */
  create(input: ParsedInput<'collation.create'>): Collation;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT; then nothing was changed. */
  change(input: ParsedInput<'collation.change'>): Collation;
  /** @throws FondsError NOT_FOUND. */
  delete(id: CollationId): void;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
  pin(input: ParsedInput<'collation.pin'>): Pin;
  /** @throws FondsError NOT_FOUND. */
  unpin(input: ParsedInput<'collation.unpin'>): void;
  /**
   * Inside the caller's step: a witness goes on with another version, that differs in one range; its pins go along.
   * @throws FondsError NOT_FOUND; STALE when the version is none of its witnesses any more.
   */
  replaceVersion(
    id: CollationId,
    step: VersionStep,
  ): { readonly changes: readonly JournalChange[]; readonly droppedPins: number };
  /** What is to be collated, with its versions settled. @throws FondsError NOT_FOUND, INVALID_INPUT. */
  resolve(subject: ParsedInput<'collation.align'>): ResolvedSubject;
}

/** From one version of a witness to the next. */
export interface VersionStep {
  readonly from: VersionId;
  readonly to: VersionId;
  readonly replacement: Replacement;
}

export interface ResolvedSubject extends CollationDefinition {
  readonly described: readonly Witness[];
}

export interface CollationsOptions {
  readonly archive: Pick<Archive, 'database' | 'history' | 'who' | 'sources' | 'texts'>;
  readonly now: () => Date;
  /** Makes a UUIDv7. */
  readonly newId: () => string;
}

const SCOPES = ['collations'] as const;

export function createCollations({ archive, now, newId }: CollationsOptions): Collations {
  const { history, who } = archive;
  const store = createCollationStore(archive, { now, newId });
  const witnesses = createWitnesses(archive);

  const find = (id: CollationId): StoredCollation => {
    const found = store.get(id);
    if (!found) throw new FondsError('NOT_FOUND', t('There is no collation {id} in this archive.', { id }), { id });
    return found;
  };
  const describe = (stored: StoredCollation): Collation => ({
    ...stored,
    pins: [...stored.pins],
    witnesses: stored.witnesses.map(witnesses.describe),
  });

  const settle = (chosen: readonly ChosenWitness[]): StoredWitness[] => {
    const sigla = assignSigla(chosen.map(({ siglum }) => siglum ?? ''));
    const settled = chosen.map(({ sourceId, versionId }, at) => ({
      sourceId,
      versionId: witnesses.version(sourceId, versionId),
      siglum: sigla[at] ?? '',
    }));
    if (new Set(settled.map(({ versionId }) => versionId)).size < settled.length) {
      throw new FondsError(
        'INVALID_INPUT',
        t('The same text is named twice. Choose texts that differ, or another version.'),
      );
    }
    return settled;
  };
  const checkBase = (base: number, count: number): number => {
    if (base < count) return base;
    throw new FondsError(
      'INVALID_INPUT',
      t('There is no witness {base} to be the base: there are {count}.', { base, count }),
      { base },
    );
  };

  /** A name that is free, made of the titles. */
  const nameOf = (settled: readonly StoredWitness[]): string => {
    const name = nameOfTitles(settled.map((witness) => witnesses.describe(witness).title || 'Untitled'));
    for (let number = 2; ; number += 1) {
      const candidate = number === 2 ? name : `${name} (${number - 1})`;
      if (store.isFree(candidate)) return candidate;
    }
  };

  const reshape = (
    id: CollationId,
    label: (name: string) => string,
    make: (stored: StoredCollation) => CollationDefinition,
  ): void => {
    history.step(() => {
      const stored = find(id);
      const change = store.update(stored, make(stored));
      return { label: label(stored.name), changes: change ? [change] : [], scopes: SCOPES };
    });
  };

  return {
    list: () => store.list().map(describe),
    get: (id) => describe(find(id)),
    create: ({ name, witnesses: chosen, base }) => {
      const settled = settle(chosen);
      checkBase(base, settled.length);
      return describe(find(store.create(name ?? nameOf(settled), { witnesses: settled, base, pins: [] })));
    },
    change: ({ id, change }) => {
      const before = find(id);
      const settled = change.witnesses ? settle(change.witnesses) : before.witnesses;
      const base = checkBase(change.base ?? baseAfter(before, settled), settled.length);
      if (change.name !== undefined) store.rename(id, change.name);
      if (change.witnesses || base !== before.base) {
        reshape(
          id,
          (name) =>
            change.witnesses
              ? t('Change the witnesses of “{name}”', { name })
              : t('Change the base text of “{name}”', { name }),
          ({ witnesses: old, pins }) => ({ witnesses: settled, base, pins: pinsAfter(pins, old, settled) }),
        );
      }
      return describe(find(id));
    },
    delete: store.delete,
    pin: ({ id, kind, stretches }) => {
      const pin: Pin = { id: PinId.parse(newId()), kind, stretches, who, createdAt: now().toISOString() };
      const label = (name: string) =>
        kind === 'together'
          ? t('Align words by hand in “{name}”', { name })
          : t('Part words by hand in “{name}”', { name });
      reshape(id, label, (stored) => {
        checkPin(pin, stored.witnesses.map(witnesses.describe));
        return { ...stored, pins: [...stored.pins, pin] };
      });
      return pin;
    },
    unpin: ({ id, pinIds }) => {
      const known = new Set(find(id).pins.map((pin) => pin.id));
      const missing = pinIds.find((pinId) => !known.has(pinId));
      if (missing)
        throw new FondsError('NOT_FOUND', t('This pin is not in the collation any more.'), { pinId: missing });
      reshape(
        id,
        (name) => t('Unpin words in “{name}”', { name }),
        (stored) => ({ ...stored, pins: stored.pins.filter((pin) => !pinIds.includes(pin.id)) }),
      );
    },
    replaceVersion: (id, { from, to, replacement }) => {
      const stored = find(id);
      const witness = stored.witnesses.findIndex(({ versionId }) => versionId === from);
      if (witness < 0) {
        throw new FondsError('STALE', t('This text is no witness of the collation any more. Nothing was changed.'), {
          id,
        });
      }
      const { pins, dropped } = shiftPins(stored.pins, witness, replacement);
      const moved = stored.witnesses.map((other, at) => (at === witness ? { ...other, versionId: to } : other));
      const change = store.update(stored, { ...stored, witnesses: moved, pins });
      return { changes: change ? [change] : [], droppedPins: dropped };
    },
    resolve: (subject) => {
      const shape: CollationDefinition =
        'id' in subject ? find(subject.id) : { witnesses: settle(subject.witnesses), base: subject.base, pins: [] };
      checkBase(shape.base, shape.witnesses.length);
      return { ...shape, described: shape.witnesses.map(witnesses.describe) };
    },
  };
}

/** The base stays with its source as long as that is a witness. */
function baseAfter({ witnesses, base }: StoredCollation, after: readonly StoredWitness[]): number {
  const kept = after.findIndex(({ sourceId, versionId }) => {
    const old = witnesses[base];
    return (
      versionId === old?.versionId || (sourceId === old?.sourceId && !after.some((w) => w.versionId === old?.versionId))
    );
  });
  return Math.max(0, kept);
}

/** Pins over the witnesses that are left, with their new indices; one with a single witness left is none. */
function pinsAfter(pins: readonly Pin[], before: readonly StoredWitness[], after: readonly StoredWitness[]): Pin[] {
  const placeOf = (witness: number) => after.findIndex(({ versionId }) => versionId === before[witness]?.versionId);
  return pins
    .map((pin) => ({
      ...pin,
      stretches: pin.stretches.flatMap((range) => {
        const witness = placeOf(range.witness);
        return witness < 0 ? [] : [{ ...range, witness }];
      }),
    }))
    .filter(({ stretches }) => new Set(stretches.map(({ witness }) => witness)).size > 1);
}

/** @throws FondsError INVALID_INPUT. */
function checkPin({ stretches }: Pin, described: readonly Witness[]): void {
  for (const { witness, start, end } of stretches) {
    const length = described[witness]?.length;
    if (length === undefined) {
      throw new FondsError(
        'INVALID_INPUT',
        t('There is no witness {witness}: there are {count}.', { witness, count: described.length }),
        {
          witness,
        },
      );
    }
    if (!(start >= 0 && start < end && end <= length)) {
      const message = t('[{start}, {end}) is no stretch of witness {siglum}: it has {length} characters.', {
        start,
        end,
        siglum: described[witness]?.siglum ?? '',
        length,
      });
      throw new FondsError('INVALID_INPUT', message, { witness, start, end });
    }
  }
  if (new Set(stretches.map(({ witness }) => witness)).size < stretches.length) {
    throw new FondsError('INVALID_INPUT', t('A pin joins or parts different witnesses: select words in two of them.'));
  }
}
