/** An archive with the room of annotations, over the built worker, and short ways to use both. */
import { join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { type Annotations, createAnnotations } from '../../electron/annotation/index.js';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import type { Annotation, AnnotationId, SourceId, VersionId } from '../../electron/contract/index.js';
import { type Adding, addSource, freshFolder, OPTIONS } from './archive-bench.js';

export const WORKER = resolve('dist/electron/annotation-worker.js');

export interface AnnotationBench {
  readonly dir: string;
  readonly place: string;
  archive: Archive;
  annotations: Annotations;
  add(adding?: Adding): ReturnType<typeof addSource>;
  /** Annotates the `nth` place of some words in the current text. */
  mark(sourceId: SourceId, words: string, nth?: number): Promise<Annotation>;
  /** Makes a text of the current one. */
  correct(sourceId: SourceId, change: (text: string) => string): ReturnType<Annotations['texts']['correct']>;
  /** What an annotation covers in the current text; null in review. */
  covered(id: AnnotationId): string | null;
  currentId(sourceId: SourceId): VersionId;
  /** Closes it, so that another process can have it. */
  release(): Promise<void>;
  /** Opens it again, wherever it is. */
  reopen(access?: 'write' | 'read'): Promise<void>;
  remove(): Promise<void>;
}

const open = (archive: Archive): Annotations =>
  createAnnotations({ archive, now: () => new Date(), newId: v7, workerPath: WORKER });

export async function annotationBench(): Promise<AnnotationBench> {
  const folder = freshFolder();
  const place = join(folder.dir, 'Letters.fonds');
  const archive = await createArchive(place, OPTIONS);
  const bench: AnnotationBench = {
    dir: folder.dir,
    place,
    archive,
    annotations: open(archive),
    add: (adding) => addSource(bench.archive, folder.dir, adding),
    mark: (sourceId, words, nth = 1) => {
      const { id: versionId, text } = bench.archive.texts.get(sourceId);
      let start = -1;
      for (let at = 0; at < nth; at += 1) start = text.indexOf(words, start + 1);
      if (start < 0) throw new Error(`“${words}” is not in the text`);
      const target = { kind: 'text', versionId, start, end: start + words.length } as const;
      return bench.annotations.create({ sourceId, target, colour: 1, comment: '', tagIds: [] });
    },
    correct: (sourceId, change) => {
      const { id: versionId, text } = bench.archive.texts.get(sourceId);
      return bench.annotations.texts.correct({ sourceId, versionId, text: change(text), reason: '' });
    },
    covered: (id) => {
      const { sourceId, anchor } = bench.annotations.get(id);
      const { text } = bench.archive.texts.get(sourceId);
      return anchor?.state === 'placed' ? text.slice(anchor.start, anchor.end) : null;
    },
    currentId: (sourceId) => bench.archive.texts.get(sourceId).id,
    release: async () => {
      await bench.annotations.close();
      bench.archive.close();
    },
    reopen: async (access = 'write') => {
      await bench.release();
      bench.archive = await openArchive(place, access, OPTIONS);
      bench.annotations = open(bench.archive);
    },
    remove: async () => {
      await bench.release();
      folder.remove();
    },
  };
  return bench;
}

/** Sentences that are each found once; enough of them that a passage has context. */
export const LETTER = [
  'Dear Ambassador, the envoy of the republic was received at noon by the whole council of the city.',
  'Nobody spoke of the sluice, although everyone had come because of the water that stood before it.',
  'The minister for inland waterways read the protocol aloud, and the secretaries compared two copies.',
  'At the third article the delegates from the northern bank asked for an adjournment until Thursday.',
  'I told them plainly that my government would not sign anything that had been altered overnight.',
].join('\n\n');
