/**
 * Texts that the structure of a document gives for what its pages draw (ActualText of an element), by the ranges of
 * marked content that belong to the element.
 */

/** What pdf.js gives of the structure of a page, amended by the text. */
interface StructureNode {
  readonly actualText?: string | null;
  /** Of a range of marked content. */
  readonly id?: string;
  readonly type?: string;
  readonly children?: readonly StructureNode[];
}

/** One element's text. */
export interface StructureText {
  readonly text: string;
  /** Whether it has been set in the place of something drawn; what else the element holds says the same. */
  isSet: boolean;
}

/**
 * @param tree of a page; null when there is none.
 * @returns by the id of marked content, the text of the outermost element that has one.
 */
export function structureTextsIn(tree: unknown): ReadonlyMap<string, StructureText> {
  const texts = new Map<string, StructureText>();
  const open: { node: StructureNode; of: StructureText | null }[] = tree ? [{ node: tree, of: null }] : [];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node } = at;
    const of = at.of ?? (typeof node.actualText === 'string' ? { text: node.actualText, isSet: false } : null);
    if (of && node.type === 'content' && node.id) texts.set(node.id, of);
    for (const child of node.children ?? []) open.push({ node: child, of });
  }
  return texts;
}

/** Letters and figures that are drawn, by those that are given; and beyond that, as many as a mark or two may have. */
const MAX_DRAWN = 2;
const FEW_DRAWN = 10;

/** What the rule needs of a page: marked content as it begins and ends, and what is drawn. */
export type DrawnContent =
  | { readonly str: string }
  | { readonly type: string; readonly id?: string | null; readonly str?: never };

/**
 * Leaves out texts that say much less than what is drawn: a name for a whole table must not take its place.
 * @param items of the page, in drawing order.
 */
export function credibleTexts(
  texts: ReadonlyMap<string, StructureText>,
  items: readonly DrawnContent[],
): ReadonlyMap<string, StructureText> {
  if (texts.size === 0) return texts;
  const drawn = new Map<StructureText, number>();
  const open: (StructureText | null)[] = [];
  for (const item of items) {
    const within = open.at(-1) ?? null;
    if (item.str !== undefined) {
      if (within) drawn.set(within, (drawn.get(within) ?? 0) + lettersIn(item.str));
    } else if (item.type.startsWith('beginMarkedContent')) open.push(texts.get(item.id ?? '') ?? within);
    else if (item.type === 'endMarkedContent') open.pop();
  }
  const isEnough = (one: StructureText) => (drawn.get(one) ?? 0) <= lettersIn(one.text) * MAX_DRAWN + FEW_DRAWN;
  return new Map([...texts].filter(([, one]) => isEnough(one)));
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How many texts stand for something that is not drawn as text, such as a picture, or for more than they say. */
export const unsetIn = (texts: ReadonlyMap<string, StructureText>): number =>
  new Set([...texts.values()].filter(({ text, isSet }) => text.trim() !== '' && !isSet)).size;
