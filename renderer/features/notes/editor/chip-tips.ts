/** What a chip is about, in a tip: under the pointer, or beside the cursor after it moved there. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, hoverTooltip, keymap, showTooltip, type Tooltip, type TooltipView } from '@codemirror/view';
import type { AnnotationId, NoteMark, SourceId, StyledText } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { perform } from '../../../api/index.js';
import { chipLabel } from './chip-labels.js';
import { noteHost } from './note-host.js';
import { keyOfMark, markAtCursor, marksOfLine } from './note-marks.js';
import { references } from './references.js';

const closeTip = StateEffect.define<null>();

function element(className: string, text: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}

/** Words with their look, as elements; only italics and bold matter in a tip. */
function styled(text: StyledText): HTMLElement {
  const line = element('cm-tip-citation', '');
  for (const { text: words, styles } of text) {
    const run = document.createElement(styles.includes('italic') ? 'em' : styles.includes('bold') ? 'strong' : 'span');
    run.textContent = words;
    line.append(run);
  }
  return line;
}

async function citationOf(view: EditorView, mark: NoteMark): Promise<StyledText[]> {
  if (mark.kind !== 'citation') return [];
  const known = view.state.field(references);
  const items = mark.items.flatMap(({ key, prefix, suffix }) => {
    const place = known.get(`${key.kind}:${key.id}`)?.place;
    const sourceId = key.kind === 'source' ? (key.id as SourceId) : place?.sourceId;
    if (!sourceId) return [];
    return [
      {
        sourceId,
        ...(key.kind === 'passage' ? { annotationId: key.id as AnnotationId } : {}),
        ...(suffix === '' ? {} : { locator: suffix.slice(0, 200) }),
        ...(prefix === '' ? {} : { prefix }),
      },
    ];
  });
  if (items.length === 0) return [];
  const drawn = await perform('cite.format', { ...view.state.facet(noteHost).citationStyle(), items }, { quiet: true });
  return drawn.ok ? drawn.value.map(({ note }) => note) : [];
}

function drawTip(view: EditorView, mark: NoteMark): TooltipView {
  const known = view.state.field(references);
  const { label, remark } = chipLabel(mark, known);
  const dom = element('cm-tip', '');
  dom.append(element('cm-tip-title', remark === '' ? label : `${label} · ${remark}`));
  const detail = known.get(keyOfMark(mark))?.detail ?? '';
  if (detail !== '') dom.append(element('cm-tip-detail', detail));
  const keys = element(
    'cm-tip-keys',
    mark.kind === 'citation' ? t('Alt+Enter opens it · F2 page and words') : t('Alt+Enter opens it'),
  );
  dom.append(keys);
  void citationOf(view, mark).then((citations) => {
    for (const citation of citations) keys.before(styled(citation));
  });
  return { dom };
}

const tipOf = (mark: NoteMark): Tooltip => ({
  pos: mark.start,
  end: mark.end,
  above: false,
  create: (view) => drawTip(view, mark),
});

/** Not after typing: somebody who has just cited goes on writing. */
const cursorTip = StateField.define<Tooltip | null>({
  create: () => null,
  update: (shown, transaction) => {
    if (transaction.docChanged || transaction.effects.some((effect) => effect.is(closeTip))) return null;
    if (!transaction.selection) return shown;
    const mark = markAtCursor(transaction.state);
    if (!mark) return null;
    // At its end: a chip that went to the next line begins, for the editor, at the end of the one before.
    return shown?.pos === mark.end ? shown : { ...tipOf(mark), pos: mark.end };
  },
  provide: (field) => showTooltip.from(field),
});

export const chipTips: Extension = [
  cursorTip,
  hoverTooltip(
    ({ state }, offset) => {
      const mark = marksOfLine(state, state.doc.lineAt(offset)).find(
        ({ start, end }) => start <= offset && offset <= end,
      );
      return mark && state.field(cursorTip)?.pos !== mark.end ? tipOf(mark) : null;
    },
    { hoverTime: 350 },
  ),
  keymap.of([
    {
      key: 'Escape',
      run: (view) => {
        if (!view.state.field(cursorTip)) return false;
        view.dispatch({ effects: closeTip.of(null) });
        return true;
      },
    },
  ]),
];
