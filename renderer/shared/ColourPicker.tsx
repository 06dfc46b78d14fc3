/** The eight colours as a row of choices: one tab stop, the arrows move, the digits choose. Each has its own pattern. */
import { Radio, RadioGroup } from 'react-aria-components';
import { Colour } from '../../electron/contract/index.js';
import { COLOURS, colourName } from './annotation-labels.js';
import css from './ColourPicker.module.css';

export interface ColourPickerProps {
  readonly label: string;
  readonly value: Colour | null;
  onChange(colour: Colour): void;
}

export function ColourPicker({ label, value, onChange }: ColourPickerProps) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={css.row ?? ''}
      value={value === null ? null : String(value)}
      onChange={(key) => onChange(Colour.parse(Number(key)))}
    >
      {COLOURS.map((colour) => (
        <Radio
          key={colour}
          value={String(colour)}
          aria-label={colourName(colour)}
          className={css.choice ?? ''}
          data-colour={colour}
        >
          <Swatch colour={colour} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** A sample of the mark: its ground and its line. The name stands beside it or in a label. */
export function Swatch({ colour }: { readonly colour: Colour }) {
  return <span className={css.swatch} data-colour={colour} aria-hidden />;
}
