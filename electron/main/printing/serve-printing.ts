/**
 * Answers the archive service, which has no window, when it wants pages printed. Invariant: every request gets exactly
 * one answer, one page is laid out at a time, and none longer than `PRINT_LIMIT_MS`.
 */
import {
  fail,
  ok,
  PRINTING_VERSION,
  type PrintingRequest,
  type PrintingResponse,
  type PrintJob,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { printPage } from './print-page.js';

/** A thousand pages take ten seconds. */
const PRINT_LIMIT_MS = 600_000;

export interface PrintingServer {
  /** @param message anything that came; what is no request is passed over. @param answer called once for each request. */
  receive(message: unknown, answer: (answer: PrintingResponse) => void): void;
  /** Ends what is being printed. */
  stop(): void;
}

export function servePrinting({ fontsDir }: { readonly fontsDir: string }): PrintingServer {
  const running = new Map<number, AbortController>();
  let last: Promise<unknown> = Promise.resolve();

  const print = async (work: PrintJob, signal: AbortSignal): Promise<PrintingResponse['result']> => {
    const limit = AbortSignal.timeout(PRINT_LIMIT_MS);
    try {
      return ok(await printPage(work, { fontsDir, signal: AbortSignal.any([signal, limit]) }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const said = limit.aborted ? t('it took longer than ten minutes. Export it in parts') : reason;
      return fail({ code: 'PRINTING_FAILED', message: said });
    }
  };

  return {
    receive(message, answer) {
      if (!isRequest(message)) return;
      if (message.type === 'print-cancel') {
        running.get(message.id)?.abort();
        return;
      }
      const { id, version, work } = message;
      if (version !== PRINTING_VERSION) {
        const said = t('it was asked in version {version} of the messages and knows {PRINTING_VERSION}', {
          version,
          PRINTING_VERSION,
        });
        answer({ type: 'printed', id, result: fail({ code: 'PRINTING_FAILED', message: said }) });
        return;
      }
      const controller = new AbortController();
      running.set(id, controller);
      last = last.then(async () => {
        const result = await print(work, controller.signal);
        running.delete(id);
        answer({ type: 'printed', id, result });
      });
    },
    stop() {
      for (const controller of running.values()) controller.abort();
    },
  };
}

const isRequest = (message: unknown): message is PrintingRequest =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  (message.type === 'print' || message.type === 'print-cancel');
