import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import { bundleFaults } from './bundle-rules.ts'
import { pdfAssets } from './pdf-assets.ts'

export interface BundleOptions {
  /** `development` keeps names and React's warnings; `production` is what is tested and shipped. */
  readonly mode: 'development' | 'production'
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const BUNDLE = join(ROOT, 'dist')

/** The oldest systems the program promises to run on: Electron 22, with Chromium 108 and Node 16.17. */
const WINDOW_TARGET = 'chrome108'
const MAIN_TARGET = 'node16.17'
/** What both of them parse. */
const SYNTAX = 'es2022'

const common = ({ mode }: BundleOptions): InlineConfig => ({
  configFile: false,
  mode,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
})

const renderer = (options: BundleOptions): InlineConfig => ({
  ...common(options),
  root: join(ROOT, 'renderer'),
  // Relative, so that the page does not care where it is served from.
  base: './',
  publicDir: false,
  plugins: [react(), pdfAssets(ROOT)],
  worker: { format: 'es' },
  build: {
    outDir: join(BUNDLE, 'renderer'),
    emptyOutDir: true,
    target: WINDOW_TARGET,
    minify: options.mode === 'production',
    sourcemap: true,
    // The program is read from the disk: sizes matter less than the number of files, and nothing is preloaded from elsewhere.
    chunkSizeWarningLimit: 8_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: 'antd', test: /node_modules[\\/](?:antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})

/** One script of the main process: everything inside but Electron and Node. */
const script = (name: 'main' | 'preload' | 'old-files/old-file-process', options: BundleOptions): InlineConfig => ({
  ...common(options),
  root: ROOT,
  publicDir: false,
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  build: {
    outDir: join(BUNDLE, 'main'),
    emptyOutDir: false,
    target: MAIN_TARGET,
    minify: false,
    sourcemap: true,
    // CommonJS: Electron before 28 cannot start from a module, and a sandboxed preload script never can.
    lib: { entry: join(ROOT, 'electron', `${name}.ts`), formats: ['cjs'], fileName: () => `${basename(name)}.cjs` },
    rolldownOptions: { external: ['electron', ...builtinModules, ...builtinModules.map((module) => `node:${module}`)] },
  },
})

const buildAll = async (options: BundleOptions): Promise<void> => {
  // Vite and its React plugin look at NODE_ENV and not at the mode; a test runner sets it to `test`, which would make a slow window.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = options.mode
  try {
    await Promise.all([
      build(renderer(options)),
      build(script('main', options)),
      build(script('preload', options)),
      build(script('old-files/old-file-process', options)),
    ])
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/**
 * Builds window and main process into dist/ and checks the result: only syntax the oldest supported Electron parses, no code from outside,
 * and no path of this machine in what is shipped. Throws when a rule is broken.
 */
export const bundle = async (options: BundleOptions): Promise<void> => {
  for (const source of ['renderer/index.html', 'electron/main.ts', 'electron/preload.ts'])
    if (!existsSync(join(ROOT, source))) throw new Error(`${source} is missing`)
  await rm(join(BUNDLE, 'main'), { recursive: true, force: true })
  await buildAll(options)
  const rules = { target: SYNTAX, secretPaths: options.mode === 'production' ? [ROOT] : [] }
  const faults = await Promise.all(['renderer', 'main'].map((part) => bundleFaults(join(BUNDLE, part), rules)))
  if (faults.flat().length > 0) throw new Error(`the bundle breaks its rules:\n${faults.flat().join('\n')}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now()
  await bundle({ mode: 'production' })
  process.stdout.write(`dist/ built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
