/** What stands in the place of a text while a source has none: what can be done with it all the same. */
import { FileText } from 'lucide-react';
import { t } from '../../../electron/wording/index.js';
import { runCommand, useEnabledCommands } from '../../api/index.js';
import { Button, EmptyState } from '../../ui/index.js';

export interface NoTextYetProps {
  readonly hasFile: boolean;
  onOriginal(): void;
}

export function NoTextYet({ hasFile, onOriginal }: NoTextYetProps) {
  const enabled = useEnabledCommands();
  const canWrite = enabled.has('text.correct');
  const canTranscribe = hasFile && enabled.has('text.transcribe');
  const canRead = hasFile && enabled.has('source.ocr');
  return (
    <EmptyState
      icon={<FileText size={28} strokeWidth={1.5} />}
      title={t('No text yet')}
      action={
        <>
          {hasFile ? <Button onPress={onOriginal}>{t('Show the original')}</Button> : null}
          {canRead ? (
            <Button variant="primary" onPress={() => runCommand('source.ocr')}>
              {t('Read pages by OCR…')}
            </Button>
          ) : null}
          {canTranscribe ? <Button onPress={() => runCommand('text.transcribe')}>{t('Transcribe…')}</Button> : null}
          {canWrite && !canTranscribe ? (
            <Button onPress={() => runCommand('text.correct')}>{t('Write the text…')}</Button>
          ) : null}
        </>
      }
    >
      {hasFile
        ? t(
            'Nothing was read from this file. It is found by its description, and its pages can be looked at and marked.',
          )
        : t('This source has no file. It is found by its description, and can be cited, tagged and noted.')}
    </EmptyState>
  );
}
