/**
 * Reads what annotations draw over a page: form fields, typewritten text, stamps. Called from within pdf.js's parser,
 * whose objects are described here only as far as they are used. Gives text as pdf.js gives that of the page, between
 * two marks that say what drew it.
 */

/** What is read of an annotation, as it passes through the text of a page. */
export interface AnnotationMark {
  readonly type: 'fonds-annotation';
  readonly subtype: string;
  /** Of a form field: `Tx`, `Ch`, `Btn` or `Sig`. */
  readonly fieldType: string | null;
  /** Left, foot, right, head, in units of the page. */
  readonly rect: readonly number[];
  /** What to set into the rectangle, since nothing says how it is drawn; null when that follows as text. */
  readonly value: string | null;
  /** Points; 0 when it is not known. */
  readonly size: number;
  /** A remark of somebody on the page, which is not drawn on it. */
  readonly note: 'yes' | 'no';
}

export interface AnnotationEnd {
  readonly type: 'fonds-annotation-end';
  /** Whether its appearance is damaged, so that what it shows from there on is not read. */
  readonly isDamaged: boolean;
}

interface PdfStream {
  readonly dict: { get(key: string): unknown; getArray(key: string): unknown };
}

interface ParsedAnnotation {
  readonly data: {
    readonly subtype?: string;
    readonly fieldType?: string | null;
    readonly rect: readonly number[] | null;
    readonly fieldValue?: unknown;
    readonly options?: readonly { readonly exportValue: unknown; readonly displayValue: unknown }[];
    readonly password?: boolean;
    readonly pushButton?: boolean;
    readonly checkBox?: boolean;
    readonly radioButton?: boolean;
    readonly exportValue?: unknown;
    readonly buttonValue?: unknown;
    readonly contentsObj?: { readonly str: string };
    readonly defaultAppearanceData?: { readonly fontSize?: number };
  };
  readonly appearance: PdfStream | null;
  readonly checkedAppearance?: PdfStream | null;
  readonly uncheckedAppearance?: PdfStream | null;
  readonly _needAppearances?: boolean;
  mustBeViewed(storage: null, renderForms: boolean): boolean;
  loadResources(keys: readonly string[], appearance: PdfStream): Promise<unknown>;
  reset(): void;
}

interface PdfTask {
  ensureNotTerminated(): void;
}

interface PdfSink {
  readonly ready?: Promise<void>;
  enqueue(chunk: object, size: number): void;
}

/** What pdf.js's parser hands over. */
export interface AnnotationReadRequest {
  readonly page: {
    readonly _parsedAnnotations: Promise<readonly ParsedAnnotation[]>;
    readonly view: readonly number[];
  };
  readonly evaluator: { getTextContent(work: object): Promise<void> };
  readonly task: PdfTask;
  readonly sink: PdfSink;
  readonly parts: {
    readonly StateManager: new (state: object) => { transform(matrix: readonly number[]): void };
    readonly TextState: new () => object;
    getTransformMatrix(rect: readonly number[], bbox: readonly number[], matrix: readonly number[]): number[];
    lookupRect(value: unknown, fallback: readonly number[]): readonly number[];
    lookupMatrix(value: unknown, fallback: readonly number[]): readonly number[];
  };
}

/** Of these a viewer draws a window or nothing, or they lie upon text that is read anyway. */
const UNREAD = new Set(['Popup']);
const TEXT_RESOURCES = ['ExtGState', 'Font', 'Properties', 'XObject'];
const IDENTITY = [1, 0, 0, 1, 0, 0];

export async function readAnnotations(work: AnnotationReadRequest): Promise<void> {
  for (const annotation of await work.page._parsedAnnotations) {
    work.task.ensureNotTerminated();
    if (!annotation.mustBeViewed(null, false)) continue;
    const { subtype = '', rect } = annotation.data;
    const contents = annotation.data.contentsObj?.str.trim() ?? '';
    if (
      subtype !== 'FreeText' &&
      subtype !== 'Widget' &&
      subtype !== 'Stamp' &&
      subtype !== 'Link' &&
      contents !== ''
    ) {
      mark(work, annotation, { value: null, note: 'yes' });
    }
    if (UNREAD.has(subtype) || !rect) continue;
    await readOne(work, annotation, rect);
  }
}

async function readOne(
  work: AnnotationReadRequest,
  annotation: ParsedAnnotation,
  rect: readonly number[],
): Promise<void> {
  const appearance = appearanceOf(annotation);
  const value = appearance ? null : writtenIn(annotation);
  if (!appearance && value === null) return;
  mark(work, annotation, { value, note: 'no' });
  let isDamaged = false;
  try {
    if (appearance) await readAppearance(work, annotation, rect, appearance);
  } catch {
    // The page is read all the same, as pdf.js does with its own parts.
    isDamaged = true;
  } finally {
    put(work.sink, { type: 'fonds-annotation-end', isDamaged });
  }
}

async function readAppearance(
  work: AnnotationReadRequest,
  annotation: ParsedAnnotation,
  rect: readonly number[],
  appearance: PdfStream,
): Promise<void> {
  const { parts, evaluator, task, sink } = work;
  const [left = 0, foot = 0, right = 0, head = 0] = rect;
  const bbox = parts.lookupRect(appearance.dict.getArray('BBox'), [0, 0, right - left, head - foot]);
  const matrix = parts.lookupMatrix(appearance.dict.getArray('Matrix'), IDENTITY);
  const stateManager = new parts.StateManager(new parts.TextState());
  stateManager.transform(parts.getTransformMatrix(rect, bbox, matrix));
  stateManager.transform(matrix);
  const resources = await annotation.loadResources(TEXT_RESOURCES, appearance);
  const viewBox = work.page.view;
  await evaluator.getTextContent({
    stream: appearance,
    task,
    resources,
    stateManager,
    includeMarkedContent: true,
    sink,
    viewBox,
  });
  annotation.reset();
}

function appearanceOf(annotation: ParsedAnnotation): PdfStream | null {
  const { data } = annotation;
  if (data.checkBox || data.radioButton) {
    const isOn = data.fieldValue === (data.checkBox ? data.exportValue : data.buttonValue);
    return annotation.appearance ?? (isOn ? annotation.checkedAppearance : annotation.uncheckedAppearance) ?? null;
  }
  // The program that filled the form in left it to the viewer to draw what was written.
  if (annotation._needAppearances && writtenIn(annotation) !== null) return null;
  return annotation.appearance;
}

function writtenIn({ data }: ParsedAnnotation): string | null {
  if (data.subtype === 'FreeText') return data.contentsObj?.str || null;
  if (data.subtype !== 'Widget' || data.password || data.pushButton || data.checkBox || data.radioButton) return null;
  const values = (Array.isArray(data.fieldValue) ? data.fieldValue : [data.fieldValue]) as unknown[];
  const shown = values.map(
    (value) => data.options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value,
  );
  return shown.filter((value) => typeof value === 'string').join('\n') || null;
}

function mark(
  work: AnnotationReadRequest,
  { data }: ParsedAnnotation,
  content: Pick<AnnotationMark, 'value' | 'note'>,
): void {
  const { subtype = '', fieldType = null, rect, defaultAppearanceData } = data;
  const size = defaultAppearanceData?.fontSize ?? 0;
  put(work.sink, { type: 'fonds-annotation', subtype, fieldType, rect: [...(rect ?? [])], size, ...content });
}

function put(sink: PdfSink, item: AnnotationMark | AnnotationEnd): void {
  sink.enqueue({ items: [item], styles: {}, lang: null }, 1);
}
