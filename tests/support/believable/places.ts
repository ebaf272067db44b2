import type { RandomSource } from './random-source.ts'

/** An invented county and what is in it. None of these names belongs to a real place, office or person. */
export interface County {
  readonly name: string
  /** 青 of 青办发〔2024〕3号. */
  readonly short: string
  readonly city: string
  readonly departments: readonly Office[]
  readonly towns: readonly Office[]
  readonly leaders: readonly Person[]
}

/** A unit of the directory. */
export interface Office {
  readonly name: string
  readonly aliases: readonly string[]
}

export interface Person {
  readonly name: string
  readonly post: string
}

const COUNTIES = [
  { name: '青梧县', short: '青', city: '澹州市' },
  { name: '栖禾县', short: '栖', city: '霁宁市' },
  { name: '砚溪县', short: '砚', city: '棠州市' },
  { name: '岚汀县', short: '岚', city: '蘅阳市' },
] as const

/** Names as on office doors, each with the spellings that turn up beside it. */
const DEPARTMENTS: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ['县纪委县监委', '县纪委监委'],
  ['县委办公室', '县委办'],
  ['县委组织部', '组织部'],
  ['县委宣传部'],
  ['县委统战部'],
  ['县委政法委', '政法委'],
  ['县委编办'],
  ['县委巡察办'],
  ['县人大常委会办公室', '县人大办'],
  ['县政府办公室', '县政府办'],
  ['县政协办公室', '县政协办'],
  ['县发展和改革局', '县发改局', '县发展改革局'],
  ['县教育局'],
  ['县科学技术局', '县科技局'],
  ['县工业和信息化局', '县工信局'],
  ['县公安局'],
  ['县民政局'],
  ['县司法局'],
  ['县财政局'],
  ['县人力资源和社会保障局', '县人社局'],
  ['县自然资源和规划局', '县自然资源局'],
  ['县生态环境分局', '生态环境分局'],
  ['县住房和城乡建设局', '县住建局'],
  ['县交通运输局', '县交通局'],
  ['县水利局'],
  ['县农业农村局'],
  ['县商务局'],
  ['县文化和旅游局', '县文旅局'],
  ['县卫生健康局', '县卫健局'],
  ['县退役军人事务局', '县退役军人局'],
  ['县应急管理局', '县应急局'],
  ['县审计局'],
  ['县市场监督管理局', '县市场监管局'],
  ['县统计局'],
  ['县医疗保障局', '县医保局'],
  ['县信访局'],
  ['县国有资产监督管理中心', '县国资中心'],
  ['县公共资源交易中心'],
]

const TOWNS = [
  '望榆',
  '桐荫',
  '泠湾',
  '芦畈',
  '鹿垭',
  '砚坪',
  '霜林',
  '苇塘',
  '枫渚',
  '棠坞',
  '禾口',
  '云柞',
  '石澜',
  '杉湖',
  '蓼溪',
  '沐岭',
]
const SURNAMES = [...'沈顾陆纪温祝卫尹樊骆柴景向耿闻郁'] as const
const GIVEN = [
  '砚秋',
  '望舟',
  '知禾',
  '景行',
  '沐川',
  '远樵',
  '书屹',
  '澄之',
  '怀瑜',
  '立群',
  '念青',
  '一苇',
  '闻溪',
  '伯钧',
  '思衡',
  '柏舟',
]

const POSTS = [
  '县委书记',
  '县委副书记、县长',
  '县委副书记',
  '县委常委、县纪委书记、县监委主任',
  '县委常委、组织部部长',
  '县委常委、常务副县长',
  '县委常委、宣传部部长',
  '县委常委、政法委书记',
  '县委常委、统战部部长',
  '县委常委、县委办公室主任',
  '副县长',
  '副县长、县公安局局长',
  '副县长',
  '副县长',
] as const

export const inventCounty = (random: RandomSource): County => {
  const county = random.pick(COUNTIES)
  const surnames = random.several(SURNAMES, POSTS.length)
  return {
    ...county,
    departments: DEPARTMENTS.map(([name, ...aliases]) => ({ name, aliases })),
    towns: TOWNS.map((town, i) => ({ name: `${town}${i % 3 === 2 ? '乡' : '镇'}`, aliases: [] })),
    leaders: POSTS.map((post, i) => ({ name: `${surnames[i] ?? '沈'}${random.pick(GIVEN)}`, post })),
  }
}

/** Someone who is no leader of the county. */
export const inventPerson = (random: RandomSource): string => random.pick(SURNAMES) + random.pick(GIVEN)
