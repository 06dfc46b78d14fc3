/** What calls declare that they read and change, against what they do. Every test of the service also holds them to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallName, calls, type Input, Scope } from '../../electron/contract/index.js';
import { createDeclaredChanges } from '../../electron/service/declared-changes.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const NAMES = Object.keys(calls) as CallName[];
const changing = NAMES.filter((name) => calls[name].changes.length > 0);

describe('an archive that is open for reading only', () => {
  let service: ServiceUnderTest;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'read' });
  });
  afterEach(() => service.close());

  it.each(changing)('refuses %s with the remedy, whatever it is asked', async (name) => {
    const refused = await service.refusal(name, {} as Input<typeof name>);
    expect(refused).toMatchObject({ code: 'ARCHIVE_READ_ONLY', message: expect.stringMatching(/Copy it to a place/) });
  });

  it('refuses to look at files that could not be brought in', async () => {
    expect(await service.refusal('import.scan', { paths: [service.folder] })).toMatchObject({
      code: 'ARCHIVE_READ_ONLY',
    });
  });
});

describe('what calls declare', () => {
  it('is a scope that some question reads, so that no change goes unseen', () => {
    const read = new Set<Scope>(NAMES.flatMap((name) => [...calls[name].reads]));
    expect(Scope.options.filter((scope) => !read.has(scope))).toEqual([]);
  });

  it('is either read or changed, never both, and every change may be refused as changes are', () => {
    for (const name of NAMES) {
      const { reads, changes, errors } = calls[name];
      expect([name, reads.length > 0 && changes.length > 0]).toEqual([name, false]);
      if (changes.length > 0) expect(errors).toEqual(expect.arrayContaining(['ARCHIVE_READ_ONLY', 'DISK_FULL']));
    }
  });

  it('holds the call that is under way, and the jobs it started, to it', async () => {
    const declared = createDeclaredChanges();
    const later = (scopes: readonly Scope[]) => async () => {
      await new Promise((resolve) => setImmediate(resolve));
      declared.check(scopes);
    };
    await declared.during('note.save', later(['notes', 'history', 'index']));
    await declared.during('history.undo', later(['sources']));
    await expect(declared.during('note.save', later(['notes', 'tags']))).rejects.toThrow('note.save changes tags');
    await expect(declared.during('source.list', later(['sources']))).rejects.toThrow('source.list changes sources');
  });
});
