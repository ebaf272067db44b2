import { Button, DatePicker, Input, type InputRef, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { StoredAct } from '../../data/database.ts'
import { type ActFilter, useActs, useClerks } from '../../data/history-queries.ts'
import { ACTS_WORDS, HISTORY_WORDS } from '../../messages/history.ts'
import { useFind } from '../../state/find.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ActOf } from './act-of.tsx'
import './history.css'

const PAGE = 100

/** 修改记录 of the whole ledger: who did what and when, newest first. */
export const HistoryPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const [words, setWords] = useState('')
  const [clerk, setClerk] = useState<string | null>(null)
  const [days, setDays] = useState<readonly [number | null, number | null]>([null, null])
  const [most, setMost] = useState(PAGE)
  const filter = useMemo(
    (): ActFilter => ({ words: words.split(/\s+/).filter((word) => word !== ''), clerk, from: days[0], to: days[1] }),
    [words, clerk, days],
  )
  const search = useRef<InputRef>(null)
  const finds = useFind(({ asked }) => asked)
  const before = useRef(finds)
  useEffect(() => {
    if (finds !== before.current) search.current?.focus({ cursor: 'all' })
  }, [finds])
  const acts = useActs(ledgerId, filter, most)
  const clerks = useClerks(ledgerId)
  const isFiltered = words !== '' || clerk !== null || days.some((day) => day !== null)
  return (
    <Page title={HISTORY_WORDS.title}>
      <p className="label">{ACTS_WORDS.detail}</p>
      <div className="acts-filter">
        <Input.Search
          ref={search}
          size="small"
          allowClear
          className="acts-words"
          aria-label={ACTS_WORDS.words}
          placeholder={ACTS_WORDS.words}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          size="small"
          className="acts-who"
          aria-label={ACTS_WORDS.who}
          value={clerk ?? ''}
          options={[{ value: '', label: ACTS_WORDS.everyone }, ...clerks.map((name) => ({ value: name, label: name }))]}
          onChange={(chosen: string) => setClerk(chosen === '' ? null : chosen)}
        />
        <DatePicker.RangePicker
          size="small"
          allowEmpty={[true, true]}
          placeholder={[ACTS_WORDS.from, ACTS_WORDS.to]}
          onChange={(chosen) => setDays([chosen?.[0]?.startOf('day').unix() ?? null, chosen?.[1]?.endOf('day').unix() ?? null])}
        />
      </div>
      {acts === undefined ? (
        <Skeleton active />
      ) : acts.length === 0 ? (
        <EmptyState
          title={isFiltered ? ACTS_WORDS.nothing : ACTS_WORDS.empty}
          detail={isFiltered ? ACTS_WORDS.nothingDetail : ACTS_WORDS.emptyDetail}
        />
      ) : (
        <Days ledgerId={ledgerId} acts={acts} />
      )}
      {(acts?.length ?? 0) < most ? null : (
        <Button size="small" type="link" onClick={() => setMost(most + PAGE)}>
          {ACTS_WORDS.more}
        </Button>
      )}
    </Page>
  )
}

const Days = ({ ledgerId, acts }: { readonly ledgerId: string; readonly acts: readonly StoredAct[] }) => (
  <>
    {byDay(acts).map(([day, ofDay]) => (
      <section key={day}>
        <h2 className="acts-day">{day}</h2>
        {ofDay.map((act) => (
          <ActOf key={act.id} ledgerId={ledgerId} act={act} />
        ))}
      </section>
    ))}
  </>
)

const byDay = (acts: readonly StoredAct[]): readonly (readonly [string, readonly StoredAct[]])[] => {
  const days = new Map<string, StoredAct[]>()
  for (const act of acts) {
    const day = dayjs.unix(act.at).format('YYYY年M月D日')
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(act)
    else days.set(day, [act])
  }
  return [...days]
}
