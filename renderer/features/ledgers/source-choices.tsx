import { CopyOutlined, ExperimentOutlined, FileTextOutlined, FolderOpenOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import sample from '../../../shared/sample/notice.txt?raw'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { useScreen } from '../../state/screen.ts'
import { useOpenFile } from './use-open-file.ts'

/** The ways to a ledger, side by side. */
export const SourceChoices = ({ onPaste }: { readonly onPaste: () => void }) => {
  const startIntake = useScreen((state) => state.startIntake)
  const { chooseText, choosePackage } = useOpenFile()
  return (
    <div className="sources">
      <Source icon={<CopyOutlined />} title={LEDGERS_WORDS.paste} hint={LEDGERS_WORDS.pasteHint} onChoose={onPaste} />
      <Source
        icon={<FileTextOutlined />}
        title={LEDGERS_WORDS.openText}
        hint={LEDGERS_WORDS.openTextHint}
        onChoose={() => void chooseText()}
      />
      <Source
        icon={<FolderOpenOutlined />}
        title={LEDGERS_WORDS.openPackage}
        hint={LEDGERS_WORDS.openPackageHint}
        onChoose={() => void choosePackage()}
      />
      <Source
        icon={<ExperimentOutlined />}
        title={LEDGERS_WORDS.trySample}
        hint={LEDGERS_WORDS.sampleHint}
        onChoose={() => void startIntake({ type: 'read', from: sample })}
      />
    </div>
  )
}

const Source = ({
  icon,
  title,
  hint,
  onChoose,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onChoose: () => void
}) => (
  <button type="button" className="source" onClick={onChoose}>
    <span className="source-icon">{icon}</span>
    <strong>{title}</strong>
    <span className="source-hint">{hint}</span>
  </button>
)
