/**
 * The one bridge between the page and the program. Invariant: only names of the contract that are open to a window
 * pass; the page never holds a port, a path or Electron's own objects.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import {
  calls,
  type EventMessage,
  type EventName,
  events,
  type FondsBridge,
  type Result,
  shellCalls,
  type WireResponse,
} from '../contract/index.js';

type Settle = (result: Result<unknown>) => void;
interface Waiting {
  readonly name: string;
  readonly input: unknown;
  readonly settle: Settle;
}

const windowCalls: ReadonlySet<string> = new Set(
  Object.entries(calls).flatMap(([name, call]) => (call.audience === 'window' ? [name] : [])),
);
const shellNames: ReadonlySet<string> = new Set(Object.keys(shellCalls));
const listeners = new Map<string, Set<(body: unknown) => void>>(Object.keys(events).map((name) => [name, new Set()]));

const failure = (code: 'FORBIDDEN' | 'SERVICE_DOWN', message: string): Result<never> => ({
  ok: false,
  error: { code, message },
});
const forbidden = (name: string): Result<never> => failure('FORBIDDEN', `A window may not call ${name}.`);
const down = (): Result<never> =>
  failure('SERVICE_DOWN', 'The archive service is not running. What was saved is safe; try again in a moment.');

const outstanding = new Map<number, Settle>();
/** Calls made before the port arrived, in order. */
let waiting: Waiting[] = [];
let port: MessagePort | null = null;
let connection: 'awaited' | 'open' | 'down' = 'awaited';
let lastId = 0;

function send(target: MessagePort, { name, input, settle }: Waiting): void {
  lastId += 1;
  outstanding.set(lastId, settle);
  target.postMessage({ type: 'request', id: lastId, name, input });
}

function emit(name: string, body: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(body);
}

function receive(message: WireResponse | EventMessage): void {
  if (message.type === 'event') {
    emit(message.name, message.body);
    return;
  }
  const settle = outstanding.get(message.id);
  outstanding.delete(message.id);
  settle?.(message.result);
}

/** Answers what the old service can no longer answer. */
function dropOutstanding(): void {
  port?.close();
  port = null;
  for (const settle of outstanding.values()) settle(down());
  outstanding.clear();
}

ipcRenderer.on('fonds:port', (event: IpcRendererEvent) => {
  const next = event.ports[0];
  if (!next) return;
  dropOutstanding();
  port = next;
  connection = 'open';
  next.onmessage = ({ data }: MessageEvent<WireResponse | EventMessage>) => receive(data);
  const queue = waiting;
  waiting = [];
  for (const call of queue) send(next, call);
});

ipcRenderer.on('fonds:down', () => {
  connection = 'down';
  dropOutstanding();
  for (const { settle } of waiting) settle(down());
  waiting = [];
});

ipcRenderer.on('fonds:event', (_event: IpcRendererEvent, name: EventName, body: unknown) => emit(name, body));

function invoke(name: string, input: unknown): Promise<Result<unknown>> {
  if (!windowCalls.has(name)) return Promise.resolve(forbidden(name));
  return new Promise((settle) => {
    const call = { name, input, settle };
    if (connection === 'down') settle(down());
    else if (port) send(port, call);
    else waiting.push(call);
  });
}

function shell(name: string, input: unknown): Promise<Result<unknown>> {
  return shellNames.has(name) ? ipcRenderer.invoke('fonds:shell', name, input) : Promise.resolve(forbidden(name));
}

function importDropped(files: readonly File[]): Promise<Result<unknown>> {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  return ipcRenderer.invoke('fonds:dropped', paths);
}

function subscribe(name: string, listener: (body: unknown) => void): () => void {
  const set = listeners.get(name);
  // One wrapper a subscription, so that the same function subscribed twice is also removed twice.
  const own = (body: unknown): void => listener(body);
  set?.add(own);
  return () => {
    set?.delete(own);
  };
}

// The typed face of the four functions above; the contract's map says what each name takes and gives.
const bridge = { invoke, shell, importDropped, subscribe } as unknown as FondsBridge;
contextBridge.exposeInMainWorld('fonds', bridge);
