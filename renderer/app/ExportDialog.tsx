/** Asks in which form to write down what a search found; the shell then asks where. */
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { SearchQuery } from '../../electron/contract/index.js';
import { announce, performShell } from '../api/index.js';
import { Button, Dialog, plural } from '../ui/index.js';
import css from './ExportDialog.module.css';

const FORMATS = [
  { id: 'csv', title: 'Table (CSV)', text: 'One line a hit, for a spreadsheet' },
  { id: 'md', title: 'Markdown', text: 'For reading and for notes, with the passages' },
  { id: 'json', title: 'JSON', text: 'For programs, with offsets' },
] as const;
type Format = (typeof FORMATS)[number]['id'];

export interface ExportDialogProps {
  readonly query: SearchQuery;
  readonly isOpen: boolean;
  onClose(): void;
}

export function ExportDialog({ query, isOpen, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<Format>('csv');
  const [state, setState] = useState<'asking' | 'writing'>('asking');

  const write = async () => {
    setState('writing');
    const result = await performShell('shell.exportSearch', { ...query, format });
    setState('asking');
    if (!result.ok || result.value === null) return;
    onClose();
    const { hits, fileName } = result.value;
    announce(`${plural(hits, 'hit')} written to ${fileName}`, { tone: 'good' });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title="Export what was found"
      subtitle={`Every hit for “${query.query}”`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void write()} isDisabled={state === 'writing'}>
            {state === 'writing' ? 'Writing…' : 'Choose where…'}
          </Button>
        </>
      }
    >
      <RadioGroup
        className={css.group ?? ''}
        value={format}
        onChange={(value) => setFormat(FORMATS.find(({ id }) => id === value)?.id ?? 'csv')}
      >
        <Label className={css.label ?? ''}>Form</Label>
        {FORMATS.map(({ id, title, text }) => (
          <Radio key={id} value={id} className={css.choice ?? ''}>
            <span className={css.dot} aria-hidden />
            <span>
              <span className={css.title}>{title}</span>
              <span className={css.text}>{text}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </Dialog>
  );
}
