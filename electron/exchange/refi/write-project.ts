/**
 * A piece of work as a REFI-QDA project (`project.qde`), piece by piece: tags are codes, annotations coded selections,
 * notes notes, collections sets. Positions are code points; `endPosition` is that of the last character.
 * Source: REFI-QDA standard 1.0, Project exchange; data/schemas/refi-project.xsd.
 */
import { v5 } from 'uuid';
import type { Annotation, Original, Source, VersionId } from '../../contract/index.js';
import {
  closeTag,
  type ExportContent,
  type ExportedSource,
  emptyTag,
  escapeXml,
  openTag,
  xmlElement,
  xmlInstruction,
  xmlText,
} from '../../export/index.js';
import { t } from '../../wording/index.js';
import { type ExchangeContext, textsOf } from '../exchange-context.js';
import { anchorTerm, type ExchangeText } from '../fonds-terms.js';
import { type AnnotationTerm, INSTRUCTION } from './annotation-term.js';
import { type PageBox, toCorners } from './page-box.js';
import { codes, ORIGIN } from './write-codebook.js';

export const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
/** Of GUIDs that are made from other ids, so that the same project is written the same. */
const NAMESPACE = '6f6e6473-0000-5000-8000-726566692d71';

export const isPdf = ({ mediaType }: Original): boolean => mediaType === 'application/pdf';
export const pdfOf = ({ originals }: Source): Original | undefined => originals.find(isPdf);

export interface ProjectOptions {
  readonly content: ExportContent;
  readonly context: ExchangeContext;
  /** Of the pages that annotations are on; null where the file gives no size. */
  boxes(sha256: Original['sha256']): ReadonlyMap<number, PageBox>;
  /** What other programs will not see. */
  readonly remark: (sentence: string) => void;
}

const userId = (who: string): string => v5(t('user {who}', { who }), NAMESPACE);

export const currentOf = ({ versions }: Source): VersionId | undefined =>
  versions.find(({ isCurrent }) => isCurrent)?.id;

/** The older text in which an annotation that lost its place is shown; null when there is none. */
function shownIn({ target, anchor }: Annotation, current: VersionId | undefined): VersionId | null {
  if (target.kind !== 'text' || anchor?.state !== 'review' || target.versionId === current) return null;
  return target.start < target.end ? target.versionId : null;
}

/** Old texts that hold annotations which lost their place: they are sources of their own. */
export function textsBehind({ source, annotations }: ExportedSource): VersionId[] {
  const current = currentOf(source);
  return [...new Set(annotations.flatMap((annotation) => shownIn(annotation, current) ?? []))];
}

export function* project(options: ProjectOptions): Generator<string> {
  const { content, context } = options;
  const names = new Set([
    ...content.sources.flatMap(({ annotations }) => annotations.map(({ who }) => who)),
    ...content.notes.map(({ who }) => who),
  ]);
  const now = context.now().toISOString();
  yield `<?xml version="1.0" encoding="utf-8"?>\n`;
  yield openTag('Project', { xmlns: PROJECT_NAMESPACE, name: content.title, origin: ORIGIN, creationDateTime: now });
  if (names.size > 0) {
    yield `\n${openTag('Users')}`;
    for (const who of names) yield `\n${emptyTag('User', { guid: userId(who), name: who })}`;
    yield closeTag('Users');
  }
  if (content.tags.length > 0) {
    yield `\n${openTag('CodeBook')}`;
    yield* codes(content.tags);
    yield closeTag('CodeBook');
  }
  if (content.sources.length > 0) {
    yield `\n${openTag('Sources')}`;
    for (const source of content.sources) yield* oneSource(source, options);
    yield closeTag('Sources');
  }
  if (content.notes.length > 0) {
    yield `\n${openTag('Notes')}`;
    for (const { id, title, body, who, createdAt, changedAt } of content.notes) {
      const attributes = { creatingUser: userId(who), creationDateTime: createdAt, modifiedDateTime: changedAt };
      yield `\n${openTag('Note', { guid: id, name: title, ...attributes })}`;
      yield `${openTag('PlainTextContent')}${escapeXml(body)}${closeTag('PlainTextContent')}${closeTag('Note')}`;
    }
    yield closeTag('Notes');
  }
  yield* sets(content, context);
  yield `\n${closeTag('Project')}\n`;
}

function* sets({ sources }: ExportContent, { collections }: ExchangeContext): Generator<string> {
  const filled = collections.flatMap(({ id, name }) => {
    const members = sources.filter(({ source }) => source.collectionIds.includes(id));
    return members.length > 0 ? [{ id, name, members }] : [];
  });
  if (filled.length === 0) return;
  yield `\n${openTag('Sets')}`;
  for (const { id, name, members } of filled) {
    yield `\n${openTag('Set', { guid: id, name })}`;
    for (const { source } of members) yield emptyTag('MemberSource', { targetGUID: source.id });
    yield closeTag('Set');
  }
  yield closeTag('Sets');
}

function* oneSource(exported: ExportedSource, options: ProjectOptions): Generator<string> {
  const { source, annotations } = exported;
  const { context } = options;
  const text = textsOf(context, source.id);
  const current = currentOf(source);
  const title = source.description.title || 'Untitled';
  const pdf = pdfOf(source);
  const made = { creationDateTime: source.addedAt, modifiedDateTime: source.changedAt };
  const here = annotations.filter(({ anchor }) => anchor?.state === 'placed');
  const regions = annotations.filter(({ target }) => target.kind === 'region');
  const tagging = () => source.tagIds.map((tagId) => coding(`${source.id} ${tagId}`, tagId)).join('');

  const pages: string[] = [];
  const unseen: string[] = [];
  for (const annotation of regions) {
    const written = pageSelection(annotation, pdf, text, options);
    (written.isSelection ? pages : unseen).push(written.xml);
  }
  const lost = annotations.filter(({ anchor }) => anchor?.state === 'review');
  for (const annotation of lost) {
    if (shownIn(annotation, current)) continue;
    unseen.push(xmlInstruction(INSTRUCTION, term(annotation, null, text, options, 'alone')));
  }
  if (unseen.length > 0) {
    const those = t('{count, plural, one {One annotation} other {# annotations}}', { count: unseen.length });
    options.remark(
      t('{those} of “{title}” cannot be shown by other programs; Fonds finds them in the file.', { those, title }),
    );
  }
  const selections = (some: readonly Annotation[]) => some.map((one) => wordSelection(one, text, options));

  if (pdf) {
    yield `\n${openTag('PDFSource', { guid: source.id, name: title, path: `internal://${source.id}.pdf`, ...made })}`;
    yield* unseen;
    yield* pages;
    if (current) {
      const path = `internal://${current}.txt`;
      yield `\n${openTag('Representation', { guid: current, name: title, plainTextPath: path })}`;
      yield* selections(here);
      yield closeTag('Representation');
    }
    yield `${tagging()}${closeTag('PDFSource')}`;
  } else {
    const path = `internal://${source.id}.txt`;
    yield `\n${openTag('TextSource', { guid: source.id, name: title, plainTextPath: path, ...made })}`;
    yield* unseen;
    yield* selections(here);
    yield `${tagging()}${closeTag('TextSource')}`;
  }
  for (const versionId of textsBehind(exported)) {
    const info = source.versions.find(({ id }) => id === versionId);
    const name = t('{title} (text of {createdAt})', { title, createdAt: info?.createdAt.slice(0, 10) ?? t('before') });
    const path = `internal://${versionId}.txt`;
    yield `\n${openTag('TextSource', { guid: versionId, name, plainTextPath: path, creationDateTime: info?.createdAt })}`;
    yield* selections(lost.filter((annotation) => shownIn(annotation, current) === versionId));
    yield closeTag('TextSource');
  }
}

type ExchangeTexts = (id: VersionId) => ExchangeText;

const coding = (key: string, tagId: string): string =>
  `${openTag('Coding', { guid: v5(t('coding {key}', { key }), NAMESPACE) })}${emptyTag('CodeRef', { targetGUID: tagId })}${closeTag('Coding')}`;

const inside = ({ id, comment, tagIds }: Annotation): string =>
  `${xmlElement('Description', comment)}${tagIds.map((tagId) => coding(`${id} ${tagId}`, tagId)).join('')}`;

const made = ({ id, who, createdAt, changedAt }: Annotation) => ({
  guid: id,
  creatingUser: userId(who),
  creationDateTime: createdAt,
  modifiedDateTime: changedAt,
});

/** Where it is now; one that lost its place, where it was made. */
function wordSelection(annotation: Annotation, text: ExchangeTexts, options: ProjectOptions): string {
  const { anchor, target } = annotation;
  if (target.kind !== 'text') throw new Error('A region has no words');
  const { versionId, start, end } = anchor?.state === 'placed' ? anchor : target;
  const { points } = text(versionId);
  const [startPosition, endPosition] = [points.toCodePoints(start), points.toCodePoints(end) - 1];
  const { guid, ...attributes } = made(annotation);
  return [
    `\n${openTag('PlainTextSelection', { guid, startPosition, endPosition, ...attributes })}`,
    xmlInstruction(INSTRUCTION, term(annotation, [startPosition, endPosition], text, options, 'inside')),
    inside(annotation),
    closeTag('PlainTextSelection'),
  ].join('');
}

function pageSelection(
  annotation: Annotation,
  pdf: Original | undefined,
  text: ExchangeTexts,
  options: ProjectOptions,
) {
  if (annotation.target.kind !== 'region') throw new Error('Words are no region');
  const { region } = annotation.target;
  const box = pdf && pdf.sha256 === region.sha256 ? options.boxes(pdf.sha256).get(region.pageIndex) : undefined;
  if (!box) {
    return { isSelection: false, xml: xmlInstruction(INSTRUCTION, term(annotation, null, text, options, 'alone')) };
  }
  const { firstX, firstY, secondX, secondY } = toCorners(region, box);
  const { guid, ...attributes } = made(annotation);
  const place = { page: region.pageIndex, firstX, firstY, secondX, secondY };
  const at = [region.pageIndex, firstX, firstY, secondX, secondY];
  const xml = [
    `\n${openTag('PDFSelection', { guid, ...place, ...attributes })}`,
    xmlInstruction(INSTRUCTION, term(annotation, at, text, options, 'inside')),
    inside(annotation),
    closeTag('PDFSelection'),
  ].join('');
  return { isSelection: true, xml };
}

function term(
  annotation: Annotation,
  at: number[] | null,
  text: ExchangeTexts,
  { context, content }: ProjectOptions,
  where: 'inside' | 'alone',
): AnnotationTerm {
  const { id, sourceId, target, colour, comment, tagIds, who, createdAt, changedAt } = annotation;
  const paths = tagIds.map(content.tagPath);
  const isAlone = where === 'alone';
  return {
    id,
    sourceId,
    at,
    words: target.kind === 'text' ? wordsTerm(target, text) : null,
    region: target.kind === 'region' ? target.region : null,
    anchors: context.anchorsOf(id).map((anchor) => anchorTerm(anchor, text(anchor.versionId))),
    colour,
    who,
    createdAt,
    changedAt,
    ...(isAlone || xmlText(comment) !== comment ? { comment } : {}),
    ...(isAlone || paths.some((path) => xmlText(path) !== path) ? { tags: paths } : {}),
  };
}

function wordsTerm(
  { versionId, start, end, quote }: Extract<Annotation['target'], { kind: 'text' }>,
  text: ExchangeTexts,
) {
  const { sha256, points } = text(versionId);
  return {
    versionId,
    textSha256: sha256,
    start: points.toCodePoints(start),
    end: points.toCodePoints(end),
    quote,
  };
}
