import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { finishPdf } from '../../shared/documents/pages/finish-pdf.ts'
import { noticeHtml } from '../../shared/documents/pages/html-pages.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import type { PaperDocument } from '../../shared/documents/paper-document.ts'
import { DEFAULT_FONTS } from '../../shared/documents/render/notice-layout.ts'
import { aDocument, aParagraph } from '../support/documents-by-hand.ts'
import { answerSaveDialog, launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { clockAt, day } from '../support/ports.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { SAMPLE_FILE } from '../support/texts.ts'
import { becomes, enterRoom } from '../support/window-acts.ts'

const read = (path: string, ...options: readonly string[]): string =>
  execFileSync('pdftotext', [...options, path, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 })

const squeezed = (text: string): string => text.replace(/\s/g, '')

interface Word {
  readonly left: number
  readonly right: number
  /** Of its middle: the tops of letters and of Han characters differ. */
  readonly height: number
  readonly text: string
}

/** Words of each page with their places in points. */
const wordsOf = (path: string): readonly (readonly Word[])[] =>
  read(path, '-bbox')
    .split('<page')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text]) => ({
          left: Number(left),
          right: Number(right),
          height: (Number(top) + Number(bottom)) / 2,
          text: text ?? '',
        }),
      ),
    )

/** What stands at one height is one line, though its fonts differ. */
const linesOf = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => a.height - b.height)) {
    const last = lines.at(-1)
    if (last?.[0] && word.height - last[0].height < 14) last.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

const textOf = (line: readonly Word[]): string => squeezed(line.map(({ text }) => text).join(''))

/** A ledger whose public notice hides names, and what the command line says of its pages. */
const maskingLedger = async (folder: string) => {
  const cli = async (...argv: readonly string[]): Promise<unknown> => {
    const { exitCode, stdout, stderr } = await runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0' })
    expect(exitCode, stderr).toBe(0)
    return JSON.parse(stdout)
  }
  await cli('intake', SAMPLE_FILE, '--out', folder)
  const path = join(folder, 'ledger.zgtz')
  await cli('edit', path, '--set', 'notice.names=社会公开版隐去', '--out', path)
  const told = (await cli('pages', path, '--edition', 'report')) as { pages: number; headings: { text: string; page: number }[] }
  return { path, told }
}

describe.skipIf(NO_WINDOW)('打印通报', () => {
  test('the PDF is what the layout says: 22 lines of 28 characters, numbers on their sides, the title; the masked edition has no masked name', async () => {
    const folder = tempFolder()
    const { path: ledger, told } = await maskingLedger(folder)
    const program = await launchProgram({ args: [ledger] })
    const { window, app } = program
    // In the room of the notice it is the notice that is printed.
    await enterRoom(program, '通报')
    const dialog = window.locator('.print-dialog')
    await window.keyboard.press('Control+p')
    await dialog.getByText('A4 公文版式').waitFor()
    const save = async (edition: string): Promise<string> => {
      const path = join(folder, `${edition}.pdf`)
      await dialog.getByText(edition, { exact: true }).click()
      await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
      await answerSaveDialog(app, path)
      await dialog.getByRole('button', { name: '存为 PDF' }).click()
      await window.getByText(`已存为 ${path}`).waitFor()
      return path
    }
    // Another edition while the first is still laid out: the last answer is shown.
    const pdf = await save('上报版')
    await becomes(() => dialog.locator('.pdf-tools').innerText(), new RegExp(`第 1 页 共 ${told.pages} 页`))
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(
      /Title: +中共青梧县委.*通报[\s\S]*CreationDate: +Fri Jul +5/,
    )

    const pages = wordsOf(pdf)
    expect(pages).toHaveLength(told.pages)
    const numbers = pages.map((words) => words.filter(({ height }) => height > 745))
    const lines = pages.map((words) => linesOf(words.filter(({ height }) => height <= 745)))
    // The first page holds the title, the last one ends where the text ends.
    expect(new Set(lines.slice(1, -1).map(({ length }) => length))).toEqual(new Set([22]))
    const chinese = lines
      .flat()
      .map(textOf)
      .filter((line) => !/[\dA-z]/.test(line))
    expect(chinese.filter((line) => line.length === 28).length).toBeGreaterThan(10)
    // A stop may hang over the end as a twenty-ninth.
    expect(chinese.filter((line) => line.length > 28 && !(line.length === 29 && /[。，、；：？！]$/.test(line)))).toEqual([])
    // No line reaches over the text block by more than that stop.
    const [inner, outer, em] = [79.35, 73.7, 16]
    for (const [i, page] of lines.entries()) {
      const [left, right] = i % 2 === 0 ? [inner, 595.3 - outer] : [outer, 595.3 - inner]
      for (const line of page) {
        expect(line[0]?.left).toBeGreaterThan(left - 1)
        expect(line.at(-1)?.right).toBeLessThan(right + em + 1)
      }
      // — 1 — at the right of odd pages, at the left of even ones, one character of 4 号 in.
      const number = numbers[i] ?? []
      expect(textOf(number)).toBe(`—${i + 1}—`)
      if (i % 2 === 0) expect(Math.abs(right - 14 - Math.max(...number.map((word) => word.right)))).toBeLessThan(2)
      else expect(Math.abs(Math.min(...number.map((word) => word.left)) - left - 14)).toBeLessThan(2)
    }
    // Each heading stands on the page that is told.
    const texts = lines.map((page) => page.map(textOf).join(''))
    for (const { text, page } of told.headings) expect(texts[page - 1], text).toContain(squeezed(text).slice(0, 10))

    const masked = squeezed(read(await save('社会公开'), '-raw'))
    expect(texts.join('')).toContain('责任领导：何启明')
    expect(masked).toContain('责任领导：何某某')
    expect(masked).not.toContain('何启明')
    await program.close()
  })

  test('head, contents, a wide table and 版记 come out in their true size, the table turned; a preview that is overtaken holds up no other', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      { text: String(i + 1), span: 1 },
      { text: '逐座更换或修复停用的消毒设备。'.repeat(i + 1), span: 1 },
    ])
    const columns = [
      { title: '序号', width: 1, align: 'center' as const },
      { title: '措施', width: 8, align: 'left' as const },
    ]
    const text = aParagraph('body', '整'.repeat(26 + 28), { line: 0 })
    const head = { kind: 'red-head' as const, issuerMark: '中共青梧县委员会文件', documentNumber: '青委〔2024〕12号', signer: '' }
    const document: PaperDocument = {
      ...aDocument([]),
      sections: [
        { direction: 'portrait', blocks: [head, text] },
        { direction: 'portrait', blocks: [{ kind: 'contents', entries: [{ level: 1, text: '一、整改', line: 0 }] }] },
        { direction: 'landscape', blocks: [{ kind: 'table', columns, rows }] },
        { direction: 'portrait', blocks: [aParagraph('attachment-mark', '附件2')] },
      ],
      imprint: { copyTo: '抄送：县人大常委会办公室。', printedBy: '中共青梧县委办公室', printedOn: '2024年7月5日印发' },
    }
    const pages = layOutPages(document, TIMES_IN_WORD)
    const { css, body } = noticeHtml(pages, DEFAULT_FONTS)
    const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${css}</style></head><body><div>${body}</div></body></html>`
    const program = await launchProgram()
    const asked = JSON.stringify({ html, title: '通报', paper: { size: 'A4', landscape: false, laid: true } })
    const answers = (await program.window.evaluate(
      `Promise.all([0, 30].map((ms) => new Promise((go) => setTimeout(go, ms)).then(() => window.bridge.invoke('print.preview', ${asked}))))
        .then((all) => all.map((one) => one.value === null ? null : Array.from(one.value.bytes)))`,
    )) as readonly (readonly number[] | null)[]
    const bytes = Uint8Array.from(answers[1] ?? [])
    const turned = pages.filter(({ direction }) => direction === 'landscape').map(({ number }) => number)
    const finished = finishPdf(bytes, { title: '通报', on: day('2024-07-05'), turned })
    const path = join(tempFolder(), '附表.pdf')
    writeFileSync(path, finished ?? new Uint8Array())
    const facts = execFileSync('pdfinfo', ['-l', '99', path], { encoding: 'utf8' })
    expect(facts).toMatch(new RegExp(`Pages: +${pages.length}\n`))
    for (const { number, direction } of pages)
      expect(facts).toMatch(new RegExp(`Page +${number} rot: +${direction === 'landscape' ? 90 : 0}\n`))
    // 28 characters on 156 mm: nothing was made smaller to fit a wide page.
    const line = wordsOf(path)[0]?.find((word) => word.text.startsWith('整整整') && word.left < 90)
    expect((line?.right ?? 0) - (line?.left ?? 0)).toBeGreaterThan(440)
    const printed = squeezed(read(path, '-raw'))
    expect(printed).toMatch(/一、整改…+1/)
    for (const words of ['中共青梧县委员会文件', '青委〔2024〕12号', '抄送：县人大常委会办公室。', '2024年7月5日印发'])
      expect(printed).toContain(words)
    expect(printed.match(/消毒设备。/g)).toHaveLength(78)
    await program.close()
  })
})
