/** The comparison when it is ready: its head, the texts locked side by side, and what is below them. */
import { Fragment, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { SourceId } from '../../../../electron/contract/index.js';
import { announce, sayPage, useCall, useCommand } from '../../../api/index.js';
import { Below, type View } from '../below/Below.js';
import { collationActions } from '../collation-actions.js';
import { entryOf } from '../model/apparatus.js';
import { jointsOf } from '../model/connectors.js';
import { ALL_CLASSES, type ClassFilter, countsOf, differsBetween, stepVariant } from '../model/filter.js';
import { type OffsetMap, offsetMap } from '../model/offset-map.js';
import { pageAt } from '../model/pages.js';
import { joinPin, splitPin, wordsPin } from '../model/pins.js';
import type { Variant } from '../model/variants.js';
import type { CollationSlots, SelectedWords } from '../slots.js';
import css from './CollationDesk.module.css';
import { CollationHead } from './CollationHead.js';
import { FilterBar } from './FilterBar.js';
import { Gutter } from './Gutter.js';
import { Notices } from './Notices.js';
import { Pane } from './Pane.js';
import { PaneMenu } from './PaneMenu.js';
import { useTicks } from './ticks.js';
import { useBelow } from './use-below.js';
import type { CollationAnswer } from './use-collation.js';
import { useCurrent } from './use-current.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useLock } from './use-lock.js';
import { usePanesShown } from './use-panes-shown.js';
import { useTakingOver } from './use-taking-over.js';
import { VariantLine } from './VariantLine.js';

export interface CollationDeskProps {
  readonly answer: Extract<CollationAnswer, { status: 'ready' }>;
  readonly isActive: boolean;
  readonly slots: CollationSlots;
  onOpenSource(id: SourceId): void;
}

/** At what share of the window's height a variant is put that was not in sight. */
const EYE = 0.36;

/** At what share of the window's height the words of a variant begin; null while they are out of sight. */
function shareInSight(scroller: HTMLElement | null, id: string): number | null {
  const words = scroller?.querySelector(`[data-overlay="${CSS.escape(id)}"]`);
  if (!scroller || !words) return null;
  const frame = scroller.getBoundingClientRect();
  const share = (words.getBoundingClientRect().top - frame.top) / Math.max(1, frame.height);
  return share >= 0 && share < 0.96 ? share : null;
}

const CLIPPED = { overflow: 'hidden' } as const;
const NOTHING: ReadonlyMap<number, SelectedWords> = new Map();

export function CollationDesk({ answer, isActive, slots, onOpenSource }: CollationDeskProps) {
  const { saved, collated, isBusy, problem, retry } = answer;
  const { result, texts, variants, pages } = collated;
  const info = useCall('archive.info', undefined, { keep: true });
  const canEdit = saved !== null && info.status === 'ready' && !info.data.readOnly;
  const room = useRef<HTMLDivElement>(null);
  const ticks = useTicks();
  const [filter, setFilter] = useState<ClassFilter>(ALL_CLASSES);
  const [activePane, setActivePane] = useState(0);
  const [selected, setSelected] = useState(NOTHING);
  const [current, setCurrent] = useCurrent(collated);
  const { panes, show, setCount } = usePanesShown(result.witnesses.length, result.base);
  const below = useBelow();
  const [view, setView] = useState<View>('variants');
  const [isOnlyBetween, setOnlyBetween] = useState(false);

  // The buttons answer at once; what is marked in long texts follows.
  const drawnFilter = useDeferredValue(filter);
  const beside = useMemo(() => panes.map(({ witness }) => witness), [panes]);
  // Where every witness is beside the others, no variant is without a difference between them.
  const hasOthers = beside.length < result.witnesses.length;
  const isBetween = useDeferredValue(hasOthers && isOnlyBetween);
  const among = useMemo(() => variants.filter((variant) => differsBetween(variant, beside)), [variants, beside]);
  const offered = isBetween ? among : variants;
  const counts = useMemo(() => countsOf(offered), [offered]);
  const shown = useMemo(() => offered.filter((variant) => drawnFilter.has(variant.class)), [offered, drawnFilter]);
  const joints = useMemo(
    () =>
      panes.slice(1).map((right, index) => {
        const left = panes[index];
        return left ? jointsOf(shown, result.moves, left.witness, right.witness) : [];
      }),
    [shown, result, panes],
  );
  const plain = useMemo(() => texts.map(({ text }) => text), [texts]);
  const maps = useMemo(() => ({ of: result, known: new Map<string, OffsetMap>() }), [result]);
  const mapFor = useCallback(
    (from: number, to: number) => {
      const key = `${from} ${to}`;
      const map = maps.known.get(key) ?? offsetMap(maps.of, from, to);
      maps.known.set(key, map);
      return map;
    },
    [maps],
  );
  const lock = useLock({ room, panes, mapFor, ticks });

  /** @param from the pane in which it was chosen: there the words stay where they are, and the others come to them. */
  const goTo = (variant: Variant, from?: number) => {
    setCurrent(variant);
    const share = from === undefined ? null : shareInSight(panes[from]?.handle.current?.scroller() ?? null, variant.id);
    lock.apart(({ witness, handle }, index) => {
      if (share !== null && index === from) return;
      const place = placeIn(variant, witness);
      handle.current?.goToOverlay({ id: place.id, start: place.places[witness]?.[0] ?? 0 }, share ?? EYE);
    });
  };
  /** Where words moved to, for a witness that has nothing at the variant itself. */
  const placeIn = (variant: Variant, witness: number): Variant =>
    variant.cells[witness]
      ? variant
      : (variants.find((other) => other.cells[witness] && other.moves.some((move) => variant.moves.includes(move))) ??
        variant);
  const choose = (id: string, pane?: number) => {
    const variant = variants.find((other) => other.id === id);
    if (!variant) return;
    if (pane !== undefined) lock.lead(pane);
    goTo(variant, pane);
  };
  const wantedNow = () => {
    const isSettled = filter === drawnFilter && isBetween === (hasOthers && isOnlyBetween);
    return isSettled
      ? shown
      : (hasOthers && isOnlyBetween ? among : variants).filter(({ class: kind }) => filter.has(kind));
  };
  const step = (direction: 1 | -1) => {
    const pane = panes[lock.leader()] ?? panes[0];
    const handle = pane?.handle.current;
    const scroller = handle?.scroller();
    const offset = handle && scroller ? handle.offsetAt(scroller.scrollTop + scroller.clientHeight * 0.3) : 0;
    const at = { id: current?.id ?? null, witness: pane?.witness ?? 0, offset };
    // What was chosen a moment ago may not be drawn yet.
    const wanted = wantedNow();
    const next = stepVariant(wanted, variants, at, direction);
    if (!next) return;
    if (next.isAround && wanted.length > 1) announce(direction === 1 ? 'On from the beginning' : 'On from the end');
    goTo(next.variant);
  };

  const clear = () => {
    window.getSelection()?.removeAllRanges();
    for (const { handle } of panes) handle.current?.clearSelection();
    setSelected(NOTHING);
  };
  const pinWords = async (kind: 'together' | 'apart') => {
    const pin = wordsPin(kind, new Map([...selected].map(([witness, { start, end }]) => [witness, [start, end]])));
    if (!pin || !saved) return;
    const said = kind === 'together' ? 'Pinned: these words belong together' : 'Pinned: these words are kept apart';
    if (await collationActions.pin(saved.id, pin, said)) clear();
  };
  const nextShown = current ? shown.find(({ index }) => index > current.index) : undefined;
  const split = current && splitPin(current);
  const join = current && joinPin(current, nextShown);

  const taking = useTakingOver({
    saved,
    canEdit,
    collated,
    current,
    beside,
    goOn: () => setCurrent(wantedNow().find(({ index }) => current && index > current.index) ?? null),
    toComposed: () => {
      setView('composed');
      if (below.isHidden) below.toggle();
    },
  });
  useKeptFocus({ collated, panes, current, acts: lock.acts, goTo, room });

  const canWalk = { enabled: isActive && shown.length > 0 };
  useCommand('collation.next', () => step(1), canWalk);
  useCommand('collation.previous', () => step(-1), canWalk);
  useCommand('collation.takeOver', () => taking.usual && taking.take(taking.usual), {
    enabled: isActive && taking.usual !== null,
  });
  useCommand('collation.below', below.toggle, { enabled: isActive });
  const canPin = { enabled: isActive && canEdit && selected.size > 1 };
  useCommand('collation.together', () => void pinWords('together'), canPin);
  useCommand('collation.apart', () => void pinWords('apart'), canPin);

  const first = current?.cells.findIndex((cell) => cell !== null) ?? -1;
  const page = current && first >= 0 ? pageAt(pages[first] ?? [], current.places[first]?.[0] ?? 0) : null;
  const entry = useMemo(() => (current ? entryOf(current, result.base, plain) : null), [current, result, plain]);
  const name = saved?.name ?? result.witnesses.map(({ title }) => title || 'Untitled').join(' / ');
  const memoryKey = saved?.id ?? 'unsaved';

  return (
    <section className={css.page} aria-label={`Comparison: ${name}`}>
      <CollationHead
        name={name}
        saved={saved}
        result={result}
        canEdit={canEdit}
        isBusy={isBusy}
        isActive={isActive}
        paneCount={panes.length}
        isBelowHidden={below.isHidden}
        onPaneCount={setCount}
        onBelow={below.toggle}
      />
      <Notices saved={saved} canEdit={canEdit} problem={problem} retry={retry} />
      <div className={css.filters}>
        <FilterBar
          filter={filter}
          counts={counts}
          onFilter={setFilter}
          between={
            hasOthers
              ? {
                  sigla: beside.map((witness) => result.witnesses[witness]?.siglum).join(' and '),
                  count: among.filter(({ class: kind }) => filter.has(kind)).length,
                  isOnly: isOnlyBetween,
                }
              : null
          }
          onBetween={setOnlyBetween}
        />
      </div>
      <VariantLine
        witnesses={result.witnesses}
        entry={entry}
        beside={beside}
        taking={taking}
        number={current ? shown.indexOf(current) + 1 : 0}
        total={shown.length}
        pageLabel={page ? sayPage(page.pageLabel) : null}
        selected={selected}
        canPin={canEdit}
        canSplit={split !== null}
        canJoin={join !== null}
        onStep={step}
        onSplit={() =>
          split && saved && void collationActions.pin(saved.id, split, 'Pinned: the readings are kept apart')
        }
        onJoin={() => join && saved && void collationActions.pin(saved.id, join, 'Pinned: one place with the next')}
        onPin={(kind) => void pinWords(kind)}
        onClear={clear}
      />
      <Group
        id="collation"
        orientation="vertical"
        className={css.group}
        onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && below.moved()}
      >
        <Panel id="texts" minSize={160} className={css.panel} style={CLIPPED}>
          <div ref={room} className={css.room} data-panes={panes.length}>
            {panes.map((pane, index) => {
              const [left, between] = [panes[index - 1], joints[index - 1]];
              return (
                <Fragment key={index === 0 ? 'first' : index === 1 ? 'second' : 'third'}>
                  {left && between ? (
                    <Gutter
                      joints={between}
                      left={left}
                      right={pane}
                      currentId={current?.id ?? null}
                      ticks={ticks}
                      onChoose={choose}
                    />
                  ) : null}
                  <PaneMenu
                    className={css.side ?? ''}
                    witness={pane.witness}
                    taking={taking}
                    canOpen={canEdit}
                    onActive={() => setActivePane(index)}
                    onChoose={(id) => choose(id, index)}
                  >
                    <Pane
                      key={pane.witness}
                      index={index}
                      count={panes.length}
                      pane={pane}
                      beside={beside}
                      collated={collated}
                      variants={shown}
                      currentId={current?.id ?? null}
                      isActive={isActive && index === activePane}
                      memoryKey={memoryKey}
                      ticks={ticks}
                      slots={slots}
                      canEdit={canEdit}
                      onSelection={take}
                      onVariant={choose}
                      onOffset={(offset, at) => lock.goTo(at, offset)}
                      onDrawn={lock.drawn}
                      onShow={(witness) => show(index, witness)}
                      onBase={(witness) => saved && void collationActions.setBase(saved.id, witness)}
                      onOpenSource={onOpenSource}
                    />
                  </PaneMenu>
                </Fragment>
              );
            })}
          </div>
        </Panel>
        <Separator className={css.separator} aria-label="Height of the variants" disabled={below.isHidden} />
        <Panel {...below.panel} className={css.panel} style={CLIPPED}>
          <div className={css.below} inert={below.isHidden}>
            <Below
              view={view}
              onView={setView}
              answer={answer}
              canEdit={canEdit}
              shown={shown}
              current={current}
              onVariant={choose}
              onPlace={(witness, offset) => {
                const pane = panes.findIndex((other) => other.witness === witness);
                if (pane >= 0) lock.goTo(pane, offset);
              }}
              toText={() => panes[activePane]?.handle.current?.focus()}
            />
          </div>
        </Panel>
      </Group>
    </section>
  );

  function take(witness: number, words: SelectedWords | null): void {
    setSelected((now) => {
      if (words === null && !now.has(witness)) return now;
      const next = new Map(now);
      if (words) next.set(witness, words);
      else next.delete(witness);
      return next;
    });
  }
}
