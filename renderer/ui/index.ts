/** The door of the design system: parts without any knowledge of Fonds, styled by roles of tokens.css. */
export { Button, type ButtonProps, ToggleButton, type ToggleButtonProps } from './Button.js';
export { ContextMenu, type ContextMenuProps } from './ContextMenu.js';
export { Dialog, type DialogProps, Sheet } from './Dialog.js';
export { FocusReturn, useRestoreFocus } from './FocusReturn.js';
export {
  Checkbox,
  type CheckboxProps,
  SearchField,
  type SearchFieldProps,
  Select,
  type SelectOption,
  type SelectProps,
  TextField,
  type TextFieldProps,
} from './fields.js';
export { formatBytes, formatCount, moreMatchesHint, plural } from './format-number.js';
export { GridPart, type GridPartProps } from './GridPart.js';
export { formatShortcut, Kbd } from './Kbd.js';
export { keepCursor } from './keep-cursor.js';
export { isKeyOfList } from './list-navigation.js';
export { Menu, MenuItem, type MenuItemProps, type MenuProps, MenuRule, MenuSection } from './Menu.js';
export { NameDialog, type NameDialogProps } from './NameDialog.js';
export { Popover, type PopoverProps } from './Popover.js';
export { rich } from './rich-text.js';
export { Slider, type SliderProps } from './Slider.js';
export { type ClickGesture, gestureOfClick, gestureOfKey, isCommandKey, type SelectGesture } from './select-gesture.js';
export {
  EmptyState,
  type EmptyStateProps,
  ErrorState,
  type ErrorStateProps,
  Loading,
  Notice,
  type NoticeProps,
  Progress,
  type ProgressProps,
} from './states.js';
export { Tabs, type TabsProps, type TabView } from './Tabs.js';
export { PaneHeader, type PaneHeaderProps, Toolbar } from './Toolbar.js';
export { Tooltip, type TooltipProps } from './Tooltip.js';
export { useLoadedRows } from './use-loaded-rows.js';
export { useVirtualRows, type VirtualItem, type VirtualRows } from './use-virtual-rows.js';
export { VirtualList } from './VirtualList.js';
