/**
 * Takes what a file tells into the archive, in one step of undo or not at all. Every annotation of the file is told of:
 * taken in, here already, or left out with the reason.
 */
import type { Annotations, PreparedAnnotations, TakenAnnotation } from '../../annotation/index.js';
import type { Archive, Change } from '../../archive/index.js';
import {
  type Annotation,
  type AnnotationId,
  FondsError,
  type ReportLine,
  type SourceId,
  type TagId,
  type TagNode,
  type TagTree,
  type VersionId,
} from '../../contract/index.js';
import { type ExchangeText, exchangeText } from './fonds-terms.js';
import { sourceMatcher } from './match-source.js';
import { placeTold } from './place-told.js';
import type { ExchangeFile, ToldAnnotation } from './told.js';

export interface TakeFileOptions {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Name of the file, for the undo menu. */
  readonly name: string;
  readonly progress: (done: number, total: number) => void;
}

const TURN_MS = 30;
/** How often it begins anew when texts change meanwhile. */
const ATTEMPTS = 3;

const NEW_ID = 'It has a new id here: that of the file is of an annotation of another place, which was deleted.';

interface Chosen {
  readonly told: ToldAnnotation;
  readonly taken: TakenAnnotation;
}

/** @returns a line for each annotation and each loss. @throws FondsError; then nothing was changed. */
export async function takeFile(file: ExchangeFile, options: TakeFileOptions): Promise<ReportLine[]> {
  for (let attempt = 1; ; attempt += 1) {
    const lines: ReportLine[] = file.losses.map(({ place, reason }) => line(place, 'skipped', reason, null));
    const chosen = await choose(file, options, lines);
    const prepared = await options.annotations.takingIn.prepare(chosen.map(({ taken }) => taken));
    options.signal.throwIfAborted();
    let ids: readonly (AnnotationId | null)[];
    try {
      ids = write(file, chosen, prepared, options);
    } catch (error) {
      if (error instanceof FondsError && error.code === 'STALE' && attempt < ATTEMPTS) continue;
      throw error;
    }
    for (const [index, one] of prepared.annotations.entries()) {
      const { told, taken } = chosen[index] as Chosen;
      if ('refused' in one) lines.push(line(nameOf(told), 'skipped', one.refused, taken.sourceId, told.remarks));
      else {
        const review = one.review === null ? null : `Waits for you to place it: ${one.review}`;
        const remarks = ids[index] === taken.id ? told.remarks : [...told.remarks, NEW_ID];
        lines.push(line(nameOf(told), 'imported', review, taken.sourceId, remarks));
      }
    }
    return lines;
  }
}

/** What of the file can be taken in; of all else a line is added. */
async function choose(
  file: ExchangeFile,
  { archive, annotations, now, signal, progress }: TakeFileOptions,
  lines: ReportLine[],
): Promise<Chosen[]> {
  const { annotations: told } = file;
  const match = sourceMatcher(archive.sources);
  const tree = archive.tags.tree();
  const texts = new Map<string, ExchangeText>();
  const textOf = (sourceId: SourceId) => (versionId: VersionId) => {
    const known = texts.get(versionId) ?? exchangeText(archive.texts.get(sourceId, versionId).text);
    // Texts of one source are asked for together; what came before is not kept.
    if (!texts.has(versionId) && texts.size > 20) texts.clear();
    texts.set(versionId, known);
    return known;
  };
  for (const { source: about, tags } of file.taggings) {
    const matched = match(about);
    const name = 'source' in matched ? matched.source.description.title : about.title;
    if ('reason' in matched) {
      lines.push(line(name, 'skipped', matched.reason, null));
      continue;
    }
    const borne = new Set(matched.source.tagIds.map((id) => tree.path(id).toLowerCase()));
    const missing = tags.filter((path) => !borne.has(path.toLowerCase()));
    if (missing.length === 0) continue;
    const those = missing.map((path) => `“${path}”`).join(', ');
    const reason = `The file tags it as a whole with ${those}. Only tags of passages are taken in: give it these yourself.`;
    lines.push(line(name, 'skipped', reason, matched.source.id));
  }
  const at = now().toISOString();
  const seen = new Set<string>();
  const chosen: Chosen[] = [];
  let turnAt = performance.now();
  for (const [index, one] of told.entries()) {
    // Others are answered in between.
    if (performance.now() - turnAt > TURN_MS) {
      progress(index, told.length);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      turnAt = performance.now();
    }
    if (seen.has(one.id)) {
      lines.push(line(nameOf(one), 'duplicate', 'It is in this file twice; the first is taken.', null));
      continue;
    }
    seen.add(one.id);
    const matched = match(one.source);
    if ('reason' in matched) {
      lines.push(line(nameOf(one), 'skipped', matched.reason, null));
      continue;
    }
    const { source } = matched;
    const [here] = annotations.some([one.id]);
    if (here) {
      const isSame = saysTheSame(one, here, tree);
      const message = isSame
        ? 'It is here already.'
        : 'It is here already and says something else. Yours was kept as it is; delete it and take the file in again if you want the other.';
      lines.push(line(nameOf(one), isSame ? 'duplicate' : 'skipped', message, here.sourceId));
      continue;
    }
    const placed = placeTold(one, source, textOf(source.id));
    if ('reason' in placed) {
      lines.push(line(nameOf(one), 'skipped', placed.reason, source.id));
      continue;
    }
    const createdAt = one.createdAt ?? one.changedAt ?? at;
    const taken = {
      id: one.id,
      sourceId: source.id,
      target: placed.target,
      anchors: placed.anchors,
      colour: one.colour ?? 1,
      comment: one.comment,
      who: one.who ?? archive.who,
      createdAt,
      changedAt: one.changedAt ?? createdAt,
    };
    chosen.push({ told: one, taken });
  }
  return chosen;
}

function write(
  file: ExchangeFile,
  chosen: readonly Chosen[],
  prepared: PreparedAnnotations,
  { archive, annotations, name }: TakeFileOptions,
): readonly (AnnotationId | null)[] {
  const { ids } = archive.history.step(() => {
    const changes: Change[] = [];
    const known = new Map<string, TagId>();
    const described = new Map(file.tags.map((tag) => [tag.path, tag]));
    const ensure = (path: string): TagId => {
      const held = known.get(path);
      if (held) return held;
      const { id, changes: made } = archive.tags.ensuring(path);
      changes.push(...made);
      const tag = described.get(path);
      // What a tag means here is not changed by a file.
      if (tag && made.length > 0) {
        changes.push(...archive.tags.changing(id, { colour: tag.colour, description: tag.description }));
      }
      known.set(path, id);
      return id;
    };
    for (const { path } of file.tags) ensure(path);
    const { changes: made, ids } = annotations.takingIn.take(prepared, (index) =>
      (chosen[index]?.told.tags ?? []).map(ensure),
    );
    changes.push(...made);
    const sourceIds = [...new Set(chosen.map(({ taken }) => taken.sourceId))];
    return { label: `Take in “${name}”`, changes, scopes: ['annotations', 'tags', 'sources'], sourceIds, ids };
  });
  return ids;
}

const tagKeys = (paths: readonly string[]): string => JSON.stringify(paths.map((path) => path.toLowerCase()).sort());

/** What the file does not tell is no difference. */
function saysTheSame(told: ToldAnnotation, here: Annotation, tags: Pick<TagTree<TagNode>, 'path'>): boolean {
  const words = here.target.kind === 'text' ? here.target.quote.exact : null;
  const toldWords = told.target.kind === 'text' ? (told.target.quote?.exact ?? words) : null;
  return (
    told.comment === here.comment &&
    (told.colour === null || told.colour === here.colour) &&
    tagKeys(told.tags) === tagKeys(here.tagIds.map((id) => tags.path(id))) &&
    toldWords?.trim() === words?.trim()
  );
}

const NAME_LENGTH = 60;

/** Its first words, else where it is in the file. */
function nameOf({ target, place }: ToldAnnotation): string {
  const words = target.kind === 'text' ? (target.quote?.exact.replace(/\s+/g, ' ').trim() ?? '') : '';
  const first = Array.from(words);
  if (first.length === 0) return place;
  return first.length > NAME_LENGTH ? `${first.slice(0, NAME_LENGTH).join('')}…` : words;
}

const line = (
  name: string,
  outcome: ReportLine['outcome'],
  message: string | null,
  sourceId: SourceId | null,
  remarks: readonly string[] = [],
): ReportLine => ({ name, outcome, message, sourceId, remarks: [...remarks] });
