/** Handlers of exports and of what is taken in from other tools. */
import type { Archive } from '../archive/index.js';
import { FondsError } from '../contract/index.js';
import { done, type HandlersOf } from './handler-table.js';
import type { OpenArchive } from './open-archive.js';

type Calls = 'export.start' | 'exchange.import';

const notYet = (): never => {
  throw new FondsError('INVALID_INPUT', 'This is not built yet.');
};

export function exportHandlers(holder: OpenArchive): HandlersOf<Calls> {
  const archive = (): Archive => holder.current().archive;
  void archive;
  void done;
  return {
    'export.start': () => notYet(),
    'exchange.import': () => notYet(),
  };
}
