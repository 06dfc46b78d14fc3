/** Sketches as they lie in the archive: derived, of versions that never change. */
import type { Archive } from '../../archive/index.js';
import type { VersionId } from '../../contract/index.js';
import { SKETCH_METHOD } from './sketch.js';

export interface SketchStore {
  /** Of today's method. */
  all(): Map<VersionId, Uint32Array>;
  /** One transaction. Does nothing in an archive that is open for reading. */
  add(sketches: readonly { readonly versionId: VersionId; readonly sketch: Uint32Array }[]): void;
}

interface SketchRow {
  versionId: VersionId;
  hashes: Uint8Array;
}

const ALL = `SELECT version_id AS versionId, hashes FROM text_sketch WHERE method = :method`;
const PUT = `INSERT INTO text_sketch (version_id, method, hashes) VALUES (:versionId, :method, :hashes)
  ON CONFLICT (version_id) DO UPDATE SET method = excluded.method, hashes = excluded.hashes`;

export function createSketchStore({ database, access }: Pick<Archive, 'database' | 'access'>): SketchStore {
  return {
    all: () => {
      const rows = database.prepare<SketchRow>(ALL).all({ method: SKETCH_METHOD });
      return new Map(rows.map(({ versionId, hashes }) => [versionId, decoded(hashes)]));
    },
    add: (sketches) => {
      if (access === 'read') return;
      database.write(() => {
        const put = database.prepare(PUT);
        for (const { versionId, sketch } of sketches)
          put.run({ versionId, method: SKETCH_METHOD, hashes: encoded(sketch) });
      });
    },
  };
}

function encoded(sketch: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(sketch.length * 4));
  for (const [index, hash] of sketch.entries()) view.setUint32(index * 4, hash, true);
  return new Uint8Array(view.buffer);
}

function decoded(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, index) => view.getUint32(index * 4, true));
}
