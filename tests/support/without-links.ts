/** A system that refuses hard links, as FAT, exFAT and many network drives do. */
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** @param code what the system says: EPERM on Linux, ENOTSUP on macOS, EISDIR on Windows. @returns how to stop. */
export function refuseLinks(code: string): () => void {
  const real = promises.link;
  const put = (link: typeof promises.link): void => {
    promises.link = link;
    syncBuiltinESMExports();
  };
  put(() => Promise.reject(Object.assign(new Error(`${code}: no links here`), { code })));
  return () => put(real);
}
