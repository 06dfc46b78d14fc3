/** Pixels as light: what the whole of OCR works on. Nothing here changes the pixels it is given. */

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row; 0 is black. */
  readonly data: Uint8Array;
}

/** Of one side; Tesseract's own limit is 32,767. */
export const LONGEST_SIDE = 32_000;

/** @throws RangeError when the pixels are not as many as the sides say, or none. */
export function checkImage({ width, height, data }: GreyImage): void {
  const isSide = (side: number) => Number.isInteger(side) && side > 0 && side <= LONGEST_SIDE;
  if (!isSide(width) || !isSide(height)) throw new RangeError(`An image cannot have ${width} by ${height} pixels.`);
  if (data.length !== width * height) {
    throw new RangeError(`An image of ${width} by ${height} pixels has ${width * height} bytes, not ${data.length}.`);
  }
}

/** @returns the image with `factor` by `factor` pixels as one, their mean. What is left over at the edges is left out. */
export function shrink(image: GreyImage, factor: number): GreyImage {
  if (factor <= 1) return image;
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const [across, down] = [Math.min(factor, image.width), Math.min(factor, image.height)];
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let part = 0; part < down; part += 1) {
      let from = (y * factor + part) * image.width;
      for (let x = 0; x < width; x += 1) {
        let sum = 0;
        for (let end = from + across; from < end; from += 1) sum += image.data[from] as number;
        sums[x] = (sums[x] as number) + sum;
      }
    }
    for (let x = 0; x < width; x += 1) data[y * width + x] = Math.round((sums[x] as number) / (across * down));
  }
  return { width, height, data };
}

/** @returns the value below which a share of the pixels lies. */
export function quantile(data: Uint8Array, share: number): number {
  const counts = histogram(data);
  let left = share * data.length;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] as number;
    if (left <= 0) return value;
  }
  return 255;
}

/** @returns the value that parts light from dark best. Source: Otsu 1979. */
export function otsuThreshold(data: Uint8Array): number {
  const counts = histogram(data);
  let sum = 0;
  for (let value = 0; value < 256; value += 1) sum += value * (counts[value] as number);
  let dark = 0;
  let darkSum = 0;
  let best = 0;
  let threshold = 127;
  for (let value = 0; value < 255; value += 1) {
    dark += counts[value] as number;
    darkSum += value * (counts[value] as number);
    const light = data.length - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (between <= best) continue;
    best = between;
    threshold = value;
  }
  return threshold;
}

function histogram(data: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] as number) + 1;
  return counts;
}
