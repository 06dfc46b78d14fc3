/** The whole window takes files and folders. The page learns their names only; the shell keeps the paths. */
import { FileInput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import css from './DropZone.module.css';

export interface DropZoneProps {
  /** Why nothing can be dropped now; null when it can. */
  readonly refusal: string | null;
  onDrop(files: readonly File[]): void;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropZone({ refusal, onDrop }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const latest = useRef({ refusal, onDrop });
  useEffect(() => {
    latest.current = { refusal, onDrop };
  });

  useEffect(() => {
    // Entering a child comes before leaving its parent: count, and the window is left at nought.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      // Without this the page would open the file instead.
      event.preventDefault();
      event.dataTransfer.dropEffect = latest.current.refusal === null ? 'copy' : 'none';
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && latest.current.refusal === null) latest.current.onDrop(files);
    };
    const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name as keyof typeof listeners, listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name as keyof typeof listeners, listener);
      }
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={css.zone} data-refused={refusal !== null || undefined}>
      <div className={css.frame}>
        <FileInput size={36} strokeWidth={1.4} aria-hidden />
        <p className={css.title}>{refusal ?? t('Drop files or folders to bring them in')}</p>
        {refusal === null ? (
          <p className={css.text}>{t('You see first what will happen. Your files stay where they are.')}</p>
        ) : null}
      </div>
    </div>
  );
}
