/** How sources will be called: the rule, and what it makes of the first files. */
import type { ImportPlanEntry, PlanId, TitleRule } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import css from './TitlePreview.module.css';

/** Files whose titles are shown. */
const SHOWN = 3;

export const TITLE_RULES: readonly { readonly id: TitleRule; readonly label: string }[] = [
  { id: 'content', label: t('As the file says, else its name') },
  { id: 'name', label: t('By the name of the file') },
  { id: 'path', label: t('By folders and name') },
  { id: 'first-line', label: t('By the first line of the text') },
];

export interface TitlePreviewProps {
  readonly planId: PlanId;
  readonly rule: TitleRule;
  /** Those that will come in. */
  readonly entries: readonly ImportPlanEntry[];
}

export function TitlePreview({ planId, rule, entries }: TitlePreviewProps) {
  const indexes = entries.slice(0, SHOWN).map(({ index }) => index);
  const titles = useCall(
    'import.previewTitles',
    { planId, titleFrom: rule, indexes },
    { keepPrevious: true, enabled: indexes.length > 0 },
  );
  if (indexes.length === 0 || titles.status !== 'ready') return null;
  return (
    <p className={css.preview} role="status">
      <span className={css.label}>{t('Titles will be, for example:')}</span>
      {titles.data.map(({ index, title }) => (
        <span key={index} className={css.title} dir="auto">
          {title}
        </span>
      ))}
    </p>
  );
}
