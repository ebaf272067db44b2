import { SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input, Modal, Spin } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { problemsNaming } from '../../data/look-up.ts'
import { SEARCH_WORDS } from '../../messages/search.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { chosenAfter, type SearchGroup, type SearchItem } from './search-items.ts'
import { SearchLine } from './search-line.tsx'
import { useSearchGroups } from './use-search.ts'
import './search.css'

interface SearchDialogProps {
  /** The open ledger; null on the first screen, where all are looked in. */
  readonly ledgerId: string | null
  readonly onClose: () => void
}

/** 全局搜索: from what is typed to the place it stands. The keys stay in the field; the lines are chosen with ↑ and ↓. */
export const SearchDialog = ({ ledgerId, onClose }: SearchDialogProps) => {
  const [typed, setTyped] = useState('')
  const [isEverywhere, setEverywhere] = useState(false)
  const [chosen, setChosen] = useState(0)
  const { groups, isLooking } = useSearchGroups(typed, ledgerId, isEverywhere)
  const id = useId()
  const items = groups?.flatMap((group) => group.items) ?? []
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found anew is looked at from its top
  useEffect(() => setChosen(0), [groups])
  const go = (item: SearchItem | undefined) => {
    if (!item) return
    onClose()
    void goTo(item, typed)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = chosenAfter(event.key, chosen, items.length)
    if (next !== null) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter' && !isLooking) {
      event.preventDefault()
      go(items[chosen])
    }
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={760}
      style={{ top: 56 }}
      title={<span className="search-title">{SEARCH_WORDS.title}</span>}
    >
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        suffix={isLooking ? <Spin size="small" /> : <span />}
        placeholder={SEARCH_WORDS.placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKey}
        role="combobox"
        aria-label={SEARCH_WORDS.title}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={items[chosen] ? `${id}-${chosen}` : undefined}
      />
      <Results
        id={id}
        groups={groups}
        chosen={chosen}
        onChoose={go}
        isEmpty={groups !== null && !isLooking && items.length === 0}
      />
      <div className="search-foot">
        {ledgerId === null ? null : (
          <Checkbox checked={isEverywhere} onChange={(event) => setEverywhere(event.target.checked)}>
            {SEARCH_WORDS.allLedgers}
          </Checkbox>
        )}
        <span className="grow" />
        <span className="label">{SEARCH_WORDS.keys}</span>
      </div>
    </Modal>
  )
}

const Results = (props: {
  readonly id: string
  readonly groups: readonly SearchGroup[] | null
  readonly chosen: number
  readonly isEmpty: boolean
  readonly onChoose: (item: SearchItem) => void
}) => {
  const { id, groups, chosen, isEmpty, onChoose } = props
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line is kept in sight
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [chosen, groups])
  let place = -1
  return (
    <div
      className="search-results"
      id={`${id}-results`}
      role="listbox"
      aria-label={SEARCH_WORDS.results}
      ref={list}
      tabIndex={-1}
    >
      {groups === null ? <p className="label search-hint">{SEARCH_WORDS.hint}</p> : null}
      {isEmpty ? (
        <p className="search-hint" aria-live="polite">
          {SEARCH_WORDS.nothing}
          <span className="label">{SEARCH_WORDS.nothingDetail}</span>
        </p>
      ) : null}
      {groups?.map(({ title, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own here
        <div role="group" aria-label={title} key={title}>
          <div className="search-group" aria-hidden>
            {title}
          </div>
          {items.map((item) => {
            place += 1
            return (
              <SearchLine
                key={item.key}
                id={`${id}-${place}`}
                item={item}
                isChosen={place === chosen}
                onChoose={() => onChoose(item)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Shows the place an item stands for. */
const goTo = async (item: SearchItem, typed: string): Promise<void> => {
  const { openLedger, openProblem } = useScreen.getState()
  const { setFilter, showOnly, reset } = useListView.getState()
  switch (item.type) {
    case 'problem': {
      const { ledgerId, problemId } = item.problem
      if (!(await openLedger(ledgerId, 'lists'))) return
      reset()
      useListView.setState({ focus: { problemId, row: 0, column: 0 } })
      await openProblem(problemId)
      return
    }
    case 'all':
      if (!(await openLedger(item.ledgerId, 'lists'))) return
      reset()
      await setFilter({ words: typed })
      return
    case 'name': {
      const ids = await problemsNaming(item.name)
      if (await openLedger(item.name.ledgerId, 'lists')) await showOnly({ what: item.name.name, ids })
      return
    }
    case 'ledger':
      await openLedger(item.ledgerId)
      return
    case 'place':
      await item.go()
  }
}
