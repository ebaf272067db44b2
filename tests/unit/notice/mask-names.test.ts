import { describe, expect, test } from 'vitest'
import { editionFindings } from '../../../shared/notice/edition-findings.ts'
import { personsOf } from '../../../shared/notice/persons.ts'
import { residualNames } from '../../../shared/notice/residual-names.ts'
import { surnameOf } from '../../../shared/notice/surnames.ts'
import { aLedger, type LedgerSketch } from '../../support/a-ledger.ts'
import { composed, noticeOf, rulesOf, textOf } from '../../support/suggested.ts'

const told = (text: string, sketch: LedgerSketch = {}) =>
  aLedger({
    notice: { names: 'public', title: '关于何启明等人问题的通报' },
    blocks: [{ id: 'b', part: 'opening', text }],
    ...sketch,
    more: {
      leader: [{ name: '何启明', aliases: '何县长、启明' }, { name: '欧阳震' }, { name: '县委常委会' }],
      ...sketch.more,
    },
    accountabilities: [{ category: 'party', measure: '警告', people: '王建国、王小二（村支书）、沈国栋' }],
  })

const edition = (ledger: ReturnType<typeof aLedger>, name: 'public' | 'party' | 'report') =>
  textOf(composed(ledger, { edition: name }))

describe('names in the public edition', () => {
  test('are masked behind the surname, compound surnames too, the same name always alike, spaced out or not', () => {
    expect(edition(told('县长何启明和欧阳震约谈王建国、王小二，何 启明再次约谈。'), 'public')).toEqual([
      '关于何某某等人问题的通报',
      '县长何某某和欧阳某某约谈王某某、王某某，何某某再次约谈。',
    ])
  })

  test('stay in the editions that are not masked', () => {
    const ledger = told('何启明约谈王建国。')
    expect(edition(ledger, 'party')[1]).toBe('何启明约谈王建国。')
    expect(edition(told('何启明约谈。', { notice: { names: 'outside' } }), 'party')).toEqual(['何某某约谈。'])
    expect(edition(told('何启明约谈。', { notice: { names: 'outside' } }), 'report')).toEqual(['何启明约谈。'])
    expect(edition(told('何启明约谈。', { notice: { names: 'shown' } }), 'public')).toEqual(['何启明约谈。'])
  })

  test('tell persons of one surname apart where the template says so, by the order they appear in', () => {
    const ledger = told('沈国栋约谈王小二和王建国，王小二已退款。', {
      notice: { names: 'public', template: 'own' },
      more: { noticeTemplate: [{ id: 'own', title: '甲乙', sameSurname: 'apart', levels: 'cjk-dun' }] },
    })
    expect(edition(ledger, 'public')).toEqual(['沈某某约谈王某甲和王某乙，王某甲已退款。'])
  })

  test('a number behind a name still says where it stands', () => {
    const ledger = told('欧阳震办结⟦leads.letter.received⟧件。', { leads: [{ kind: 'letter', received: 9 }] })
    const [line] = composed(ledger).lines
    expect(line?.text).toBe('欧阳某某办结9件。')
    const [span] = line?.spans ?? []
    expect(line?.text.slice(span?.start, span?.end)).toBe('9')
  })
})

describe('who is a person', () => {
  const names = (sketch: LedgerSketch) => personsOf(aLedger(sketch).records).map((person) => person.names)

  test('leaders with their aliases, those dealt with, and who is responsible; bodies and offices are none', () => {
    expect(
      names({
        problems: [
          {
            responsibilities: [
              { role: 'leader', name: '何启明（副县长）' },
              { role: 'leader', name: '县委书记' },
              { role: 'person', name: '待定' },
              { role: 'unit', name: '何家镇' },
              { role: 'contact', name: '陆思远' },
            ],
          },
        ],
        accountabilities: [{ people: '麻长顺、第三人员' }],
        more: { leader: [{ name: '何启明', aliases: '启明' }], review: [{ closureId: 'c', by: '周主任' }] },
      }),
    ).toEqual([['何启明', '启明'], ['麻长顺'], ['陆思远']])
  })

  test.each([
    ['何启明（副县长）、沈国栋', ['何启明', '沈国栋']],
    ['沈国栋 陆思远', ['沈国栋', '陆思远']],
    ['何 启', ['何启']],
    ['王建科和李学会', ['王建科', '李学会']],
    ['周勇等4人', ['周勇']],
    ['县水利局原局长周勇同志', ['周勇']],
    ['县水利局欧阳震', ['欧阳震']],
    ['买买提·艾力', ['买买提·艾力']],
    ['章某某、有关人员、县财政局、清泉县', []],
  ])('of %j: %j', (people, expected) => {
    expect(names({ accountabilities: [{ people }] }).flat()).toEqual(expected)
  })

  test.each([
    ['欧阳震', '欧阳'],
    ['欧阳', '欧'],
    ['何启', '何'],
    ['司马相如', '司马'],
  ])('the surname of %s is %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname)
  })
})

describe('the scan of what is left', () => {
  const ledger = told('县委书记赵明远主持会议，任组长。李卫东同志带队。副县长高度重视。镇党委书记王某某已免职。')
  const model = composed(ledger)
  const persons = personsOf(ledger.records)

  test('finds what looks like a name and is in no register, and nothing else', () => {
    expect(residualNames(model, persons)).toEqual([
      expect.objectContaining({ name: '赵明远', known: false }),
      expect.objectContaining({ name: '李卫东', known: false }),
    ])
  })

  test('finds known names in what goes beside the text', () => {
    expect(residualNames(model, persons, ['附件：欧阳震处分决定.docx']).filter(({ known }) => known)).toMatchObject([
      { name: '欧阳震', quote: '附件：欧阳震处分决定.docx' },
    ])
  })

  test('is among the findings of an edition that masks names, and of no other', () => {
    const rules = (name: 'public' | 'party', beside: readonly string[] = []) =>
      rulesOf(editionFindings(ledger, noticeOf(ledger), composed(ledger, { edition: name }), beside))
    expect(rules('public', ['何启明.pdf'])).toEqual(['notice.name-likely', 'notice.name-likely', 'notice.name-left'])
    expect(rules('party', ['何启明.pdf'])).toEqual([])
  })
})
