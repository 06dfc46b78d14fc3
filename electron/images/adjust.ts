/** Light of a page: brightness, contrast and inversion, as one table for each value of a pixel. */

export interface Light {
  /** -100 to 100; 0 leaves it as it is. */
  readonly brightness?: number;
  /** -100 (all grey) to 100 (black and white); 0 leaves it as it is. */
  readonly contrast?: number;
  readonly isInverted?: boolean;
}

/** @returns null when nothing changes. */
export function lightTable({ brightness = 0, contrast = 0, isInverted = false }: Light): Uint8Array | null {
  if (brightness === 0 && contrast === 0 && !isInverted) return null;
  // The slope of the line through the middle: 0 at -100, 1 at 0, steep at 100.
  const slope = Math.tan(((contrast + 100) * Math.PI) / 400.0001);
  const table = new Uint8Array(256);
  for (let value = 0; value < 256; value++) {
    const light = (value - 127.5) * slope + 127.5 + (brightness * 255) / 100;
    const shown = Math.min(255, Math.max(0, Math.round(light)));
    table[value] = isInverted ? 255 - shown : shown;
  }
  return table;
}
