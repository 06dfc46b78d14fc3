/** Asks what is to be exported, in which form and citation style; the shell then asks where. The work is a job. */
import { useState } from 'react';
import type { ExportFormat, Preferences } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { performShell, setPreferences, useCall, useCommand } from '../../api/index.js';
import { Button, Dialog, Select } from '../../ui/index.js';
import css from './ExportDialog.module.css';
import { type ExportContext, exportChoices, formatsFor, hasCitations } from './export-choices.js';

export type { ExportContext } from './export-choices.js';

export interface ExportDialogProps {
  readonly context: ExportContext;
  readonly preferences: Preferences;
  readonly isReadOnly: boolean;
}

/** Only how many there are. */
const COUNTED = { offset: 0, limit: 1 } as const;

export function ExportDialog({ context, preferences, isReadOnly }: ExportDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [isAsking, setAsking] = useState(false);
  const notes = useCall('note.list', COUNTED, { enabled: isOpen });
  const collections = useCall('collection.list', undefined, { enabled: isOpen });
  const tags = useCall('tag.list', undefined, { enabled: isOpen });
  const styles = useCall('cite.styles', undefined, { enabled: isOpen });
  const close = () => setOpen(false);
  useCommand('export.work', () => {
    setChosen(null);
    setOpen(true);
  });
  useCommand('import.annotations', () => void performShell('shell.importAnnotations', undefined), {
    enabled: !isReadOnly,
  });

  const choices = exportChoices(context, {
    notes: notes.status === 'ready' ? notes.data.total : 0,
    collections: collections.status === 'ready' ? collections.data : [],
    tags: tags.status === 'ready' ? tags.data : [],
  });
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];
  if (!choice) return null;
  const formats = formatsFor(choice);
  const form = formats.find(({ id }) => id === format) ?? formats[0];
  const { citationStyle: style, citationLocale: locale } = preferences;

  const write = async () => {
    if (!form) return;
    setAsking(true);
    const begun = await performShell('shell.export', { what: choice.what, format: form.id, style, locale });
    setAsking(false);
    if (begun.ok && begun.value !== null) close();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={close}
      title={t('Export notes and annotations')}
      subtitle={t('With what a stranger needs to check them: citations, pages, hashes of the originals')}
      actions={
        <>
          <Button onPress={close}>{t('Cancel')}</Button>
          <Button variant="primary" onPress={() => void write()} isDisabled={isAsking}>
            {t('Choose where…')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <Select
          label={t('What')}
          options={choices.map(({ id, label }) => ({ id, label }))}
          value={choice.id}
          onChange={setChosen}
        />
        <Select<ExportFormat>
          label={t('Form')}
          options={formats.map(({ id, title, about }) => ({ id, label: title, detail: about }))}
          value={form?.id ?? 'docx'}
          onChange={setFormat}
          description={form?.about}
        />
        {form && hasCitations(form.id) && styles.status === 'ready' ? (
          <Select
            label={t('Citation style')}
            options={styles.data.map(({ id, title }) => ({ id, label: title }))}
            value={style}
            onChange={(next) => void setPreferences({ citationStyle: next })}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
