/** The page image beside a transcription: it follows the line that is written, and is enlarged and moved by key. */
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import css from './Proofreading.module.css';
import { usePageImage } from './page-images.js';
import type { LineShare } from './transcription.js';

export interface ImageSight {
  /** 1: as wide as there is room. */
  readonly zoom: number;
  /** What lies in the middle, as shares of the page. */
  readonly x: number;
  readonly y: number;
}

interface FollowedImageProps {
  readonly address: string | null;
  readonly label: string;
  readonly sight: ImageSight;
  readonly line: LineShare;
}

export function FollowedImage({ address, label, sight, line }: FollowedImageProps) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [shape, setShape] = useState<{ address: string; ratio: number } | null>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const { copy, problem } = usePageImage(address);
  const ratio = shape?.ratio ?? 1.4;
  const width = size.width * sight.zoom;
  const height = width * ratio;
  const left = shifted(size.width, width, sight.x);
  const top = shifted(size.height, height, sight.y);
  return (
    <div ref={room} className={css.image} data-page-image={shape?.address === address || undefined}>
      {address && copy ? (
        <img
          src={copy}
          alt={t('Picture of page {label}', { label })}
          draggable={false}
          style={{ width, height, transform: `translate(${left}px, ${top}px)` }}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setShape({ address, ratio: naturalHeight / Math.max(1, naturalWidth) })
          }
        />
      ) : null}
      {problem ? <p role="alert">{problem}</p> : null}
      {address && shape ? (
        <div
          className={css.ruler}
          style={{ top: top + line.top * height, height: Math.max(6, (line.bottom - line.top) * height) }}
        />
      ) : null}
    </div>
  );
}

/** @returns where the page begins so that `share` of it is in the middle, as far as it reaches to the edges. */
function shifted(room: number, whole: number, share: number): number {
  if (whole <= room) return (room - whole) / 2;
  return Math.min(0, Math.max(room - whole, room / 2 - share * whole));
}
