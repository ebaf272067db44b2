import type { Ledger } from '../../shared/domain/ledger.ts'
import type { Edition } from '../../shared/domain/records/notice-records.ts'
import { composeNotice } from '../../shared/notice/compose.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { aLedger, PROBLEMS_BLOCK } from './a-ledger.ts'
import { day } from './ports.ts'
import { noticeOf } from './suggested.ts'

/** A ledger whose notice has everything a 公文 has: 版头, 主送, 目录, seal, attachments of words and of tables, 版记. */
export const completeLedger = (): Ledger =>
  aLedger({
    nodes: [
      { id: 'a', heading: '供水保障方面' },
      { id: 'b', heading: '作风建设方面' },
    ],
    problems: [
      {
        nodeId: 'a',
        statement: '水厂日常管理缺位。',
        details: '9座水厂的消毒设备长期停用。',
        account: '一是补齐设备；二是由何启明牵头逐月检测。',
        result: '水质合格率97.6%。',
        status: 'done',
        measures: [{ text: '修复消毒设备' }, { text: '建立检测台账' }],
        responsibilities: [
          { role: 'leader', name: '何启明' },
          { role: 'unit', name: '县水利局' },
          { role: 'phone', name: '0000-1234567' },
        ],
      },
      {
        nodeId: 'b',
        statement: '会议记录不规范。',
        account: '补记会议记录。',
        status: 'inProgress',
        deadlineWords: '2024年9月底前',
      },
      {
        nodeId: 'b',
        statement: '线索处置不及时。',
        account: '已移交办理。',
        office: { withheld: true, withheldReason: '未办结线索' },
      },
    ],
    blocks: [
      { part: 'opening', text: '现将整改情况报告如下。' },
      { part: 'problems', form: 'section', mark: 'cjk-dun', heading: '反馈问题整改情况' },
      PROBLEMS_BLOCK,
    ],
    notice: {
      template: 'problem-situation',
      title: '中共青梧县委关于市委第三轮巡察整改进展情况的报告',
      signature: '中共青梧县委',
      signedOn: day('2024-07-05'),
      levels: 'cjk-paren,arabic-dot',
      edition: 'report',
      names: 'public',
      issuerMark: '中共青梧县委文件',
      documentNumber: '青委发〔2024〕5号',
      copyNumber: '000012',
      secrecy: '机密★1年',
      urgency: '特急',
      signer: '何启明',
      addressee: '市委巡察工作领导小组',
      copyTo: '市纪委监委，市委组织部',
      printedBy: '中共青梧县委办公室',
      printedOn: day('2024-07-06'),
      sealed: true,
      contents: true,
    },
    more: {
      noticeAttachment: [
        { noticeId: 'notice', kind: 'tasks' },
        { noticeId: 'notice', kind: 'text', title: '领导小组名单', text: '组长：何启明\n副组长：沈国栋' },
        { noticeId: 'notice', kind: 'withheld' },
        { noticeId: 'notice', kind: 'duties' },
      ],
      leader: [{ name: '何启明' }, { name: '沈国栋' }],
    },
  })

export const completeNotice = (edition: Edition = 'report'): NoticeModel => {
  const ledger = completeLedger()
  return composeNotice(ledger, noticeOf(ledger), { today: day('2024-07-05'), edition })
}
