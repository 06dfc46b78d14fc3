/** What the elements of a page hold, in figures: letters, letters in links, prose. Taken once, from the leaves up. */
import { isBlockElement } from './dom-blocks.js';
import { isProse } from './prose.js';

export interface ElementMeasure {
  /** UTF-16 units of text, runs of white space counted as one. */
  readonly units: number;
  readonly linkUnits: number;
  /** Units of blocks that read as sentences and are no links. */
  readonly proseUnits: number;
  /** Whether a block stands in it. */
  readonly hasBlocks: boolean;
  /** Whether the article is in it, whole or in part. */
  readonly holdsKept: boolean;
  /** Its first heading, on one line; null when it has none. */
  readonly heading: string | null;
  /** Whether a heading in it is wholly a link. */
  readonly hasLinkedHeading: boolean;
  /** Whether it, or something in it, is known to be a note. */
  readonly holdsNotes: boolean;
  /** Whether the mark of a note leads to it. */
  readonly isNoteTarget: boolean;
}

const NOTHING: ElementMeasure = {
  units: 0,
  linkUnits: 0,
  proseUnits: 0,
  hasBlocks: false,
  holdsKept: false,
  heading: null,
  hasLinkedHeading: false,
  holdsNotes: false,
  isNoteTarget: false,
};

export interface ElementMeasures {
  of(element: Element): ElementMeasure;
  /** Measures an element that was put around measured ones. */
  add(element: Element): void;
}

export const oneLine = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** @param isNote whether an element is a note: by what leads to it, or by its name or, of a block of text alone, its words. */
export function measure(
  root: Element,
  kept: ReadonlySet<Element>,
  isNote: (element: Element, leafText: string | null) => 'target' | 'named' | null,
): ElementMeasures {
  const measures = new Map<Element, ElementMeasure>();
  const of = (element: Element): ElementMeasure => measures.get(element) ?? NOTHING;

  const take = (element: Element): void => {
    let units = 0;
    let linkUnits = 0;
    let proseUnits = 0;
    let hasBlocks = false;
    let holdsKept = false;
    let heading: string | null = null;
    let hasLinkedHeading = false;
    let holdsNotes = false;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) units += (node.nodeValue ?? '').trim().replace(/\s+/g, ' ').length;
      else if (node.nodeType === 1) {
        const child = node as Element;
        const inner = of(child);
        units += inner.units;
        linkUnits += inner.linkUnits;
        proseUnits += inner.proseUnits;
        hasBlocks ||= inner.hasBlocks || isBlockElement(child);
        holdsKept ||= inner.holdsKept || kept.has(child);
        heading ??= inner.heading;
        hasLinkedHeading ||= inner.hasLinkedHeading;
        holdsNotes ||= inner.holdsNotes;
      }
    }
    if (units === 0) return;
    if (element.tagName.toUpperCase() === 'A' && element.hasAttribute('href')) linkUnits = units;
    if (/^H[1-6]$/i.test(element.tagName)) {
      heading = oneLine(element);
      hasLinkedHeading = linkUnits >= units * 0.8;
    }
    const leafText = !hasBlocks && isBlockElement(element) ? oneLine(element) : null;
    if (leafText !== null && linkUnits < units / 2 && isProse(leafText)) proseUnits = units;
    const note = isNote(element, leafText);
    holdsNotes ||= note !== null;
    measures.set(element, {
      units,
      linkUnits,
      proseUnits,
      hasBlocks,
      holdsKept,
      heading,
      hasLinkedHeading,
      holdsNotes,
      isNoteTarget: note === 'target',
    });
  };

  // Backwards through the document: every element comes after what stands in it.
  const elements = root.querySelectorAll('*');
  for (let index = elements.length - 1; index >= 0; index -= 1) take(elements[index] as Element);
  take(root);
  return { of, add: take };
}
