/** The command “Read again with another character set…”, of the source that is read or selected, and its dialog. */
import { useState } from 'react';
import type { Source, SourceId } from '../../../electron/contract/index.js';
import { useCall, useCommand } from '../../api/index.js';
import { RereadDialog } from './RereadDialog.js';

export interface RereadCommandProps {
  readonly sourceIds: readonly SourceId[];
  readonly isReadOnly: boolean;
}

/** Formats that say themselves which characters they hold cannot be read otherwise. */
const isText = ({ originals }: Source) => originals[0]?.mediaType.startsWith('text/') === true;

export function RereadCommand({ sourceIds, isReadOnly }: RereadCommandProps) {
  const [only, ...others] = sourceIds;
  const sourceId = others.length === 0 ? only : undefined;
  return sourceId === undefined || isReadOnly ? null : <SourceRereadCommand key={sourceId} sourceId={sourceId} />;
}

function SourceRereadCommand({ sourceId }: { readonly sourceId: SourceId }) {
  const [isOpen, setOpen] = useState(false);
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const isReady = source.status === 'ready' && isText(source.data);
  useCommand('text.reread', () => setOpen(true), { enabled: isReady });
  if (!isOpen || source.status !== 'ready') return null;
  return <RereadDialog source={source.data} onClose={() => setOpen(false)} />;
}
