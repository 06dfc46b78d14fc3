/**
 * The main process's own typed connection to the archive service. Invariant: every call gets exactly one answer, also
 * when the service dies with the call in its hands.
 */
import { type CallName, fail, type Input, type Output, type Result, type WireResponse } from '../contract/index.js';
import { t } from '../wording/index.js';

/** The part of Electron's MessagePortMain that is used; a test can pass its own. */
export interface ServicePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

export interface ServiceClient {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** Answers every outstanding call, and every later one, with SERVICE_DOWN. */
  disconnect(): void;
}

export const serviceDown = (): Result<never> =>
  fail({
    code: 'SERVICE_DOWN',
    message: t('The archive service is not running. What was saved is safe; try again in a moment.'),
  });

const isResponse = (data: unknown): data is WireResponse =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'response' &&
  'id' in data &&
  'result' in data;

export function createServiceClient(port: ServicePort): ServiceClient {
  const outstanding = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let connected = true;
  port.on('message', ({ data }) => {
    if (!isResponse(data)) return;
    const settle = outstanding.get(data.id);
    outstanding.delete(data.id);
    settle?.(data.result);
  });
  port.start();
  return {
    call(name, input) {
      if (!connected) return Promise.resolve(serviceDown());
      lastId += 1;
      const id = lastId;
      return new Promise((settle) => {
        // The service parses what it sends against the same contract, hence the narrowing of the answer here.
        outstanding.set(id, settle as (result: Result<unknown>) => void);
        port.postMessage({ type: 'request', id, name, input });
      });
    },
    disconnect() {
      if (!connected) return;
      connected = false;
      for (const settle of outstanding.values()) settle(serviceDown());
      outstanding.clear();
      port.close();
    },
  };
}
