/** How the editors of proofreading and transcription look. */
import { EditorView } from '@codemirror/view';

export const EDITOR_LOOK = EditorView.theme({
  '&': { flex: '1', minWidth: '0', minHeight: '0', backgroundColor: 'var(--paper)', color: 'var(--ink-reading)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-reading)',
    fontSize: 'var(--reading-size)',
    lineHeight: 'var(--leading-reading)',
    overflow: 'auto',
  },
  '.cm-content': { padding: '16px 32px 45vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 6px' },
  '.cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selected)',
  },
  '.cm-doubtful': {
    backgroundColor: 'var(--hit)',
    borderBottom: '2px dotted var(--hit-edge)',
    borderRadius: '2px',
  },
  '.cm-line-image': {
    position: 'relative',
    overflow: 'hidden',
    margin: '10px 0 0',
    maxWidth: '100%',
    backgroundColor: 'var(--page-ground)',
    borderRadius: '2px',
    cursor: 'text',
  },
  '.cm-line-image > img': { display: 'block', width: '100%', height: '100%', pointerEvents: 'none' },
  '.cm-line-image::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    backgroundColor: 'var(--page-veil)',
    pointerEvents: 'none',
  },
  '.cm-word-frame': {
    position: 'absolute',
    zIndex: '1',
    border: '2px solid var(--hit-edge)',
    borderRadius: '3px',
    pointerEvents: 'none',
  },
  '.cm-page-head': {
    padding: '20px 0 0',
    color: 'var(--ink-quiet)',
    fontFamily: 'var(--font-frame)',
    fontSize: 'var(--text-small)',
    lineHeight: '20px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--hit)', outline: '1px solid var(--hit-edge)' },
  '.cm-panels': {
    backgroundColor: 'var(--desk)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-frame)',
    fontSize: '13px',
  },
});
