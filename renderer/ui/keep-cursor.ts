/**
 * Keeps the cursor of an editor where it was, however the focus comes back. A browser puts it at the start of what it
 * focuses; CodeMirror undoes that for 200 ms, which on a busy machine pass before it hears of it.
 */
import { EditorView } from '@codemirror/view';

export const keepCursor = EditorView.domEventObservers({
  focus: (_event, view) => {
    // The browser moves the cursor after this event, and before what waits for the end of the task.
    queueMicrotask(() => {
      // Has the focus already: this only writes the selection of the state into the document.
      if (view.hasFocus) view.focus();
    });
  },
});
