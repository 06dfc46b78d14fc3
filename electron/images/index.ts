/** The API of the images room: says what pages an image or a scanned PDF has, and draws them. */
export type { Light } from './adjust.js';
export type { Point, Turn } from './affine.js';
export type { Crop, Drawn, PageAdjustments, PageDrawing } from './drawing.js';
export { HEAD_BYTES, IMAGE_FORMATS, type ImageFormat, imageFormatOf } from './image-format.js';
export type { ImageDescription, ImageFile } from './image-worker.js';
export { createImages, type Images, type ImagesOptions } from './images.js';
export type { PixelSize } from './open-image.js';
export { areCorners, type Corners } from './straighten.js';
