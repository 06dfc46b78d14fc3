/**
 * The journal: who changed what, when, from what to what. Append-only. Undo and redo read it and add to it; a step left
 * behind by something new keeps its rows.
 */
import { FondsError, type HistoryState, type Scope, type SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type {
  ChangeApplier,
  ChangeSide,
  JournalChange,
  JournalChangeRow,
  StepTransition,
  TouchedData,
} from './journal-change.js';
import { createLongSteps, type LongSteps } from './long-steps.js';

/** What was changed in one go, in words for the undo menu. Without changes there is no step, and nothing is announced. */
export interface UndoStep {
  readonly label: string;
  readonly changes: readonly JournalChange[];
  /** Beside 'history', which every step touches. */
  readonly scopes: readonly Scope[];
  readonly sourceIds?: readonly SourceId[];
  /**
   * Changes of one group, such as the saves of one sitting over a note, are one step as long as nothing else that is
   * still done came in between: undo goes back in the order in which things were done.
   */
  readonly group?: string;
}

export interface Journal extends LongSteps {
  /** Registers how changes of a kind are undone and redone. Once for each kind, before the first undo. */
  register(kind: string, applier: ChangeApplier): void;
  /** Runs `work` in a transaction, journals what it returns as a step of its own, notifies listeners. @returns the same. */
  step<S extends UndoStep>(work: () => S): S;
  /**
   * Adds to the newest done step of `step.id`, or starts one. Other steps may have come in between, so this is only for
   * changes that no other step can touch, such as sources that are being brought in. Call inside a write transaction.
   */
  record(step: { id: string; label: string }, changes: readonly JournalChange[]): void;
  state(): HistoryState;
  undo(): HistoryState;
  redo(): HistoryState;
  /** What was done so far can no longer be undone. */
  clearUndo(): void;
}

interface UndoStepRow {
  seq: number;
  label: string;
  groupId: string;
}

const LAST_DONE = `SELECT seq, label, group_id AS groupId FROM journal_step WHERE state = 'done' ORDER BY seq DESC LIMIT 1`;
const FIRST_UNDONE = `SELECT seq, label, group_id AS groupId FROM journal_step WHERE state = 'undone' ORDER BY seq LIMIT 1`;
const ALL_DONE = `SELECT seq, label, group_id AS groupId FROM journal_step WHERE state = 'done' ORDER BY seq`;
const ALL_UNDONE = `SELECT seq, label, group_id AS groupId FROM journal_step WHERE state = 'undone' ORDER BY seq`;
const OPEN_GROUP = `SELECT seq, label, group_id AS groupId FROM journal_step WHERE group_id = :groupId AND state = 'done' ORDER BY seq DESC LIMIT 1`;
const INSERT_STEP = `INSERT INTO journal_step (group_id, label, who, started_at, state)
  VALUES (:groupId, :label, :who, :at, 'done') RETURNING seq, label, group_id AS groupId`;
const INSERT_CHANGE = `INSERT INTO journal_change (step_seq, who, at, kind, subject_id, before, after)
  VALUES (:step, :who, :at, :kind, :subjectId, :before, :after)`;
const INSERT_TURN = `INSERT INTO journal_turn (step_seq, who, at, turn) VALUES (:step, :who, :at, :turn)`;
const SET_STATE = `UPDATE journal_step SET state = :state WHERE seq = :step`;
const CHANGES = `SELECT kind, subject_id AS subjectId, before, after FROM journal_change WHERE step_seq = :step ORDER BY seq`;

/** What a turn makes of a step. */
const STATE_AFTER = { undo: 'undone', redo: 'done', abandon: 'abandoned', keep: 'kept' } as const;

export function createJournal({ database, now, newId, who, announce, write }: ArchiveContext): Journal {
  const appliers = new Map<string, ChangeApplier>();
  let stepsMade = 0;

  const insertTurn = (step: number, what: StepTransition): void => {
    database.prepare(INSERT_TURN).run({ step, who, at: now().toISOString(), turn: what });
  };
  const turn = (step: number, what: keyof typeof STATE_AFTER): void => {
    const state = STATE_AFTER[what];
    database.prepare(SET_STATE).run({ step, state });
    insertTurn(step, what);
  };
  const abandonUndone = (): void => {
    for (const undone of database.prepare<UndoStepRow>(ALL_UNDONE).all()) turn(undone.seq, 'abandon');
  };

  const state = (): HistoryState => {
    const last = database.prepare<UndoStepRow>(LAST_DONE).get();
    return {
      undo: last?.label ?? null,
      redo: database.prepare<UndoStepRow>(FIRST_UNDONE).get()?.label ?? null,
      step: last?.seq ?? null,
    };
  };

  const applyChange = (change: JournalChangeRow, side: ChangeSide): TouchedData => {
    const applier = appliers.get(change.kind);
    if (!applier) throw new Error(`No room of this program says how “${change.kind}” is undone`);
    return applier(change.subjectId, JSON.parse(change[side]));
  };

  const apply = (step: number, side: ChangeSide): void => {
    const scopes = new Set<Scope>(['archive', 'history']);
    const sourceIds = new Set<SourceId>();
    write(() => {
      const changes = database.prepare<JournalChangeRow>(CHANGES).all({ step });
      if (side === 'before') changes.reverse();
      for (const change of changes) {
        const touched = applyChange(change, side);
        for (const scope of touched.scopes) scopes.add(scope);
        for (const id of touched.sourceIds) sourceIds.add(id);
      }
      if (side === 'before') turn(step, 'undo');
      else turn(step, 'redo');
    });
    announce([...scopes], [...sourceIds]);
  };

  const openGroup = (groupId: string) => database.prepare<UndoStepRow>(OPEN_GROUP).get({ groupId });
  const lastIfOf = (groupId: string) => {
    const last = database.prepare<UndoStepRow>(LAST_DONE).get();
    return last?.groupId === groupId ? last : undefined;
  };

  /** @param open finds the step that the changes belong to; without one a step is started. */
  const append = (
    open: (groupId: string) => UndoStepRow | undefined,
    { id: groupId, label }: { id: string; label: string },
    changes: readonly JournalChange[],
  ): void => {
    if (changes.length === 0) return;
    abandonUndone();
    stepsMade += 1;
    const at = now().toISOString();
    const step = open(groupId) ?? database.prepare<UndoStepRow>(INSERT_STEP).get({ groupId, label, who, at });
    if (!step) throw new Error('A journal step was written but not returned');
    insertChanges(step.seq, changes);
  };

  function insertChanges(step: number, changes: readonly JournalChange[]): void {
    const insert = database.prepare(INSERT_CHANGE);
    const at = now().toISOString();
    for (const { kind, subjectId, before, after } of changes) {
      const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
      insert.run({ step, who, at, kind, subjectId, before: from, after: to });
    }
  }

  const journal: Omit<Journal, keyof LongSteps> = {
    register: (kind, applier) => {
      if (appliers.has(kind)) throw new Error(`It is known already how “${kind}” is undone`);
      appliers.set(kind, applier);
    },
    step: (work) => {
      const made = write(() => {
        const step = work();
        append(lastIfOf, { id: step.group ?? newId(), label: step.label }, step.changes);
        return step;
      });
      if (made.changes.length > 0) announce([...made.scopes, 'history'], made.sourceIds ?? []);
      return made;
    },
    record: (step, changes) => append(openGroup, step, changes),
    state,
    undo: () => {
      const step = database.prepare<UndoStepRow>(LAST_DONE).get();
      if (!step) throw new FondsError('NOTHING_TO_UNDO', t('There is nothing to undo.'));
      apply(step.seq, 'before');
      return state();
    },
    redo: () => {
      const step = database.prepare<UndoStepRow>(FIRST_UNDONE).get();
      if (!step) throw new FondsError('NOTHING_TO_REDO', t('There is nothing to redo.'));
      apply(step.seq, 'after');
      return state();
    },
    clearUndo: () => {
      database.write(() => {
        for (const step of database.prepare<UndoStepRow>(ALL_DONE).all()) turn(step.seq, 'keep');
      });
      announce(['history'], []);
    },
  };
  const long = createLongSteps({
    context: { database, now, newId, who, announce, write },
    journal,
    insertChanges,
    applyChange,
    insertTurn,
    setState: (step, to) => void database.prepare(SET_STATE).run({ step, state: to }),
    abandonUndone,
    stepsMade: () => stepsMade,
    noteStep: () => {
      stepsMade += 1;
    },
  });
  return { ...journal, ...long };
}
