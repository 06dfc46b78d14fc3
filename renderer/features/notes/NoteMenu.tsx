/** The menu of a place in a note: what a word may have been, and what can be done with a selection. */
import { redo, undo } from '@codemirror/commands';
import { useEffect, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { announce, announceWait, perform, useShellState } from '../../api/index.js';
import { ContextMenu, MenuItem, MenuRule, MenuSection } from '../../ui/index.js';
import type { MenuAnchor, NoteEditor } from './editor/index.js';

export interface NoteMenuProps {
  readonly anchor: MenuAnchor | null;
  readonly editor: NoteEditor;
  readonly isWritable: boolean;
  onClose(): void;
}

const MAX_SUGGESTED = 6;

export function NoteMenu({ anchor, editor, isWritable, onClose }: NoteMenuProps) {
  const shell = useShellState();
  const [suggested, setSuggested] = useState<readonly string[] | 'unknown' | null>(null);
  const view = editor.view();
  const spelling = isWritable ? (anchor?.spelling ?? null) : null;
  const misspelt = spelling?.verdict === 'wrong' ? spelling.range : null;
  const word = misspelt?.word ?? null;
  const languages = shell.status === 'ready' ? shell.data.preferences.spelling : [];
  const languageKey = languages.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another word or language is another question
  useEffect(() => {
    setSuggested(null);
    if (word === null) return;
    let isCurrent = true;
    const end = announceWait(t('Looking for words like “{word}”', { word }));
    void perform('spelling.suggest', { languages: [...languages], word }, { quiet: true }).then((answer) => {
      end();
      if (isCurrent) setSuggested(answer.ok ? answer.value.slice(0, MAX_SUGGESTED) : 'unknown');
    });
    return () => {
      end();
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
    // The note may have been changed elsewhere while the menu was open.
    if (view.state.sliceDoc(from, to) !== misspelt.word) {
      announce(t('“{word}” has moved', { word: misspelt.word }), {
        text: t('The note was changed elsewhere. Press Ctrl+. at the word again.'),
      });
      return;
    }
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
  const isReady = anchor !== null && (word === null || suggested !== null);

  return (
    <ContextMenu
      at={isReady ? anchor : null}
      label={word === null ? t('Note') : t('Spelling of {word}', { word })}
      onClose={close}
    >
      {word !== null ? (
        <>
          <MenuSection title={titleOf(word, suggested)}>
            {(Array.isArray(suggested) ? suggested : []).map((one) => (
              <MenuItem key={one} id={`suggestion-${one}`} onAction={() => replace(one)}>
                {one}
              </MenuItem>
            ))}
            <MenuItem id="learn" onAction={() => void perform('spelling.learn', { word })}>
              {t('Learn “{word}”', { word })}
            </MenuItem>
          </MenuSection>
          <MenuRule />
        </>
      ) : spelling ? (
        <>
          {/* It stays as it is while the menu is open: what grows under the finger is chosen from by mistake. */}
          <MenuItem id="unknown" isDisabled onAction={() => undefined}>
            {t('“{word}” has not been looked up yet', { word: spelling.range.word })}
          </MenuItem>
          <MenuRule />
        </>
      ) : null}
      <MenuItem id="cut" isDisabled={!hasSelection || !isWritable} keys="CmdOrCtrl+X" onAction={() => clipboard('cut')}>
        {t('Cut')}
      </MenuItem>
      <MenuItem id="copy" isDisabled={!hasSelection} keys="CmdOrCtrl+C" onAction={() => clipboard('copy')}>
        {t('Copy')}
      </MenuItem>
      <MenuItem id="undo" isDisabled={!isWritable} keys="CmdOrCtrl+Z" onAction={() => void (view && undo(view))}>
        {t('Undo')}
      </MenuItem>
      <MenuItem id="redo" isDisabled={!isWritable} keys="CmdOrCtrl+Shift+Z" onAction={() => void (view && redo(view))}>
        {t('Redo')}
      </MenuItem>
    </ContextMenu>
  );
}

function titleOf(word: string, suggested: readonly string[] | 'unknown' | null): string {
  if (suggested === 'unknown') return t('No suggestions for “{word}”: the dictionary did not answer', { word });
  return suggested?.length ? t('Instead of “{word}”', { word }) : t('Nothing resembles “{word}”', { word });
}
