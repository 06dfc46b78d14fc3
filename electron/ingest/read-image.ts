/** An image has no text of its own: whether it can be drawn is found out by the room of images, not here. */
import type { ReadBytes } from './parsed-file.js';

export const readImage: ReadBytes = async () => ({ text: '', spans: [], description: {}, remarks: [] });
