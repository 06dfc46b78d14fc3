/**
 * Has pages printed by a process that holds Chromium: the main process of the window, or one that is started for a
 * terminal. Invariant: every order gets exactly one end, also when that process dies with the order in its hands.
 */
import {
  FondsError,
  PRINTING_VERSION,
  type PrintingRequest,
  type PrintingResponse,
  type PrintJob,
  type PrintResult,
  type Result,
} from '../contract/index.js';
import { t } from '../wording/index.js';

export interface Printer {
  /** @throws FondsError PRINTING_FAILED; AbortError when `signal` is aborted. */
  pdf(html: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /** Of each `i` element of the page, which fonts drew it. @throws as `pdf` does. */
  fonts(html: Uint8Array, signal: AbortSignal): Promise<PrintResult['fonts']>;
  close(): Promise<void>;
}

export interface PrintingChannel {
  /** @returns whether the other end is still there. */
  send(request: PrintingRequest): boolean;
  close(): void | Promise<void>;
}

/** What a channel reports: each message, and its end. */
export interface PrintingChannelEvents {
  receive(message: unknown): void;
  /** @param reason for a person, without an end mark. */
  lost(reason: string): void;
}

/**
 * A page takes about half a megabyte of the printing process for each printed page: this much is some 3,500 pages and
 * 2 GB. What is longer would end the process midway.
 */
const MAX_HTML_BYTES = 12 * 1024 * 1024;

const failed = (reason: string): FondsError =>
  new FondsError(
    'PRINTING_FAILED',
    t('The PDF was not made: {reason}. Export it as HTML or Word instead, or try again.', { reason }),
  );

/** @param connect called when something is printed and there is no channel. @throws what `connect` throws. */
export function createPrinter(connect: (ends: PrintingChannelEvents) => Promise<PrintingChannel>): Printer {
  const waiting = new Map<number, (result: Result<Partial<PrintResult>>) => void>();
  let channel: Promise<PrintingChannel> | null = null;
  let lastId = 0;

  const ends: PrintingChannelEvents = {
    receive(message) {
      if (!isAnswer(message)) return;
      waiting.get(message.id)?.(message.result);
    },
    lost(reason) {
      channel = null;
      for (const settle of [...waiting.values()]) {
        settle({ ok: false, error: { code: 'PRINTING_FAILED', message: reason } });
      }
    },
  };

  async function print(work: PrintJob, signal: AbortSignal): Promise<Partial<PrintResult>> {
    signal.throwIfAborted();
    if (work.html.length > MAX_HTML_BYTES) {
      const megabytes = Math.ceil(work.html.length / 1024 / 1024);
      throw failed(
        t('it would be longer than some 3,500 pages ({megabytes} MB of text, of which 12 can be printed)', {
          megabytes,
        }),
      );
    }
    channel ??= connect(ends).catch((error: unknown) => {
      channel = null;
      throw failed(error instanceof Error ? error.message : String(error));
    });
    const open = await channel;
    signal.throwIfAborted();
    lastId += 1;
    const id = lastId;
    try {
      const result = await new Promise<Result<Partial<PrintResult>>>((resolve, reject) => {
        waiting.set(id, resolve);
        const cancel = (): void => {
          open.send({ type: 'print-cancel', id });
          reject(signal.reason);
        };
        signal.addEventListener('abort', cancel, { once: true });
        if (!open.send({ type: 'print', version: PRINTING_VERSION, id, work })) {
          reject(failed(t('the process that prints stopped')));
        }
      });
      if (!result.ok) throw failed(result.error.message);
      return result.value;
    } finally {
      waiting.delete(id);
    }
  }

  return {
    pdf: async (html, signal) => {
      const { pdf } = await print({ html, wanted: 'pdf' }, signal);
      if (!pdf) throw failed(t('nothing came back'));
      return pdf;
    },
    fonts: async (html, signal) => {
      const { fonts } = await print({ html, wanted: 'fonts' }, signal);
      if (!fonts) throw failed(t('nothing came back'));
      return fonts;
    },
    close: async () => {
      const leaving = channel;
      channel = null;
      await leaving?.then(
        (open) => open.close(),
        () => undefined,
      );
    },
  };
}

const isAnswer = (message: unknown): message is PrintingResponse =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'printed';
