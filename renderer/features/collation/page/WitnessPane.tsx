/** One witness: its head, its text or page images, and its heat strip. */
import { BookOpen, ChevronDown, Globe, Image, ListStart } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SourceId, Witness } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { failureMessage, formatDate, useCall } from '../../../api/index.js';
import {
  Button,
  ErrorState,
  Loading,
  Menu,
  MenuItem,
  MenuRule,
  MenuSection,
  ToggleButton,
  Tooltip,
} from '../../../ui/index.js';
import { splitTitles } from '../model/split-titles.js';
import { firstVariantAfter, type Variant } from '../model/variant-list.js';
import type { CollationSlots, WitnessSelection } from '../slots.js';
import { WitnessTitle } from '../WitnessTitle.js';
import type { LayoutSignal } from './layout-signal.js';
import { OverviewRuler } from './OverviewRuler.js';
import type { CollationData } from './use-collation.js';
import type { LockedPane } from './use-scroll-lock.js';
import { variantOverlays } from './variant-overlays.js';
import css from './WitnessPane.module.css';

export interface WitnessPaneProps {
  /** Among the panes, from the left. */
  readonly index: number;
  readonly count: number;
  readonly pane: LockedPane;
  /** The witnesses side by side; a stable array. */
  readonly beside: readonly number[];
  readonly collated: CollationData;
  /** Those that are shown. */
  readonly variants: readonly Variant[];
  readonly currentId: string | null;
  readonly isActive: boolean;
  readonly memoryKey: string;
  readonly layoutSignal: LayoutSignal;
  readonly slots: CollationSlots;
  readonly canEdit: boolean;
  onSelection(witness: number, words: WitnessSelection | null): void;
  onVariant(id: string, pane: number): void;
  onOffset(offset: number, pane: number): void;
  onDrawn(pane: number): void;
  /** Another witness is to be shown here. */
  onShow(witness: number): void;
  onBase(witness: number): void;
  onOpenSource(id: SourceId): void;
}

export function WitnessPane(props: WitnessPaneProps) {
  const { index, count, pane, collated, variants, currentId, layoutSignal } = props;
  const [shown, setShown] = useState<'text' | 'image'>('text');
  // Lines lead to words only while words are shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time something else is shown
  useEffect(() => layoutSignal.emit(), [shown, layoutSignal]);
  const { result, pages } = collated;
  const { witness } = pane;
  const { siglum, title, length } = result.witnesses[witness] as Witness;
  const side = index === 0 ? 'left' : 'right';
  const strip = (
    <OverviewRuler
      pane={pane}
      siglum={siglum}
      variants={variants}
      length={length}
      pages={pages[witness] ?? []}
      currentId={currentId}
      side={side}
      layoutSignal={layoutSignal}
      onVariant={(id) => props.onVariant(id, index)}
      onOffset={(offset) => props.onOffset(offset, index)}
    />
  );
  return (
    <section
      className={css.pane}
      data-pane={index}
      aria-label={t('Witness {siglum}: {title}{value}', {
        siglum,
        title: title || t('Untitled'),
        value: count > 1 ? t(', {index} of {count}', { index: index + 1, count }) : '',
      })}
    >
      <WitnessPaneHeader {...props} shown={shown} onImage={(isImage) => setShown(isImage ? 'image' : 'text')} />
      <div className={css.body}>
        {side === 'left' ? strip : null}
        <WitnessPaneBody {...props} shown={shown} toText={() => setShown('text')} />
        {side === 'right' ? strip : null}
      </div>
    </section>
  );
}

interface WitnessPaneHeaderProps extends WitnessPaneProps {
  readonly shown: 'text' | 'image';
  onImage(isImage: boolean): void;
}

function WitnessPaneHeader({
  pane,
  collated,
  canEdit,
  slots,
  shown,
  onImage,
  onShow,
  onBase,
  onOpenSource,
}: WitnessPaneHeaderProps) {
  const { witnesses, base } = collated.result;
  const { siglum, title, dateWritten, sourceId } = witnesses[pane.witness] as Witness;
  const isBase = pane.witness === base;
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const image = source.status === 'ready' && source.data.id === sourceId ? slots.imageOf(source.data) : null;
  const titles = splitTitles(witnesses.map((witness) => witness.title));
  return (
    <header className={css.head}>
      <Menu
        label={t('Witness {siglum}', { siglum })}
        trigger={
          <Button
            variant="icon"
            aria-label={t('Witness {siglum}{value}: choose what is shown here', {
              siglum,
              value: isBase ? t(', base text') : '',
            })}
          >
            <span className={css.siglum}>{siglum}</span>
            <ChevronDown size={12} aria-hidden />
          </Button>
        }
      >
        <MenuSection title={t('Shown here')}>
          {witnesses.map((other, witness) => (
            <MenuItem
              key={`${other.siglum} ${other.versionId}`}
              isChecked={witness === pane.witness}
              detail={other.dateWritten ? formatDate(other.dateWritten) : ''}
              onAction={() => onShow(witness)}
            >
              {`${other.siglum}  ${other.title || t('Untitled')}`}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuRule />
        <MenuItem icon={<ListStart size={14} />} isDisabled={isBase || !canEdit} onAction={() => onBase(pane.witness)}>
          {t('Make this the base text')}
        </MenuItem>
        <MenuItem icon={<BookOpen size={14} />} onAction={() => onOpenSource(sourceId)}>
          {t('Open by itself')}
        </MenuItem>
      </Menu>
      <span className={css.titles}>
        <h2 className={css.title}>
          <WitnessTitle title={titles[pane.witness] ?? { head: title, tail: '' }} />
        </h2>
        <span className={css.about}>
          {[dateWritten && formatDate(dateWritten), isBase ? t('Base text') : ''].filter(Boolean).join(' · ')}
        </span>
      </span>
      {image === null ? null : (
        <Tooltip text={shown === 'image' ? t('Show the text') : t('Show the {image}', { image })}>
          <ToggleButton
            variant="icon"
            aria-label={t('{value} of {siglum}', {
              value: image === 'web page' ? t('Web page') : t('Page image'),
              siglum,
            })}
            isSelected={shown === 'image'}
            onChange={onImage}
          >
            {image === 'web page' ? <Globe size={16} aria-hidden /> : <Image size={16} aria-hidden />}
          </ToggleButton>
        </Tooltip>
      )}
    </header>
  );
}

interface WitnessPaneBodyProps extends WitnessPaneProps {
  readonly shown: 'text' | 'image';
  toText(): void;
}

function WitnessPaneBody(props: WitnessPaneBodyProps) {
  const { index, pane, beside, collated, variants, currentId, isActive, memoryKey, slots, shown, toText } = props;
  const { witness, handle } = pane;
  const { sourceId, siglum } = collated.result.witnesses[witness] as Witness;
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const text = collated.texts[witness];
  const overlays = useMemo(() => variantOverlays(variants, witness, beside), [variants, witness, beside]);
  if (source.status === 'error') return <ErrorState {...failureMessage(source.error)} retry={source.retry} />;
  if (source.status === 'loading' || !text || source.data.id !== sourceId)
    return <Loading>{t('Opening the text')}</Loading>;
  if (shown === 'image') {
    const current = variants.find(({ id }) => id === currentId) ?? variants[firstVariantAfter(variants, witness, 0)];
    return (
      <div className={css.image}>
        {slots.image({
          source: source.data,
          text,
          at: current?.positions[witness]?.[0] ?? 0,
          isActive,
          toText: (offset) => {
            toText();
            // The text is drawn first.
            requestAnimationFrame(() => props.onOffset(offset, index));
          },
        })}
      </div>
    );
  }
  return slots.text({
    source: source.data,
    text,
    // The next version of a witness is read on where the one before was.
    memoryKey: `${memoryKey} ${siglum}`,
    isActive,
    overlays,
    currentOverlay: currentId,
    handle,
    onSelection: (words) => props.onSelection(witness, words),
    onOverlay: (id) => props.onVariant(id, index),
    onDrawn: () => props.onDrawn(index),
  });
}
