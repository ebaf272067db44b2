import { lastIndexWhere } from '../base/list.ts'
import { readMark } from '../domain/numbering.ts'
import type { SourceLine } from './lines.ts'

/** A text without the web page around it. */
export interface TextWithoutShell {
  /** What stands above the title and is part of the document: 发文机关标志, 发文字号, 附件1. */
  readonly head: readonly SourceLine[]
  readonly title: string | null
  readonly body: readonly SourceLine[]
  /** What stood around it: navigation, source and time, disclaimers. */
  readonly shell: readonly SourceLine[]
}

/**
 * Finds the title and cuts what a web page puts around a notice: navigation above the title, the line of source and time under it, and
 * the lines of the page below the date. Without a title only lines that are plainly navigation are cut.
 */
export const cutShell = (lines: readonly SourceLine[]): TextWithoutShell => {
  const found = findTitle(lines)
  const firstText = found === null ? lines.findIndex((line) => !isNavigation(line)) : found.last + 1
  const start = firstText === -1 ? lines.length : firstText
  const above = lines.slice(0, found?.first ?? start)
  const head = found === null ? [] : above.filter((line) => IS_HEAD.test(line.folded))
  const lastDate = lastIndexWhere(lines, (line) => isDateLine(line.folded))
  const isShell = (line: SourceLine, i: number): boolean => {
    const isAboveDate = i <= lastDate || lastDate === -1
    if (isAboveDate && (readMark(line.folded) || isStrongTitle(line.folded))) return false
    const isMetadata = i < start + 3 && METADATA.test(line.folded) && line.text.length < 80
    const isBelow =
      lastDate === -1 ? i >= lines.length - 3 && PAGE_LINE.test(line.folded) : i > lastDate && BELOW.test(line.folded)
    return isMetadata || isBelow
  }
  const body = lines.filter((line, i) => i >= start && !isShell(line, i))
  const title = found === null ? null : lines.slice(found.first, found.last + 1)
  const kept = new Set([...head, ...(title ?? []), ...body])
  return { head, title: title?.map((line) => line.text).join('') ?? null, body, shell: lines.filter((line) => !kept.has(line)) }
}

/** 2021年9月1日, 2021 年 9 月 1 日 or 二〇二一年九月一日, alone on its line. */
export const isDateLine = (folded: string): boolean =>
  /^\(?(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日\)?$/.test(
    folded.replace(/\s/g, ''),
  )

const TITLE = /(?:通报|报告|公告|公示|情况|通知|方案|反馈(?:意见)?)(?:全文)?$/
const METADATA =
  /^(?:来源|信息来源|发布时间|发布日期|发布机构|日期|时间|作者|编辑|浏览|阅读|字号|字体|索引号|\[?\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2})|(?:发布(?:时间|日期)|浏览次数|阅读量|点击数?|字体大小)\s*:/
const PAGE_LINE =
  /^(?:来源|信息来源|原文链接|原文地址|责任编辑|编辑:|作者:|校对:|审核:|上一[篇条]|下一[篇条]|相关(?:链接|阅读|文章)|打印|关闭|返回|分享|扫一扫|版权|主办:|承办:|网站地图|首页|附件下载)/
const BELOW = new RegExp(`${PAGE_LINE.source}|https?:|备案|ICP|转载|免责|版权|本站|本网`, 'i')
const IS_HEAD = /〔\d{4}〕|^附件|文件$|★|^\(此件|签发人/
const NAVIGATION =
  /^(?:首页|您(?:当前|现在)?的?位置|您所在|当前位置|>|»|网站首页|导航|无障碍|登录|设为首页)|>\s*\S+|^[\u4e00-\u9fff]{2,8}$/

const isNavigation = (line: SourceLine): boolean =>
  line.text.length <= 40 &&
  !/[。;,]/.test(line.folded) &&
  !readMark(line.folded) &&
  (NAVIGATION.test(line.folded) || METADATA.test(line.folded))

/** The last line near the top that reads like a title, with the line before it when the title was broken in two. */
const findTitle = (lines: readonly SourceLine[]): { readonly first: number; readonly last: number } | null => {
  const firstMark = lines.findIndex((line) => readMark(line.folded) !== null)
  const limit = Math.min(firstMark === -1 ? lines.length : firstMark, 20)
  const firstParagraph = lines
    .slice(0, limit)
    .findIndex((line) => line.text.length > 60 && /[。.]/.test(line.folded) && !/[>|]/.test(line.folded))
  const top = lines.slice(0, firstParagraph === -1 ? limit : firstParagraph)
  // A page may print the title again; what reads like a title below it is text.
  const strong = top.find((line) => isStrongTitle(line.folded))
  const last = lastIndexWhere(top, (line) => (strong ? line.folded === strong.folded : isTitle(line.folded)))
  if (last === -1) return null
  const before = top[last - 1]
  const end = isTail(top[last + 1], top[last]) ? last + 1 : last
  return { first: startOfTitle(top, before && isFirstHalf(before) ? last - 1 : last), last: end }
}

/** A title may stand on three lines: a party above the half that begins with 关于. */
const startOfTitle = (top: readonly SourceLine[], first: number): number => {
  const above = top[first - 1]
  const isSecondHalf = /^关于/.test(top[first]?.folded ?? '')
  return above && isSecondHalf && isFirstHalf(above) && !/^关于/.test(above.folded) ? first - 1 : first
}

/** 整改进展情况的通报 below 关于巡察反馈意见: the end of a title that was broken behind its object. */
const isTail = (line: SourceLine | undefined, title: SourceLine | undefined): boolean =>
  line !== undefined &&
  title !== undefined &&
  isShort(line.folded) &&
  /(?:反馈(?:意见|问题)?|整改(?:落实|进展)?|问题)$/.test(title.folded) &&
  /(?:通报|报告|公告|公示)$/.test(line.folded) &&
  !/^(?:中共|关于)/.test(line.folded) &&
  !readMark(line.folded)

/** 中共某县委关于…的通报, or its second half. */
const isStrongTitle = (folded: string): boolean => isTitle(folded) && /关于/.test(folded) && !/情况$|方案$/.test(folded)

/** 中共某县委 above 关于…的通报: a party's name, or the beginning of a title that goes on. */
const isFirstHalf = (line: SourceLine): boolean =>
  isShort(line.folded) &&
  !isTitle(line.folded) &&
  !IS_HEAD.test(line.folded) &&
  (/^(?:中共|中国共产党|关于)/.test(line.folded) || /(?:委|委员会|党组|工委|[^首]局|办公室|支部)$/.test(line.folded))

const isShort = (folded: string): boolean => folded.length <= 80 && !/[。;,>|]/.test(folded) && !METADATA.test(folded)

const isTitle = (folded: string): boolean =>
  isShort(folded) && folded.length >= 8 && TITLE.test(folded) && /整改|巡视|巡察|督察|审计/.test(folded) && !readMark(folded)
