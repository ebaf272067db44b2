import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { randomIds, systemClock } from '../platform/node-ports.ts'
import { runCli } from './run.ts'

/** Composition root of the program without a window. */
z.config({ jitless: true })

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

// npm runs scripts in the project's folder; paths are meant from where the call was made.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env
if (script === 'cli' && calledFrom !== undefined) process.chdir(calledFrom)

const result = await runCli(process.argv.slice(2), { clock: systemClock, ids: randomIds, programVersion: version })
process.stderr.write(result.stderr)
process.stdout.write(result.stdout)
process.exitCode = result.exitCode
