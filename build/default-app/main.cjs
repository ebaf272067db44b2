/**
 * The loader that stands in the development runtime where the official one has its own: `electron [-r FILE] [switches] FOLDER` starts the
 * program in FOLDER, unpacked, with the name and version of its package.json. The name of this package marks the runtime as ours.
 */
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

const preloaded = []
let folder = null
const args = process.argv.slice(1)
while (args.length > 0 && folder === null) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') preloaded.push(args.shift())
  else if (!arg.startsWith('-')) folder = path.resolve(arg)
}

if (preloaded.length > 0) Module._preloadModules(preloaded)
if (folder === null) {
  process.stderr.write('usage: electron [-r FILE] FOLDER\n')
  process.exit(1)
}

process.defaultApp = true
const description = path.join(folder, 'package.json')
if (fs.existsSync(description)) {
  const { name, productName, version } = JSON.parse(fs.readFileSync(description, 'utf8'))
  if (version) app.setVersion(version)
  app.name = productName || name
  app.setAppPath(folder)
}
const main = Module._resolveFilename(folder, null, true)
Module._load(main, null, true)
