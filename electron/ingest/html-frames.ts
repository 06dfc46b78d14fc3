/** Pages made of frames: their text is what `noframes` says, and what the frames hold lies in other files. */
import { t } from '../wording/index.js';

const MAX_NAMED = 10;

/**
 * Puts what `noframes` holds in the place where it stands, as elements; a page that is a frameset gets a body.
 * @returns a remark that names the files of the frames, null when there are none.
 */
export function unfoldFrames(document: Document): string | null {
  const frames = [...document.querySelectorAll('frame[src]')].map((frame) => frame.getAttribute('src')?.trim() ?? '');
  const folded = [...document.querySelectorAll('noframes')];
  // The parser takes what stands in `noframes` for letters, because browsers with frames never show it.
  const parts = folded.map((element) => {
    const part = document.createElement('div');
    part.innerHTML = (element.textContent ?? '').replace(/<\/?(?:html|head|body)\b[^>]{0,2000}>/gi, '');
    return part;
  });
  if (document.body?.tagName.toUpperCase() === 'FRAMESET' || !document.body) {
    const body = document.createElement('body');
    body.append(...parts);
    document.body?.remove();
    document.documentElement.append(body);
  } else {
    for (const [index, element] of folded.entries()) element.replaceWith(parts[index] as Element);
  }
  if (frames.length === 0) return null;
  const named = [...new Set(frames.filter((src) => src !== ''))].slice(0, MAX_NAMED).join(', ').slice(0, 500);
  return t(
    'This page is a set of frames, whose text lies in other files ({named}). Import those as well; here only what the page says to browsers without frames was read.',
    { named },
  );
}
