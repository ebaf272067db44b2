import { writeFile } from 'node:fs/promises'
import { recordsPage } from './records-page.ts'

await writeFile(new URL('../docs/records.md', import.meta.url), recordsPage())
