import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mendPunctuation } from '../../../shared/notice/punctuation.ts'

test.each([
  [
    '根据部署,2023年9月,市委巡察组对青梧县(含园区)进行了巡察:共3项;完成2项。',
    '根据部署，2023年9月，市委巡察组对青梧县（含园区）进行了巡察：共3项；完成2项。',
  ],
  ['占比4.42%,增长31.65%;其中', '占比4.42%，增长31.65%；其中'],
  ['因私出国(境)证件', '因私出国（境）证件'],
  ['党纪处分12人(党内警告7人、严重警告3人)', '党纪处分12人（党内警告7人、严重警告3人）'],
  ['联系电话:0000-0000000;电子邮箱:zg.b@example.cn。', '联系电话：0000-0000000；电子邮箱：zg.b@example.cn。'],
  ['《关于贯彻<实施细则>的通知》', '《关于贯彻〈实施细则〉的通知》'],
  ['横幅 480 余条,道旗杆110 余根', '横幅480余条，道旗杆110余根'],
  ['改造完成, 验收合格', '改造完成，验收合格'],
  ['是否属实?必须整改!', '是否属实？必须整改！'],
])('%s', (source, mended) => {
  expect(mendPunctuation(source)).toBe(mended)
})

test('numbers, times, ratios, addresses and foreign words stay as they are', () => {
  for (const text of [
    '共1,238人',
    '覆盖比例为1:4.4',
    '发布于09:30:15',
    '见 https://example.cn/a,b;c 一文',
    'R&D (GDP) ratio, 2.5:1',
    '“3+4+5”产业集群',
    '“千年水乡 田园明珠”',
  ])
    expect(mendPunctuation(text)).toBe(text)
})

test('mending twice changes nothing, and no character but punctuation and spaces is ever touched', () => {
  const piece = fc.constantFrom(
    '甲',
    '乙',
    '《',
    '》',
    '“',
    '”',
    ',',
    ':',
    ';',
    '(',
    ')',
    '<',
    '>',
    ' ',
    '1',
    '23',
    'a',
    '。',
    '、',
    '%',
    '，',
    '（',
    'x@y.cn',
    'http://a.cn/,',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const mended = mendPunctuation(text)
      expect(mendPunctuation(mended)).toBe(mended)
      const letters = (t: string) => t.replace(/[^甲乙《》“”123axycnhtp@]/g, '')
      expect(letters(mended)).toBe(letters(text))
    }),
    { seed: 15834, numRuns: 500 },
  )
})
