import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readIncoming } from '../../../shared/intake/readers/read-incoming.ts'
import { listLevel, numbered, paragraph, run, type WordParts, wordFile } from '../../support/word-file.ts'

const read = async (parts: WordParts) => {
  const answer = await readIncoming(wordFile(parts), '任意.txt', {})
  if (!answer.ok) throw new Error(answer.error.type)
  return answer.value
}
const lines = async (parts: WordParts) => (await read(parts)).text.split('\n')
const refusal = async (bytes: Uint8Array) => {
  const answer = await readIncoming(bytes, '任意.docx', {})
  return answer.ok ? 'ok' : answer.error.type
}

const OFFICIAL = `<w:abstractNum w:abstractNumId="0">${[
  listLevel(0, 'chineseCountingThousand', '%1、'),
  listLevel(1, 'chineseCountingThousand', '（%2）'),
  listLevel(2, 'decimal', '%3.'),
  listLevel(3, 'decimal', '（%4）'),
  listLevel(4, 'decimalEnclosedCircle', '%5'),
].join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

describe('automatic numbers of a Word file', () => {
  it('stand in the text as Word draws them, and begin again under a new heading', async () => {
    const body = [0, 1, 2, 3, 4, 4, 1, 0, 1].map((level, i) => numbered(`段${i}`, level)).join('')
    expect(await lines({ body, numbering: OFFICIAL })).toEqual([
      '一、段0',
      '（一）段1',
      '1.段2',
      '（1）段3',
      '①段4',
      '②段5',
      '（二）段6',
      '二、段7',
      '（一）段8',
    ])
  })

  it('go on in a second list of the same kind and begin again where it says so', async () => {
    const numbering = `${OFFICIAL}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    const body = [1, 2, 3, 3].map((list) => numbered('甲', 0, list)).join('')
    expect(await lines({ body, numbering })).toEqual(['一、甲', '二、甲', '一、甲', '二、甲'])
  })

  it('come from a style and what it is based on, and are taken away by number 0', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="甲"/><w:basedOn w:val="A"/></w:style>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${listLevel(0, 'decimal', '%1.')}${listLevel(1, 'ideographTraditional', '%2、', '<w:pStyle w:val="B"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const styled = (id: string, more = '') => paragraph('文', `<w:pStyle w:val="${id}"/>${more}`)
    const body = styled('A') + styled('B') + styled('B') + styled('A', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('A')
    expect(await lines({ body, styles, numbering })).toEqual(['1.文', '甲、文', '乙、文', '文', '2.文'])
  })

  it('are figures throughout where the level is legal', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${listLevel(0, 'upperRoman', '%1')}${listLevel(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    expect(await lines({ body: numbered('甲', 0) + numbered('乙', 1), numbering })).toEqual(['I 甲', '1.1 乙'])
  })
})

describe('what a Word file holds beside its text', () => {
  it('takes insertions in and leaves deletions out, and tells both', async () => {
    const body = `<w:p>${run('甲')}<w:ins w:author="李"><w:r><w:t>乙</w:t></w:r></w:ins><w:del w:author="王"><w:r><w:delText>丙</w:delText></w:r></w:del>${run('丁')}</w:p>`
    const { text, asides, findings } = await read({ body })
    expect(text).toBe('甲乙丁')
    expect(asides).toEqual([
      { kind: 'inserted', text: '乙', author: '李', at: 1 },
      { kind: 'deleted', text: '丙', author: '王', at: 2 },
    ])
    expect(findings.map(({ rule }) => rule)).toEqual(['intake.revisions'])
  })

  it('reads a text box once, although it stands there twice', async () => {
    const box = `<w:txbxContent>${paragraph('框中')}</w:txbxContent>`
    const body = `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const { text, asides } = await read({ body })
    expect([text, asides.map((aside) => aside.text)]).toEqual(['正文', ['框中']])
  })

  it('reads merged cells as one, in the text as lines of cells', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('单位', '<w:vMerge w:val="restart"/>')}${cell('宽', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('乙')}${cell('丙')}</w:tr></w:tbl>${paragraph('后')}`
    const { text, tables } = await read({ body })
    expect(text).toBe('单位\t宽\t\n\t乙\t丙\n后')
    expect(tables[0]?.rows).toEqual([
      ['单位', '宽', ''],
      ['', '乙', '丙'],
    ])
    expect(tables[0]?.merges).toEqual(
      expect.arrayContaining([
        { top: 0, bottom: 1, left: 0, right: 0 },
        { top: 0, bottom: 0, left: 1, right: 2 },
      ]),
    )
  })

  it('shows what a field gives, not its instruction, and leaves hidden words out', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = `<w:p>${char('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${char('separate')}${run('7')}${char('end')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>`
    const { text, findings } = await read({ body })
    expect([text, findings.map(({ rule }) => rule)]).toEqual(['7', ['intake.hidden-text']])
  })

  it('keeps footnotes apart and marks their place', async () => {
    const body = `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const { text, asides } = await read({ body, footnotes: `<w:footnote w:id="2">${paragraph('注')}</w:footnote>` })
    expect([text, asides]).toEqual(['甲[1]', [{ kind: 'footnote', text: '注', author: null, at: 1 }]])
  })
})

describe('files that are refused', () => {
  it('refuses a part that bursts, before it is unpacked', async () => {
    const parts = unzipSync(wordFile({ body: paragraph('甲') }))
    expect(await refusal(zipSync({ ...parts, 'word/document.xml': new Uint8Array(20_000_000) }))).toBe('incoming-bursts')
  })

  it('refuses a document type', async () => {
    const parts = unzipSync(wordFile({ body: paragraph('甲') }))
    const bomb = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    expect(await refusal(zipSync({ ...parts, 'word/document.xml': bomb }))).toBe('incoming-damaged')
  })

  it('names what it cannot read', async () => {
    expect(await refusal(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }))).toBe('incoming-unsupported')
    expect(await refusal(strToU8('%PDF-1.7'))).toBe('file-not-text')
  })

  it('gives an answer for every one of 500 damaged files', async () => {
    const whole = wordFile({
      body: Array.from({ length: 50 }, (_, i) => numbered(`第${i}段`, i % 5)).join(''),
      numbering: OFFICIAL,
    })
    let seed = 20_240_607
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    for (let i = 0; i < 500; i += 1) {
      const bytes = whole.slice(0, i % 3 === 0 ? 4 + random(whole.length - 4) : whole.length)
      if (i % 3 === 1) for (let flip = 0; flip < 5; flip += 1) bytes[4 + random(bytes.length - 4)] = random(256)
      if (i % 3 === 2) bytes.fill(0, 4 + random(bytes.length - 4), bytes.length - random(40))
      const answer = await readIncoming(bytes, '', {})
      if (!answer.ok) expect(answer.error.type).toMatch(/^(incoming|file)-/)
    }
  })
})
