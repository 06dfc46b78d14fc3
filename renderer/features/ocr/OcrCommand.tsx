/** The command “Read pages by OCR…”, of the sources that are selected or the one that is read, and its dialog. */
import { useState } from 'react';
import type { JobId, SourceId } from '../../../electron/contract/index.js';
import { useCommand } from '../../api/index.js';
import { OcrDialog } from './OcrDialog.js';

export interface OcrCommandProps {
  readonly sourceIds: readonly SourceId[];
  readonly isReadOnly: boolean;
  onStarted(id: JobId): void;
}

export function OcrCommand({ sourceIds, isReadOnly, onStarted }: OcrCommandProps) {
  const [asked, setAsked] = useState<readonly SourceId[] | null>(null);
  useCommand('source.ocr', () => setAsked(sourceIds), { enabled: !isReadOnly && sourceIds.length > 0 });
  if (!asked) return null;
  return (
    <OcrDialog
      sourceIds={asked}
      onClose={() => setAsked(null)}
      onStarted={(id) => {
        setAsked(null);
        onStarted(id);
      }}
    />
  );
}
