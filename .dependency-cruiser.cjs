/**
 * The walls between the rooms (ARCHITECTURE.md). Each room of shared/ may import the rooms named here and itself, nothing else; the
 * script build/check-boundaries.ts runs these rules and counts the modules, because a cruise that reads nothing finds nothing.
 */
const ROOMS = {
  base: [],
  domain: ['base'],
  messages: ['base', 'domain'],
  migrations: ['base', 'domain'],
  merge: ['base', 'domain', 'migrations'],
  intake: ['base', 'domain', 'messages'],
  notice: ['base', 'domain', 'messages'],
  proof: ['base', 'domain', 'messages', 'notice'],
  documents: ['base', 'domain', 'messages', 'notice', 'proof'],
  exchange: ['base', 'domain', 'merge'],
  ipc: ['base'],
  sample: [],
}

const roomRules = Object.entries(ROOMS).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `shared/${room} imports ${[room, ...below].join(', ')} and libraries only`,
  severity: 'error',
  from: { path: `^shared/${room}/` },
  to: { path: '^(shared|electron|renderer|build|tests)/', pathNot: `^shared/(${[room, ...below].join('|')})/` },
}))

/** Libraries with a door of their own: who may import them. */
const DOORS = {
  '@automerge/automerge': '^shared/merge/automerge-(engine|operations|clones)\\.ts$',
  '(docx|exceljs|xlsx)': '^shared/(documents/render|intake/readers)/',
  '@noble/ciphers': '^shared/exchange/locked-package\\.ts$',
  saxes: '^shared/intake/readers/',
  'word-extractor': '^electron/old-files/',
  'big.js': '^shared/base/decimal\\.ts$',
  'fractional-indexing': '^shared/base/order\\.ts$',
  'electron-log': '^electron/log\\.ts$',
  'pdfjs-dist': '^renderer/(ui/files|workers)/',
  dexie: '^renderer/data/',
  'dexie-react-hooks': '^renderer/data/',
  echarts: '^renderer/ui/',
  comlink: '^renderer/(data|workers)/',
  zustand: '^renderer/state/',
  '(antd|@ant-design|react-dom)': '^renderer/(app|features|ui|main\\.tsx)',
  electron: '^(electron/(main|preload|shell/[a-z-]+)\\.ts|build/default-app/main\\.cjs)$',
}

const doorRules = Object.entries(DOORS).map(([library, door]) => ({
  name: `door-${library.replace(/[^a-z]/g, '')}`,
  comment: `${library} is imported through ${door} only`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer|build)/', pathNot: door },
  to: { path: `^node_modules/${library}/` },
}))

/** The window's folders: what each may import of the window. Everything may import shared code. */
const WINDOW = {
  app: ['features', 'data', 'state', 'ui', 'platform', 'messages'],
  features: ['data', 'state', 'ui', 'platform', 'messages', 'workers'],
  data: ['platform', 'workers'],
  workers: ['data', 'platform'],
  state: ['platform', 'messages'],
  ui: ['messages', 'state'],
  platform: [],
  messages: [],
}

const windowRules = Object.entries(WINDOW).map(([folder, below]) => ({
  name: `window-${folder}`,
  comment: `renderer/${folder} imports ${[folder, ...below].join(', ')} and shared code only`,
  severity: 'error',
  from: { path: `^renderer/${folder}/` },
  to: { path: '^(electron|renderer|build|tests)/', pathNot: `^renderer/(${[folder, ...below].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...windowRules,
    {
      name: 'a-feature-imports-no-other',
      comment: 'what two features need stands in ui, state or data',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'window-has-named-rooms',
      comment: 'a new room of renderer/ needs its line in WINDOW before anything stands in it',
      severity: 'error',
      from: {},
      to: { path: '^renderer/.+/', pathNot: `^renderer/(${Object.keys(WINDOW).join('|')})/` },
    },
    {
      name: 'workers-are-started',
      comment: 'what a worker holds (the engine, the documents) is never loaded into the window itself; its types may be known',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/workers/' },
      to: { path: '^renderer/workers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entry-opens-app',
      severity: 'error',
      from: { path: '^renderer/[^/]+$' },
      to: { path: '^(renderer|electron|build)/', pathNot: '^renderer/(app/|[^/]+$)' },
    },
    {
      name: 'window-is-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'react-in-the-window-only',
      severity: 'error',
      from: { pathNot: '^(renderer|tests)/' },
      to: { path: '^node_modules/(react|antd)/' },
    },
    ...roomRules,
    {
      name: 'shared-has-named-rooms',
      comment: 'a new room of shared/ needs its line in ROOMS before anything stands in it',
      severity: 'error',
      from: { path: '^shared/', pathNot: `^shared/(${Object.keys(ROOMS).join('|')})/` },
      to: {},
    },
    {
      name: 'nothing-enters-unnamed-rooms',
      severity: 'error',
      from: {},
      to: { path: '^shared/', pathNot: `^shared/(${Object.keys(ROOMS).join('|')})/` },
    },
    ...doorRules,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-is-pure',
      comment: 'shared code runs in a window, a worker and Node alike',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'electron-not-renderer', severity: 'error', from: { path: '^electron/' }, to: { path: '^(renderer|build)/' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    {
      name: 'no-dev-library-in-program',
      comment: 'electron is what the program runs on, not a library inside it',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/(@types|typescript|electron)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'renderer/tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.d.ts', '.json'],
    },
  },
}
