/**
 * Annotations as a W3C AnnotationCollection in JSON-LD, piece by piece. Selectors are those of the model, in code points,
 * on the version an annotation was made on; what only Fonds knows stands beside them under `fonds:`.
 * Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017; Media Fragments URI 1.0; RFC 3778.
 */
import type { Annotation, Colour } from '../../contract/index.js';
import type { ExportContent, ExportedSource } from '../../export/index.js';
import { type ExchangeContext, textsOf } from '../exchange-context.js';
import { anchorTerm, type ExchangeText } from '../fonds-terms.js';
import { markColour } from '../mark-colours.js';

const TERMS = 'urn:x-fonds:terms:1#';
const json = (name: string) => ({ '@id': `fonds:${name}`, '@type': '@json' });
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    fonds: TERMS,
    'fonds:anchors': json('anchors'),
    'fonds:region': json('region'),
    'fonds:tags': json('tags'),
  },
] as const;

/** The class that a stylesheet of an annotation colours. */
export const colourClass = (colour: Colour): string => `fonds-mark-${colour}`;

export function* webAnnotations(content: ExportContent, context: ExchangeContext): Generator<string> {
  const total = content.sources.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const collection = {
    '@context': CONTEXT,
    id: `urn:uuid:${context.newId()}`,
    type: 'AnnotationCollection',
    label: content.title,
    created: context.now().toISOString(),
    generator: { id: 'urn:x-fonds:software', type: 'Software', name: 'Fonds' },
    total,
    'fonds:tags': usedTags(content),
  };
  const page = { id: `urn:uuid:${context.newId()}`, type: 'AnnotationPage', startIndex: 0, partOf: collection.id };
  const open = (value: object) => JSON.stringify(value).slice(0, -1);
  yield `${open(collection)},\n"first":${open(page)},"items":[`;
  let separator = '\n';
  for (const source of content.sources) {
    const text = textsOf(context, source.source.id);
    for (const annotation of source.annotations) {
      yield `${separator}${JSON.stringify(oneAnnotation(annotation, source, content, context, text))}`;
      separator = ',\n';
    }
  }
  yield '\n]}}\n';
}

/** Colour and meaning of the tags that the annotations bear; a tag is named by its path. */
function usedTags({ sources, tags, tagPath }: ExportContent) {
  const used = new Set(sources.flatMap(({ annotations }) => annotations.flatMap(({ tagIds }) => tagIds)));
  return tags
    .filter(({ id }) => used.has(id))
    .map(({ id, colour, description }) => ({ path: tagPath(id), colour, description }));
}

function oneAnnotation(
  annotation: Annotation,
  { source }: ExportedSource,
  { tagPath }: ExportContent,
  context: ExchangeContext,
  text: (id: NonNullable<ReturnType<typeof versionIdOf>>) => ExchangeText,
) {
  const { id, target, colour, comment, tagIds, who, createdAt, changedAt } = annotation;
  const bodies = [
    ...(comment === ''
      ? []
      : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
    ...tagIds.map((tagId) => ({
      type: 'TextualBody',
      value: tagPath(tagId),
      format: 'text/plain',
      purpose: 'tagging',
    })),
  ];
  const versionId = versionIdOf(annotation);
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: comment !== '' ? 'commenting' : tagIds.length > 0 ? 'tagging' : 'highlighting',
    creator: { type: 'Person', name: who },
    created: createdAt,
    modified: changedAt,
    stylesheet: {
      type: 'CssStylesheet',
      value: `.${colourClass(colour)} { background-color: ${markColour(colour)} }`,
    },
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: {
      type: 'SpecificResource',
      source: {
        id: `urn:uuid:${source.id}`,
        type: 'Text',
        label: source.description.title,
        'fonds:originals': source.originals.map(({ sha256 }) => sha256),
        ...(source.description.url === '' ? {} : { 'fonds:url': source.description.url }),
      },
      styleClass: colourClass(colour),
      ...(target.kind === 'region'
        ? { selector: [regionSelector(target.region)], 'fonds:region': target.region }
        : {
            selector: wordSelectors(target, text(target.versionId)),
            'fonds:versionId': target.versionId,
            'fonds:textSha256': text(target.versionId).sha256,
          }),
    },
    ...(versionId === null
      ? {}
      : { 'fonds:anchors': context.anchorsOf(id).map((anchor) => anchorTerm(anchor, text(anchor.versionId))) }),
  };
}

const versionIdOf = ({ target }: Annotation) => (target.kind === 'text' ? target.versionId : null);

type TextTarget = Extract<Annotation['target'], { kind: 'text' }>;

const wordSelectors = ({ quote, start, end }: TextTarget, { points }: ExchangeText) => [
  { type: 'TextQuoteSelector', ...quote },
  { type: 'TextPositionSelector', start: points.toCodePoints(start), end: points.toCodePoints(end) },
];

type PageRegion = Extract<Annotation['target'], { kind: 'region' }>['region'];

/** Per cent with as many digits as tell any two places of a page apart. */
const percent = (fraction: number): string => String(Number((fraction * 100).toFixed(6)));

const regionSelector = ({ pageIndex, x, y, width, height }: PageRegion) => ({
  type: 'FragmentSelector',
  conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
  value: `page=${pageIndex + 1}`,
  refinedBy: {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: `xywh=percent:${[x, y, width, height].map(percent).join(',')}`,
  },
});
