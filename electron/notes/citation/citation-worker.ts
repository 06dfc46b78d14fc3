/**
 * Entry of a worker thread of the service: reads citation styles and draws with them. It writes nothing; a refusal comes
 * back as a value, and an error that is none as it is.
 */
import { workerData } from 'node:worker_threads';
import { FondsError, fail, ok, type Result } from '../../contract/index.js';
import { createCitationFormatter } from './citation-formatter.js';
import { createCslLibrary } from './csl-library.js';

const drawer = createCitationFormatter(createCslLibrary((workerData as { readonly cslDir: string }).cslDir));

const answered =
  <Args extends readonly unknown[], Value>(run: (...args: Args) => Value) =>
  (args: Args): Result<Value> => {
    try {
      return ok(run(...args));
    } catch (error) {
      if (!(error instanceof FondsError)) throw error;
      const { code, message, details } = error;
      return fail({ code, message, ...(details ? { details } : {}) });
    }
  };

export const check = answered(drawer.check);
export const format = answered(drawer.format);
export const document = answered(drawer.document);
