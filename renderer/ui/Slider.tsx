/** A number between two others, set by pointer or arrows. */
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import css from './Slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Behind the number; '' for none. */
  readonly unit: string;
  onChange(value: number): void;
  /** The pointer let go, or a key was pressed. */
  onChangeEnd?(value: number): void;
}

export function Slider({ label, value, from, to, unit, onChange, onChangeEnd }: SliderProps) {
  return (
    <AriaSlider
      className={css.slider ?? ''}
      value={value}
      minValue={from}
      maxValue={to}
      onChange={(next) => onChange(Number(next))}
      onChangeEnd={(next) => onChangeEnd?.(Number(next))}
    >
      <Label className={css.label ?? ''}>{label}</Label>
      <SliderOutput className={css.output ?? ''}>{() => `${value} ${unit}`.trim()}</SliderOutput>
      <SliderTrack className={css.track ?? ''}>
        {({ state }) => (
          <>
            <span className={css.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={css.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
