/** The main process's calls to the service: one answer each, whatever happens to the service. */
import { describe, expect, it } from 'vitest';
import { createServiceClient, type ServicePort } from '../../../electron/main/service-client.js';

function fakePort() {
  const sent: { id: number; name: string }[] = [];
  let listener: (event: { data: unknown }) => void = () => undefined;
  const port: ServicePort = {
    postMessage: (message) => sent.push(message as { id: number; name: string }),
    on: (_event, own) => {
      listener = own;
    },
    start: () => undefined,
    close: () => undefined,
  };
  return {
    port,
    sent,
    answer: (id: number, value: unknown) => listener({ data: { type: 'response', id, result: { ok: true, value } } }),
  };
}

describe('a call to the service', () => {
  it('gets its own answer when answers come out of order', async () => {
    const { port, sent, answer } = fakePort();
    const client = createServiceClient(port);
    const first = client.call('job.list', undefined);
    const second = client.call('archive.close', undefined);
    answer(sent[1]?.id ?? 0, null);
    answer(sent[0]?.id ?? 0, []);
    expect([await first, await second]).toEqual([
      { ok: true, value: [] },
      { ok: true, value: null },
    ]);
  });

  it('is answered with SERVICE_DOWN when the service dies with it, and at once after that', async () => {
    const { port, sent } = fakePort();
    const client = createServiceClient(port);
    const caught = client.call('job.list', undefined);
    client.disconnect();
    expect(await caught).toMatchObject({ ok: false, error: { code: 'SERVICE_DOWN' } });
    expect(await client.call('job.list', undefined)).toMatchObject({ ok: false, error: { code: 'SERVICE_DOWN' } });
    expect(sent).toHaveLength(1);
  });

  it('is not disturbed by events and noise on the port', async () => {
    const { port, sent, answer } = fakePort();
    const client = createServiceClient(port);
    const call = client.call('job.list', undefined);
    answer(999, 'not asked for');
    answer(sent[0]?.id ?? 0, []);
    expect(await call).toEqual({ ok: true, value: [] });
  });
});
