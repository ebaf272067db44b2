import { App } from 'antd'
import { useCallback } from 'react'
import type { ShownFigure } from '../../data/figures-host.ts'
import { overviewFigures } from '../../data/overview-queries.ts'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'
import { useListView } from '../../state/list-view.ts'
import { useRegisterView } from '../../state/register-view.ts'
import { useScreen } from '../../state/screen.ts'

export interface ShowRows {
  /** The rows a figure counts: problems in 四张清单, records of the registers in 登记簿. */
  readonly ofFigure: (figure: ShownFigure) => void
  readonly ofProblems: (what: string, ids: readonly string[]) => void
}

export const useShowRows = (): ShowRows => {
  const { message } = App.useApp()
  const ofProblems = useCallback(
    (what: string, ids: readonly string[]) => {
      if (ids.length === 0) return void message.info(OVERVIEW_WORDS.nothingBehind)
      void useListView
        .getState()
        .showOnly({ what, ids: new Set(ids) })
        .then((isShown) => (isShown ? useScreen.getState().enterRoom('lists') : false))
    },
    [message],
  )
  const ofFigure = useCallback(
    (figure: ShownFigure) => {
      void overviewFigures.rows(figure.ref).then(({ holds, ids }) => {
        const what = `${figure.label}（${OVERVIEW_WORDS.cutoff}${figure.cutoff}）`
        if (holds === 'problems') return ofProblems(what, ids)
        if (ids.length === 0) return void message.info(OVERVIEW_WORDS.nothingBehind)
        void useRegisterView
          .getState()
          .showFigure({ id: figure.id, label: what, counts: ids })
          .then((isShown) => (isShown ? useScreen.getState().enterRoom('registers') : false))
      })
    },
    [ofProblems, message],
  )
  return { ofFigure, ofProblems }
}
