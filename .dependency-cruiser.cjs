/**
 * The direction of imports (architecture.md in words): everything may import wording, which imports nothing; contract
 * and text import no other room, files and workers only the
 * contract; domain rooms import contract, text, files, archive and workers through their `index.ts`; main imports contract
 * and files, preload and the window only the contract; features never import each other. A broken rule fails `npm test`.
 */
const DOMAIN = 'files|archive|images|pages|ingest|ocr|search|annotation|notes|collation|evidence|export|exchange';

/** A room may import the `index.ts` of these rooms and of wording, and nothing else of electron/. */
const room = (name, allowed, comment) => ({
  name: `${name}-imports`,
  comment,
  severity: 'error',
  from: { path: `^electron/${name}/` },
  to: {
    path: '^electron/',
    pathNot: [`^electron/${name}/`, ...['wording', ...allowed].map((other) => `^electron/${other}/index\\.ts$`)],
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      comment: 'Packages of types alone (@types/…) have no file to resolve to.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(mdast|hast)$' },
    },
    {
      name: 'wording-imports',
      comment: 'The lowest room.',
      severity: 'error',
      from: { path: '^electron/wording/' },
      to: { path: '^electron/', pathNot: '^electron/wording/' },
    },
    room('contract', [], 'The contract is pure.'),
    room('text', ['contract'], 'Language tools know only the contract.'),
    room('files', ['contract'], 'Files are written whole; whose they are, they do not know.'),
    room(
      'workers',
      ['contract'],
      'Threads and processes are started, limited and closed; what they do, this room does not know.',
    ),
    {
      name: 'one-way-to-workers',
      comment: 'Limits, closing and the meaning of a failure are those of the room of workers.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/workers/' },
      to: { path: '(^|/)piscina(/|$)' },
    },
    room('archive', ['contract', 'text', 'files'], 'The archive is below every other domain room.'),
    room('images', ['contract', 'workers'], 'Images are opened and drawn; whose they are, this room does not know.'),
    room(
      'pages',
      ['contract', 'archive', 'images'],
      'Pages of sources are what the archive names and images can draw.',
    ),
    {
      name: 'one-way-to-decoders',
      comment: 'Files of strangers are decoded in disposable processes, which the room of images sees to.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/images/' },
      to: { path: '(^|/)(mupdf|libheif-js|exifreader|@jsquash)(/|$)' },
    },
    room('ingest', ['contract', 'text'], 'Readers turn bytes into text; they do not know the archive.'),
    room('ocr', ['contract', 'text', 'files', 'archive', 'workers'], 'A domain room.'),
    room('search', ['contract', 'text', 'archive'], 'A domain room.'),
    room('annotation', ['contract', 'text', 'archive', 'workers'], 'A domain room.'),
    room('notes', ['contract', 'text', 'archive', 'workers'], 'A domain room.'),
    room('collation', ['contract', 'text', 'archive', 'workers'], 'A domain room.'),
    room(
      'export',
      ['contract', 'text', 'files', 'archive', 'search', 'annotation', 'notes'],
      'Export may combine domain rooms.',
    ),
    room(
      'exchange',
      ['contract', 'text', 'files', 'archive', 'annotation', 'notes', 'export'],
      'Exchange writes the content that export gathers, and imports annotations.',
    ),
    room('main', ['contract', 'files'], 'The shell parses, hashes, indexes and queries nothing.'),
    room('preload', ['contract'], 'The preload knows names, nothing else.'),
    room(
      'service',
      ['contract', 'text', 'workers', ...DOMAIN.split('|')],
      'The service wires domain rooms through their public APIs.',
    ),
    room('cli', ['contract', 'service'], 'The terminal is a client of the contract.'),
    {
      name: 'window-imports',
      comment: 'The window knows the contract and the wording, through their public APIs.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|scripts|tests)/', pathNot: '^electron/(contract|wording)/index\\.ts$' },
    },
    {
      name: 'features-stay-apart',
      comment: 'A feature never imports another feature, nor the frame.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/(features|app)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'app-uses-doors',
      comment: 'The frame enters a feature by its public API.',
      severity: 'error',
      from: { path: '^renderer/app/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'ui-knows-nothing-of-fonds',
      severity: 'error',
      from: { path: '^renderer/(ui|api)/' },
      to: { path: '^renderer/(app|features|shared)/' },
    },
    {
      name: 'shared-knows-no-feature',
      comment: 'What several features draw alike knows none of them.',
      severity: 'error',
      from: { path: '^renderer/shared/' },
      to: { path: '^renderer/(app|features)/' },
    },
    {
      name: 'window-has-no-node',
      severity: 'error',
      from: { path: '^(renderer|electron/contract|electron/text|electron/wording)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
