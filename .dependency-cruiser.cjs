/** Who may import whom; the rooms are described in docs/ARCHITECTURE.md. */
const { require: load } = require('tsx/cjs/api');

const { kindRecords } = load('./src/entries/entry.ts', __filename);
const entryRooms = Object.values(kindRecords)
  .map(({ folder }) => folder)
  .join('|');

/** A rule that forbids everything but the listed rooms, its own and the generated files excepted. */
const only = (room, allowed, comment) => ({
  name: `${room}-knows-only`,
  comment,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-door-to-tfjs',
      comment:
        'src/tf.ts checks the pinned version; the tfjs engine registers its backend; standalone/ becomes bundles of its own.',
      severity: 'error',
      from: { pathNot: '^src/(tf\\.ts|engines/tfjs/|standalone/)' },
      to: { path: '@tensorflow/' },
    },
    {
      name: 'one-door-to-onnxruntime',
      severity: 'error',
      from: { pathNot: '^src/(engines|lowering)/onnx/' },
      to: { path: 'node_modules/(onnxruntime|onnx-proto)' },
    },
    {
      name: 'one-door-to-koffi',
      comment: 'Native libraries are called by engines alone, and koffi is loaded with them.',
      severity: 'error',
      from: { pathNot: '^src/engines/(onnx|tensorflow)/' },
      to: { path: 'node_modules/koffi' },
    },
    {
      name: 'spec-is-arithmetic',
      comment: 'Shape rules work on plain data, before any tensor exists.',
      severity: 'error',
      from: { path: '^src/(language|source|diagnostics)/' },
      to: { path: '^src/tf\\.ts$|@tensorflow/' },
    },
    {
      name: 'entries-stay-with-their-kind',
      severity: 'error',
      from: { path: `^src/(${entryRooms})/` },
      to: { path: `^src/(${entryRooms})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'entries-know-only',
      comment: 'An entry is data and pure functions: its fragment, the define functions, tensors.',
      severity: 'error',
      from: { path: `^src/(${entryRooms})/` },
      to: {
        path: '^src/',
        pathNot: `^src/(${entryRooms}|entries|language/schema|generated|ops|ir|random|diagnostics|source/regularFile|(cacheFolder|makeFolder|sharp|tf)\\.ts)`,
      },
    },
    only(
      'entries',
      ['language/schema/', 'generated/', 'ir/', 'random/', 'tf', 'diagnostics/(codePlace|errors)'],
      'A contract is types, fragments and the functions that make entries.',
    ),
    only(
      'plugins',
      [
        'entries/',
        'language/schema/',
        'generated/',
        'tf',
        'diagnostics/(arguments|codePlace|errors|loadedPlugins|runningHook)',
      ],
      'Entries from outside are checked against the contracts alone.',
    ),
    only('ops', ['entries/', 'ir/', 'tf', 'diagnostics/errors'], 'Functions of tensors.'),
    only(
      'checkpoint',
      [
        'ir/tensorType',
        'diagnostics/(errors|render)',
        'source/',
        'language/schema/newAjv',
        'version',
        'makeFolder',
      ],
      'Files know nothing of GANs.',
    ),
    only(
      'types',
      ['entries/', 'language/schema/', 'checkpoint/(readFile|writeFile)', 'diagnostics/errors'],
      'Types are made from fragments alone.',
    ),
    only(
      'evaluation',
      [
        'entries/',
        'ir/',
        'language/(normalSpec|normalize/completed|resolve/isConditional)',
        'train/(session|classifierSession|feeds/realSamples)',
        'checkpoint/',
        'version',
        'makeFolder',
        'runs/samples',
        'diagnostics/errors',
      ],
      'Metrics are measured on samples, wherever these come from.',
    ),
    only(
      'directions',
      ['ir/tensorType', 'language/resolvedGan', 'program/movedSamples'],
      'Directions are arithmetic on a network and its weights.',
    ),
    {
      name: 'runs-know-no-engine',
      comment: 'A run folder is read and written without compiling anything.',
      severity: 'error',
      from: { path: '^src/runs/' },
      to: { path: '^src/(engines|lowering|passes|program|trace|autodiff|api|cli)/' },
    },
    only(
      'serve',
      [
        'runs/',
        'checkpoint/',
        'language/resolvedGan',
        'language/(pictures/pictures|resolve/quantityText)',
        'diagnostics/(arguments|errors)',
        '(cacheFolder|makeFolder|packageFolder)',
      ],
      'A page shows what run folders tell.',
    ),
    {
      name: 'pages-know-answers',
      comment: 'It runs in browsers, as a bundle of its own.',
      severity: 'error',
      from: { path: '^src/serve/page/' },
      to: { path: '^src/', pathNot: '^src/serve/(page/|answers)' },
    },
    {
      name: 'one-door-to-pages',
      comment: 'Libraries of pages are part of bundles, and no dependencies of the package.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/serve/page/' },
      to: { path: '^src/serve/page/|node_modules/(preact|uplot)/' },
    },
    only('ir', ['diagnostics/errors'], 'The intermediate form knows nothing but itself.'),
    only(
      'oracle',
      ['ir/'],
      'The judge shares nothing with what it judges but the definition of a graph.',
    ),
    only('passes', ['ir/', 'diagnostics/errors'], 'Passes are functions from graph to graph.'),
    only(
      'autodiff',
      ['ir/', 'trace/', 'tf', 'diagnostics/errors'],
      'Rules are written in recorded tensors.',
    ),
    only(
      'trace',
      ['ir/', 'tf', 'diagnostics/(codePlace|errors|runningHook)'],
      'Recording knows tensors and graphs.',
    ),
    only(
      'lowering',
      ['ir/', 'diagnostics/errors'],
      'Other forms of a graph, for engines and files.',
    ),
    only(
      'engines',
      [
        'ir/',
        'lowering/',
        'tf',
        'cacheFolder',
        'livingProcess',
        'makeFolder',
        'packageFolder',
        'machineMemory',
        'webAssembly',
        'diagnostics/errors',
      ],
      'Engines run any graph.',
    ),
    only(
      'export',
      [
        'ir/',
        'program/(program|stepGraphs|outline/outline)',
        'language/(normalSpec|resolvedGan)',
        'checkpoint/',
        '(version|packageFolder)',
        'diagnostics/errors',
        'lowering/',
        'entries/(dataset(RecordSchema)?|interval|parameter|player)\\.',
        'random/distribution',
      ],
      'Files for other programs are made from graphs and state, and what is kept of the data.',
    ),
    only(
      'standalone',
      [
        'export/generator\\.',
        'train/feeds/(sampleGrid|chosenClass)',
        'program/program\\.',
        'ir/',
        'diagnostics/arguments',
        'runs/samples\\.',
        'random/(between|distribution)',
        'datasets/tables/writeTable',
      ],
      'It runs without ganspec, also in browsers.',
    ),
    {
      name: 'standalone-stays-outside',
      comment: 'It becomes bundles of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/standalone/' },
      to: { path: '^src/standalone/' },
    },
    only(
      'random',
      ['ir/tensorType', 'webAssembly', 'diagnostics/errors', 'generated/'],
      'Random numbers depend on their address alone.',
    ),
    {
      name: 'program-knows-no-engine',
      severity: 'error',
      from: { path: '^src/program/' },
      to: { path: '^src/(engines|lowering|train|passes|cli|source|checkpoint)/' },
    },
    {
      name: 'train-knows-the-engine-interface',
      severity: 'error',
      from: { path: '^src/train/' },
      to: {
        path: '^src/(engines|lowering)/',
        pathNot: '^src/engines/(engine|list|choose|telemetry)\\.ts$',
      },
    },
    {
      name: 'checks-stay-outside',
      comment: 'The checks look at entries; nothing that compiles or trains depends on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(checks/|tools\\.ts$)' },
      to: { path: '^src/checks/' },
    },
    {
      name: 'cli-uses-the-public-door',
      comment:
        'Before the door opens, options need the lists of engines, export targets, kinds, players and stages, messages visible text and counts, and errors their classes, places and plugins.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(cli/|(index|tools|api/stages|diagnostics/(clipped|codePlace|counted|errors|loadedPlugins|visible)|engines/list|export/(quantize|targets/list)|entries/(entry|player))\\.ts$)',
      },
    },
    only(
      'scaffold',
      ['entries/', 'language/schema/', 'checkpoint/writeFile', 'makeFolder', 'diagnostics/errors'],
      'New files are text.',
    ),
    only(
      'reference',
      [
        'entries/',
        'language/schema/',
        'generated/gan',
        'checkpoint/(replaceFolder|digest)',
        'version',
      ],
      'Pages are made from fragments alone.',
    ),
    {
      name: 'one-door-to-type-making',
      comment: 'It is loaded by the one command that needs it.',
      severity: 'error',
      from: { pathNot: '^src/types/specTypes\\.ts$' },
      to: { path: 'node_modules/json-schema-to-typescript/' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(codegen|test|bench|examples)/|node_modules/(ts-morph|wabt|tsx)/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
