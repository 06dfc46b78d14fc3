/** How a page is looked at: light, crop, straightening. The file is never changed, and Undo takes each of them back. */
import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { type PageView, type PageViewChange, PLAIN_VIEW } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, Checkbox, Popover, Slider } from '../../../ui/index.js';
import css from './LookTools.module.css';

export interface LookToolsProps {
  /** Of the current page. */
  readonly view: PageView;
  readonly pageCount: number;
  /** @param isForAll of all pages that are shown, else of the current one. */
  onChange(change: PageViewChange, isForAll: boolean): void;
  onCrop(): void;
  onStraighten(): void;
}

export function LookTools({ view, pageCount, onChange, onCrop, onStraighten }: LookToolsProps) {
  const [isForAll, setForAll] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  /** What takes the focus must wait until the popover has given it back. */
  const leaveFor = (close: () => void, run: () => void) => {
    const element = tools.current;
    const wait = () => requestAnimationFrame(() => (element?.isConnected ? wait() : requestAnimationFrame(run)));
    close();
    wait();
  };
  const change = (next: PageViewChange) => onChange(next, isForAll);
  return (
    <Popover
      label={t('How the page is looked at')}
      trigger={
        <Button variant="icon" aria-label={t('How the page is looked at')}>
          <SlidersHorizontal size={16} aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <div ref={tools} className={css.tools}>
          <p className={css.about}>{t('The file stays as it is; Undo takes back what is changed here.')}</p>
          <Light
            key={`b ${view.brightness}`}
            label={t('Brightness')}
            value={view.brightness}
            onEnd={(brightness) => change({ brightness })}
          />
          <Light
            key={`c ${view.contrast}`}
            label={t('Contrast')}
            value={view.contrast}
            onEnd={(contrast) => change({ contrast })}
          />
          <Checkbox isSelected={view.isInverted} onChange={(isInverted) => change({ isInverted })}>
            {t('Invert, as for a negative')}
          </Checkbox>
          {pageCount > 1 ? (
            <Checkbox isSelected={isForAll} onChange={setForAll}>
              {t('Change all {pageCount} pages', { pageCount })}
            </Checkbox>
          ) : null}
          <div className={css.row}>
            <Button onPress={() => leaveFor(close, onCrop)}>{t('Crop…')}</Button>
            <Button onPress={() => leaveFor(close, onStraighten)}>{t('Straighten…')}</Button>
            <Button onPress={() => change(PLAIN_VIEW)}>{t('As it is')}</Button>
          </div>
        </div>
      )}
    </Popover>
  );
}

interface LightProps {
  readonly label: string;
  readonly value: number;
  onEnd(value: number): void;
}

function Light({ label, value, onEnd }: LightProps) {
  const [shown, setShown] = useState(value);
  return <Slider label={label} value={shown} from={-100} to={100} unit="" onChange={setShown} onChangeEnd={onEnd} />;
}
