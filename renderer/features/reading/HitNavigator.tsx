/** Which hit of the search is looked at, and the way to the next and the previous. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { t } from '../../../electron/wording/index.js';
import { Button, rich, Tooltip } from '../../ui/index.js';
import css from './ReadingPane.module.css';
import type { Hits } from './use-hits.js';

export interface HitNavigatorProps {
  readonly hits: Hits;
  readonly isSearch: boolean;
  /** The find bar shows the same. */
  readonly isQuiet: boolean;
}

export function HitNavigator({ hits, isSearch, isQuiet }: HitNavigatorProps) {
  if (isQuiet || !isSearch || hits.ranges.length === 0) return null;
  return (
    <span className={css.walker}>
      <span className={css.count} role="status">
        {rich('<quiet>Hit </quiet>{current} of {count}', {
          quiet: (parts) => <span className="visually-hidden">{parts}</span>,
          current: (hits.current + 1).toLocaleString('en-GB'),
          count: hits.ranges.length.toLocaleString('en-GB'),
        })}
      </span>
      <Tooltip text={t('Previous hit')} keys="Shift+F3">
        <Button variant="icon" aria-label={t('Previous hit')} onPress={hits.previous}>
          <ChevronUp size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={t('Next hit')} keys="F3">
        <Button variant="icon" aria-label={t('Next hit')} onPress={hits.next}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Tooltip>
    </span>
  );
}
