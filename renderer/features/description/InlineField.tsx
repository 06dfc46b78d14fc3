/**
 * A value that reads as text and becomes a field when it is entered. Enter or leaving saves, Escape gives the old
 * value back. While a save is refused the typed words stay, with the reason under them.
 */
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import css from './InlineField.module.css';

export interface FieldSuggestion {
  readonly value: string;
  readonly label?: string;
}

export interface InlineFieldProps {
  readonly label: string;
  /** null when several sources differ. */
  readonly value: string | null;
  readonly shape?: 'line' | 'lines' | 'code';
  readonly isReadOnly: boolean;
  readonly placeholder?: string;
  /** Said under the field for what is typed; null for nothing. */
  explain?(typed: string): string | null;
  readonly suggestions?: readonly FieldSuggestion[];
  readonly inputRef?: Ref<HTMLTextAreaElement | HTMLInputElement>;
  /** @returns the reason when the value is refused; null when it was saved. */
  onSave(typed: string): Promise<string | null>;
}

export function InlineField(props: InlineFieldProps) {
  const { label, value, shape = 'line', isReadOnly, placeholder = '', explain, suggestions, inputRef, onSave } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isSaving = useRef(false);
  const shown = typed ?? value ?? '';
  const hint = explain?.(shown) ?? null;
  const described = [problem ? `${id}-problem` : '', hint && !problem ? `${id}-hint` : ''].filter(Boolean).join(' ');

  // Another value came from outside, for example by undo: it wins over words that were refused.
  useEffect(() => {
    setTyped((now) => (now === value ? null : now));
    setProblem(null);
  }, [value]);

  const save = async () => {
    if (typed === null || isSaving.current) return;
    if (typed.trim() === (value ?? '').trim() && value !== null) {
      cancel();
      return;
    }
    // Different values and nothing typed: leaving is not an order to empty them all.
    if (value === null && typed.trim() === '') {
      cancel();
      return;
    }
    isSaving.current = true;
    const reason = await onSave(typed);
    isSaving.current = false;
    setProblem(reason);
    if (reason === null) setTyped(null);
  };
  const cancel = () => {
    setTyped(null);
    setProblem(null);
  };
  // Words that were typed are kept when the form goes away under them.
  const leave = useRef(save);
  useEffect(() => {
    leave.current = problem === null ? save : async () => undefined;
  });
  useEffect(() => () => void leave.current(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Enter' && (shape !== 'lines' || event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };
  const common = {
    id,
    value: shown,
    readOnly: isReadOnly,
    'aria-invalid': problem !== null,
    ...(described ? { 'aria-describedby': described } : {}),
    placeholder: value === null ? t('Different values') : placeholder,
    className: `${css.input} ${shape === 'code' ? css.code : ''}`,
    spellCheck: false,
    dir: 'auto' as const,
    onBlur: () => void save(),
    onKeyDown,
  };
  return (
    <div className={css.field} data-different={value === null || undefined}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {suggestions ? (
        <>
          <input
            {...common}
            ref={inputRef as Ref<HTMLInputElement>}
            list={`${id}-list`}
            // One line only: the whole of a long value is shown at the pointer.
            title={shown}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={`${id}-list`}>
            {suggestions.map((suggestion) => (
              <option key={suggestion.value} value={suggestion.value} label={suggestion.label} />
            ))}
          </datalist>
        </>
      ) : (
        // A text area that grows with its words, so that a long title is read whole.
        <textarea
          {...common}
          ref={inputRef as Ref<HTMLTextAreaElement>}
          rows={1}
          onChange={(event) =>
            setTyped(shape === 'lines' ? event.target.value : event.target.value.replace(/\n/g, ' '))
          }
        />
      )}
      {problem ? (
        <p id={`${id}-problem`} className={css.problem} role="alert">
          {problem}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
