/** A picture as a page: decoded by the browser as an image, which cannot run anything, under a name of its own. */
import type { Original } from '../../../../electron/contract/index.js';
import { addressOf, checkedSize, type PageSource, PagesProblem } from './page-source.js';

/** A broadsheet at 600 dpi. */
const MAX_PX = 160_000_000;
const MAX_BYTES = 512 * 1024 * 1024;

export async function openBitmap(original: Original): Promise<PageSource> {
  if (original.fileBytes > MAX_BYTES) throw new PagesProblem('large');
  const answer = await fetch(addressOf(original)).catch(() => null);
  if (!answer?.ok) throw new PagesProblem('missing');
  const address = URL.createObjectURL(await answer.blob());
  try {
    const image = await loaded(address);
    const size = checkedSize(image.naturalWidth, image.naturalHeight);
    if (size.width * size.height > MAX_PX) throw new PagesProblem('large');
    return {
      pageCount: 1,
      totalCount: 1,
      labels: null,
      sizeOf: () => Promise.resolve(size),
      draw: () => loaded(address),
      close: () => URL.revokeObjectURL(address),
    };
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
}

/** Its head is read; the picture itself is decoded when it is painted, no larger than it is shown. */
async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.decoding = 'async';
  image.alt = '';
  const done = Promise.withResolvers<void>();
  image.onload = () => done.resolve();
  image.onerror = () => done.reject(new PagesProblem('broken'));
  image.src = address;
  await done.promise;
  return image;
}
