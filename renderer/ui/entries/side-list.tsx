import './side-list.css'

interface SideListProps<K extends string> {
  readonly label: string
  readonly items: readonly { readonly key: K; readonly title: string; readonly count: number }[]
  readonly chosen: K
  readonly onChoose: (key: K) => void
}

/** What there is in a room, at its left, with how much of each. */
export const SideList = <K extends string>({ label, items, chosen, onChoose }: SideListProps<K>) => (
  <nav className="side-list" aria-label={label}>
    {items.map(({ key, title, count }) => (
      <button
        type="button"
        key={key}
        className="side-list-item"
        aria-current={key === chosen ? 'page' : undefined}
        onClick={() => onChoose(key)}
      >
        <span>{title}</span>
        <span className="side-list-count">{count}</span>
      </button>
    ))}
  </nav>
)
