/** Taking the reading of one witness over into another at the current variant: directions, and what refuses. */
import { useState } from 'react';
import { type Collation, takeOverObstacle } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce } from '../../../api/index.js';
import { collationActions } from '../collation-actions.js';
import { readingOf } from '../model/apparatus.js';
import type { Variant } from '../model/variant-list.js';
import type { CollationData } from './use-collation.js';

export interface TakeOverDirection {
  /** Indices of witnesses. */
  readonly from: number;
  readonly into: number;
  readonly fromSiglum: string;
  readonly intoSiglum: string;
  /** For example `Take B’s reading over into A`. */
  readonly title: string;
  /** What it will do. */
  readonly about: string;
  /** Why it cannot be done; null when it can. */
  readonly why: string | null;
}

export interface TakeOverActions {
  /** What the key does; null where nothing can be corrected, or no variant is current. */
  readonly defaultDirection: TakeOverDirection | null;
  /** Every direction between the witnesses side by side. */
  readonly directions: readonly TakeOverDirection[];
  /** Says why when it is refused. */
  apply(direction: TakeOverDirection): void;
}

export interface UseTakeOverOptions {
  /** Null where nothing is saved. */
  readonly saved: Collation | null;
  readonly canEdit: boolean;
  readonly collated: CollationData;
  readonly current: Variant | null;
  /** The witnesses side by side, from the left. */
  readonly beside: readonly number[];
  /** Goes on from the variant, as it will not differ any more; before the texts are drawn again. */
  goOn(): void;
  /** Shows the least redacted text. */
  toComposed(): void;
}

export function useTakeOver(options: UseTakeOverOptions): TakeOverActions {
  const { saved, canEdit, collated, current, beside: shownWitnesses, goOn, toComposed } = options;
  /** Places among the texts side by side: usually the left one is corrected by the one beside it. */
  const [lastDirection, setLastDirection] = useState<readonly [from: number, into: number]>([1, 0]);
  const isPossible = saved !== null && canEdit && current !== null;
  const directions = isPossible
    ? shownWitnesses.flatMap((into) =>
        shownWitnesses.flatMap((from) => (from === into ? [] : [directionOf(collated, current, from, into)])),
      )
    : [];
  const into = shownWitnesses[lastDirection[1]] ?? shownWitnesses[0];
  const from = shownWitnesses[lastDirection[0]] ?? shownWitnesses[1];
  const sameTarget = directions.filter((choice) => choice.into === into);
  const preferred = sameTarget.find((choice) => choice.from === from) ?? directions[0] ?? null;
  // Where the two agree, the witness that differs is preferred.
  const defaultDirection =
    preferred?.why == null ? preferred : (sameTarget.find(({ why }) => why === null) ?? preferred);

  const apply = async (direction: TakeOverDirection): Promise<void> => {
    if (!saved || !current) return;
    setLastDirection([shownWitnesses.indexOf(direction.from), shownWitnesses.indexOf(direction.into)]);
    if (direction.why !== null) {
      const isWithheld = current.withheld.some(
        ({ witness }) => witness === direction.from || witness === direction.into,
      );
      const action = isWithheld ? { action: { label: t('Least redacted text'), run: toComposed } } : {};
      announce(t('The reading was not taken over'), { text: direction.why, ...action });
      return;
    }
    const rangeOf = (witness: number) => {
      const [start, end] = current.positions[witness] ?? [0, 0];
      const { versionId } = collated.result.witnesses[witness] ?? {};
      return versionId ? { witness, versionId, start, end } : null;
    };
    const [source, target] = [rangeOf(direction.from), rangeOf(direction.into)];
    if (!source || !target) return;
    const { text } = readingOf(current, direction.from, collated.texts[direction.from]?.text ?? '');
    const said =
      text === ''
        ? t('Words taken out of {intoSiglum}', { intoSiglum: direction.intoSiglum })
        : t('“{short}” taken over into {intoSiglum}', { short: short(text), intoSiglum: direction.intoSiglum });
    if (await collationActions.takeOver(saved.id, source, target, said)) goOn();
  };
  return { defaultDirection, directions, apply: (direction) => void apply(direction) };
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trimEnd().toWellFormed()}…` : text);

function directionOf(collated: CollationData, variant: Variant, from: number, into: number): TakeOverDirection {
  const { result, texts } = collated;
  const [a, b] = [result.witnesses[into]?.siglum ?? '?', result.witnesses[from]?.siglum ?? '?'];
  const { text } = readingOf(variant, from, texts[from]?.text ?? '');
  const why = takeOverObstacle({ block: variant, moves: result.moves, witnesses: result.witnesses, from, into });
  return {
    from,
    into,
    fromSiglum: b,
    intoSiglum: a,
    title: t('Take {b}’s reading over into {a}', { b, a }),
    about:
      text === ''
        ? t('{b} has nothing here: the words of {a} are taken out, in a new version of its text', { b, a })
        : t('{a} will read “{short}” here, in a new version of its text', { a, short: short(text) }),
    why,
  };
}
