/**
 * Which archive is open, and how it came to be. Invariant: one change at a time; `openDir` names the archive that the
 * service holds, or null when it holds none, also after a refused change or a crash.
 */
import { basename, join } from 'node:path';
import { type ArchiveInfo, fail, type Result, withoutPath } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { PreferencesStore } from './preferences-store.js';
import type { ServiceHost } from './service-host.js';

/** The calls after which another archive is open. */
type OpeningCall = () => Promise<Result<ArchiveInfo>>;

export interface ArchiveLifecycle {
  readonly openDir: string | null;
  /** Id among the recent archives of the open one. */
  readonly openRecentId: string | null;
  /** Why the archive that was asked for at the start could not be opened; null when all went well. */
  readonly lastProblem: string | null;
  /** Opens `dir`, else the last archive, else the sample on a first start. */
  begin(dir: string | null): Promise<void>;
  open(dir: string): Promise<Result<ArchiveInfo>>;
  create(dir: string): Promise<Result<ArchiveInfo>>;
  restore(file: string, dir: string): Promise<Result<ArchiveInfo>>;
  openRecent(id: string): Promise<Result<ArchiveInfo>>;
  openSample(): Promise<Result<ArchiveInfo>>;
  /** After a crash: opens again what was open. @returns null when nothing was. */
  reopen(): Promise<Result<ArchiveInfo> | null>;
  /** Settles when no change is under way. */
  settled(): Promise<void>;
}

export interface ArchiveLifecycleOptions {
  readonly service: Pick<ServiceHost, 'call'>;
  readonly preferences: PreferencesStore;
  readonly userData: string;
  /** Called after every change, also a refused one. @param name of the open archive, null when none is. */
  readonly onChange: (name: string | null) => void;
}

export function createArchiveLifecycle({
  service,
  preferences,
  userData,
  onChange,
}: ArchiveLifecycleOptions): ArchiveLifecycle {
  const sampleDir = join(userData, 'Sample.fonds');
  let openDir: string | null = null;
  let openRecentId: string | null = null;
  let lastProblem: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs after whatever is under way; `dir` is what will be open when `change` succeeds. */
  const switchTo = (dir: string, change: OpeningCall): Promise<Result<ArchiveInfo>> => {
    const run = async (): Promise<Result<ArchiveInfo>> => {
      const result = await change();
      if (result.ok) {
        openDir = dir;
        openRecentId = preferences.remember(dir);
        lastProblem = null;
        onChange(result.value.name);
        return result;
      }
      const refused = withoutPath(result.error, dir, basename(dir));
      lastProblem = `${basename(dir)}: ${refused.message}`;
      // A refused change may or may not have left the earlier archive open; the service knows.
      const still = await service.call('archive.info', undefined);
      if (!still.ok && still.error.code === 'NO_ARCHIVE') {
        openDir = null;
        openRecentId = null;
      }
      onChange(still.ok ? still.value.name : null);
      return fail(refused);
    };
    const next = queue.then(run);
    queue = next.catch(() => undefined);
    return next;
  };

  const open = (dir: string): Promise<Result<ArchiveInfo>> =>
    switchTo(dir, () => service.call('archive.open', { dir, access: 'best' }));

  const openSample = (): Promise<Result<ArchiveInfo>> =>
    switchTo(sampleDir, async () => {
      const created = await service.call('archive.createSample', { dir: sampleDir });
      if (created.ok || created.error.code !== 'ARCHIVE_EXISTS') return created;
      return service.call('archive.open', { dir: sampleDir, access: 'best' });
    });

  return {
    get openDir() {
      return openDir;
    },
    get openRecentId() {
      return openRecentId;
    },
    get lastProblem() {
      return lastProblem;
    },
    async begin(dir) {
      const wanted = dir ?? preferences.recents[0]?.dir ?? null;
      if (wanted === null || (wanted === sampleDir && dir === null)) await openSample();
      else await open(wanted);
    },
    open,
    create: (dir) => switchTo(dir, () => service.call('archive.create', { dir })),
    restore: (file, dir) => switchTo(dir, () => service.call('archive.restore', { file, dir })),
    openRecent(id) {
      const recent = preferences.recents.find((known) => known.id === id);
      if (recent) return open(recent.dir);
      return Promise.resolve(
        fail({ code: 'NOT_FOUND', message: t('This archive is no longer among the recent ones.') }),
      );
    },
    openSample,
    async reopen() {
      return openDir === null ? null : open(openDir);
    },
    async settled() {
      await queue;
    },
  };
}
