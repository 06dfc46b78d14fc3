/** The command palette: every command that would do something now, and sources by title. Enter runs the first. */
import { FileText, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { COMMANDS, type CommandId, type SourceId } from '../../electron/contract/index.js';
import { runCommand, useCall, useEnabledCommands } from '../api/index.js';
import { Kbd, sayOffered } from '../ui/index.js';
import { rank } from './fuzzy.js';
import { useOpenSource } from './open-source.js';
import css from './Palette.module.css';

const SOURCES_SHOWN = 8;

interface ChoicesProps {
  readonly typed: string;
  /** Enter was pressed before any choice could be reached by it: the first is meant, once it is known. */
  readonly isEntered: boolean;
  onClose(): void;
}

function Choices({ typed, isEntered, onClose }: ChoicesProps) {
  const enabled = useEnabledCommands();
  const openSource = useOpenSource();
  const found = useCall(
    'source.list',
    {
      filter: { contains: typed.trim() },
      sort: { by: 'title', direction: 'ascending' },
      offset: 0,
      limit: SOURCES_SHOWN,
    },
    { enabled: openSource !== null && typed.trim().length >= 2, keep: true },
  );
  const commands = rank(
    typed,
    COMMANDS.filter(({ id }) => id !== 'palette.open' && enabled.has(id)),
    ({ title }) => title,
  );
  const sources = typed.trim().length >= 2 && found.status === 'ready' ? found.data.rows : [];

  const more = found.status === 'ready' ? sayOffered(sources.length, found.data.total) : '';

  // The palette must be gone before the command runs: it may open a dialog, or ask where the focus is.
  const later = (run: () => void) => {
    onClose();
    setTimeout(run, 0);
  };
  const act = (key: string) => {
    const [kind, id] = key.split(':', 2);
    if (kind === 'command') later(() => runCommand(id as CommandId));
    else if (openSource) later(() => openSource(id as SourceId));
  };
  const [command] = commands;
  // While the next answer is under way the list still shows the one before.
  const source = found.status === 'ready' && !found.refreshing ? sources[0] : undefined;
  const first = command ? `command:${command.id}` : source ? `source:${source.id}` : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts once, when the first choice is known
  useEffect(() => {
    if (isEntered && first !== null) act(first);
  }, [isEntered, first]);

  return (
    <ListBox
      aria-label="Commands and sources"
      className={css.menu ?? ''}
      renderEmptyState={() => <p className={css.empty}>Nothing is called “{typed}”. Try fewer letters.</p>}
      onAction={(key) => act(String(key))}
    >
      {commands.length > 0 ? (
        <ListBoxSection>
          <Header className={css.header ?? ''}>Commands</Header>
          {commands.map(({ id, title, keys }) => (
            <ListBoxItem key={id} id={`command:${id}`} textValue={title} className={css.item ?? ''}>
              <span className={css.title}>{title}</span>
              {keys ? <Kbd keys={keys} /> : null}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ) : null}
      {sources.length > 0 ? (
        <ListBoxSection>
          <Header className={css.header ?? ''}>{['Sources', more].filter(Boolean).join(': ')}</Header>
          {sources.map(({ id, title, documentType, dateWritten }) => (
            <ListBoxItem key={id} id={`source:${id}`} textValue={title} className={css.item ?? ''}>
              <FileText size={14} aria-hidden className={css.icon ?? ''} />
              <span className={css.title}>{title}</span>
              <span className={css.detail}>{[documentType, dateWritten].filter(Boolean).join(' · ')}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ) : null}
    </ListBox>
  );
}

function Body({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState('');
  const [isEntered, setEntered] = useState(false);
  const type = (text: string) => {
    setTyped(text);
    setEntered(false);
  };
  // The list marks its first choice a moment after it was drawn; until then Enter would do nothing.
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    const isMarked = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !isMarked && typed.trim() !== '') setEntered(true);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      <TextField aria-label="Command or source" autoFocus className={css.line ?? ''}>
        <Search size={16} aria-hidden />
        <Input
          role="combobox"
          aria-expanded
          className={css.input ?? ''}
          placeholder="Type a command, or the title of a source"
          onKeyDownCapture={enter}
        />
      </TextField>
      <Choices typed={typed} isEntered={isEntered} onClose={onClose} />
    </Autocomplete>
  );
}

export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onClose} isDismissable className={css.overlay ?? ''}>
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label="Command palette" className={css.body ?? ''}>
          <Body onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
