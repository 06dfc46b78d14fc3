/** The panel below the texts: variants as a table, the apparatus, the figures, the least redacted text, the pins. */

import { t } from '../../../../electron/wording/index.js';
import { Tabs } from '../../../ui/index.js';
import type { Variant } from '../model/variant-list.js';
import type { CollationState } from '../page/use-collation.js';
import { ApparatusView } from './ApparatusView.js';
import { ComposedView } from './ComposedView.js';
import { PinsView } from './PinsView.js';
import { StatisticsView } from './StatisticsView.js';
import { VariantTable } from './VariantTable.js';

export type CollationPanelView = 'variants' | 'apparatus' | 'statistics' | 'composed' | 'pins';

export interface CollationPanelProps {
  readonly view: CollationPanelView;
  onView(view: CollationPanelView): void;
  readonly answer: Extract<CollationState, { status: 'ready' }>;
  readonly canEdit: boolean;
  /** The variants of the classes that are shown. */
  readonly shown: readonly Variant[];
  readonly current: Variant | null;
  onVariant(id: string): void;
  /** An offset of a witness is to be shown. */
  onPlace(witness: number, offset: number): void;
  /** Gives the focus to the text that was active. */
  toText(): void;
}

export function CollationPanel({
  view,
  onView,
  answer,
  canEdit,
  shown,
  current,
  onVariant,
  onPlace,
  toText,
}: CollationPanelProps) {
  const { saved, collated } = answer;
  return (
    <Tabs<CollationPanelView>
      label={t('Of this comparison')}
      selected={view}
      onSelect={onView}
      views={[
        {
          id: 'variants',
          label: t('Variants'),
          count: shown.length,
          content: (
            <VariantTable collated={collated} shown={shown} current={current} onVariant={onVariant} toText={toText} />
          ),
        },
        {
          id: 'apparatus',
          label: t('Apparatus'),
          content: (
            <ApparatusView
              collated={collated}
              saved={saved}
              canEdit={canEdit}
              shown={shown}
              current={current}
              onVariant={onVariant}
            />
          ),
        },
        { id: 'statistics', label: t('Statistics'), content: <StatisticsView collated={collated} /> },
        {
          id: 'composed',
          label: t('Least redacted text'),
          content: <ComposedView saved={saved} collated={collated} onPlace={onPlace} />,
        },
        {
          id: 'pins',
          label: t('Pins'),
          ...(saved ? { count: saved.pins.length } : {}),
          content: <PinsView saved={saved} collated={collated} canEdit={canEdit} onPlace={onPlace} />,
        },
      ]}
    />
  );
}
