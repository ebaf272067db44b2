import { foldWidth } from '../../base/text.ts'
import { tellsShortcoming } from '../heading-form.ts'

/** A text with what is asked of it again and again. Offsets are offsets into the whole. */
export interface Source {
  readonly text: string
  /** foldWidth(text), of the same length. */
  readonly folded: string
  /** 1 inside a pair of quotation marks or brackets, where nothing is split. */
  readonly enclosed: Uint8Array
}

export const newSource = (text: string): Source => {
  const folded = foldWidth(text)
  return { text, folded, enclosed: enclosedIn(folded) }
}

/** The end of the first sentence of a stretch: behind its stop, or the end of the stretch. */
export const firstSentenceEnd = (source: Source, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (STOPS.has(source.folded.charAt(i)) && source.enclosed[i] === 0) return i + 1
  return to
}

/** Does a stretch say nothing? */
export const isBlank = (source: Source, from: number, to: number): boolean => source.text.slice(from, to).trim() === ''

/** The longest first sentence that reads like the name of a problem rather than its story. */
const LONGEST_NAME = 60

/** The end of a sentence that names the whole of a stretch and has more behind it; null where there is none. */
export const nameEnd = (source: Source, from: number, to: number): number | null => {
  const end = firstSentenceEnd(source, from, to)
  const isName = end - from <= LONGEST_NAME && !isBlank(source, end, to) && namesShortcoming(source.folded.slice(from, end))
  return isName ? end : null
}

/** Does a stretch tell of something wanting? Words that only look like it (不仅, 不同) do not count. */
export const namesShortcoming = (folded: string): boolean => {
  const plain = folded.replace(NO_SHORTCOMING, '')
  return tellsShortcoming(plain) || MORE_SHORTCOMING.test(plain)
}

/** 贯彻落实…方面: the name of an aspect, which says nothing of what is wanting there. */
export const isAspectName = (folded: string): boolean =>
  /方面(?:(?:存在)?的?(?:主要|突出|具体)?问题)?[:。,]?$/.test(folded.trim()) && !/[不未]|差距|薄弱|弱化|缺/.test(folded)

const STOPS = new Set(['。', '!', '?', '\n'])
const NO_SHORTCOMING =
  /不(?:仅|同|少|等|论|含|限|但|久|变|可|息)|(?:防止|杜绝|避免|力戒|克服)[^,;。]{0,12}|(?:整治|纠治|解决|查处|破解)(?:形式主义|违规|违纪)[^,;。]{0,8}/g
const MORE_SHORTCOMING =
  /不足|不够|差距|欠缺|缺少|淡薄|松懈|松散|松弛|混乱|隐患|空转|闲置|挂账|超标|脱节|失[守管察职控]|虚假|造假|挪用|截留|套取|侵占|优亲厚友|拖欠|拖延|推诿|敷衍|漏洞|盲区|梗阻|堵点|屡|重[^,;。]{1,8}轻|以[^,;。]{1,6}代|偏[低少慢软弱松]|较[差慢少弱低]|过[慢少低]|一[发签转]了之|打折|粗放|粗疏|倒置|偏差|名存实亡|拖沓|生硬|反弹|失真|漏[登报缴交管收]|走形式|逾期|沉睡|坐收坐支|白条|私用|虚报|冒领|久拖|迟缓|缓慢|流失|畸[轻重]|口头发包|随意|滥发|违建|代替/

/** Marks that come in pairs; a pair further apart than a long sentence is two slips and no pair. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '(': ')', '【': '】', '「': '」', '[': ']' }
const FARTHEST = 300
const CLOSING = new Set(Object.values(PAIRS))
/** How many pairs within each other are told apart; one that was never closed is passed over. */
const DEEPEST = 4

const enclosedIn = (folded: string): Uint8Array => {
  const enclosed = new Uint8Array(folded.length)
  const open: { readonly close: string; readonly at: number }[] = []
  for (let i = 0; i < folded.length; i++) {
    const c = folded.charAt(i)
    if (c === '\n') open.length = 0
    const close = PAIRS[c]
    if (close) open.push({ close, at: i })
    else if (CLOSING.has(c)) {
      const near = open.slice(-DEEPEST).reverse()
      const back = near.findIndex((pair) => pair.close === c)
      const from = near[back]?.at ?? i
      if (back !== -1) open.length -= back + 1
      if (i - from <= FARTHEST) enclosed.fill(1, from, i)
    }
  }
  return enclosed
}
