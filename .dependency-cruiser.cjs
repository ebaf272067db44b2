/**
 * The walls between the rooms (ARCHITECTURE.md). Each room of shared/ may import the rooms named here and itself, nothing else; the
 * script build/check-boundaries.ts runs these rules and counts the modules, because a cruise that reads nothing finds nothing.
 */
const ROOMS = {
  base: [],
  domain: ['base'],
  messages: ['base', 'domain'],
  merge: ['base', 'domain'],
  intake: ['base', 'domain', 'messages'],
  notice: ['base', 'domain', 'messages'],
  documents: ['base', 'domain', 'notice'],
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
  '@automerge/automerge': '^shared/merge/automerge-engine\\.ts$',
  '(docx|exceljs|xlsx)': '^shared/(documents/render|intake/readers)/',
  '(dexie|dexie-react-hooks)': '^renderer/data/',
  comlink: '^renderer/(data|workers)/',
  zustand: '^renderer/state/',
  '(antd|@ant-design|react-dom)': '^renderer/(app|features|ui|main\\.tsx)',
  'big.js': '^shared/base/decimal\\.ts$',
  'fractional-indexing': '^shared/base/order\\.ts$',
  electron: '^(electron/(main|preload|shell/[a-z-]+)\\.ts|build/default-app/main\\.cjs)$',
}

const doorRules = Object.entries(DOORS).map(([library, door]) => ({
  name: `door-${library.replace(/[^a-z]/g, '')}`,
  comment: `${library} is imported through ${door} only`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer|build)/', pathNot: door },
  to: { path: `^node_modules/${library}/` },
}))

module.exports = {
  forbidden: [
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
    {
      name: 'features-stand-alone',
      comment: 'what two features need goes down to data, state, ui or messages',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/(app|features)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'below-features',
      severity: 'error',
      from: { path: '^renderer/(data|state|ui|platform|messages|workers)/' },
      to: { path: '^renderer/(app|features)/' },
    },
    {
      name: 'ui-has-no-business',
      comment: 'a primitive of the screen knows no ledger and no store',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^(renderer/(data|state|platform|workers)|shared/(domain|merge|intake|notice|documents|exchange|ipc))/' },
    },
    { name: 'renderer-not-electron', severity: 'error', from: { path: '^renderer/' }, to: { path: '^(electron|build)/' } },
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
    tsConfig: { fileName: 'electron/tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
}
