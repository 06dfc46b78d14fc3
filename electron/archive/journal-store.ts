/**
 * The journal: who changed what, when, from what to what. Append-only. Undo and redo read it and add to it; a step left
 * behind by something new keeps its rows.
 */
import { FondsError, type HistoryState, type Scope, type SourceId } from '../contract/index.js';
import type { Context } from './context.js';

export type ChangeKind =
  | 'source.bin'
  | 'source.describe'
  | 'collection.exists'
  | 'collection.name'
  | 'collection.members';

/** `before` and `after` are the state of the subject on either side; applying one of them goes there. */
export interface Change {
  readonly kind: ChangeKind;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Touched {
  readonly scopes: readonly Scope[];
  readonly sourceIds: readonly SourceId[];
}

/** Puts a subject into a state of the journal. Runs inside a write transaction. */
export type Applier = (subjectId: string, state: unknown) => Touched;

export interface Journal {
  /** Adds to the newest done step of `step.id`, or starts one. Call inside a write transaction. */
  record(step: { id: string; label: string }, changes: readonly Change[]): void;
  state(): HistoryState;
  undo(appliers: Record<ChangeKind, Applier>): HistoryState;
  redo(appliers: Record<ChangeKind, Applier>): HistoryState;
  /** What was done so far can no longer be undone. */
  keep(): void;
}

interface StepRow {
  seq: number;
  label: string;
}
interface ChangeRow {
  kind: ChangeKind;
  subjectId: string;
  before: string;
  after: string;
}

const LAST_DONE = `SELECT seq, label FROM journal_step WHERE state = 'done' ORDER BY seq DESC LIMIT 1`;
const FIRST_UNDONE = `SELECT seq, label FROM journal_step WHERE state = 'undone' ORDER BY seq LIMIT 1`;
const ALL_DONE = `SELECT seq, label FROM journal_step WHERE state = 'done' ORDER BY seq`;
const ALL_UNDONE = `SELECT seq, label FROM journal_step WHERE state = 'undone' ORDER BY seq`;
const OPEN_GROUP = `SELECT seq, label FROM journal_step WHERE group_id = :groupId AND state = 'done' ORDER BY seq DESC LIMIT 1`;
const INSERT_STEP = `INSERT INTO journal_step (group_id, label, who, started_at, state)
  VALUES (:groupId, :label, :who, :at, 'done') RETURNING seq`;
const INSERT_CHANGE = `INSERT INTO journal_change (step_seq, who, at, kind, subject_id, before, after)
  VALUES (:step, :who, :at, :kind, :subjectId, :before, :after)`;
const INSERT_TURN = `INSERT INTO journal_turn (step_seq, who, at, turn) VALUES (:step, :who, :at, :turn)`;
const SET_STATE = `UPDATE journal_step SET state = :state WHERE seq = :step`;
const CHANGES = `SELECT kind, subject_id AS subjectId, before, after FROM journal_change WHERE step_seq = :step ORDER BY seq`;

/** What a turn makes of a step. */
const STATE_AFTER = { undo: 'undone', redo: 'done', abandon: 'abandoned', keep: 'kept' } as const;

export function createJournal({ database, now, who, announce }: Context): Journal {
  const turn = (step: number, what: keyof typeof STATE_AFTER): void => {
    const state = STATE_AFTER[what];
    database.prepare(SET_STATE).run({ step, state });
    database.prepare(INSERT_TURN).run({ step, who, at: now().toISOString(), turn: what });
  };

  const state = (): HistoryState => ({
    undo: database.prepare<StepRow>(LAST_DONE).get()?.label ?? null,
    redo: database.prepare<StepRow>(FIRST_UNDONE).get()?.label ?? null,
  });

  const apply = (step: number, side: 'before' | 'after', appliers: Record<ChangeKind, Applier>): void => {
    const scopes = new Set<Scope>(['archive', 'history']);
    const sourceIds = new Set<SourceId>();
    database.write(() => {
      const changes = database.prepare<ChangeRow>(CHANGES).all({ step });
      if (side === 'before') changes.reverse();
      for (const change of changes) {
        const touched = appliers[change.kind](change.subjectId, JSON.parse(change[side]));
        for (const scope of touched.scopes) scopes.add(scope);
        for (const id of touched.sourceIds) sourceIds.add(id);
      }
      if (side === 'before') turn(step, 'undo');
      else turn(step, 'redo');
    });
    announce([...scopes], [...sourceIds]);
  };

  return {
    record: ({ id: groupId, label }, changes) => {
      if (changes.length === 0) return;
      for (const undone of database.prepare<StepRow>(ALL_UNDONE).all()) turn(undone.seq, 'abandon');
      const at = now().toISOString();
      const step =
        database.prepare<StepRow>(OPEN_GROUP).get({ groupId }) ??
        database.prepare<StepRow>(INSERT_STEP).get({ groupId, label, who, at });
      if (!step) throw new Error('A journal step was written but not returned');
      const insert = database.prepare(INSERT_CHANGE);
      for (const { kind, subjectId, before, after } of changes) {
        const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
        insert.run({ step: step.seq, who, at, kind, subjectId, before: from, after: to });
      }
    },
    state,
    undo: (appliers) => {
      const step = database.prepare<StepRow>(LAST_DONE).get();
      if (!step) throw new FondsError('NOTHING_TO_UNDO', 'There is nothing to undo.');
      apply(step.seq, 'before', appliers);
      return state();
    },
    redo: (appliers) => {
      const step = database.prepare<StepRow>(FIRST_UNDONE).get();
      if (!step) throw new FondsError('NOTHING_TO_REDO', 'There is nothing to redo.');
      apply(step.seq, 'after', appliers);
      return state();
    },
    keep: () => {
      database.write(() => {
        for (const step of database.prepare<StepRow>(ALL_DONE).all()) turn(step.seq, 'keep');
      });
      announce(['history'], []);
    },
  };
}
