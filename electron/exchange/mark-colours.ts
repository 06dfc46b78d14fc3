/** The eight marks as colours that other tools understand; those of the light theme. */
import type { Colour } from '../contract/index.js';

/** `--mark-edge-1` to `-8` of the design system: a tag's colour must tell itself from white paper. */
const EDGES = ['#93700a', '#2f76a3', '#b4532f', '#37804f', '#7c52a6', '#b03c6e', '#757060', '#2b7a77'] as const;
/** `--mark-1` to `-8`: behind dark words. */
const MARKS = ['#fbe9a6', '#c9e4f4', '#f7cfc0', '#cde7d5', '#e4d3ef', '#f6d3e0', '#dfdccf', '#cfe3e1'] as const;

export const edgeColour = (colour: Colour): string => EDGES[colour - 1] ?? EDGES[0];
export const markColour = (colour: Colour): string => MARKS[colour - 1] ?? MARKS[0];

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The mark whose edge is nearest. @param hex `#rrggbb`. @returns null when it is no colour. */
export function nearestMark(hex: string): Colour | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const [red = 0, green = 0, blue = 0] = channels(hex);
  const far = EDGES.map((edge) => {
    const [r = 0, g = 0, b = 0] = channels(edge);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return far.indexOf(Math.min(...far)) + 1;
}
