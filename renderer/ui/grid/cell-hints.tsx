/** Names of the directory that go on from the last name being typed. */
export const namesFor = (text: string, known: readonly string[]): readonly string[] => {
  const names = text.split(/[、，,]/)
  const last = (names.at(-1) ?? '').trim()
  const before = new Set(names.slice(0, -1).map((name) => name.trim()))
  return known.filter((name) => !before.has(name) && name !== last && name.includes(last)).slice(0, MOST)
}

/** The text with its last name replaced by the one chosen. */
export const withName = (text: string, name: string): string => [...text.split(/[、，,]/).slice(0, -1), name].join('、')

const MOST = 8

/** The list of names under the editor. */
export const NameChoices = ({
  names,
  chosen,
  onChoose,
}: {
  readonly names: readonly string[]
  readonly chosen: number
  readonly onChoose: (name: string) => void
}) => (
  <div className="name-choices" role="listbox">
    {names.map((name, i) => (
      <div
        key={name}
        role="option"
        tabIndex={-1}
        aria-selected={i === chosen}
        className={i === chosen ? 'name-chosen' : ''}
        // The editor keeps the keys: pressing must not take them away.
        onMouseDown={(event) => {
          event.preventDefault()
          onChoose(name)
        }}
      >
        {name}
      </div>
    ))}
  </div>
)
