import { Button } from 'antd'
import { Component, createRef, type ErrorInfo, type ReactNode } from 'react'
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
  private readonly fault = createRef<HTMLTextAreaElement>()
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
            <Button onClick={() => copyOf(this.fault.current)}>{TROUBLE_WORDS.copy}</Button>
            <Button type="primary" onClick={() => location.reload()}>
              {TROUBLE_WORDS.reload}
            </Button>
          </>
        }
      >
        <p>{TROUBLE_WORDS.detail}</p>
        <Drafts drafts={failure.drafts} />
        <textarea ref={this.fault} className="fault" aria-label={TROUBLE_WORDS.fault} readOnly rows={3} value={failure.text} />
      </FullPage>
    )
  }
}

/** The permissions of this program let no page write to the clipboard by itself; copying what is selected is the person's own act. */
const copyOf = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
  field?.select()
  document.execCommand('copy')
}
