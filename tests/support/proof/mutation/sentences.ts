import { atMost, cents, isRate, percent, type Random, sumsUp, type Told, told } from './relations.ts'

type Build = (random: Random) => Told

const s = (n: number): string => String(n)

/** Sentences of the genre with random figures that are true, and the relations a careful reader would check. */
const sums: readonly Build[] = [
  (r) => {
    const [a, b, c] = [r.between(4, 20), r.between(2, 9), r.between(2, 6)]
    const verb = r.one(['给予党纪处分', '共给予党纪处分', '先后给予党纪处分'])
    return told(
      `${verb}{}人（警告{}人、严重警告{}人、开除党籍{}人）。`,
      [s(a + b + c), s(a), s(b), s(c)],
      [{ rule: 'sum.bracket', of: [0, 1, 2, 3], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b, c, d] = [r.between(3, 12), r.between(3, 12), r.between(5, 20), r.between(2, 9)]
    return told(
      '对{}人次予以追责问责（诫勉{}人次、通报批评{}人次、批评教育{}人次、责令检查{}人次），相关问题已处置到位。',
      [s(a + b + c + d), s(a), s(b), s(c), s(d)],
      [{ rule: 'sum.bracket', of: [0, 1, 2, 3, 4], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b] = [r.between(11, 40), r.between(3, 10)]
    return told(
      '共召开专题会议{}次（常委会会议{}次、领导小组会议{}次）研究部署。',
      [s(a + b), s(a), s(b)],
      [{ rule: 'sum.bracket', of: [0, 1, 2], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b] = [r.between(20, 90), r.between(20, 90)]
    return told(
      '全县排查小微工程项目{}个，其中乡镇实施{}个、村级实施{}个。',
      [s(a + b), s(a), s(b)],
      [{ rule: 'sum.among', of: [0, 1, 2], holds: atMost }],
    )
  },
  (r) => {
    const [a, b, c] = [r.between(30, 60), r.between(30, 60), r.between(10, 40)]
    return told(
      '“回头看”检查农户档案{}份，包括脱贫户{}份、监测户{}份、一般户{}份。',
      [s(a + b + c), s(a), s(b), s(c)],
      [{ rule: 'sum.among', of: [0, 1, 2, 3], holds: atMost }],
    )
  },
  (r) => {
    const [a, b] = [r.between(11, 50), r.between(11, 50)]
    return told(
      '清理超期服役公务车辆{}辆、闲置设备{}辆，共计{}辆。',
      [s(a), s(b), s(a + b)],
      [{ rule: 'sum.among', of: [2, 0, 1], holds: sumsUp }],
    )
  },
]

const states: readonly Build[] = [
  (r) => {
    const [a, b] = [r.between(18, 40), r.between(3, 9)]
    return told(
      '移交的{}项职能已承接到位{}项，尚未承接{}项。',
      [s(a + b), s(a), s(b)],
      [{ rule: 'sum.states', of: [0, 1, 2], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b, c] = [r.between(12, 40), r.between(3, 9), r.between(2, 6)]
    return told(
      '排查出燃气隐患{}处，已完成整治{}处，正在整治{}处，未启动{}处。',
      [s(a + b + c), s(a), s(b), s(c)],
      [{ rule: 'sum.states', of: [0, 1, 2, 3], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b] = [r.between(1200, 9900), r.between(300, 2500)]
    const money = (n: number): string => (n / 100).toFixed(2)
    return told(
      '自查发现违规发放补贴{}万元，已清退{}万元，尚有{}万元未清退。',
      [money(a + b), money(a), money(b)],
      [{ rule: 'sum.chain', of: [0, 1, 2], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b] = [r.between(220, 900), r.between(30, 200)]
    return told(
      '全县批而未供土地{}亩，已处置{}亩，剩余{}亩列入年度计划。',
      [s(a + b), s(a), s(b)],
      [{ rule: 'sum.chain', of: [0, 1, 2], holds: sumsUp }],
    )
  },
  (r) => {
    const [a, b] = [r.between(300, 900), r.between(100, 290)]
    return told(
      '涉及专项资金{}万元，已拨付{}元，结余{}万元。',
      [s(a + b), `${a}0000`, s(b)],
      [{ rule: 'sum.chain', of: [0, 1, 2], holds: ([x, y, z]) => Number(x) * 10_000 === Number(y) + Number(z) * 10_000 }],
    )
  },
]

const rate =
  (pattern: string, digits: number, least: number, most: number): Build =>
  (r) => {
    const whole = r.between(least, most)
    const part = r.between(Math.ceil(whole * 0.55), whole - 1)
    return told(
      pattern,
      [s(whole), s(part), percent(part, whole, digits)],
      [{ rule: 'rate.rounding', of: [2, 1, 0], holds: isRate }],
    )
  }

const rates: readonly Build[] = [
  rate('巡察移交信访件{}件，已办结{}件，办结率{}%。', 1, 12, 90),
  rate('全县应建档案{}卷，已建档{}卷，建档率为{}%。', 2, 100, 900),
  rate('病险水塘{}座，已完成加固{}座，完成率{}%。', 1, 12, 90),
  rate('行政村{}个，建成文化礼堂{}个，占比{}%。', 1, 60, 300),
  rate('抽查食堂{}家，其中达标{}家，达标率{}%。', 0, 30, 200),
  rate('签订整改责任书{}份，按时报告{}份，按时报告率达{}%。', 1, 30, 200),
  (r) => {
    const whole = r.between(40, 200)
    const left = r.between(3, 18)
    return told(
      '梳理历史遗留问题{}个，未化解{}个，化解率{}%。',
      [s(whole), s(left), percent(whole - left, whole, 1)],
      [
        {
          rule: 'rate.rounding',
          of: [2, 1, 0],
          holds: ([x, y, z]) => isRate([x ?? '', s(Number(z) - Number(y)), z ?? '']),
        },
      ],
    )
  },
]

const changes: readonly Build[] = [
  (r) => {
    const from = r.between(4100, 6900)
    const by = r.between(310, 1900)
    const p = (n: number): string => (n / 100).toFixed(2)
    return told(
      '管网漏损率由{}%下降{}个百分点到{}%。',
      [p(from), p(by), p(from - by)],
      [{ rule: 'rate.points', of: [0, 1, 2], holds: ([a, b, c]) => cents(a) - cents(b) === cents(c) }],
    )
  },
  (r) => {
    const from = r.between(310, 690)
    const by = r.between(31, 190)
    const p = (n: number): string => (n / 10).toFixed(1)
    return told(
      '群众知晓率从{}%提升至{}%，提升{}个百分点。',
      [p(from), p(from + by), p(by)],
      [{ rule: 'rate.points', of: [0, 1, 2], holds: ([a, b, c]) => cents(a) + cents(c) === cents(b) }],
    )
  },
  (r) => {
    const from = r.between(20, 90)
    const to = from + r.between(5, 60)
    return told(
      '窗口办件量由{}件增至{}件，增长{}%。',
      [s(from), s(to), percent(to - from, from, 1)],
      [
        {
          rule: 'rate.growth',
          of: [2, 1, 0],
          holds: ([p, b, a]) => Number(b) > Number(a) && Number(percent(Number(b) - Number(a), Number(a), 1)) === Number(p),
        },
      ],
    )
  },
  (r) => {
    const from = r.between(200, 900)
    const by = r.between(50, 190)
    return told(
      '“三公”经费从{}万元压减到{}万元，减少{}万元。',
      [s(from), s(from - by), s(by)],
      [{ rule: 'rate.growth', of: [2, 1, 0], holds: ([d, b, a]) => Number(a) - Number(b) === Number(d) }],
    )
  },
  (r) => {
    const before = r.between(20, 90)
    const now = before + r.between(5, 60)
    return told(
      '今年组织下访{}次，比上年的{}次增加{}次。',
      [s(now), s(before), s(now - before)],
      [{ rule: 'rate.growth', of: [2, 0, 1], holds: ([d, b, a]) => Number(b) - Number(a) === Number(d) }],
    )
  },
  (r) => {
    const nurses = r.between(12, 60)
    const n = r.between(3, 18)
    return told(
      '现有专任教师{}人、在校学生{}人，师生比1:{}。',
      [s(nurses), s(nurses * n), s(n)],
      [{ rule: 'ratio.one', of: [2, 0, 1], holds: ([k, a, b]) => Math.round(Number(b) / Number(a)) === Number(k) }],
    )
  },
]

const counts: readonly Build[] = [
  (r) => {
    const titles = r
      .shuffled([
        '云川县公务接待管理办法',
        '云川县会议费管理细则',
        '云川县村级工程招标规定',
        '云川县惠民资金发放流程',
        '云川县干部谈心谈话办法',
      ])
      .slice(0, r.between(2, 4))
    return told(
      `印发${titles.map((title) => `《${title}》`).join('')}{}项制度。`,
      [s(titles.length)],
      [{ rule: 'count.shown', of: [0], holds: ([n]) => Number(n) === titles.length }],
    )
  },
  (r) => {
    const names = r.shuffled(['何文远', '沈立新', '陶国平', '冯小川', '汪海涛']).slice(0, r.between(2, 4))
    return told(
      `对${names.join('、')}等{}人作出处理。`,
      [s(names.length)],
      [{ rule: 'count.shown', of: [0], holds: ([n]) => Number(n) >= names.length }],
    )
  },
  (r) => {
    const marks = ['一是压实主体责任', '二是健全台账管理', '三是严格督查问效', '四是强化结果运用', '五是抓好成果转化'].slice(
      0,
      r.between(2, 5),
    )
    return told(
      `采取{}项措施：${marks.join('；')}。`,
      [s(marks.length)],
      [{ rule: 'count.shown', of: [0], holds: ([n]) => Number(n) === marks.length }],
    )
  },
  (r) => {
    const days = r.shuffled(['7月3日', '8月16日', '9月21日', '10月11日']).slice(0, r.between(2, 4))
    return told(
      `整改以来召开调度会{}次（${days.join('、')}），逐项研究。`,
      [s(days.length)],
      [{ rule: 'count.shown', of: [0], holds: ([n]) => Number(n) === days.length }],
    )
  },
  (r) => {
    const came = r.between(12, 60)
    return told(
      '共受理投诉{}起，办结{}起。',
      [s(came), s(came)],
      [{ rule: 'count.order', of: [1, 0], holds: ([closed, received]) => Number(closed) <= Number(received) }],
    )
  },
  (r) => {
    const n = r.between(15, 90)
    return told(
      '全县{}个老旧小区改造项目进展缓慢。\n整改情况：对{}个老旧小区改造项目挂图作战，逐月通报。',
      [s(n), s(n)],
      [{ rule: 'answer.figures', of: [1, 0], holds: ([a, b]) => a === b }],
    )
  },
  (r) => {
    const [total, done] = [r.between(30, 60), r.between(15, 29)]
    return told(
      '县委认领的{}项整改任务已按期完成{}项。\n综合各单位报告，{}项整改任务已按期完成{}项，其他任务按序时推进。',
      [s(total), s(done), s(total), s(done)],
      [{ rule: 'figure.same', of: [0, 1, 2, 3], holds: ([a, b, c, d]) => a === c && b === d }],
    )
  },
  (r) => {
    const n = r.between(12, 60)
    return told(
      '巡察移交问题线索{}件。\n对移交的{}件问题线索实行专人督办。',
      [s(n), s(n)],
      [{ rule: 'figure.same', of: [0, 1], holds: ([a, b]) => a === b }],
    )
  },
]

/** Numbers that stand in no relation: nothing may be said of them. */
const PLAIN = [
  '整合涉农资金320万元，惠及12个村3560人。',
  '落实县委办〔2023〕17号文件要求，开展为期3个月的专项行动。',
  '组织党员干部7500余人次参加主题党日，开展“三服务”活动28次。',
  '投资1.2亿元新建改建农村公路46公里，完成危桥改造5座。',
  '县财政安排经费278万元，配备网格员235名。',
  '12345热线受理诉求实行24小时答复、7日内办结。',
  '对2021年以来的项目开展“回头看”，发现问题9个，立案4件。',
  '推动“1+3+N”制度体系落地，村级议事次数同比增长。',
]

const plain: readonly Build[] = PLAIN.map((words) => () => told(words, [], []))

export const SENTENCES: readonly Build[] = [...sums, ...states, ...rates, ...changes, ...counts, ...plain]
