/** The languages that can be read: those that ship, those that the package adds, and those of the person's own. */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FondsError } from '../contract/index.js';
import { writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import type { LanguageData } from './tesseract.js';
import { LARGEST_DATA_BYTES, readTrainedData } from './traineddata.js';

/** From npm, without the parts that only an older engine reads. `osd` knows scripts and no language. */
export const SHIPPED_LANGUAGES = ['deu', 'ell', 'eng', 'fra', 'frk', 'hrv', 'ita', 'lat', 'spa', 'srp'] as const;
const SCRIPTS = 'osd';
const QUALITY = '4.0.0_best_int';
const FILE = /^([a-zA-Z][a-zA-Z0-9_]{1,63})\.traineddata(?:\.gz)?$/;

export interface OcrLanguages {
  /** @returns the codes of all that can be read, sorted. */
  list(): Promise<string[]>;
  /** @throws FondsError NOT_FOUND for a language that there is no data of. */
  load(code: string): Promise<LanguageData>;
  /** @returns the data that knows scripts. */
  loadScripts(): Promise<LanguageData>;
  /**
   * Keeps a .traineddata file of the person's; one of the same name goes before one that ships.
   * @returns its code.
   * @throws FondsError FILE_UNREADABLE when it is none.
   */
  add(file: string): Promise<string>;
  /** @returns the codes of what the person added, sorted. */
  added(): Promise<string[]>;
  /** Takes away what the person added. @throws FondsError NOT_FOUND when it was not. */
  remove(code: string): Promise<void>;
}

/**
 * @param own the folder of what the person adds; made when it is needed.
 * @param packaged the folder of what the package adds (Russian); need not exist.
 */
export function createLanguages({ own, packaged }: { own: string; packaged: string }): OcrLanguages {
  const find = async (code: string): Promise<string | null> => {
    for (const folder of [own, packaged]) {
      const file = (await filesIn(folder)).find((name) => FILE.exec(name)?.[1] === code);
      if (file) return join(folder, file);
    }
    return code === SCRIPTS || isShipped(code) ? shippedFile(code) : null;
  };
  const load = async (code: string): Promise<LanguageData> => {
    const file = await find(code);
    if (!file) {
      throw new FondsError(
        'NOT_FOUND',
        t('There is no language data for “{code}”. Add the file {code}.traineddata.', { code }),
      );
    }
    return { code, bytes: readTrainedData(await readFile(file), basename(file)) };
  };
  return {
    list: async () => {
      const added = [...(await filesIn(own)), ...(await filesIn(packaged))].map((name) => FILE.exec(name)?.[1] ?? '');
      return [...new Set([...SHIPPED_LANGUAGES, ...added])].filter((code) => code !== SCRIPTS && code !== '').sort();
    },
    load,
    loadScripts: async () => {
      const file = shippedFile(SCRIPTS);
      // The one file that holds no network: it is the older engine that tells scripts.
      return { code: SCRIPTS, bytes: gunzipSync(await readFile(file)) };
    },
    added: async () => (await filesIn(own)).flatMap((name) => FILE.exec(name)?.[1] ?? []).sort(),
    remove: async (code) => {
      const file = (await filesIn(own)).find((name) => FILE.exec(name)?.[1] === code);
      if (!file) throw new FondsError('NOT_FOUND', t('The language “{code}” was not added here.', { code }));
      await rm(join(own, file));
    },
    add: async (file) => {
      const code = FILE.exec(basename(file))?.[1];
      if (!code) {
        const message = t(
          '“{fileName}” does not say which language it is. Language data are named like “rus.traineddata”.',
          { fileName: basename(file) },
        );
        throw new FondsError('FILE_UNREADABLE', message);
      }
      const { size } = await stat(file).catch(() => {
        throw new FondsError('FILE_UNREADABLE', t('There is no file “{fileName}”.', { fileName: basename(file) }));
      });
      if (size > LARGEST_DATA_BYTES) {
        throw new FondsError(
          'FILE_UNREADABLE',
          t('“{fileName}” is too large to be language data.', { fileName: basename(file) }),
        );
      }
      const bytes = readTrainedData(await readFile(file), basename(file));
      await mkdir(own, { recursive: true });
      await writeAtomically(join(own, `${code}.traineddata`), [bytes], 'replace');
      return code;
    },
  };
}

const isShipped = (code: string) => (SHIPPED_LANGUAGES as readonly string[]).includes(code);

function shippedFile(code: string): string {
  const manifest = createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/package.json`);
  return join(dirname(manifest), QUALITY, `${code}.traineddata.gz`);
}

const filesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
