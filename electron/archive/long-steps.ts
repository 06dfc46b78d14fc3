/**
 * Undo steps that are too long for one turn of the service: written, undone and redone in pieces, each a transaction,
 * and others are answered in between. Still whole or not at all: a step that is under way is 'abandoned' without a turn
 * that says so; it becomes what it shall be when all of it is there. When its work fails or is cancelled it is taken back
 * at once, and after a crash when the archive is opened again (`settle`). See ADR 0046.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HistoryState, Scope, SourceId } from '../contract/index.js';
import type { ArchiveContext } from './archive-context.js';
import type {
  ChangeSide,
  JournalChange,
  JournalChangeRow,
  StepState,
  StepTransition,
  TouchedData,
} from './journal-change.js';

export interface LongUndoStep {
  readonly label: string;
  /** Beside 'history'. */
  readonly scopes: readonly Scope[];
  /** Asked when all of it is written or taken back. */
  readonly sourceIds: () => readonly SourceId[];
}

/**
 * Runs units of work, each of which changes rows and gives the changes, in as many transactions as it takes. A unit that
 * throws ends the step. @throws the reason of the signal.
 */
export type BatchWriter = (units: Iterable<readonly JournalChange[]>) => Promise<void>;

export interface LongSteps {
  /**
   * Journals all that `work` writes as one step, and notifies listeners when it is whole. Other steps may come in between:
   * only for changes whose taking back no other step can hinder, such as rows that are new.
   * @returns whether anything was changed. @throws what `work` throws, the reason of the signal, or what the disk says;
   * then nothing of it is left, or will be left when the archive is opened again.
   */
  stepInBatches(step: LongUndoStep, signal: AbortSignal, work: (write: BatchWriter) => Promise<void>): Promise<boolean>;
  /** As `undo`, but a long step goes back in pieces. */
  undoInBatches(): Promise<HistoryState>;
  /** As `redo`, but a long step comes back in pieces. */
  redoInBatches(): Promise<HistoryState>;
  /** Takes back what a crash left half written. Once, when all rooms are joined to the archive. */
  recover(): Promise<void>;
}

export interface LongStepsOptions {
  readonly context: Pick<ArchiveContext, 'database' | 'now' | 'newId' | 'who' | 'announce' | 'write'>;
  /** Of short steps, in one transaction each. */
  readonly journal: Readonly<Record<'undo' | 'redo' | 'state', () => HistoryState>>;
  /** Inside a transaction. */
  insertChanges(step: number, changes: readonly JournalChange[]): void;
  applyChange(change: JournalChangeRow, side: ChangeSide): TouchedData;
  /** Inside a transaction: says in the journal that a step turned. */
  insertTurn(step: number, what: StepTransition): void;
  setState(step: number, state: StepState): void;
  abandonUndone(): void;
  /** Grows with every step that is made. */
  stepsMade(): number;
  /** Inside a transaction: one more is made. */
  noteStep(): void;
}

/** A transaction ends after as many units, or after this time, whichever is first; one may take a few milliseconds. */
const UNITS_A_PIECE = 250;
const PIECE_MS = 20;
/** A step of so many changes is undone at once. */
const SHORT = 200;

const INSERT = `INSERT INTO journal_step (group_id, label, who, started_at, state)
  VALUES (:groupId, :label, :who, :at, 'abandoned') RETURNING seq`;
const CHANGES_OF = `SELECT count(*) AS count FROM (SELECT 1 FROM journal_change WHERE step_seq = :step LIMIT :most)`;
const FORTH = `SELECT seq, kind, subject_id AS subjectId, before, after FROM journal_change
  WHERE step_seq = :step AND seq > :from ORDER BY seq LIMIT :most`;
const BACK = `SELECT seq, kind, subject_id AS subjectId, before, after FROM journal_change
  WHERE step_seq = :step AND seq < :from ORDER BY seq DESC LIMIT :most`;
const LAST_DONE = `SELECT seq FROM journal_step WHERE state = 'done' ORDER BY seq DESC LIMIT 1`;
const FIRST_UNDONE = `SELECT seq FROM journal_step WHERE state = 'undone' ORDER BY seq LIMIT 1`;
/** Under way when the program ended. `wasDone`: it was undone or redone then. `isLast`: nothing was done since. */
const UNSETTLED = `SELECT s.seq AS seq, EXISTS (SELECT 1 FROM journal_turn t WHERE t.step_seq = s.seq) AS wasDone,
  NOT EXISTS (SELECT 1 FROM journal_step o WHERE o.state = 'done' AND o.seq > s.seq) AS isLast
  FROM journal_step s WHERE s.state = 'abandoned'
  AND s.seq NOT IN (SELECT step_seq FROM journal_turn WHERE turn = 'abandon') ORDER BY s.seq DESC`;

export function createLongSteps(options: LongStepsOptions): LongSteps {
  const { context, journal, insertChanges, applyChange, insertTurn, setState } = options;
  const { database, now, newId, who, announce, write } = context;

  /** In one transaction, as far as it gets. @returns whether the units are at their end. */
  function piece(next: () => boolean): boolean {
    const until = performance.now() + PIECE_MS;
    return write(() => {
      for (let count = 0; count < UNITS_A_PIECE && (count === 0 || performance.now() < until); count += 1) {
        if (!next()) return true;
      }
      return false;
    });
  }

  /** @returns what was touched. */
  async function applyAll(step: number, side: ChangeSide): Promise<TouchedData> {
    const scopes = new Set<Scope>(['archive', 'history']);
    const sourceIds = new Set<SourceId>();
    const statement = database.prepare<JournalChangeRow & { seq: number }>(side === 'before' ? BACK : FORTH);
    let from = side === 'before' ? Number.MAX_SAFE_INTEGER : 0;
    let rows: (JournalChangeRow & { seq: number })[] = [];
    const next = (): boolean => {
      if (rows.length === 0) rows = statement.all({ step, from, most: UNITS_A_PIECE }).reverse();
      const row = rows.pop();
      if (!row) return false;
      from = row.seq;
      const touched = applyChange(row, side);
      for (const scope of touched.scopes) scopes.add(scope);
      for (const id of touched.sourceIds) sourceIds.add(id);
      return true;
    };
    while (!piece(next)) await nextTurn();
    return { scopes: [...scopes], sourceIds: [...sourceIds] };
  }

  const announceTouched = ({ scopes, sourceIds }: TouchedData): void => announce([...scopes, 'history'], sourceIds);

  async function takeBack(step: number): Promise<void> {
    const touched = await applyAll(step, 'before');
    write(() => insertTurn(step, 'abandon'));
    announceTouched(touched);
  }

  const inPieces: LongSteps['stepInBatches'] = async ({ label, scopes, sourceIds }, signal, work) => {
    let step: number | null = null;
    const begin = (): number => {
      const at = now().toISOString();
      const row = database.prepare<{ seq: number }>(INSERT).get({ groupId: newId(), label, who, at });
      if (!row) throw new Error('A journal step was written but not returned');
      return row.seq;
    };
    const writeUnits: BatchWriter = async (units) => {
      const each = units[Symbol.iterator]();
      for (let isOver = false; !isOver; ) {
        signal.throwIfAborted();
        // What a piece that fails began is gone with it.
        let begun = step;
        isOver = piece(() => {
          const unit = each.next();
          if (unit.done) return false;
          if (unit.value.length > 0) {
            begun ??= begin();
            insertChanges(begun, unit.value);
          }
          return true;
        });
        step = begun;
        await nextTurn();
      }
    };
    try {
      await work(writeUnits);
      signal.throwIfAborted();
      const whole = step;
      if (whole === null) return false;
      write(() => {
        options.abandonUndone();
        setState(whole, 'done');
        options.noteStep();
      });
    } catch (error) {
      // What cannot be taken back now, for a full disk, will be when the archive is opened again.
      if (step !== null) await takeBack(step).catch(() => undefined);
      throw error;
    }
    announce([...scopes, 'history'], sourceIds());
    return true;
  };

  const isLong = (step: number): boolean =>
    (database.prepare<{ count: number }>(CHANGES_OF).get({ step, most: SHORT + 1 })?.count ?? 0) > SHORT;

  async function turnOver(step: number, what: 'undo' | 'redo'): Promise<void> {
    const [side, other] = what === 'undo' ? (['before', 'after'] as const) : (['after', 'before'] as const);
    const made = options.stepsMade();
    write(() => {
      setState(step, 'abandoned');
      insertTurn(step, what);
    });
    const end = (state: 'done' | 'undone') =>
      write(() => {
        // Something new was done meanwhile: what is undone below it stays behind, as always.
        const isLeft = state === 'undone' && options.stepsMade() !== made;
        if (isLeft) insertTurn(step, 'abandon');
        else setState(step, state);
      });
    try {
      const touched = await applyAll(step, side);
      end(what === 'undo' ? 'undone' : 'done');
      announceTouched(touched);
    } catch (error) {
      const touched = await applyAll(step, other);
      end(what === 'undo' ? 'done' : 'undone');
      announceTouched(touched);
      throw error;
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  /** One after another: a second undo means the step before. */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const turned = last.then(work);
    last = turned.catch(() => undefined);
    return turned;
  };

  const turning = (sql: string, what: 'undo' | 'redo') =>
    inOrder(async () => {
      const row = database.prepare<{ seq: number }>(sql).get();
      if (!row || !isLong(row.seq)) return journal[what]();
      await turnOver(row.seq, what);
      return journal.state();
    });

  return {
    stepInBatches: inPieces,
    undoInBatches: () => turning(LAST_DONE, 'undo'),
    redoInBatches: () => turning(FIRST_UNDONE, 'redo'),
    recover: async () => {
      const steps = database.prepare<{ seq: number; wasDone: number; isLast: number }>(UNSETTLED).all();
      for (const { seq, wasDone, isLast } of steps) {
        if (!wasDone || !isLast) {
          await takeBack(seq);
          continue;
        }
        const touched = await applyAll(seq, 'before');
        write(() => {
          insertTurn(seq, 'undo');
          setState(seq, 'undone');
        });
        announceTouched(touched);
      }
    },
  };
}
