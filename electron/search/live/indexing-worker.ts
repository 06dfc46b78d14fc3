/** Entry of the search worker: analyses texts into segments and merges segments. It reads no file and writes nothing. */
import { parentPort } from 'node:worker_threads';
import { createAnalyzer, detectLanguage } from '../analysis/index.js';
import { mergeSegments } from '../segment/merge-segments.js';
import { SegmentBuilder } from '../segment/segment-builder.js';
import { BODY, FIELDS, indexDocument } from './index-document.js';
import {
  LOADED,
  type WorkerTask,
  type WorkerTaskAnswer,
  type WorkerTaskName,
  type WorkerTasks,
} from './worker-protocol.js';

const analyzer = createAnalyzer();

const tasks: { [N in WorkerTaskName]: (input: WorkerTasks[N]['input']) => WorkerTasks[N]['output'] } = {
  build: ({ sources }) => {
    const builder = new SegmentBuilder(FIELDS.length, analyzer.analyze);
    const guesses = sources.flatMap((source) => {
      const { versionId, language } = source;
      const used = language ?? detectLanguage(source.fields[BODY] ?? '');
      builder.add(indexDocument(source, used));
      return language === null ? [{ versionId, language: used }] : [];
    });
    return { segment: builder.finish(), guesses };
  },
  merge: ({ parts }) => ({ segment: mergeSegments(FIELDS.length, parts) }),
};

parentPort?.on('message', ({ id, name, input }: WorkerTask) => {
  let answer: WorkerTaskAnswer;
  try {
    const output = (tasks[name] as (input: unknown) => WorkerTasks[WorkerTaskName]['output'])(input);
    answer = { id, output };
    const { segment } = output;
    parentPort?.postMessage(
      answer,
      segment ? [segment.hot.buffer as ArrayBuffer, segment.cold.buffer as ArrayBuffer] : [],
    );
  } catch (error) {
    answer = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    parentPort?.postMessage(answer);
  }
});
parentPort?.postMessage(LOADED);
