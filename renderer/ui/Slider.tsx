/** A number between two others, set by pointer or arrows. */
import type { ReactNode } from 'react';
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import css from './Slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  /** Behind the number. */
  readonly unit?: string;
  /** Stands in one line behind this icon; the label is only read out. */
  readonly icon?: ReactNode;
  onChange(value: number): void;
  /** The pointer let go, or a key was pressed. */
  onChangeEnd?(value: number): void;
}

export function Slider({ label, value, from, to, step = 1, unit = '', icon, onChange, onChangeEnd }: SliderProps) {
  const isInLine = icon !== undefined;
  return (
    <AriaSlider
      {...(isInLine ? { 'aria-label': label } : {})}
      className={(isInLine ? css.line : css.slider) ?? ''}
      value={value}
      minValue={from}
      maxValue={to}
      step={step}
      onChange={(next) => onChange(Number(next))}
      onChangeEnd={(next) => onChangeEnd?.(Number(next))}
    >
      {isInLine ? icon : <Label className={css.label ?? ''}>{label}</Label>}
      {isInLine ? null : output()}
      <SliderTrack className={css.track ?? ''}>
        {({ state }) => (
          <>
            {isInLine ? null : <span className={css.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />}
            <SliderThumb className={css.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
      {isInLine ? output() : null}
    </AriaSlider>
  );

  function output() {
    return <SliderOutput className={css.output ?? ''}>{() => `${value} ${unit}`.trim()}</SliderOutput>;
  }
}
