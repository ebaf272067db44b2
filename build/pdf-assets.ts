import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * What pdf.js reads beside its scripts: character maps of Chinese PDFs (1.7 MB), the fourteen standard fonts (0.8 MB), decoders of scanned
 * pages (0.5 MB). They are served from the program's own folder; without them such a PDF would show empty pages.
 * Their licences lie beside them.
 */
const FOLDERS = [
  { name: 'cmaps', files: /\.bcmap$|^LICENSE/ },
  { name: 'standard_fonts', files: /\.(?:pfb|ttf)$|^LICENSE/ },
  { name: 'wasm', files: /\.wasm$|^LICENSE/ },
] as const

export const pdfAssets = (root: string): Plugin => ({
  name: 'pdf-assets',
  generateBundle() {
    for (const { name, files } of FOLDERS) {
      const folder = join(root, 'node_modules', 'pdfjs-dist', name)
      for (const file of readdirSync(folder).filter((candidate) => files.test(candidate)))
        this.emitFile({ type: 'asset', fileName: `pdf/${name}/${file}`, source: readFileSync(join(folder, file)) })
    }
  },
})
