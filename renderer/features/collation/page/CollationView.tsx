/** The comparison when it is ready: its head, the texts locked side by side, and what is below them. */
import { Fragment, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { SourceId } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce, formatPageLabel, useCall, useCommand } from '../../../api/index.js';
import { collationActions } from '../collation-actions.js';
import { apparatusEntry } from '../model/apparatus.js';
import { connectorsBetween } from '../model/connectors.js';
import { joinPin, splitPin, wordsPin } from '../model/new-pins.js';
import { offsetMap, type WitnessOffsetMap } from '../model/offset-map.js';
import {
  ALL_CLASSES,
  adjacentVariant,
  type ClassFilter,
  countByClass,
  differsBetween,
} from '../model/variant-filter.js';
import type { Variant } from '../model/variant-list.js';
import { pageAt } from '../model/witness-pages.js';
import { CollationPanel, type CollationPanelView } from '../panel/CollationPanel.js';
import type { CollationSlots, WitnessSelection } from '../slots.js';
import { CollationHeader } from './CollationHeader.js';
import { CollationNotices } from './CollationNotices.js';
import css from './CollationView.module.css';
import { ConnectorGutter } from './ConnectorGutter.js';
import { useLayoutSignal } from './layout-signal.js';
import type { CollationState } from './use-collation.js';
import { useCurrentVariant } from './use-current-variant.js';
import { useFocusAfterUpdate } from './use-focus-after-update.js';
import { usePanelLayout } from './use-panel-layout.js';
import { useScrollLock } from './use-scroll-lock.js';
import { useTakeOver } from './use-take-over.js';
import { useVisiblePanes } from './use-visible-panes.js';
import { VariantBar } from './VariantBar.js';
import { VariantFilterBar } from './VariantFilterBar.js';
import { WitnessPane } from './WitnessPane.js';
import { WitnessPaneMenu } from './WitnessPaneMenu.js';

export interface CollationViewProps {
  readonly answer: Extract<CollationState, { status: 'ready' }>;
  readonly isActive: boolean;
  readonly slots: CollationSlots;
  onOpenSource(id: SourceId): void;
}

/** At what share of the window's height a variant is put that was not in sight. */
const READING_SHARE = 0.36;

/** At what share of the window's height the words of a variant begin; null while they are out of sight. */
function visibleShare(scroller: HTMLElement | null, id: string): number | null {
  const words = scroller?.querySelector(`[data-overlay="${CSS.escape(id)}"]`);
  if (!scroller || !words) return null;
  const frame = scroller.getBoundingClientRect();
  const share = (words.getBoundingClientRect().top - frame.top) / Math.max(1, frame.height);
  return share >= 0 && share < 0.96 ? share : null;
}

const CLIPPED = { overflow: 'hidden' } as const;
const NOTHING: ReadonlyMap<number, WitnessSelection> = new Map();

export function CollationView({ answer, isActive, slots, onOpenSource }: CollationViewProps) {
  const { saved, collated, isBusy, problem, retry } = answer;
  const { result, texts, variants, pages } = collated;
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const canEdit = saved !== null && info.status === 'ready' && !info.data.readOnly;
  const room = useRef<HTMLDivElement>(null);
  const layoutSignal = useLayoutSignal();
  const [filter, setFilter] = useState<ClassFilter>(ALL_CLASSES);
  const [activePane, setActivePane] = useState(0);
  const [selected, setSelected] = useState(NOTHING);
  const [current, setCurrent] = useCurrentVariant(collated);
  const { panes, show, setCount } = useVisiblePanes(result.witnesses.length, result.base);
  const panel = usePanelLayout();
  const [view, setView] = useState<CollationPanelView>('variants');
  const [isOnlyBetween, setOnlyBetween] = useState(false);

  // The buttons answer at once; what is marked in long texts follows.
  const drawnFilter = useDeferredValue(filter);
  const beside = useMemo(() => panes.map(({ witness }) => witness), [panes]);
  // Where every witness is beside the others, no variant is without a difference between them.
  const hasOthers = beside.length < result.witnesses.length;
  const isBetween = useDeferredValue(hasOthers && isOnlyBetween);
  const among = useMemo(() => variants.filter((variant) => differsBetween(variant, beside)), [variants, beside]);
  const offered = isBetween ? among : variants;
  const counts = useMemo(() => countByClass(offered), [offered]);
  const shown = useMemo(() => offered.filter((variant) => drawnFilter.has(variant.class)), [offered, drawnFilter]);
  const connectors = useMemo(
    () =>
      panes.slice(1).map((right, index) => {
        const left = panes[index];
        return left ? connectorsBetween(shown, result.moves, left.witness, right.witness) : [];
      }),
    [shown, result, panes],
  );
  const plain = useMemo(() => texts.map(({ text }) => text), [texts]);
  const maps = useMemo(() => ({ of: result, known: new Map<string, WitnessOffsetMap>() }), [result]);
  const mapFor = useCallback(
    (from: number, to: number) => {
      const key = `${from} ${to}`;
      const map = maps.known.get(key) ?? offsetMap(maps.of, from, to);
      maps.known.set(key, map);
      return map;
    },
    [maps],
  );
  const lock = useScrollLock({ room, panes, mapFor, layoutSignal });

  /** @param from the pane in which it was chosen: there the words stay where they are, and the others come to them. */
  const goTo = (variant: Variant, from?: number) => {
    setCurrent(variant);
    const share = from === undefined ? null : visibleShare(panes[from]?.handle.current?.scroller() ?? null, variant.id);
    lock.scrollApart(({ witness, handle }, index) => {
      if (share !== null && index === from) return;
      const place = placeIn(variant, witness);
      handle.current?.goToOverlay({ id: place.id, start: place.positions[witness]?.[0] ?? 0 }, share ?? READING_SHARE);
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
    if (pane !== undefined) lock.setLeader(pane);
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
    const next = adjacentVariant(wanted, variants, at, direction);
    if (!next) return;
    if (next.isAround && wanted.length > 1)
      announce(direction === 1 ? t('On from the beginning') : t('On from the end'));
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
    const said =
      kind === 'together' ? t('Pinned: these words belong together') : t('Pinned: these words are kept apart');
    if (await collationActions.pin(saved.id, pin, said)) clear();
  };
  const nextShown = current ? shown.find(({ index }) => index > current.index) : undefined;
  const split = current && splitPin(current);
  const join = current && joinPin(current, nextShown);

  const takeOver = useTakeOver({
    saved,
    canEdit,
    collated,
    current,
    beside,
    goOn: () => setCurrent(wantedNow().find(({ index }) => current && index > current.index) ?? null),
    toComposed: () => {
      setView('composed');
      if (panel.isHidden) panel.toggle();
    },
  });
  useFocusAfterUpdate({ collated, panes, current, interactionCount: lock.interactionCount, goTo, room });

  const canWalk = { enabled: isActive && shown.length > 0 };
  useCommand('collation.next', () => step(1), canWalk);
  useCommand('collation.previous', () => step(-1), canWalk);
  useCommand('collation.takeOver', () => takeOver.defaultDirection && takeOver.apply(takeOver.defaultDirection), {
    enabled: isActive && takeOver.defaultDirection !== null,
  });
  useCommand('collation.below', panel.toggle, { enabled: isActive });
  const canPin = { enabled: isActive && canEdit && selected.size > 1 };
  useCommand('collation.together', () => void pinWords('together'), canPin);
  useCommand('collation.apart', () => void pinWords('apart'), canPin);

  const first = current?.cells.findIndex((cell) => cell !== null) ?? -1;
  const page = current && first >= 0 ? pageAt(pages[first] ?? [], current.positions[first]?.[0] ?? 0) : null;
  const entry = useMemo(() => (current ? apparatusEntry(current, result.base, plain) : null), [current, result, plain]);
  const name = saved?.name ?? result.witnesses.map(({ title }) => title || t('Untitled')).join(' / ');
  const memoryKey = saved?.id ?? 'unsaved';

  return (
    <section className={css.page} aria-label={t('Comparison: {name}', { name })}>
      <CollationHeader
        name={name}
        saved={saved}
        result={result}
        canEdit={canEdit}
        isBusy={isBusy}
        isActive={isActive}
        paneCount={panes.length}
        isPanelHidden={panel.isHidden}
        onPaneCount={setCount}
        onTogglePanel={panel.toggle}
      />
      <CollationNotices saved={saved} canEdit={canEdit} problem={problem} retry={retry} />
      <div className={css.filters}>
        <VariantFilterBar
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
      <VariantBar
        witnesses={result.witnesses}
        entry={entry}
        beside={beside}
        takeOver={takeOver}
        number={current ? shown.indexOf(current) + 1 : 0}
        total={shown.length}
        pageLabel={page ? formatPageLabel(page.pageLabel) : null}
        selected={selected}
        canPin={canEdit}
        canSplit={split !== null}
        canJoin={join !== null}
        onStep={step}
        onSplit={() =>
          split && saved && void collationActions.pin(saved.id, split, t('Pinned: the readings are kept apart'))
        }
        onJoin={() => join && saved && void collationActions.pin(saved.id, join, t('Pinned: one place with the next'))}
        onPin={(kind) => void pinWords(kind)}
        onClear={clear}
      />
      <Group
        id="collation"
        orientation="vertical"
        className={css.group}
        onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && panel.moved()}
      >
        <Panel id="texts" minSize={160} className={css.panel} style={CLIPPED}>
          <div ref={room} className={css.room} data-panes={panes.length}>
            {panes.map((pane, index) => {
              const [left, between] = [panes[index - 1], connectors[index - 1]];
              return (
                <Fragment key={index === 0 ? 'first' : t('{index, plural, one {second} other {third}}', { index })}>
                  {left && between ? (
                    <ConnectorGutter
                      connectors={between}
                      left={left}
                      right={pane}
                      currentId={current?.id ?? null}
                      layoutSignal={layoutSignal}
                      onChoose={choose}
                    />
                  ) : null}
                  <WitnessPaneMenu
                    className={css.side ?? ''}
                    witness={pane.witness}
                    takeOver={takeOver}
                    canOpen={canEdit}
                    onActive={() => setActivePane(index)}
                    onChoose={(id) => choose(id, index)}
                  >
                    <WitnessPane
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
                      layoutSignal={layoutSignal}
                      slots={slots}
                      canEdit={canEdit}
                      onSelection={take}
                      onVariant={choose}
                      onOffset={(offset, at) => lock.goTo(at, offset)}
                      onDrawn={lock.onDrawn}
                      onShow={(witness) => show(index, witness)}
                      onBase={(witness) => saved && void collationActions.setBase(saved.id, witness)}
                      onOpenSource={onOpenSource}
                    />
                  </WitnessPaneMenu>
                </Fragment>
              );
            })}
          </div>
        </Panel>
        <Separator className={css.separator} aria-label={t('Height of the variants')} disabled={panel.isHidden} />
        <Panel {...panel.panel} className={css.panel} style={CLIPPED}>
          <div className={css.below} inert={panel.isHidden}>
            <CollationPanel
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

  function take(witness: number, words: WitnessSelection | null): void {
    setSelected((now) => {
      if (words === null && !now.has(witness)) return now;
      const next = new Map(now);
      if (words) next.set(witness, words);
      else next.delete(witness);
      return next;
    });
  }
}
