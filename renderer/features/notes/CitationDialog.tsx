/** The place and the words of a citation: what it cites stays. */
import { useState } from 'react';
import { citationKey, type NoteMark } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, Dialog, TextField } from '../../ui/index.js';
import type { NoteEditor } from './editor/index.js';

type CitationMark = Extract<NoteMark, { kind: 'citation' }>;

export interface EditedCitation {
  /** In offsets of the note. */
  readonly mark: CitationMark;
}

export interface CitationDialogProps {
  readonly edited: EditedCitation;
  readonly editor: NoteEditor;
  onClose(): void;
}

/** What would end or split the citation in Markdown. */
const plain = (text: string): string => text.replace(/[[\];@\n]+/g, ' ').trim();

/** Drawn only while it is open. */
export function CitationDialog({ edited: { mark }, editor, onClose }: CitationDialogProps) {
  const [first] = mark.items;
  const [suffix, setSuffix] = useState(first?.suffix ?? '');
  const [prefix, setPrefix] = useState(first?.prefix ?? '');
  if (!first) return null;
  const submit = () => {
    const items = mark.items.map((item, at) =>
      at === 0 ? { ...item, prefix: plain(prefix), suffix: plain(suffix) } : item,
    );
    const parts = items.map(({ key, prefix: before, suffix: after }) =>
      [before === '' ? '' : `${before} `, citationKey(key.kind, key.id), after === '' ? '' : `, ${after}`].join(''),
    );
    const insert = `[${parts.join('; ')}]`;
    const view = editor.view();
    view?.dispatch({
      changes: { from: mark.start, to: mark.end, insert },
      selection: { anchor: mark.start + insert.length },
      userEvent: 'input.cite',
    });
    onClose();
  };
  const onEnter = (event: { key: string; continuePropagation(): void }) =>
    event.key === 'Enter' ? submit() : event.continuePropagation();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Citation')}
      {...(mark.items.length > 1 ? { subtitle: t('Of the first of those cited here') } : {})}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" onPress={submit}>
            {t('Save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('Page or place')}
        description={t('Such as p. 3, fol. 2v, pp. 4–6. Words may follow: p. 3, in pencil')}
        autoFocus
        maxLength={200}
        value={suffix}
        onChange={setSuffix}
        onKeyDown={onEnter}
      />
      <TextField
        label={t('Words before')}
        description={t('Such as see, or compare')}
        maxLength={200}
        value={prefix}
        onChange={setPrefix}
        onKeyDown={onEnter}
      />
    </Dialog>
  );
}
