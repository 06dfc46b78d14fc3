/** Pasting and dropping: formatted text becomes Markdown; files are left to the import. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { htmlToMarkdown } from './html-to-markdown.js';

/** @returns null when the plain words are the better choice: no format, or text from an editor of code. */
function markdownIn(data: DataTransfer | null): string | null {
  const html = data?.getData('text/html') ?? '';
  if (html === '' || /data-vscode|<meta name="?generator"? content="?Fonds/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (
    !body.querySelector(
      'p, br, b, strong, i, em, a[href], ul, ol, h1, h2, h3, h4, h5, h6, table, blockquote, pre, span[style]',
    )
  ) {
    return null;
  }
  const markdown = htmlToMarkdown(body);
  return markdown === '' ? null : markdown;
}

function insert(view: EditorView, text: string, range: { from: number; to: number }, userEvent: string): void {
  view.dispatch({
    changes: { ...range, insert: view.state.toText(text) },
    selection: { anchor: range.from + text.length },
    userEvent,
    scrollIntoView: true,
  });
}

export const pasting: Extension = EditorView.domEventHandlers({
  paste: (event, view) => {
    const markdown = view.state.readOnly ? null : markdownIn(event.clipboardData);
    if (markdown === null) return false;
    insert(view, markdown, view.state.selection.main, 'input.paste');
    event.preventDefault();
    return true;
  },
  drop: (event, view) => {
    // The import takes files; an editor would read their bytes as words.
    if (event.dataTransfer?.types.includes('Files')) return true;
    const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const isOwn = view.contentDOM.contains(document.activeElement) && view.state.selection.main.empty === false;
    const markdown = view.state.readOnly || offset === null || isOwn ? null : markdownIn(event.dataTransfer);
    if (markdown === null || offset === null) return false;
    insert(view, markdown, { from: offset, to: offset }, 'input.drop');
    event.preventDefault();
    return true;
  },
});
