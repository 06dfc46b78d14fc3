/** Answers the calls that read the text of page images, and bring it in. */
import type { ArchiveHost } from './archive-host.js';
import { bringInTranscripts } from './bring-in-transcripts.js';
import { done, type HandlersOf } from './handler-table.js';
import { guessLanguageOf, runOcr, unfinishedReadings } from './ocr-job.js';

type OcrCallName =
  | 'ocr.languages'
  | 'ocr.addedLanguages'
  | 'ocr.addLanguage'
  | 'ocr.removeLanguage'
  | 'ocr.unfinished'
  | 'ocr.bringIn'
  | 'ocr.guess'
  | 'ocr.start';

export function ocrHandlers(host: ArchiveHost): HandlersOf<OcrCallName> {
  const tools = () => {
    const { archive, annotations, ocrPages: store, pages } = host.current();
    return { archive, annotations, store, pages, images: host.images, pool: host.ocrPool };
  };
  return {
    'ocr.languages': () => host.ocrLanguages.list(),
    'ocr.addedLanguages': () => host.ocrLanguages.added(),
    'ocr.addLanguage': async ({ file }) => ({ language: await host.ocrLanguages.add(file) }),
    'ocr.removeLanguage': async ({ language }) => done(await host.ocrLanguages.remove(language)),
    'ocr.unfinished': () => unfinishedReadings(tools()),
    'ocr.bringIn': (order) => bringInTranscripts(order, { open: host.current(), pool: host.ocrPool }),
    'ocr.guess': ({ sourceId }) => guessLanguageOf(sourceId, tools()),
    'ocr.start': (order) => {
      const used = tools();
      return { jobId: host.jobs.start('ocr', (job) => runOcr(order, used, job), { canPause: true }) };
    },
  };
}
