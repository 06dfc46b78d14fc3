/** The menu of a place in a note: what a word may have been, and what can be done with a selection. */
import { redo, undo } from '@codemirror/commands';
import { useEffect, useState } from 'react';
import { perform, useShellState } from '../../api/index.js';
import { ContextMenu, MenuItem, MenuRule, MenuSection } from '../../ui/index.js';
import { misspeltAt, type NoteEditor } from './editor/index.js';

export interface MenuPlace {
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** UTF-16 offset of the text. */
  readonly offset: number;
}

export interface NoteMenuProps {
  readonly place: MenuPlace | null;
  readonly editor: NoteEditor;
  readonly isWritable: boolean;
  onClose(): void;
}

const MOST_SUGGESTED = 6;

export function NoteMenu({ place, editor, isWritable, onClose }: NoteMenuProps) {
  const shell = useShellState();
  const [suggested, setSuggested] = useState<readonly string[] | null>(null);
  const view = editor.view();
  const misspelt = place && view && isWritable ? misspeltAt(view, place.offset) : null;
  const word = misspelt?.word ?? null;
  const languages = shell.status === 'ready' ? shell.data.preferences.spelling : [];
  const languageKey = languages.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another word or language asks anew
  useEffect(() => {
    setSuggested(null);
    if (word === null) return;
    let isCurrent = true;
    void perform('spelling.suggest', { languages: [...languages], word }, { quiet: true }).then((answer) => {
      if (isCurrent) setSuggested(answer.ok ? answer.value.slice(0, MOST_SUGGESTED) : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [word, languageKey]);

  const close = () => {
    onClose();
    requestAnimationFrame(() => editor.view()?.focus());
  };
  const replace = (insert: string) => {
    if (!misspelt || !view) return;
    const { from, to } = misspelt;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.spell',
    });
  };
  const clipboard = (deed: 'cut' | 'copy') => {
    requestAnimationFrame(() => {
      editor.view()?.focus();
      document.execCommand(deed);
    });
  };
  const hasSelection = view?.state.selection.main.empty === false;
  // Suggestions are waited for: a menu that grows under the finger is chosen from by mistake.
  const isReady = place !== null && (word === null || suggested !== null);

  return (
    <ContextMenu at={isReady ? place : null} label={word === null ? 'Note' : `Spelling of ${word}`} onClose={close}>
      {word !== null ? (
        <>
          <MenuSection title={suggested?.length ? `Instead of “${word}”` : `Nothing resembles “${word}”`}>
            {(suggested ?? []).map((one) => (
              <MenuItem key={one} id={`suggestion-${one}`} onAction={() => replace(one)}>
                {one}
              </MenuItem>
            ))}
            <MenuItem id="learn" onAction={() => void perform('spelling.learn', { word })}>
              {`Learn “${word}”`}
            </MenuItem>
          </MenuSection>
          <MenuRule />
        </>
      ) : null}
      <MenuItem id="cut" isDisabled={!hasSelection || !isWritable} keys="CmdOrCtrl+X" onAction={() => clipboard('cut')}>
        Cut
      </MenuItem>
      <MenuItem id="copy" isDisabled={!hasSelection} keys="CmdOrCtrl+C" onAction={() => clipboard('copy')}>
        Copy
      </MenuItem>
      <MenuItem id="undo" isDisabled={!isWritable} keys="CmdOrCtrl+Z" onAction={() => void (view && undo(view))}>
        Undo
      </MenuItem>
      <MenuItem id="redo" isDisabled={!isWritable} keys="CmdOrCtrl+Shift+Z" onAction={() => void (view && redo(view))}>
        Redo
      </MenuItem>
    </ContextMenu>
  );
}
