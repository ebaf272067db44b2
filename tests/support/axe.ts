import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunningProgram } from './electron-app.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeNode {
  readonly html: string
  readonly target: readonly unknown[]
  readonly failureSummary?: string
}
interface AxeRun {
  readonly run: (
    context: Document | string,
    options: object,
  ) => Promise<{
    readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly AxeNode[] }[]
  }>
}

/** What axe finds serious or critical on the screen as it stands (in the dialog, where one is open), one line for each place: `color-contrast .label: …`. */
export const axeFindings = async ({ window }: Pick<RunningProgram, 'window'>): Promise<readonly string[]> => {
  // What fades in is half transparent, and would be found to be pale.
  await window
    .waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'), null, { timeout: 5_000 })
    .catch(() => null)
  // Evaluated as source, as the developer tools do: the content policy of the page is not asked.
  await window.evaluate(AXE)
  const found = await window.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: AxeRun }
    const { violations } = await axe.run(document.querySelector('.ant-modal') === null ? document : '.ant-modal', {
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, html, failureSummary }) =>
            `${id} ${target.join(' ')}: ${html.slice(0, 120)} — ${(failureSummary ?? '').slice(0, 200)}`,
        ),
      )
  })
  return found
}
