/** Moves the focus into a tab panel. */

export const tabId = (id: string): string => `tab-${id}`;
export const tabPanelId = (id: string): string => `document-${id}`;

/** Where one writes or reads, rather than at the first button. */
const ENTRIES = [
  '[contenteditable="true"]',
  'section[tabindex="0"]',
  ':is([role="treegrid"], [role="grid"], [role="listbox"], [role="table"])[tabindex="0"]',
  '[tabindex="0"]',
];

/** Gives the focus to what a tab shows: to where it is read or written, else to the panel itself. @param id of the tab. */
export function focusTabPanel(id: string): void {
  const panel = document.getElementById(tabPanelId(id));
  const entry = ENTRIES.map((selector) => panel?.querySelector<HTMLElement>(selector)).find((element) => element);
  (entry ?? panel)?.focus({ preventScroll: true });
}
