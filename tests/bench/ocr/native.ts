/** Tesseract and poppler of the system, measured by the CPU they take, however many others want it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Measured {
  readonly text: string;
  /** Of all its threads, in user and system mode. */
  readonly cpuSeconds: number;
}

/** @returns its version; null when it is not installed. */
export async function versionOf(program: 'tesseract' | 'pdftoppm'): Promise<string | null> {
  const answer = await run(program, program === 'tesseract' ? ['--version'] : ['-v']).catch(() => null);
  return answer ? (/\d+(?:\.\d+)+/.exec(answer.stdout + answer.stderr)?.[0] ?? '?') : null;
}

/** @param data a folder of language data; null for that of the system. */
export async function readByNative(image: string, language: string, data: string | null): Promise<Measured> {
  const words = [
    image,
    'stdout',
    '-l',
    language,
    '--dpi',
    '300',
    '--psm',
    '3',
    ...(data ? ['--tessdata-dir', data] : []),
  ];
  // Bash tells what a child took; one thread, because ours has one, and threads that wait for each other spin.
  const script = `TIMEFORMAT='%U %S'; time tesseract "$@" 2>/dev/null`;
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const { stdout, stderr } = await run('bash', ['-c', script, 'bash', ...words], { env, maxBuffer: 64 * 1024 * 1024 });
  const [user = 0, system = 0] = stderr.trim().split(/\s+/).map(Number);
  return { text: stdout, cpuSeconds: user + system };
}

/** @returns the text of a PDF, by poppler. */
export const popplerText = async (file: string): Promise<string> => (await run('pdftotext', [file, '-'])).stdout;

/** @returns the first page, drawn by poppler in grey, as PGM. */
export async function drawnByPoppler(file: string): Promise<Buffer> {
  const options = { encoding: 'buffer' as const, maxBuffer: 256 * 1024 * 1024 };
  return (await run('pdftoppm', ['-r', '300', '-gray', '-singlefile', file], options)).stdout;
}
