/** The looking tools: how a page is turned, cut, straightened and lit. One row, there when it is wanted. */
import { Contrast, Crop as CropIcon, RotateCcw, RotateCw, Scan, Sun, SunMoon, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type PageView, type PageViewChange, PLAIN_VIEW } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, Checkbox, Slider, ToggleButton, Tooltip } from '../../../ui/index.js';
import css from './Looking.module.css';
import { isPlainView, turnBy } from './looking.js';

export interface LookToolsProps {
  /** Of the current page, with what is being tried. */
  readonly view: PageView;
  readonly pageCount: number;
  readonly forAll: boolean;
  onForAll(forAll: boolean): void;
  onTry(change: PageViewChange): void;
  onKeep(change: PageViewChange): void;
  onCrop(): void;
  onStraighten(): void;
}

export function LookTools({ view, pageCount, forAll, ...props }: LookToolsProps) {
  return (
    <fieldset className={css.tools} aria-label={t('Looking tools')}>
      <div className={css.group}>
        {tool(t('Turn left'), 'Shift+R', <RotateCcw size={16} />, () => props.onKeep({ turn: turnBy(view.turn, -1) }))}
        {tool(t('Turn right'), 'R', <RotateCw size={16} />, () => props.onKeep({ turn: turnBy(view.turn, 1) }))}
        {tool(t('Crop…'), 'C', <CropIcon size={16} />, props.onCrop)}
        {tool(t('Straighten by the four corners…'), 'S', <Scan size={16} />, props.onStraighten)}
        <Tooltip text={t('Invert light and dark')} keys="I">
          <ToggleButton
            variant="icon"
            aria-label={t('Invert light and dark')}
            isSelected={view.isInverted}
            onChange={(isInverted) => props.onKeep({ isInverted })}
          >
            <SunMoon size={16} aria-hidden />
          </ToggleButton>
        </Tooltip>
      </div>
      <Light
        name={t('Brightness')}
        icon={<Sun size={14} aria-hidden />}
        value={view.brightness}
        onTry={(brightness) => props.onTry({ brightness })}
        onKeep={(brightness) => props.onKeep({ brightness })}
      />
      <Light
        name={t('Contrast')}
        icon={<Contrast size={14} aria-hidden />}
        value={view.contrast}
        onTry={(contrast) => props.onTry({ contrast })}
        onKeep={(contrast) => props.onKeep({ contrast })}
      />
      {pageCount > 1 ? (
        <Checkbox isSelected={forAll} onChange={props.onForAll}>
          {t('For all {pageCount} pages', { pageCount })}
        </Checkbox>
      ) : null}
      {tool(
        t('As it was brought in'),
        null,
        <Undo2 size={16} />,
        () => props.onKeep(PLAIN_VIEW),
        isPlainView(view) && !forAll,
      )}
      <span className={css.quiet}>{t('The file is never changed.')}</span>
    </fieldset>
  );

  function tool(name: string, keys: string | null, icon: ReactNode, run: () => void, isDisabled = false) {
    return (
      <Tooltip text={name} keys={keys}>
        <Button variant="icon" aria-label={name} isDisabled={isDisabled} onPress={run}>
          {icon}
        </Button>
      </Tooltip>
    );
  }
}

interface LightProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly value: number;
  onTry(value: number): void;
  onKeep(value: number): void;
}

function Light({ name, icon, value, onTry, onKeep }: LightProps) {
  const [moved, setMoved] = useState<number | null>(null);
  return (
    <Slider
      label={name}
      icon={icon}
      value={moved ?? value}
      from={-100}
      to={100}
      step={5}
      onChange={(next) => {
        setMoved(next);
        onTry(next);
      }}
      onChangeEnd={(next) => {
        setMoved(null);
        if (next !== value || moved !== null) onKeep(next);
      }}
    />
  );
}
