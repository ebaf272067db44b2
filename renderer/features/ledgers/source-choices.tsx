import {
  CopyOutlined,
  ExperimentOutlined,
  FileAddOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  FormOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import sample from '../../../shared/sample/notice.txt?raw'
import { INTAKE_WORDS, LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { useScreen } from '../../state/screen.ts'
import { useOpenFile } from './use-open-file.ts'

/** The ways to a first ledger, side by side. */
export const SourceChoices = () => {
  const startIntake = useScreen((state) => state.startIntake)
  const { choosePackage } = useOpenFile()
  return (
    <div className="sources">
      <Source
        icon={<FormOutlined />}
        title={LEDGERS_WORDS.startFromFacts}
        hint={LEDGERS_WORDS.startFromFactsHint}
        onChoose={() => void startIntake({ type: 'facts' })}
      />
      <Source
        icon={<CopyOutlined />}
        title={LEDGERS_WORDS.paste}
        hint={LEDGERS_WORDS.pasteHint}
        onChoose={() => void startIntake({ type: 'paste' })}
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

interface TextChoicesProps {
  readonly onPaste: () => void
  readonly onOpen: () => void
  readonly onNothing: () => void
}

/** Where the text of a new ledger comes from, or that there is none. */
export const TextChoices = ({ onPaste, onOpen, onNothing }: TextChoicesProps) => (
  <div className="sources">
    <Source
      icon={<CopyOutlined />}
      title={INTAKE_WORDS.fromPaste}
      hint={INTAKE_WORDS.fromPasteHint}
      onChoose={onPaste}
      takesKeys
    />
    <Source icon={<FileTextOutlined />} title={INTAKE_WORDS.fromText} hint={INTAKE_WORDS.fromTextHint} onChoose={onOpen} />
    <Source
      icon={<FileAddOutlined />}
      title={INTAKE_WORDS.fromNothing}
      hint={INTAKE_WORDS.fromNothingHint}
      onChoose={onNothing}
    />
  </div>
)

interface SourceProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onChoose: () => void
  readonly takesKeys?: boolean
}

const Source = ({ icon, title, hint, onChoose, takesKeys = false }: SourceProps) => (
  // biome-ignore lint/a11y/noAutofocus: a step of the wizard begins at its first choice
  <button type="button" className="source" onClick={onChoose} autoFocus={takesKeys}>
    <span className="source-icon">{icon}</span>
    <strong>{title}</strong>
    <span className="source-hint">{hint}</span>
  </button>
)
