/** What a key or a click does to the selection of a list: the habits of the platform, the same in every list. */

/** `only` selects one row, `toggle` adds or drops it, `extend` selects up to it, `move` goes there and selects nothing. */
export type SelectGesture = 'only' | 'toggle' | 'extend' | 'move';
export type ClickGesture = Exclude<SelectGesture, 'move'>;

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export const isCommandKey = ({ ctrlKey, metaKey }: Omit<Modifiers, 'shiftKey'>): boolean => ctrlKey || metaKey;

export const gestureOfKey = (event: Modifiers): Exclude<SelectGesture, 'toggle'> =>
  event.shiftKey ? 'extend' : isCommandKey(event) ? 'move' : 'only';

export const gestureOfClick = (event: Modifiers): ClickGesture =>
  event.shiftKey ? 'extend' : isCommandKey(event) ? 'toggle' : 'only';
