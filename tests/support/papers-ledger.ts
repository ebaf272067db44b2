import type { Ledger } from '../../shared/domain/ledger.ts'
import { aLedger } from './a-ledger.ts'
import { day } from './ports.ts'

/** An invented ledger that has something for every paper that is signed: closings, returns, extensions, notices, evidence, progress. */
export const papersLedger = (): Ledger =>
  aLedger({
    title: '青梧县巡察整改台账',
    inspection: { team: '澄江市委第四巡察组', inspectedParty: '中共青梧县委', feedbackOn: day('2024-03-12') },
    nodes: [
      { id: 'n1', heading: '聚焦基层治理方面' },
      { id: 'n2', parentId: 'n1', heading: '农村供水管护不到位' },
    ],
    problems: [
      {
        nodeId: 'n2',
        statement: '8座村级供水站长期无人值守，水质检测记录缺失。',
        details: '抽查石栈乡、柳塘镇供水站，2023年下半年检测记录全部空白。',
        kind: 'dated',
        target: '供水站全部有人管护，水质每月检测。',
        deadlineOn: day('2024-06-30'),
        deadlineWords: '2024年6月底前',
        status: 'closed',
        completedOn: day('2024-06-20'),
        account: '县水利局为8座供水站逐一落实管护员，配齐检测设备，自5月起每月检测并公示。',
        result: '水质合格率由81%提高到97%。',
        measures: [
          {
            title: '落实管护人员',
            text: '每座供水站明确1名管护员，签订责任书。',
            deadlineOn: day('2024-05-15'),
            deadlineWords: '2024年5月15日前',
            status: 'done',
            completedOn: day('2024-05-10'),
          },
          {
            title: '',
            text: '建立水质每月检测和公示制度。',
            deadlineOn: day('2024-06-30'),
            deadlineWords: '2024年6月底前',
            status: 'done',
            completedOn: day('2024-06-20'),
          },
        ],
        progress: [
          { on: day('2024-05-10'), unit: '县水利局', text: '8名管护员全部到岗，责任书已签订。' },
          { on: day('2024-06-18'), unit: '县水利局', text: '第一次水质检测结果已在村务公开栏公示。' },
        ],
        responsibilities: [
          { role: 'leader', name: '钟予安' },
          { role: 'leadUnit', name: '县水利局' },
          { role: 'unit', name: '石栈乡' },
          { role: 'unit', name: '柳塘镇' },
        ],
      },
      {
        nodeId: 'n2',
        statement: '村集体“三资”台账不清，5个村的出租合同未经公开。',
        kind: 'immediate',
        deadlineOn: day('2024-05-31'),
        deadlineWords: '立行立改，2024年5月底前',
        status: 'inProgress',
        measures: [{ text: '逐村清理合同，补齐公开程序。', status: 'inProgress' }],
        progress: [{ on: day('2024-07-02'), unit: '柳塘镇', text: '已补齐3个村的合同公开。' }],
        responsibilities: [
          { role: 'leader', name: '祁远山' },
          { role: 'unit', name: '柳塘镇' },
        ],
      },
    ],
    more: {
      closure: [
        {
          id: 'p1-c1',
          problemId: 'p1',
          cycle: 1,
          attempt: 1,
          appliedOn: day('2024-06-22'),
          appliedBy: '县水利局',
          application: '问题已整改到位，申请销号。',
          returnedOn: day('2024-06-24'),
          returnReason: '缺少检测报告',
        },
        {
          id: 'p1-c1-2',
          problemId: 'p1',
          cycle: 1,
          attempt: 2,
          appliedOn: day('2024-06-26'),
          appliedBy: '县水利局',
          application: '检测报告已补齐，再次申请销号。',
          closedOn: day('2024-06-30'),
          result: '同意销号',
        },
      ],
      review: [
        { closureId: 'p1-c1-2', reviewer: 'leader', opinion: 'agreed', by: '钟予安', on: day('2024-06-27'), text: '同意' },
        {
          closureId: 'p1-c1-2',
          reviewer: 'office',
          opinion: 'agreed',
          by: '陆清如',
          on: day('2024-06-28'),
          text: '经现场核查，情况属实。',
        },
      ],
      extension: [
        {
          ownerId: 'p2',
          fromOn: day('2024-05-31'),
          fromWords: '2024年5月底前',
          toOn: day('2024-07-15'),
          toWords: '2024年7月15日前',
          reason: '2个村的承租人外出务工，合同补签需要时间',
        },
      ],
      supervisionNotice: [
        {
          id: 's1',
          kind: 'handling',
          problemId: 'p2',
          unit: '柳塘镇',
          word: '青整督',
          year: 2024,
          number: 3,
          printedOn: day('2024-07-03'),
          text: '5个村的出租合同仍有2个村没有公开，已超过时限。请立即补齐公开程序，并对其余村的合同举一反三自查。',
          replyDue: day('2024-07-10'),
          repliedOn: day('2024-07-09'),
          reply: '其余2个村的合同已于7月8日公开。',
        },
        {
          id: 's2',
          kind: 'reminder',
          problemId: 'p2',
          unit: '柳塘镇',
          word: '青整提',
          year: 2024,
          number: 1,
          printedOn: day('2024-06-03'),
          text: '整改进度明显滞后，至今未报送合同清理台账。',
          replyDue: day('2024-06-07'),
        },
        { id: 's3', kind: 'caution', unit: '石栈乡', text: '连续两次没有按时报送进展。' },
      ],
      attachment: [
        {
          ownerId: 'p1',
          name: '水质检测报告（6月）.pdf',
          size: 120_000,
          secrecy: 'internal',
          addedOn: day('2024-06-26'),
          note: '县疾控中心出具',
        },
        { ownerId: 'p1-m1', name: '管护责任书.docx', size: 30_000, addedOn: day('2024-05-11') },
      ],
      outcome: [
        {
          ownerId: 'p1',
          kind: 'regulation',
          title: '青梧县农村供水管护办法',
          documentNumber: '青政办〔2024〕21号',
          regulation: 'made',
          on: day('2024-06-12'),
          count: 1,
        },
      ],
    },
  })
