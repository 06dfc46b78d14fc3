/** What can be done with the words that are selected, near them. The digits take a colour, Escape goes back to the text. */
import { Link2, MessageSquareText, NotebookPen, Tag as TagIcon, TextQuote } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { COMMANDS, Colour, type CommandId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { runCommand, useEnabledCommands } from '../../api/index.js';
import { COLOURS, colourName } from '../../shared/annotation-labels.js';
import { Swatch } from '../../shared/ColourPicker.js';
import { Button, Toolbar, Tooltip } from '../../ui/index.js';
import type { SourceRange } from './annotation-actions.js';
import css from './SelectionTools.module.css';
import type { DocumentAnnotations } from './use-document-annotations.js';

export interface SelectionToolsProps {
  readonly passage: SourceRange;
  readonly annotations: DocumentAnnotations;
  focusText(): void;
}

export function SelectionTools({ passage, annotations, focusText }: SelectionToolsProps) {
  const { canEdit, colour: last, highlight } = annotations;
  const enabled = useEnabledCommands();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = Colour.safeParse(Number(event.key));
    if (digit.success && canEdit) void highlight(passage, { colour: digit.data });
    else if (event.key === 'Escape') focusText();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the tools within, which have the focus
    <div className={css.tools} onKeyDown={onKeyDown}>
      <Toolbar label={t('For the selection')}>
        {canEdit
          ? COLOURS.map((colour) => (
              <Tooltip
                key={colour}
                text={t('Highlight: {colourName}', { colourName: colourName(colour) })}
                keys={String(colour)}
              >
                <Button
                  variant="icon"
                  size="small"
                  aria-label={t('Highlight in {colourName}{value}', {
                    colourName: colourName(colour).toLowerCase(),
                    value: colour === last ? t(', used last') : '',
                  })}
                  onPress={() => void highlight(passage, { colour })}
                >
                  <Swatch colour={colour} />
                </Button>
              </Tooltip>
            ))
          : null}
        {canEdit ? <span className={css.rule} aria-hidden /> : null}
        {tool('annotation.comment', <MessageSquareText size={15} aria-hidden />)}
        {tool('annotation.tag', <TagIcon size={15} aria-hidden />)}
        {tool('note.quote', <NotebookPen size={15} aria-hidden />)}
        {tool('cite.copy', <Link2 size={15} aria-hidden />)}
        {tool('search.similar', <TextQuote size={15} aria-hidden />)}
      </Toolbar>
    </div>
  );

  function tool(command: CommandId, icon: ReactNode) {
    if (!enabled.has(command)) return null;
    const { title, keys } = COMMANDS.find(({ id }) => id === command) ?? { title: command, keys: null };
    return (
      <Tooltip text={title} keys={keys}>
        <Button variant="icon" size="small" aria-label={title} onPress={() => runCommand(command)}>
          {icon}
        </Button>
      </Tooltip>
    );
  }
}
