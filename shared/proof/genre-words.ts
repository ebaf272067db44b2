/** A word that is wrong in texts of this genre, and what is meant. */
export interface GenreWord {
  readonly wrong: RegExp
  readonly right: string
  readonly severity: 'error' | 'warning' | 'hint'
}

const error = (wrong: string, right: string): GenreWord => ({ wrong: new RegExp(wrong, 'g'), right, severity: 'error' })
const warning = (wrong: string, right: string): GenreWord => ({ wrong: new RegExp(wrong, 'g'), right, severity: 'warning' })

/** Slips that were seen in published notices or are warned of in the handbooks of offices; each certain one is no word of the language. */
export const GENRE_WORDS: readonly GenreWord[] = [
  error('中央八项规精神|中央八项定精神|中央八规定精神|中央项规定精神', '中央八项规定精神'),
  error('(?<=[省市县区]委第?[一二三四五六七八九十]{0,3})巡查组', '巡察组'),
  error('中央八项规定(?=问题|的问题|行为)', '中央八项规定精神'),
  error('形式主(?!义)', '形式主义'),
  error('官僚主(?!义)', '官僚主义'),
  error('享乐主(?!义)', '享乐主义'),
  error('党风廉正', '党风廉政'),
  error('诫免', '诫勉'),
  error('戒勉', '诫勉'),
  error('截止(?=目前|今年|\\d{4}年|\\d{1,2}月|今日|本月|上月|现在)', '截至'),
  error('巡查(?=整改|反馈|意见|组反馈|巡视|办|工作领导小组)', '巡察'),
  error('(?<=巡视)巡查', '巡察'),
  error('(?<=县委|市委|区委|省委)巡查', '巡察'),
  error('立行立该', '立行立改'),
  error('立形立改', '立行立改'),
  error('既查既改', '即查即改'),
  error('立行力改', '立行立改'),
  error('三重大一', '三重一大'),
  error('形势主义', '形式主义'),
  error('干步(?=队伍|群众)', '干部'),
  warning('做到行(?=“)', '做到'),
  warning('新形式下', '新形势下'),
  error('既知既改', '即知即改'),
  error('即知既改', '即知即改'),
  error('既知即改', '即知即改'),
  error('立知立改', '即知即改'),
  error('边查边该', '边查边改'),
  error('一岗双则', '一岗双责'),
  error('三重一达', '三重一大'),
  error('挂图做战', '挂图作战'),
  error('布署', '部署'),
  error('按装', '安装'),
  error('再接再励', '再接再厉'),
  error('消号', '销号'),
  warning('台帐', '台账'),
  warning('帐户', '账户'),
  warning('帐目', '账目'),
  warning('记帐', '记账'),
  error('部份', '部分'),
  error('举一返三', '举一反三'),
  error('以案促该', '以案促改'),
  error('以儆校尤', '以儆效尤'),
  error('问则问责', '问责'),
  error('责任追纠', '责任追究'),
  error('谈心谈活', '谈心谈话'),
  error('民主生活会会', '民主生活会'),
  error('座谈会会', '座谈会'),
  error('推进会会', '推进会'),
  error('不担当不做为', '不担当不作为'),
  error('做为(?=主要|重要|首要|重点|政治|巡察|巡视|整改)', '作为'),
  error('主体则任', '主体责任'),
  error('长效机制制', '长效机制'),
  error('两个维户', '两个维护'),
  error('四个意试', '四个意识'),
  error('整改措失', '整改措施'),
  error('以上率下率', '以上率下'),
  error('防微杜建', '防微杜渐'),
  error('常抓不泄', '常抓不懈'),
  error('坚持不懈怠地', '坚持不懈地'),
  error('持之以横', '持之以恒'),
  error('不折不口', '不折不扣'),
  error('紧紧围饶', '紧紧围绕'),
  error('己(?=完成|整改|办结|建立|制定|印发|落实|召开|全部)', '已'),
  error('以(?=完成整改|办结|整改到位|全部完成|全部办结)', '已'),
  error('(?<=[\\u4e00-\\u9fff])部部(?=[将门])', '部'),
  error('(?<!目)的的(?!确)', '的'),
  error('了了(?!解)', '了'),
  error('(?<![融总调柔暖饱祥缓平温])和和(?!气|睦|谐)', '和'),
  error('是是(?!非)', '是'),
  error('与与', '与'),
  error('对对(?=[^联])', '对'),
  error('(?<![现存内外潜自实])在在(?![建编册岗职校读线])', '在'),
  error('进一步步', '进一步'),
  error('进一步进一步', '进一步'),
  error('整改整改', '整改'),
  error('(?<!不)落实实', '落实'),
  error('整改改(?!革|造|进|善|正|制|变|为|到)', '整改'),
  error('问题题', '问题'),
  error('工作作(?!风|为|出|用|战|物|品|坊|业|价|假)', '工作'),
  warning('其它', '其他'),
  warning('做出(?=贡献|决定|处理|部署|安排|处分|批示|指示)', '作出'),
  warning('截止(?=\\d|去年|年底)', '截至'),
  warning('反应(?=问题|情况|意见|的问题)', '反映'),
  warning('法人代表', '法定代表人'),
  warning('贯彻执行行', '贯彻执行'),
  warning('(?<![一-龥])通过对.{2,24}，使(?!得|用)', '通过…使… 缺主语'),
]

/** ABAB that are words. */
const REDUPLICATED =
  /^(?:一.一.|逐.|研究|商量|讨论|学习|打扫|了解|认识|考虑|逐.逐.|多少|层层|条条|方方|面面|大大|小小|家家|户户|村村|人人|事事|时时|处处|件件|点点|滴滴)/

/** A word of two or four characters that stands twice: 整改落实整改落实. Three may be the end of one word and the beginning of another. */
export const DOUBLED = /([\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{2})\1/g

export const isReduplication = (word: string): boolean => /^一/.test(word) || REDUPLICATED.test(word) || /^(.)\1+$/.test(word)

/** Any of the words at all: most paragraphs have none, and one look is enough to see it. */
export const ANY_WORD = new RegExp(GENRE_WORDS.map(({ wrong }) => wrong.source).join('|'))
