/** The elements of a description in the groups a person reads them in. Every element of the contract is in one group. */
import {
  DATE_ELEMENTS,
  DESCRIPTION_ELEMENTS,
  type Description,
  type DescriptionElement,
  LIST_ELEMENTS,
  type Suggestion,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

export interface ElementGroup {
  readonly title: string;
  readonly elements: readonly DescriptionElement[];
}

export const ELEMENT_GROUPS: readonly ElementGroup[] = [
  { title: t('Identity'), elements: ['title', 'documentType', 'language'] },
  { title: t('Dates'), elements: ['dateWritten', 'datePublished', 'dateDeclassified'] },
  { title: t('People'), elements: ['creators', 'recipients'] },
  {
    title: t('Where it is held'),
    elements: ['repository', 'fonds', 'series', 'box', 'folder', 'referenceCode', 'url'],
  },
  { title: t('Rights and access'), elements: ['classification', 'rights'] },
];

export type ListElement = (typeof LIST_ELEMENTS)[number];
export const isDateElement = (element: DescriptionElement): boolean => DATE_ELEMENTS.some((date) => date === element);
export const isListElement = (element: DescriptionElement): element is ListElement =>
  LIST_ELEMENTS.some((list) => list === element);
export const elementLabel = (element: DescriptionElement): string =>
  DESCRIPTION_ELEMENTS.find(([name]) => name === element)?.[1] ?? element;

/** What several descriptions have in an element: the common value as it is edited, or null when they differ. */
export function commonValue(descriptions: readonly Description[], element: DescriptionElement): string | null {
  const values = descriptions.map((description) => asLine(description[element]));
  return values.every((value) => value === values[0]) ? (values[0] ?? '') : null;
}

/** As `commonValue`, for a field the researcher added; a source without it counts as empty. */
export function commonCustom(descriptions: readonly Description[], name: string): string | null {
  const values = descriptions.map((description) => description.custom[name] ?? '');
  return values.every((value) => value === values[0]) ? (values[0] ?? '') : null;
}

/** Names of all added fields, in the order of the alphabet. */
export function customNames(descriptions: readonly Description[]): string[] {
  return [...new Set(descriptions.flatMap((description) => Object.keys(description.custom)))].sort((a, b) =>
    a.localeCompare(b),
  );
}

/** Lists are edited as one entry a line. */
const asLine = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('\n'));

/** What was typed as the element's value: lists lose empty lines, everything loses blanks at both ends. */
export function changeFromInput(element: DescriptionElement, typed: string): Partial<Omit<Description, 'custom'>> {
  if (!isListElement(element)) return { [element]: typed.trim() };
  const entries = typed.split('\n').map((entry) => entry.trim());
  return { [element]: entries.filter((entry) => entry !== '') };
}

/** A suggestion as a change: of a list it becomes one entry more, otherwise it takes the place of what is there. */
export function acceptSuggestion(
  description: Description,
  { element, value }: Suggestion,
): Partial<Omit<Description, 'custom'>> {
  return { [element]: isListElement(element) ? [...description[element], value] : value };
}
