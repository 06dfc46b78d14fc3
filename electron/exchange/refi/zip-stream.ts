/** A zip file piece by piece: no file of it is held whole. Source: APPNOTE 6.3.9, without ZIP64. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  /** `stored` for what is packed already, such as a PDF. */
  readonly method: 'deflated' | 'stored';
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

const PIECE_BYTES = 256 * 1024;

export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    failure ??= error;
    if (data) ready.push(data);
  });
  function* drain(): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* ready.splice(0);
  }
  for await (const { name, method, chunks } of entries) {
    const file = method === 'stored' ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const piece of pieces(chunks)) {
      signal.throwIfAborted();
      file.push(piece, false);
      yield* drain();
      // Packing is work: others are answered between two pieces.
      await new Promise((resolve) => setImmediate(resolve));
    }
    file.push(new Uint8Array(0), true);
    yield* drain();
  }
  zip.end();
  yield* drain();
}

/** Small pieces are put together and large ones taken apart. */
async function* pieces(chunks: ZipEntry['chunks']): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      waiting += chunk;
      if (waiting.length < PIECE_BYTES) continue;
      // A pair must not be parted: each half alone would become U+FFFD.
      const cut = /[\uD800-\uDBFF]$/.test(waiting) ? waiting.length - 1 : waiting.length;
      yield* cutBytes(Buffer.from(waiting.slice(0, cut), 'utf8'));
      waiting = waiting.slice(cut);
    } else yield* cutBytes(chunk);
  }
  if (waiting !== '') yield* cutBytes(Buffer.from(waiting, 'utf8'));
}

function* cutBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
