import { SEARCH_WORDS } from '../../messages/search.ts'
import type { SearchItem } from './search-items.ts'

interface SearchLineProps {
  readonly id: string
  readonly item: SearchItem
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One line of the results. The keys are in the field above: a line is chosen there, or pressed. */
export const SearchLine = ({ id, item, isChosen, onChoose }: SearchLineProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the field of the listbox has the keys
  // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant
  <div id={id} role="option" aria-selected={isChosen} className="search-line" onClick={onChoose}>
    <LineText item={item} />
  </div>
)

const LineText = ({ item }: { readonly item: SearchItem }) => {
  switch (item.type) {
    case 'problem': {
      const { number, statement, place } = item.problem
      return (
        <>
          <span className="search-number">{SEARCH_WORDS.number(number)}</span>
          <span className="search-text">
            <span className="search-statement">{statement}</span>
            {place === null ? (
              <span className="label">{SEARCH_WORDS.spelt}</span>
            ) : (
              <span className="search-place">
                {SEARCH_WORDS.where(place.what)}
                {place.before}
                <mark>{place.hit}</mark>
                {place.after}
              </span>
            )}
          </span>
        </>
      )
    }
    case 'all':
      return <span>{SEARCH_WORDS.showAll(item.total)}</span>
    case 'name':
      return (
        <>
          <span className="search-number">{SEARCH_WORDS[item.name.kind]}</span>
          <span className="search-text">{[item.name.name, ...item.name.aliases].join('、')}</span>
        </>
      )
    case 'ledger':
      return <span>{item.title}</span>
    case 'place':
      return <span>{item.label}</span>
  }
}
