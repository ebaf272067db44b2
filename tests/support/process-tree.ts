import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A process and all it has started, as /proc tells it; the process alone where there is no /proc. */
const processTree = (root: number): readonly number[] => {
  const children = new Map<number, number[]>()
  for (const [pid, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), pid])
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

const parents = (): readonly (readonly [pid: number, parent: number])[] => {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // pid (name) state parent …; the name may hold brackets and blanks.
      const fields = unlessGone(() =>
        readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' '),
      )
      return fields === null || fields[0] === 'Z' ? [] : [[Number(name), Number(fields[1])] as const]
    })
}

/** Ends a process and all it has started, at once and without warning; answers when none of them is left. */
export const killTree = async (root: number): Promise<void> => {
  const tree = processTree(root)
  for (const pid of tree) unlessGone(() => process.kill(pid, 'SIGKILL'))
  const isLeft = (): boolean => {
    const running = new Set(parents().map(([pid]) => pid))
    return tree.some((pid) => running.has(pid))
  }
  while (isLeft()) await pause(10)
}

const unlessGone = <T>(act: () => T): T | null => {
  try {
    return act()
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    if (code === 'ENOENT' || code === 'ESRCH') return null
    throw thrown
  }
}
