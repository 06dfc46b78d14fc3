/** Bringing documents in: drop anywhere, the commands, and the plan that is shown before anything happens. */
export { ImportLayer, type ImportLayerProps } from './ImportLayer.js';
