/** Runs tasks one after another in the order they were given, whatever becomes of each: two writes to one file never interleave. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>

export const inTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task)
    last = next.then(doneWith, doneWith)
    return next
  }
}

/** The caller has the outcome; the next task only waits for the end. */
const doneWith = (): null => null
