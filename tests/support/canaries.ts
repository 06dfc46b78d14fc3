/** Listeners on this machine that notice whoever calls. Invariant: what they notice is kept until they are closed. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export interface Canaries {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** One line for each connection and packet, with the first bytes received. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Listens on free ports of the loopback address. */
export async function startCanaries(): Promise<Canaries> {
  const received: string[] = [];
  const tcp = createServer((socket) => {
    const at = received.push('tcp: connected') - 1;
    socket.once('data', (bytes) => {
      received[at] = `tcp: ${bytes.toString('latin1').split('\r\n')[0] ?? ''}`;
      socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  const udp = createSocket('udp4');
  udp.on('message', (bytes) => received.push(`udp: ${bytes.length} bytes`));
  tcp.listen(0, '127.0.0.1');
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    received,
    async close() {
      udp.close();
      tcp.close();
    },
  };
}
