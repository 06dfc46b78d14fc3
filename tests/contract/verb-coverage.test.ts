/** The window and the terminal are two clients of one contract: each call of the window has a verb, or a reason why not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../electron/contract/index.js';
import { createService, type Service } from '../../electron/service/index.js';
import { png, quarterPixels } from '../support/make-images.js';
import { root } from '../support/service.js';
import { type CallCoverage, type Carried, type Coverage, carryOut, faultsOf } from '../support/verb-coverage.js';

const COVERAGE: CallCoverage = {
  'archive.info': { verb: 'info' },
  'archive.firstLook': {
    reason: 'What the window opens by itself when the sample archive is seen for the first time.',
  },

  'source.list': { verb: 'sources' },
  'source.ids': { reason: 'Keeps what is selected in a list on the screen; “sources” prints the ids with the rows.' },
  'source.get': { verb: 'show' },
  'source.create': { verb: 'source' },
  'source.folders': { verb: 'sources --folders' },
  'source.describe': { verb: 'describe' },
  'source.dismissSuggestion': { verb: 'suggestions --dismiss' },
  'source.delete': { verb: 'delete' },
  'source.restore': { verb: 'recover' },
  'source.documentTypes': { verb: 'sources --types' },

  'collection.list': { verb: 'collections' },
  'collection.create': { verb: 'collections --add' },
  'collection.rename': { verb: 'collections --rename' },
  'collection.delete': { verb: 'collections --delete' },
  'collection.add': { verb: 'collection' },
  'collection.remove': { verb: 'collection --remove' },

  'history.state': { verb: 'info' },
  'history.undo': { verb: 'undo' },
  'history.redo': { verb: 'redo' },

  'search.query': { verb: 'search' },
  'search.matches': { verb: 'text --matches' },
  'search.record': { verb: 'search' },
  'search.log': { verb: 'log' },
  'search.history': { reason: 'Completes a line while it is being typed; “log” lists the same searches.' },
  'search.saved': { verb: 'saved' },
  'search.save': { verb: 'saved --add' },
  'search.renameSaved': { verb: 'saved --rename' },
  'search.deleteSaved': { verb: 'saved --remove' },
  'search.concordance': { verb: 'concordance' },
  'search.similar': { verb: 'similar' },
  'search.state': { verb: 'reindex' },
  'search.reindex': { verb: 'reindex' },

  'import.plan': { verb: 'import --preview' },
  'import.previewTitles': { verb: 'import --preview' },
  'import.start': { verb: 'import' },
  'verify.start': { verb: 'verify' },
  'job.list': { verb: 'verify' },
  'job.report': { verb: 'verify' },
  /** By Ctrl+C. */
  'job.cancel': { verb: 'verify' },
  'job.pause': { reason: 'A terminal stops what runs in it by Ctrl+Z.' },
  'job.resume': { reason: 'A terminal goes on by fg.' },

  'tag.list': { verb: 'tags' },
  'tag.create': {
    reason: 'Makes a tag below the one that is clicked; “tags --add PATH” makes the same by its path, with tag.ensure.',
  },
  'tag.ensure': { verb: 'tags --add' },
  'tag.rename': { verb: 'tags --rename' },
  'tag.change': { verb: 'tags --change' },
  'tag.move': { verb: 'tags --move' },
  'tag.merge': { verb: 'tags --merge' },
  'tag.delete': { verb: 'tags --delete' },
  'tag.add': { verb: 'tag' },
  'tag.remove': { verb: 'tag --remove' },

  'text.get': { verb: 'text' },
  'text.leftAside': { verb: 'text --left-aside' },
  'text.correct': { verb: 'correct' },
  'text.makeCurrent': { verb: 'versions --current' },
  'text.compare': { verb: 'versions --compare' },
  'text.previewReread': { verb: 'reread --preview' },
  'text.reread': { verb: 'reread --charset' },
  'page.list': { verb: 'pages' },
  'page.ofSources': {
    reason: 'The pages of many sources at once, for the grid that gathers them; “pages” prints those of one.',
  },
  'page.setView': { verb: 'pages --turn' },
  'page.arrange': { verb: 'gather --part' },
  'page.words': { verb: 'pages --words' },
  'ocr.languages': { verb: 'ocr' },
  'ocr.guess': { verb: 'ocr --guess' },
  'ocr.start': { verb: 'ocr --language' },
  'ocr.addedLanguages': { verb: 'ocr --remove-language' },
  'ocr.removeLanguage': { verb: 'ocr --remove-language' },
  'ocr.unfinished': { verb: 'ocr --unfinished' },

  'annotation.create': { verb: 'annotate' },
  'annotation.get': { verb: 'annotation' },
  'annotation.list': { verb: 'annotations' },
  'annotation.change': { verb: 'annotation --colour' },
  'annotation.tag': { verb: 'annotation --untag' },
  'annotation.delete': { verb: 'annotation --delete' },
  'annotation.place': { verb: 'annotations --place' },
  'annotation.reanchor': { verb: 'annotations --reanchor' },

  'note.list': { verb: 'notes' },
  'note.get': { verb: 'note' },
  'note.create': { verb: 'note --title' },
  'note.save': { verb: 'note --append' },
  'note.delete': { verb: 'note --delete' },
  'note.restore': { verb: 'note --recover' },
  'note.templates': { verb: 'notes --templates' },
  'note.references': { verb: 'note --references' },
  'note.backlinks': { verb: 'notes --citing' },
  'note.quote': { verb: 'note --quote' },

  'cite.styles': { verb: 'cite --styles' },
  'cite.locales': { verb: 'cite --styles' },
  'cite.format': { verb: 'cite' },
  'cite.removeStyle': { verb: 'cite --remove-style' },

  'spelling.languages': { verb: 'spelling --languages' },
  'spelling.check': { verb: 'spelling' },
  'spelling.suggest': { verb: 'spelling' },
  'spelling.learn': { verb: 'spelling --learn' },

  'collation.list': { verb: 'collations' },
  'collation.get': { verb: 'collations --unpin' },
  'collation.create': { verb: 'collate --save' },
  'collation.change': { verb: 'collations --rename' },
  'collation.delete': { verb: 'collations --delete' },
  'collation.pin': { verb: 'collations --pin' },
  'collation.unpin': { verb: 'collations --unpin' },
  'collation.takeOver': { verb: 'collations --take' },
  'collation.align': { verb: 'collations --pin' },
  'collation.table': { verb: 'collate' },
  'collation.compose': { verb: 'collate --compose' },
  'collation.suggest': { verb: 'collations --near' },
  'collation.groups': { verb: 'collations --groups' },
};

const ONE = 'The President asked whether the envoy would carry a sealed letter about the bridges of the river.';
const TWO = 'The Chairman asked whether the envoy would carry a sealed letter about the bridges of the river.';
const PARAGRAPH = `<p>${'The harbour committee met in closed session and heard three witnesses. '.repeat(8)}</p>`;
const PAGE = `<html lang="en"><head><title>The page</title>
<script type="application/ld+json">{"@type":"Article","headline":"The page","author":"Jo Writer"}</script>
<meta name="author" content="Sam Else"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The page</h1>${PARAGRAPH}</article></body></html>`;
const STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>House style</title><id>https://example.org/house</id></info>
  <citation><layout><text variable="title"/></layout></citation></style>`;

/** Does a little of everything, with every option that the map above names. @returns what each line asked for. */
async function doEverything(service: Service, folder: string): Promise<Carried[]> {
  const done: Carried[] = [];
  const archive = join(folder, 'Work.fonds');
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const run = async <T>(verb: string, ...words: string[]): Promise<T> => {
    done.push(await carryOut(service, [verb, archive, ...words]));
    return done.at(-1)?.json as T;
  };
  const papers = [await file('one.txt', ONE), await file('two.txt', TWO), await file('page.html', PAGE)];
  await run('create');
  await run('import', ...papers, '--preview', '--title-from', 'first-line');
  await run('import', ...papers);
  const { sources } = await run<{ sources: { id: string; title: string }[] }>('sources');
  const of = (title: RegExp): string => sources.find((source) => title.test(source.title))?.id ?? '';
  const [one, two, page] = [of(/one/i), of(/two/i), of(/page/i)];
  await run('info');
  await run('sources', '--types');
  await run('sources', '--folders');
  done.push(await carryOut(service, ['source', 'create', archive, '--title', 'A book of accounts']));
  await run('show', one);
  await run('describe', one, 'title=Memo', 'documentType=memo');
  await run('suggestions', page);
  await run('suggestions', page, '--dismiss', 'creators=Sam Else');
  await run('delete', two);
  await run('recover', two);
  await run('undo');
  await run('redo');
  await run('text', page, '--left-aside');
  await run('text', one, '--matches', 'envoy');
  await run('similar', one, '--quote', 'a sealed letter about the bridges');

  await run('collections', '--add', 'Calls');
  await run('collection', 'Calls', one, two);
  await run('collection', 'Calls', '--remove', two);
  await run('collections', '--rename', 'Calls', '--to', 'Letters');
  await run('collections', '--delete', 'Letters');
  await run('collections');

  await run('search', 'envoy');
  await run('log');
  await run('concordance', 'envoy');
  await run('saved', '--add', 'Envoys', '--query', 'envoy');
  await run('saved', '--rename', 'Envoys', '--to', 'Letters');
  await run('saved', '--remove', 'Letters');
  await run('saved');
  await run('reindex');
  done.push(await carryOut(service, ['verify', archive], 'interrupted'));

  await run('tags', '--add', 'Person/President');
  await run('tags', '--change', 'Person/President', '--colour', '3');
  await run('tags', '--rename', 'Person/President', '--to', 'Chairman');
  await run('tag', 'Chairman', one);
  await run('tag', 'Chairman', '--remove', one);
  await run('tags', '--move', 'Chairman', '--under', '/');
  await run('tags', '--merge', 'Chairman', '--into', 'Person');
  await run('tags', '--add', 'Late');
  await run('tags', '--delete', 'Late');
  await run('tags');

  const { id: passage } = await run<{ id: string }>('annotate', one, '--quote', 'sealed letter');
  await run('annotation', passage);
  await run('annotation', passage, '--colour', '4', '--comment', 'Which?', '--tag', 'Person');
  await run('annotation', passage, '--untag', 'Person');
  await run('annotations');
  await run('annotations', '--place', passage, '--start', '4', '--end', '13');
  await run('annotations', '--reanchor', one);
  const { id: note } = await run<{ id: string }>('note', '--title', 'Chronology', '--body', `See [@source:${one}].`);
  await run('note', note, '--append', 'More.');
  await run('note', note, '--quote', passage);
  await run('note', note, '--references');
  await run('note', note);
  await run('note', note, '--delete');
  await run('note', note, '--recover');
  await run('notes');
  await run('notes', '--templates');
  await run('notes', '--citing', one);
  await run('annotation', passage, '--delete');

  await run('cite', one);
  await run('cite', '--styles');
  await run('cite', '--add-style', await file('house.csl', STYLE));
  await run('cite', '--remove-style', 'https://example.org/house');
  await run('spelling', '--languages');
  await run('spelling', 'goverment');
  await run('spelling', '--learn', 'Radošević');

  await run('collate', one, two, '--save', 'Letters');
  await run('collate', one, two, '--compose');
  await run('collations');
  await run('collations', 'Letters', '--rename', 'Drafts');
  const { id: pin } = await run<{ id: string }>('collations', 'Drafts', '--pin', 'A:0-3,B:0-3');
  await run('collations', 'Drafts', '--unpin', pin);
  await run('collations', 'Drafts', '--take', '1', '--from', 'B', '--into', 'A');
  await run('collations', 'Drafts', '--delete');
  await run('collations', '--near', one);
  await run('collations', '--groups');

  const { versionId } = await run<{ versionId: string }>(
    ...(['correct', two, '--find', 'bridges', '--replace', 'fords', '--reason', 'x'] as const),
  );
  await run('versions', two, '--compare', versionId);
  await run('versions', two, '--current', versionId);
  await run('reread', two, '--charset', 'windows-1252', '--preview');
  await run('reread', two, '--charset', 'windows-1252');
  await writeFile(join(folder, 'scan.png'), png(40, 60, quarterPixels(40, 60)));
  await run('import', join(folder, 'scan.png'));
  const { sources: all } = await run<{ sources: { id: string; title: string }[] }>('sources');
  const photograph = all.find(({ title }) => title === 'scan')?.id ?? '';
  await run('pages', photograph, '--turn', '90');
  await run('pages', photograph, '--words');
  await writeFile(join(folder, 'back.png'), png(50, 60, quarterPixels(50, 60)));
  await run('import', join(folder, 'back.png'));
  const { sources: scans } = await run<{ sources: { id: string; title: string }[] }>('sources');
  await run('gather', photograph, scans.find(({ title }) => title === 'back')?.id ?? '');
  await run('gather', photograph, '--order', '2,1');
  await run('gather', photograph, '--part', '2', '--title', 'Back');
  await run('ocr');
  await run('ocr', photograph, '--guess');
  await run('ocr', '--unfinished');
  await run(
    'ocr',
    '--add-language',
    join(root, 'node_modules/@tesseract.js-data/lat/4.0.0_best_int/lat.traineddata.gz'),
  );
  await run('ocr', '--remove-language', 'lat');
  await run('ocr', two, '--language', 'eng');
  return done;
}

const ofWindow = Object.entries(calls).flatMap(([call, { audience }]) => (audience === 'window' ? [call] : []));

describe('the terminal', () => {
  let folder: string;
  let service: Service;
  let done: Carried[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-coverage-'));
    service = createService({
      logsDir: join(folder, 'settings', 'logs'),
      appRoot: root,
      workersDir: join(root, 'dist', 'electron'),
      check: 'outputs',
    });
    done = await doEverything(service, folder);
  });
  afterAll(async () => {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('makes every call of the window by a verb, or it is said why not', () => {
    expect(ofWindow.length).toBeGreaterThan(80);
    expect(faultsOf(ofWindow, COVERAGE, done)).toEqual([]);
  });

  const withLine = (call: string, coverage: Coverage | undefined): string[] => {
    const { [call as keyof CallCoverage]: _, ...rest } = COVERAGE;
    const known = ofWindow.includes(call) ? ofWindow : [...ofWindow, call];
    return faultsOf(known, { ...rest, ...(coverage ? { [call]: coverage } : {}) }, done);
  };

  it.each([
    ['a call has neither', 'source.burn', undefined, 'source.burn: neither a verb nor a reason'],
    ['the verb does not exist', 'tag.list', { verb: 'tagz' }, 'tag.list: there is no verb “tagz”'],
    ['the verb has no such option', 'tag.move', { verb: 'tags --shift' }, 'tag.move: “tags” has no --shift'],
    [
      'the verb makes other calls',
      'tag.move',
      { verb: 'tags --merge' },
      'tag.move: “tags --merge” does not make this call',
    ],
    ['no line tries the verb', 'tag.move', { verb: 'exchange' }, 'tag.move: no line tries “exchange”'],
    ['the reason is empty', 'search.history', { reason: ' ' }, 'search.history: the reason is empty'],
  ])('would be refused where %s', (_, call, coverage, fault) => {
    expect(withLine(call, coverage)).toContain(fault);
  });

  it('would be refused where a call that a verb makes has a reason, or a call is none', () => {
    expect(withLine('tag.list', { reason: 'x' })).toContainEqual(expect.stringMatching(/^tag\.list: “.+” makes it/));
    expect(faultsOf(ofWindow, { ...COVERAGE, 'tag.shift': { verb: 'tags' } }, done)).toContain(
      'tag.shift: no such call of the window',
    );
  });
});
