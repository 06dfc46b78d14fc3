/** The frame of one text side by side, with the menu of the variant that is pointed at, or looked at. */
import { type MouseEvent, type ReactNode, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { ContextMenu } from '../../../ui/index.js';
import { TakeOverItem } from './TakeOver.js';
import type { TakeOverActions } from './use-take-over.js';

export interface WitnessPaneMenuProps {
  readonly className: string;
  readonly witness: number;
  readonly takeOver: TakeOverActions;
  readonly canOpen: boolean;
  readonly children: ReactNode;
  /** The pointer or the focus is in this text now. */
  onActive(): void;
  onChoose(id: string): void;
}

export function WitnessPaneMenu({
  className,
  witness,
  takeOver,
  canOpen,
  children,
  onActive,
  onChoose,
}: WitnessPaneMenuProps) {
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const choices = takeOver.directions.filter(({ from, into }) => from === witness || into === witness);
  const open = (event: MouseEvent<HTMLElement>) => {
    if (!canOpen || !(event.target instanceof Element)) return;
    const id = event.target.closest<HTMLElement>('[data-overlay]')?.dataset.overlay;
    // The key of the menu is for the current variant, wherever the focus is in the text.
    if (id === undefined && (choices.length === 0 || event.button === 2)) return;
    event.preventDefault();
    if (id !== undefined) onChoose(id);
    setAt({ x: event.clientX, y: event.clientY });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is done here is in the line above the texts too
    <div className={className} onFocusCapture={onActive} onPointerDownCapture={onActive} onContextMenu={open}>
      {children}
      <ContextMenu at={choices.length > 0 ? at : null} label={t('This variant')} onClose={() => setAt(null)}>
        {choices.map((choice) => (
          <TakeOverItem key={choice.title} choice={choice} take={takeOver.apply} />
        ))}
      </ContextMenu>
    </div>
  );
}
