/** Fields with a visible label, a description and an error text that are read out with them. */
import { Check, ChevronDown, Minus, Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Select as AriaSelect,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';
import { t } from '../../electron/wording/index.js';
import { FocusReturn } from './FocusReturn.js';
import css from './fields.module.css';

interface LabelProps {
  readonly label: string;
  /** Hides the label from the eye, when the place makes it plain. */
  readonly labelling?: 'visible' | 'hidden';
  readonly description?: ReactNode;
}

const labelClass = (labelling: LabelProps['labelling']) => (labelling === 'hidden' ? 'visually-hidden' : css.label);

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, LabelProps {
  readonly placeholder?: string;
  /** More than one: a text area of so many lines. */
  readonly lines?: number;
  readonly error?: string | null;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelling,
  description,
  placeholder,
  lines = 1,
  error,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      {...(error === undefined ? {} : { isInvalid: error !== null })}
      className={css.field ?? ''}
    >
      <Label className={labelClass(labelling) ?? ''}>{label}</Label>
      {lines > 1 ? (
        <TextArea className={css.area ?? ''} rows={lines} placeholder={placeholder ?? ''} />
      ) : (
        <Input className={css.input ?? ''} placeholder={placeholder ?? ''} {...(inputRef ? { ref: inputRef } : {})} />
      )}
      {description ? (
        <Text slot="description" className={css.description ?? ''}>
          {description}
        </Text>
      ) : null}
      <FieldError className={css.error ?? ''}>{error ? error : undefined}</FieldError>
    </AriaTextField>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'>, LabelProps {
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly size?: 'ordinary' | 'large';
}

/** The label is hidden unless asked for: the magnifier says what it is. Escape empties it. */
export function SearchField({
  label,
  labelling = 'hidden',
  placeholder,
  inputRef,
  size = 'ordinary',
  ...props
}: SearchFieldProps) {
  return (
    <AriaSearchField {...props} className={css.field ?? ''}>
      <Label className={labelClass(labelling) ?? ''}>{label}</Label>
      <div className={`${css.searchBox} ${size === 'large' ? css.large : ''}`}>
        <Search size={size === 'large' ? 16 : 14} aria-hidden />
        <Input
          className={css.searchInput ?? ''}
          placeholder={placeholder ?? ''}
          {...(inputRef ? { ref: inputRef } : {})}
        />
        <Button className={css.clear ?? ''} aria-label={t('Clear')}>
          <X size={13} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}

export interface SelectOption<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly detail?: string;
}

export interface SelectProps<K extends string> extends LabelProps {
  readonly options: readonly SelectOption<K>[];
  readonly value: K;
  onChange(value: K): void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
}

export function Select<K extends string>({
  label,
  labelling,
  description,
  options,
  value,
  onChange,
  isDisabled = false,
  placeholder = '',
}: SelectProps<K>) {
  return (
    <AriaSelect
      className={css.field ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
      placeholder={placeholder}
    >
      <Label className={labelClass(labelling) ?? ''}>{label}</Label>
      <Button className={css.trigger ?? ''}>
        <SelectValue className={css.value ?? ''}>{({ selectedText }) => selectedText ?? placeholder}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {description ? (
        <Text slot="description" className={css.description ?? ''}>
          {description}
        </Text>
      ) : null}
      <Popover className={css.popover ?? ''} offset={4}>
        <FocusReturn />
        <ListBox className={css.list ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={css.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <Check size={13} aria-hidden className={isSelected ? css.ticked : css.unticked} />
                  <span className={css.optionLabel}>{option.label}</span>
                  {option.detail ? <span className={css.optionDetail}>{option.detail}</span> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
}

/** Without children it needs an `aria-label`. */
export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={css.checkbox ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css.box} aria-hidden>
            {isIndeterminate ? <Minus size={11} strokeWidth={3.5} /> : null}
            {isSelected && !isIndeterminate ? <Check size={11} strokeWidth={3.5} /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
