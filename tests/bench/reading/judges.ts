/** Other programs that read PDFs, where they are installed. Their answers are kept, since they never change. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const JUDGES = {
  pdftotext: { version: ['-v'], arguments: (file: string) => ['-enc', 'UTF-8', file, '-'] },
  mutool: { version: ['-v'], arguments: (file: string) => ['draw', '-q', '-F', 'txt', file] },
} as const;

export type JudgeName = keyof typeof JUDGES;
const NAMES = Object.keys(JUDGES) as JudgeName[];

const MAX_MS = 60_000;
const LARGEST_BYTES = 256 * 1024 * 1024;
const KEPT = join('node_modules', '.cache', 'fonds-bench', 'reading-judges');

interface JudgeRun {
  readonly stdout: string;
  readonly stderr: string;
  /** Whether the program is there at all. */
  readonly ran: 'yes' | 'no';
}

function run(program: string, words: readonly string[]): Promise<JudgeRun> {
  return new Promise((resolve) => {
    const options = { timeout: MAX_MS, maxBuffer: LARGEST_BYTES, encoding: 'utf8' as const };
    // A judge that fails on a file has read what it printed until then.
    execFile(program, words, options, (error, stdout, stderr) => {
      resolve({ stdout, stderr, ran: error && 'code' in error && error.code === 'ENOENT' ? 'no' : 'yes' });
    });
  });
}

/** @returns the judges that are installed, each with what it says of its version. */
export async function installedJudges(): Promise<Map<JudgeName, string>> {
  const found = new Map<JudgeName, string>();
  for (const name of NAMES) {
    const { stdout, stderr, ran } = await run(name, JUDGES[name].version);
    if (ran === 'yes') found.set(name, /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? '?');
  }
  return found;
}

/** @returns what a judge reads in a file: its pages, in their order. */
export async function judgedPages(
  name: JudgeName,
  version: string,
  file: string,
  bytes: Uint8Array,
): Promise<string[]> {
  const kept = join(KEPT, `${name}-${version}-${createHash('sha256').update(bytes).digest('hex')}.txt`);
  let text: string;
  try {
    text = await readFile(kept, 'utf8');
  } catch {
    text = (await run(name, JUDGES[name].arguments(file))).stdout;
    await mkdir(KEPT, { recursive: true });
    await writeFile(kept, text);
  }
  // Both end each page with a form feed.
  return text.replace(/\f\s*$/, '').split('\f');
}
