/** Verbs of annotations. Offsets are UTF-16 units, as everywhere. */
import {
  type Annotation,
  type AnnotationFilter,
  AnnotationId,
  Colour,
  type Output,
  readWhole,
  tagTree,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, textOptions, UsageError, wholeNumber } from './command-line.js';
import { offsetOption, passageArgument } from './passage-argument.js';
import {
  cappedLine,
  dir,
  ensureTags,
  existingTag,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

/** Characters of a passage or comment shown in a line. */
const SHOWN = 100;

export const inLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN).toWellFormed()}…` : line;
};

/** @throws UsageError. */
export function colourOption(line: CommandLine): Colour | undefined {
  const value = textOption(line, 'colour');
  if (value === undefined) return undefined;
  const parsed = Colour.safeParse(Number(value));
  if (!parsed.success) throw new UsageError(t('--colour is a number from 1 to 8, not “{value}”.', { value }));
  return parsed.data;
}

/** @throws UsageError. */
export function annotationId(text: string): AnnotationId {
  const parsed = AnnotationId.safeParse(text);
  if (!parsed.success)
    throw new UsageError(t('“{text}” is not the id of an annotation. “fonds annotations DIR” lists them.', { text }));
  return parsed.data;
}

function wordsOf({ target, anchor }: Annotation): string {
  if (target.kind === 'region') return '[region]';
  return `${anchor?.state === 'review' ? t('[needs review] ') : ''}“${inLine(target.quote.exact)}”`;
}

/** Each annotation with its source, page and tags, and what is said of it. */
export async function annotationLines(terminal: Terminal, annotations: readonly Annotation[]): Promise<string[]> {
  const tree = tagTree(await terminal.call('tag.list', undefined));
  return annotations.flatMap((annotation) => {
    const { id, sourceTitle, pageLabel, tagIds, comment, anchor } = annotation;
    const tags = tagIds.map((tagId) => `  #${tree.path(tagId)}`).join('');
    const page = pageLabel === null ? '' : `, p. ${pageLabel}`;
    const line = `${id}  ${sourceTitle || t('Untitled')}${page}: ${wordsOf(annotation)}${tags}`;
    const said = comment === '' ? [] : [`    ${inLine(comment)}`];
    if (anchor?.state !== 'review') return [line, ...said];
    const candidates = anchor.candidates.map(({ start, end, text, score }) => {
      return t('    perhaps {start}–{end} (score {score}): “{inLine}”', {
        start,
        end,
        score: score.toFixed(2),
        inLine: inLine(text),
      });
    });
    return [line, ...said, `    ${anchor.reason}`, ...candidates];
  });
}

const annotate: VerbHandler = async (terminal, line) => {
  const source = sourceId(operand(line, 1));
  const passage = passageArgument(line);
  const colour = colourOption(line);
  await open(terminal, dir(line));
  const { id: versionId, text } = await terminal.call('text.get', { sourceId: source });
  const tagIds = (await ensureTags(terminal, textOptions(line, 'tag'))).map(({ id }) => id);
  const made = await terminal.call('annotation.create', {
    sourceId: source,
    target: { kind: 'text', versionId, ...passage(text) },
    ...(colour === undefined ? {} : { colour }),
    comment: textOption(line, 'comment') ?? '',
    tagIds,
  });
  return { json: made, text: (await annotationLines(terminal, [made])).join('\n') };
};

async function list(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const [source, tag, contains] = [textOption(line, 'source'), textOption(line, 'tag'), textOption(line, 'contains')];
  const [colour, limit] = [colourOption(line), wholeNumber('limit', line.options.limit, Number.MAX_SAFE_INTEGER)];
  const ofSource = source === undefined ? {} : { sourceId: sourceId(source) };
  await open(terminal, dir(line), 'best');
  const filter: AnnotationFilter = {
    ...ofSource,
    ...(tag === undefined ? {} : { tagId: (await existingTag(terminal, tag)).id }),
    ...(colour === undefined ? {} : { colour }),
    ...(contains === undefined ? {} : { contains }),
    ...(line.options.review === true ? { state: 'review' } : {}),
  };
  const asked = { filter, sort: 'place' } as const;
  const { total, annotations } = await readWhole(terminal.call, 'annotation.list', asked, limit);
  const text = [
    t('{total} annotations', { total }),
    ...(await annotationLines(terminal, annotations)),
    ...cappedLine(annotations, total),
  ];
  return { json: { total, annotations }, text: text.join('\n') };
}

const annotations: VerbHandler = async (terminal, line) => {
  const gone = textOptions(line, 'delete').map(annotationId);
  const [place, again] = [textOption(line, 'place'), textOption(line, 'reanchor')];
  const [start, end] = [offsetOption(line, 'start'), offsetOption(line, 'end')];
  const asked = [gone.length > 0, place !== undefined, again !== undefined].filter(Boolean).length;
  if (asked > 1) throw new UsageError(t('“annotations” takes one of --delete, --place and --reanchor at a time.'));
  if (gone.length > 0) {
    await open(terminal, dir(line));
    await terminal.call('annotation.delete', { ids: gone });
    return { json: { ids: gone }, text: t('Deleted: {count}', { count: gone.length }) };
  }
  if (place !== undefined) {
    if (start === undefined || end === undefined) throw new UsageError(t('--place needs --start N and --end N.'));
    const id = annotationId(place);
    await open(terminal, dir(line));
    const { sourceId: source } = await terminal.call('annotation.get', { id });
    const { id: versionId } = await terminal.call('text.get', { sourceId: source });
    const placed = await terminal.call('annotation.place', { id, versionId, start, end });
    return { json: placed, text: (await annotationLines(terminal, [placed])).join('\n') };
  }
  if (again !== undefined) {
    const source = sourceId(again);
    await open(terminal, dir(line));
    const report = await terminal.call('annotation.reanchor', { sourceId: source });
    return { json: report, text: anchorReportLine(report) };
  }
  return list(terminal, line);
};

/** What became of the annotations of a source, in a line. */
export const anchorReportLine = ({ placed, found, review }: Output<'annotation.reanchor'>): string =>
  t('Annotations: {placed} in their place, {found} found by their words, {review} to review', {
    placed,
    found,
    review,
  });

export const annotationVerbs = { annotate, annotations } satisfies Record<string, VerbHandler>;
