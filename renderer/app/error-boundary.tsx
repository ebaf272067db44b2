import { Button } from 'antd'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { TROUBLE_WORDS } from '../messages/shell.ts'
import { typing } from '../state/typing.ts'
import { FullPage } from '../ui/full-page.tsx'
import { Drafts } from './drafts.tsx'
import { reportFault } from './report-fault.ts'

interface ErrorBoundaryProps {
  /** Names the part in the log. `window` takes the whole window. */
  readonly part: string
  readonly children: ReactNode
}

interface Failure {
  readonly text: string
  /** What was being typed; taken before the editors that held it are gone. */
  readonly drafts: readonly { readonly what: string; readonly text: string }[]
}

/** Shows a fault of one part without taking the others, and whatever was being typed, so that nothing typed is lost. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failure: Failure | null }> {
  override state = { failure: null as Failure | null }

  static getDerivedStateFromError(thrown: unknown): { readonly failure: Failure } {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    return { failure: { text, drafts: typing.drafts().map(({ what, text: typed }) => ({ what, text: typed })) } }
  }

  override componentDidCatch(thrown: unknown, { componentStack }: ErrorInfo): void {
    reportFault('part-failed', thrown, `${this.props.part}\n${componentStack ?? ''}`)
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (!failure) return this.props.children
    const isWindow = this.props.part === 'window'
    return (
      <FullPage
        title={isWindow ? TROUBLE_WORDS.wholeTitle : TROUBLE_WORDS.partTitle}
        actions={
          <>
            <Button onClick={() => void navigator.clipboard.writeText(failure.text)}>{TROUBLE_WORDS.copy}</Button>
            <Button type="primary" onClick={() => location.reload()}>
              {TROUBLE_WORDS.reload}
            </Button>
          </>
        }
      >
        <p>{TROUBLE_WORDS.detail}</p>
        <Drafts drafts={failure.drafts} />
        <pre className="fault">{failure.text}</pre>
      </FullPage>
    )
  }
}
