/** The typed client of the contract as the preload put it on `window`. Nothing else of the window reaches outside. */
import type { FondsBridge } from '../../electron/contract/index.js';

declare global {
  interface Window {
    readonly fonds: FondsBridge;
  }
}

export const bridge: FondsBridge = window.fonds;
