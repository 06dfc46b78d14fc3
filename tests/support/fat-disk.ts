/** A disk as a USB stick has it: an image with FAT32 or exFAT, mounted by the system itself or by its FUSE driver. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FatDisk {
  readonly dir: string;
  /** `fusefat` loses what a database writes in the midst of a file: its files are whole only when written from end to end. */
  readonly isTrueToDatabases: boolean;
  remove(): void;
}

const MIB = 1024 * 1024;
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }).trim();

/** @returns why there is none, in words, where this machine or this user cannot mount one. */
export function mountFat(kind: 'FAT32' | 'exFAT'): FatDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'fonds-fat-'));
  const [image, dir] = [join(folder, 'disk.img'), join(folder, 'disk')];
  writeFileSync(image, '');
  truncateSync(image, 64 * MIB);
  mkdirSync(dir);
  let device: string | null = null;
  let isTrueToDatabases = true;
  const remove = () => {
    if (device !== null) run('losetup', '--detach', device);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (kind === 'FAT32') run('mkfs.vfat', '-F', '32', image);
    else run('mkfs.exfat', image);
    device = run('losetup', '--find', '--show', image);
    try {
      run('mount', '-t', kind === 'FAT32' ? 'vfat' : 'exfat', device, dir);
    } catch {
      if (kind === 'FAT32') run('fusefat', '-o', 'rw+', device, dir);
      else run('mount.exfat-fuse', device, dir);
      isTrueToDatabases = kind === 'exFAT';
    }
  } catch (error) {
    remove();
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
  return {
    dir,
    isTrueToDatabases,
    remove: () => {
      run('umount', dir);
      remove();
    },
  };
}
