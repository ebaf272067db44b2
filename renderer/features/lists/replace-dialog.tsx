import { Button, Input, Modal, Progress, Radio, Table } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { findText, hitPlace, replacements, type TextHit } from '../../../shared/domain/replace-text.ts'
import { fieldsInConflict } from '../../data/list-queries.ts'
import { problemFilesOf } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { useListView } from '../../state/list-view.ts'
import type { ListDialogProps } from './move-dialog.tsx'
import { useListAct } from './use-list-act.ts'

interface Hit extends TextHit {
  readonly key: string
  readonly isInConflict: boolean
}

interface Found {
  readonly words: string
  readonly hits: readonly Hit[]
}

/** 查找和替换: every place is shown before it is changed, and all that are chosen are one act. */
export const ReplaceDialog = ({ ids, ledgerId, placed, onClose }: ListDialogProps & { readonly ids: readonly string[] }) => {
  const { run, say } = useListAct(ledgerId)
  const shown = useListView((state) => state.shown)
  const [words, setWords] = useState('')
  const [replacement, setReplacement] = useState('')
  const [scope, setScope] = useState<'all' | 'shown' | 'selected'>(ids.length > 1 ? 'selected' : 'all')
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const search = useRef(0)
  useEffect(
    () => () => {
      search.current += 1
    },
    [],
  )

  const find = async () => {
    search.current += 1
    const turn = search.current
    const among = new Set(scope === 'selected' ? ids : shown)
    const problems = scope === 'all' ? placed : placed.filter(({ row }) => among.has(row.id))
    const conflicts = await fieldsInConflict(problems)
    const hits: Hit[] = []
    setFound(null)
    for (let done = 0; done < problems.length; done += AT_ONCE) {
      setProgress({ done, of: problems.length })
      const files = await problemFilesOf(problems.slice(done, done + AT_ONCE))
      if (search.current !== turn) return
      for (const file of files.values())
        for (const hit of findText(file, words))
          hits.push({ ...hit, key: `${hitPlace(hit)}@${hit.start}`, isInConflict: conflicts.has(hitPlace(hit)) })
    }
    setProgress(null)
    setFound({ words, hits })
    setChosen(hits.flatMap(({ key, isInConflict }) => (isInConflict ? [] : [key])))
  }
  const stop = () => {
    search.current += 1
    setProgress(null)
  }
  const replace = async () => {
    if (!found) return
    const wanted = new Set(chosen)
    const hits = found.hits.filter(({ key }) => wanted.has(key))
    const commands = replacements(hits, found.words, replacement)
    if (commands.length > MOST_AT_ONCE) return say(WORDS.replaceLimit(MOST_AT_ONCE))
    if (await run({ type: 'batch', commands: [...commands] }, WORDS.replaceDone(hits.length))) onClose()
  }
  const isOld = found !== null && found.words !== words
  return (
    <Modal
      open
      width={900}
      title={WORDS.replaceTitle}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{WORDS.close}</Button>
          <Button type="primary" disabled={chosen.length === 0 || found === null || isOld} onClick={() => void replace()}>
            {WORDS.replaceDo(chosen.length)}
          </Button>
        </>
      }
    >
      <form
        className="act-grid"
        onSubmit={(event) => {
          event.preventDefault()
          if (words !== '') void find()
        }}
      >
        <span className="label">{WORDS.replaceFind}</span>
        <Input autoFocus aria-label={WORDS.replaceFind} value={words} onChange={(event) => setWords(event.target.value)} />
        <span className="label">{WORDS.replaceWith}</span>
        <Input aria-label={WORDS.replaceWith} value={replacement} onChange={(event) => setReplacement(event.target.value)} />
        <span className="label">{WORDS.replaceScope}</span>
        <div>
          <Radio.Group
            aria-label={WORDS.replaceScope}
            value={scope}
            onChange={(event) => {
              setScope(event.target.value)
              setFound(null)
            }}
            options={[
              { value: 'all', label: WORDS.replaceAll },
              { value: 'shown', label: WORDS.replaceShown(shown.length) },
              { value: 'selected', label: WORDS.replaceSelected(ids.length), disabled: ids.length === 0 },
            ]}
          />
          {progress === null ? (
            <Button htmlType="submit" disabled={words === ''}>
              {WORDS.replaceSearch}
            </Button>
          ) : (
            <Button onClick={stop}>{WORDS.replaceStop}</Button>
          )}
        </div>
      </form>
      <p className="label">{WORDS.replaceExact}</p>
      {progress === null ? null : (
        <>
          <Progress
            percent={Math.round((progress.done / Math.max(1, progress.of)) * 100)}
            size="small"
            showInfo={false}
            aria-label={WORDS.replaceSearching(progress.done, progress.of)}
          />
          <p className="label">{WORDS.replaceSearching(progress.done, progress.of)}</p>
        </>
      )}
      {found === null ? null : (
        <>
          <p role="status">
            {found.hits.length === 0
              ? WORDS.replaceNone
              : WORDS.replaceFound(found.hits.length, new Set(found.hits.map(({ problemId }) => problemId)).size)}
          </p>
          {found.hits.length === 0 ? null : (
            <Table<Hit>
              virtual
              size="small"
              pagination={false}
              scroll={{ y: 270, x: 850 }}
              dataSource={[...found.hits]}
              rowSelection={{
                columnWidth: 48,
                selectedRowKeys: [...chosen],
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: (hit) => ({ disabled: hit.isInConflict }),
              }}
              columns={[
                {
                  title: WORDS.replaceWhere,
                  width: 210,
                  render: (_, hit) => WORDS.replacePlace(hit.number, hit.title),
                },
                {
                  title: WORDS.replaceContext,
                  width: 592,
                  render: (_, hit) => <Context hit={hit} length={found.words.length} />,
                },
              ]}
            />
          )}
        </>
      )}
    </Modal>
  )
}

const Context = ({ hit, length }: { readonly hit: Hit; readonly length: number }) => {
  const { text, start, isInConflict } = hit
  return (
    <>
      {text.slice(Math.max(0, start - AROUND), start)}
      <mark>{text.slice(start, start + length)}</mark>
      {text.slice(start + length, start + length + AROUND)}
      {isInConflict ? <span className="label"> {WORDS.replaceInConflict}</span> : null}
    </>
  )
}

const AROUND = 18
/** Read together: few enough that the window answers in between. */
const AT_ONCE = 100
/** What a `batch` may hold. */
const MOST_AT_ONCE = 5_000
