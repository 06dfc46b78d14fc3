/** Entry of the archive service process: a utilityProcess that serves each port the main process hands it. */
import { join } from 'node:path';
import type { CallName, EventMessage, WireRequest, WireResponse } from '../contract/index.js';
import { createService } from './index.js';
import { createPrinter } from './printer.js';

interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown; ports: Port[] }) => void): void;
}

const parentPort = (process as unknown as { parentPort: ParentPort }).parentPort;
const appRoot = process.env.FONDS_APP_ROOT ?? join(import.meta.dirname, '..', '..');
// The main process has Chromium already and prints for us.
const printer = createPrinter(async ({ receive }) => {
  parentPort.on('message', ({ data }) => receive(data));
  const send = (message: unknown): boolean => {
    parentPort.postMessage(message);
    return true;
  };
  return { send, close: () => undefined };
});
const service = createService({
  appRoot,
  workersDir: import.meta.dirname,
  printer,
  // The main process says where by the first word after the script.
  ...(process.argv[2] === undefined ? {} : { logsDir: process.argv[2] }),
  check: process.env.FONDS_CHECK_OUTPUTS === '1' ? 'outputs' : 'inputs',
});

parentPort.on('message', ({ data, ports }) => {
  const { type, audience } = data as { type: string; audience: 'window' | 'trusted' };
  const [port] = ports;
  if (type !== 'client' || !port) return;
  const client = service.connect(audience, (name, body) => {
    port.postMessage({ type: 'event', name, body } satisfies EventMessage);
  });
  port.on('message', async ({ data: message }) => {
    const { id, name, input } = message as WireRequest;
    const result = await client.call(name as CallName, input as never);
    port.postMessage({ type: 'response', id, result } satisfies WireResponse);
  });
  port.on('close', () => client.close());
  port.start();
});
