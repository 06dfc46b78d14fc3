/** What the window takes for active, selected and described, and what a command would act on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoteId, type NoteRow, SourceId } from '../../../electron/contract/index.js';
import { NO_TABS, type TabsState } from '../../../renderer/app/tabs-state.js';
import {
  commandTargets,
  inspectorSubject,
  selectedNotes,
  selectedSources,
  type TargetedCommand,
} from '../../../renderer/app/workspace/selectors.js';
import {
  initialWorkspace,
  type Workspace,
  type WorkspaceAction,
  workspaceReducer,
} from '../../../renderer/app/workspace/workspace.js';

const id = (n: number) => `0195f000-0000-7000-8000-00000000000${n}`;
const [a, b, c] = [1, 2, 3].map((n) => SourceId.parse(id(n))) as [SourceId, SourceId, SourceId];
const noteId = NoteId.parse(id(9));
const OPEN = { list: false, inspector: false };
const start = (tabs: TabsState = NO_TABS) => initialWorkspace(tabs, 'sources', OPEN);
const windowAfter = (...actions: WorkspaceAction[]) => actions.reduce(workspaceReducer, start());

const ALL = 'all';
const inAll: WorkspaceAction = { type: 'sourcesAsked', list: ALL };
const select = (list: string, ...ids: SourceId[]): WorkspaceAction => ({ type: 'sourcesSelected', list, ids });
const list = (name: string, among: readonly SourceId[] | null, ...ids: SourceId[]): WorkspaceAction => ({
  type: 'sourcesListed',
  list: name,
  among,
  ids,
});
const open = (sourceId: SourceId): WorkspaceAction => ({ type: 'open', sourceId, query: null, place: null });
const note: WorkspaceAction = { type: 'page', page: { kind: 'note', noteId } };
const binned = (state: Workspace) => commandTargets(state, 'source.delete');
const sources = (...ids: SourceId[]) => ({ kind: 'sources', ids });

describe('the inspector', () => {
  it('is about the sources selected in the list, all of them', () => {
    expect(inspectorSubject(windowAfter(inAll, open(c), select(ALL, a, b)))).toEqual(sources(a, b));
  });

  it('follows the document that is read once its tab is activated, though two sources are still selected', () => {
    const state = windowAfter(inAll, open(c), select(ALL, a, b), { type: 'activate', id: c });
    expect(selectedSources(state)).toEqual([a, b]);
    expect(inspectorSubject(state)).toEqual(sources(c));
  });

  it('comes back to what is selected when one comes back to the list', () => {
    const state = windowAfter(inAll, open(c), select(ALL, a, b), { type: 'activate', id: c }, { type: 'listEntered' });
    expect(inspectorSubject(state)).toEqual(sources(a, b));
  });

  it('stays with what is selected while rows are previewed, kept, or tabs are arranged', () => {
    const selected = windowAfter(inAll, open(c), select(ALL, a, b));
    const arranged = (
      [{ type: 'preview', sourceId: c, query: null, place: null }, { type: 'keep', id: c }, { type: 'split' }] as const
    ).reduce<Workspace>(workspaceReducer, selected);
    expect(inspectorSubject(arranged)).toEqual(sources(a, b));
  });

  it('follows to the other side where two tabs are shown', () => {
    const state = windowAfter(inAll, open(a), open(b), { type: 'split' }, select(ALL, a, c), { type: 'other' });
    expect(inspectorSubject(state)).toEqual(sources(a));
  });

  it('goes on to the next document when one is closed, and to what is selected when it was the last', () => {
    const state = windowAfter(inAll, select(ALL, a, c), open(a), open(b), { type: 'close', id: b });
    expect(inspectorSubject(state)).toEqual(sources(a));
    expect(inspectorSubject(workspaceReducer(state, { type: 'close', id: a }))).toEqual(sources(a, c));
  });

  it('is about a note that is on top, and about sources again once they are selected', () => {
    const state = windowAfter(inAll, select(ALL, a, b), note);
    expect(inspectorSubject(state)).toEqual({ kind: 'note', id: noteId });
    expect(inspectorSubject(workspaceReducer(state, select(ALL, a, b, c)))).toEqual(sources(a, b, c));
  });

  it('is about the source of the line one is on in a concordance, and of no other page', () => {
    const query = { query: 'ledger', mode: 'any', filter: {} } as never;
    const reached: WorkspaceAction = { type: 'lineReached', sourceId: b };
    expect(inspectorSubject(windowAfter({ type: 'page', page: { kind: 'concordance', query } }, reached))).toEqual(
      sources(b),
    );
    expect(inspectorSubject(windowAfter({ type: 'page', page: { kind: 'log' } }, reached))).toEqual(sources());
  });

  it('says nothing of what is selected behind another list or in a folded one', () => {
    const selected = windowAfter(inAll, select(ALL, a, b));
    expect(inspectorSubject(workspaceReducer(selected, { type: 'areaOpened', area: 'search' }))).toEqual(sources());
    expect(inspectorSubject(workspaceReducer(selected, { type: 'paneFolded', pane: 'list' }))).toEqual(sources());
    const back = [{ type: 'areaOpened', area: 'search' } as const, { type: 'areaOpened', area: 'sources' } as const];
    expect(inspectorSubject(back.reduce<Workspace>(workspaceReducer, selected))).toEqual(sources(a, b));
  });
});

describe('what is selected', () => {
  it('is nothing at another place', () => {
    const state = windowAfter(inAll, select(ALL, a, b), { type: 'placeOpened', list: 'bin' });
    expect([selectedSources(state), binned(state)]).toEqual([[], []]);
  });

  it('is what a new collection holds of it, and until that is known no key reaches it', () => {
    const made = windowAfter(inAll, select(ALL, a, b, c), { type: 'sourcesAsked', list: 'collection' });
    expect(binned(made)).toEqual([]);
    expect(binned(workspaceReducer(made, list('collection', [a, b, c], a, b)))).toEqual([a, b]);
    expect(binned(workspaceReducer(made, list('collection', [a, b, c])))).toEqual([]);
  });

  it('loses the rows that a filter leaves out', () => {
    const state = windowAfter(
      inAll,
      select(ALL, a, b),
      { type: 'sourcesAsked', list: 'alpha' },
      list('alpha', [a, b], b),
    );
    expect([selectedSources(state), binned(state)]).toEqual([[b], [b]]);
  });

  it('loses a source that was deleted elsewhere or undone', () => {
    expect(binned(windowAfter(inAll, select(ALL, a, b), list(ALL, [a, b], a)))).toEqual([a]);
    expect(binned(windowAfter(inAll, select(ALL, a, b), list(ALL, null)))).toEqual([]);
  });

  it('is not changed by an answer about an earlier list', () => {
    const asked = windowAfter(inAll, select(ALL, a, b), { type: 'sourcesAsked', list: 'alpha' });
    expect(workspaceReducer(asked, list(ALL, [a, b]))).toBe(asked);
    expect(workspaceReducer(asked, select(ALL, c))).toBe(asked);
  });

  it('keeps what was selected since it was asked about, and asks about that before it is a target', () => {
    const late = windowAfter(
      inAll,
      select(ALL, a),
      { type: 'sourcesAsked', list: 'alpha' },
      select('alpha', a, b),
      list('alpha', [a], a),
    );
    expect([selectedSources(late), binned(late)]).toEqual([[a, b], []]);
    expect(binned(workspaceReducer(late, list('alpha', [a, b], a, b)))).toEqual([a, b]);
  });

  it('is a target at once when it was selected in a list that is there', () => {
    expect(binned(windowAfter(inAll, select(ALL, a), select(ALL, a, b)))).toEqual([a, b]);
  });

  it('is nothing among notes of another list, and nothing to export from their bin', () => {
    const row = (deletedAt: string | null) => ({ id: noteId, deletedAt }) as NoteRow;
    const notes = (deletedAt: string | null): WorkspaceAction[] => [
      { type: 'areaOpened', area: 'notes' },
      { type: 'notesAsked', list: 'all' },
      { type: 'notesSelected', list: 'all', rows: [row(deletedAt)] },
    ];
    expect(selectedNotes(windowAfter(...notes(null)))).toEqual([noteId]);
    expect(selectedNotes(windowAfter(...notes('2001')))).toEqual([]);
    expect(windowAfter(...notes(null), { type: 'notesAsked', list: 'alpha' }).notes.rows).toEqual([]);
    expect(selectedNotes(windowAfter(...notes(null), { type: 'areaOpened', area: 'search' }))).toEqual([]);
  });
});

describe('a command', () => {
  it('acts on nothing while the settings cover everything, and on what was selected when they are closed', () => {
    const covered = windowAfter(inAll, open(c), select(ALL, a, b), { type: 'settingsOpened' });
    for (const command of ['source.delete', 'cite.copy', 'source.describe'] as const) {
      expect(commandTargets(covered, command)).toEqual([]);
    }
    expect(binned(workspaceReducer(covered, { type: 'settingsClosed' }))).toEqual([a, b]);
  });

  it('about sources acts on those that the inspector names', () => {
    const selected = windowAfter(inAll, open(c), select(ALL, a, b));
    expect(commandTargets(selected, 'cite.copy')).toEqual([a, b]);
    const reading = workspaceReducer(selected, { type: 'activate', id: c });
    expect(commandTargets(reading, 'cite.copy')).toEqual([c]);
    expect(binned(reading)).toEqual([a, b]);
  });

  it('cites what is selected beside a note, but describes nothing there', () => {
    const writing = windowAfter(inAll, select(ALL, a, b), note);
    expect(commandTargets(writing, 'cite.copy')).toEqual([a, b]);
    expect(commandTargets(writing, 'source.describe')).toEqual([]);
  });
});

describe('an area or page that is asked for', () => {
  it('comes out from under the settings, and takes the focus each time', () => {
    const one = windowAfter({ type: 'settingsOpened' }, { type: 'areaOpened', area: 'notes' });
    expect(one).toMatchObject({ page: null, area: 'notes', focusRequest: { part: 'list', area: 'notes' } });
    const two = workspaceReducer(one, { type: 'areaOpened', area: 'notes' });
    expect(two.focusRequest).not.toBe(one.focusRequest);
    const tags = windowAfter({ type: 'settingsOpened' }, { type: 'pageEntered', page: { kind: 'tags' } });
    expect(tags).toMatchObject({ page: null, focusRequest: { part: 'documents', id: 'tags' } });
  });

  it('of the tabs takes no focus when it is only shown', () => {
    expect(windowAfter(note).focusRequest).toBeNull();
  });
});

/**
 * A window over an archive that changes: every answer is true when it is given, but may come late. `shown` is
 * what its lists were last said to hold.
 */
interface World {
  readonly state: Workspace;
  readonly shown: ReadonlyMap<string, ReadonlySet<SourceId>>;
}

const LISTS = ['all', 'alpha', 'bin'] as const;
const COMMANDS: readonly TargetedCommand[] = [
  'source.delete',
  'collection.new',
  'collation.compare',
  'source.describe',
  'cite.copy',
  'text.reread',
];

const someIds = fc.subarray([a, b, c]);
const someList = fc.constantFrom(...LISTS);
const someStep: fc.Arbitrary<(world: World) => World> = fc.oneof(
  // An answer to whatever list, early or late.
  fc.record({ list: someList, among: fc.option(someIds), holds: someIds }).map((answer) => (world: World) => {
    const { among } = answer;
    const ids = among ? answer.holds.filter((one) => among.includes(one)) : answer.holds;
    const known = world.shown.get(answer.list) ?? new Set();
    const untold = among ? [...known].filter((one) => !among.includes(one)) : [];
    return {
      state: workspaceReducer(world.state, { type: 'sourcesListed', list: answer.list, among, ids }),
      shown: new Map(world.shown).set(answer.list, new Set([...ids, ...untold])),
    };
  }),
  // Rows are picked from what a list shows: the one that is asked for, or one that was.
  fc.record({ list: someList, ids: someIds }).map(({ list: from, ids }) => (world: World) => {
    const rows = ids.filter((one) => world.shown.get(from)?.has(one));
    return { ...world, state: workspaceReducer(world.state, select(from, ...rows)) };
  }),
  fc
    .oneof<fc.Arbitrary<WorkspaceAction>[]>(
      fc.record({ type: fc.constantFrom('placeOpened', 'sourcesAsked'), list: someList }),
      fc.record({ type: fc.constant('areaOpened'), area: fc.constantFrom('sources', 'search', 'notes') }),
      fc.record({ type: fc.constantFrom('paneFolded', 'paneUnfolded'), pane: fc.constantFrom('list', 'inspector') }),
      fc.constantFrom<WorkspaceAction>({ type: 'settingsOpened' }, { type: 'settingsClosed' }, { type: 'listEntered' }),
      fc.constantFrom<WorkspaceAction>(note, { type: 'split' }, { type: 'other' }),
      fc.record({ type: fc.constantFrom('activate', 'close'), id: fc.constantFrom(a, b, c) }),
      fc.record({
        type: fc.constantFrom('open', 'preview', 'beside'),
        sourceId: fc.constantFrom(a, b, c),
        query: fc.constant(null),
        place: fc.constant(null),
      }),
    )
    .map((action) => (world: World) => ({ ...world, state: workspaceReducer(world.state, action) })),
);

it('acts on nothing but what is on screen, and names no count that is not, whatever was done before', () => {
  fc.assert(
    fc.property(fc.array(someStep, { maxLength: 40 }), (steps) => {
      const shown = new Map(LISTS.map((name) => [name, new Set([a, b, c])]));
      let world: World = { state: workspaceReducer(start(), inAll), shown };
      for (const step of steps) {
        world = step(world);
        const { state } = world;
        const isListShown = state.area === 'sources' && !state.folded.list && state.page === null;
        const held = world.shown.get(state.sources.requestedList);
        const read = state.tabs.tabs.map((tab) => (tab.kind === 'document' ? tab.sourceId : null));
        for (const command of COMMANDS) {
          for (const target of commandTargets(state, command)) {
            expect(state.page).toBeNull();
            const isSelected = isListShown && held?.has(target) && state.sources.ids.includes(target);
            expect(isSelected || read.includes(target)).toBe(true);
          }
        }
        for (const target of commandTargets(state, 'source.delete'))
          expect(isListShown && held?.has(target)).toBe(true);
        const about = inspectorSubject(state);
        if (about.kind === 'sources' && about.ids.length > 1) expect(about.ids).toEqual(selectedSources(state));
      }
    }),
    { seed: 48, numRuns: 1_000 },
  );
});
