import { ExportOutlined, LeftOutlined, RightOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { type FileKind, fileKindOf, fileNameToShow } from '../../../shared/domain/attached-files.ts'
import type { Attachment } from '../../../shared/domain/records/record-kinds.ts'
import { FILE_WORDS } from '../../messages/files.ts'
import { RefusalText } from '../refusal-notice.tsx'
import type { AttachmentListProps } from './attachment-props.ts'
import { PictureView } from './picture-view.tsx'
import { TextView } from './text-view.tsx'
import { useFileActs } from './use-file-acts.tsx'

// Read when the first PDF is looked at.
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

interface PreviewProps {
  readonly items: readonly Attachment[]
  readonly id: string
  readonly acts: AttachmentListProps
  readonly onMove: (id: string) => void
  readonly onClose: () => void
}

/** Looks at one file after the other; the left and right keys go on. */
export const Preview = ({ items, id, acts, onMove, onClose }: PreviewProps) => {
  const index = items.findIndex((item) => item.id === id)
  const item = items[index]
  const { open, saveAs } = useFileActs(acts)
  const previous = items[index - 1]?.id
  const next = items[index + 1]?.id
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined
      if (to !== undefined && !event.altKey && !event.ctrlKey) onMove(to)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [previous, next, onMove])
  if (item === undefined) return null
  const name = fileNameToShow(item.name)
  return (
    <Modal
      open
      centered
      width="min(1080px, 92vw)"
      className="file-preview"
      title={FILE_WORDS.previewTitle(name, index + 1, items.length)}
      onCancel={onClose}
      footer={
        <div className="preview-acts">
          <Button icon={<LeftOutlined />} disabled={previous === undefined} onClick={() => previous && onMove(previous)}>
            {FILE_WORDS.previous}
          </Button>
          <Button icon={<RightOutlined />} disabled={next === undefined} onClick={() => next && onMove(next)}>
            {FILE_WORDS.next}
          </Button>
          <span className="grow" />
          <Button icon={<ExportOutlined />} onClick={() => open(item)}>
            {FILE_WORDS.open}
          </Button>
          <Button icon={<SaveOutlined />} onClick={() => void saveAs(item)}>
            {FILE_WORDS.saveAs}
          </Button>
          <Button type="primary" onClick={onClose}>
            {FILE_WORDS.close}
          </Button>
        </div>
      }
    >
      <Content key={item.id} item={item} acts={acts} />
    </Modal>
  )
}

type Read = { readonly bytes: Uint8Array; readonly kind: FileKind } | { readonly refusal: Refusal } | null

const Content = ({ item, acts }: { readonly item: Attachment; readonly acts: AttachmentListProps }) => {
  const [read, setRead] = useState<Read>(null)
  const { onRead } = acts
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for the file it stands for
  useEffect(() => {
    const abort = new AbortController()
    void onRead(item.sha256, abort.signal).then((answer) => {
      if (answer === null || abort.signal.aborted) return
      if (!answer.ok) setRead({ refusal: answer.error })
      else setRead({ bytes: answer.value, kind: fileKindOf(item.name, answer.value) })
    })
    return () => abort.abort()
  }, [item.sha256])
  if (read === null) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if ('refusal' in read)
    return (
      <Sentence>
        <RefusalText refusal={read.refusal} />
      </Sentence>
    )
  const { bytes, kind } = read
  switch (kind) {
    case 'picture':
      return <PictureView bytes={bytes} name={fileNameToShow(item.name)} />
    case 'text':
      return <TextView bytes={bytes} />
    case 'pdf':
      return (
        <Suspense fallback={<Skeleton active />}>
          <PdfView bytes={bytes} />
        </Suspense>
      )
    case 'office':
      return <Sentence>{FILE_WORDS.officeNoPreview}</Sentence>
    case 'other':
      return <Sentence>{FILE_WORDS.noPreview}</Sentence>
  }
}

const Sentence = ({ children }: { readonly children: ReactNode }) => <div className="preview-sentence">{children}</div>
