/**
 * Keeps the archive service running and hands out ports to it. Invariant: after a crash the service is started again,
 * at most `MAX_CRASHES` times in `CRASH_WINDOW_MS`; after that it stays down and every call is answered SERVICE_DOWN.
 */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import {
  type Audience,
  type CallName,
  type Input,
  type Output,
  PROGRAM_VARIABLE,
  type Result,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { PrintingServer } from './printing/serve-printing.js';
import { createServiceClient, type ServiceClient, serviceDown } from './service-client.js';

const MAX_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
/** How much of the service's last words an incident keeps. */
const TAIL_CHARS = 4_000;

export interface ServiceCrash {
  readonly exitCode: number;
  /** The end of what the service wrote to standard error. */
  readonly tail: string;
  /** False when it has crashed too often and stays down. */
  readonly restarted: boolean;
}

export interface ServiceHost {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** @returns the client's end of a fresh channel, or null while the service is down. */
  connect(audience: Audience): MessagePortMain | null;
  /** Ends what the service has printed at this moment. */
  stopPrinting(): void;
  /** Ends the service for good, by request, after `archive.close`. @param graceMs how long closing may take. */
  stop(graceMs: number): Promise<void>;
}

export interface ServiceHostOptions {
  readonly file: string;
  readonly appRoot: string;
  /** Folder that the service writes its incidents to. */
  readonly logsDir: string;
  readonly onCrash: (crash: ServiceCrash) => void;
  /** Prints for one run of the service. */
  readonly printing: () => PrintingServer;
  readonly now?: () => number;
}

export function startServiceHost({
  file,
  appRoot,
  logsDir,
  onCrash,
  printing: createPrinting,
  now = Date.now,
}: ServiceHostOptions): ServiceHost {
  const crashes: number[] = [];
  let child: UtilityProcess | null = null;
  let client: ServiceClient | null = null;
  let printing: PrintingServer | null = null;
  let stopping = false;

  const connectTo = (target: UtilityProcess, audience: Audience): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain();
    target.postMessage({ type: 'client', audience }, [port1]);
    return port2;
  };

  const launch = (): void => {
    const started = utilityProcess.fork(file, [logsDir], {
      serviceName: t('Fonds archive service'),
      stdio: 'pipe',
      env: { ...process.env, FONDS_APP_ROOT: appRoot, [PROGRAM_VARIABLE]: process.execPath },
    });
    const ownPrinting = createPrinting();
    printing = ownPrinting;
    started.on('message', (message) => ownPrinting.receive(message, (answer) => started.postMessage(answer)));
    let tail = '';
    started.stdout?.on('data', (chunk: Buffer) => process.stdout.write(chunk));
    started.stderr?.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('utf8')).slice(-TAIL_CHARS);
      process.stderr.write(chunk);
    });
    started.once('exit', (exitCode) => {
      client?.disconnect();
      ownPrinting.stop();
      child = null;
      client = null;
      if (stopping) return;
      const at = now();
      crashes.push(at);
      const recent = crashes.filter((time) => at - time < CRASH_WINDOW_MS);
      const restarted = recent.length <= MAX_CRASHES;
      if (restarted) launch();
      onCrash({ exitCode, tail, restarted });
    });
    child = started;
    client = createServiceClient(connectTo(started, 'trusted'));
  };

  launch();
  return {
    call: (name, input) => client?.call(name, input) ?? Promise.resolve(serviceDown()),
    connect: (audience) => (child === null ? null : connectTo(child, audience)),
    stopPrinting: () => printing?.stop(),
    async stop(graceMs) {
      stopping = true;
      const leaving = child;
      if (leaving === null || client === null) return;
      const gone = new Promise<void>((resolve) => leaving.once('exit', () => resolve()));
      const closed = client.call('archive.close', undefined).then(() => undefined);
      await Promise.race([closed, new Promise<void>((resolve) => setTimeout(resolve, graceMs))]);
      leaving.kill();
      await Promise.race([gone, new Promise<void>((resolve) => setTimeout(resolve, graceMs))]);
    },
  };
}
