import { lastIndexWhere } from '../base/list.ts'
import { readMark } from '../domain/numbering.ts'
import type { SourceLine } from './lines.ts'

/** A text without the web page around it. */
export interface TextWithoutShell {
  readonly title: string | null
  readonly body: readonly SourceLine[]
  /** What stood around it: navigation, source and time, disclaimers. */
  readonly shell: readonly SourceLine[]
}

/**
 * Finds the title and cuts what a web page puts around a notice: everything above the title, the line of source and time under
 * it, and the lines of the page below the date. Without a title only lines that are plainly navigation are cut.
 */
export const cutShell = (lines: readonly SourceLine[]): TextWithoutShell => {
  const titleAt = findTitle(lines)
  const firstBody = titleAt === null ? lines.findIndex((line) => !isNavigation(line)) : titleAt.last + 1
  const head = firstBody === -1 ? lines.length : firstBody
  const lastDate = lastIndexWhere(lines, (line) => isDateLine(line.folded))
  const shell = new Set<SourceLine>()
  lines.forEach((line, i) => {
    const above = i < head && !(titleAt !== null && i >= titleAt.first && i <= titleAt.last)
    const below =
      i > head && ((i > lastDate && DISCLAIMER.test(line.folded)) || (i >= lines.length - 3 && PAGE_LINE.test(line.folded)))
    const metadata = i >= head && i < head + 3 && METADATA.test(line.folded) && line.text.length < 80
    if (above || below || metadata) shell.add(line)
  })
  const title = titleAt === null ? null : lines.slice(titleAt.first, titleAt.last + 1)
  return {
    title: title === null ? null : title.map((line) => line.text).join(''),
    body: lines.filter((line) => !shell.has(line) && !title?.includes(line)),
    shell: lines.filter((line) => shell.has(line)),
  }
}

/** 2021年9月1日, 2021 年 9 月 1 日 or 二〇二一年九月一日, alone on its line. */
export const isDateLine = (folded: string): boolean =>
  /^\(?(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日\)?$/.test(
    folded.replace(/\s/g, ''),
  )

const TITLE = /(?:通报|报告|公告|公示|情况|通知|方案)(?:全文)?$/
const METADATA =
  /^(?:来源|信息来源|发布时间|发布日期|发布机构|日期|时间|作者|编辑|浏览|阅读|字号|字体|索引号|\[?\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2})|(?:发布(?:时间|日期)|浏览次数|阅读量|点击数?|字体大小)\s*[::]/
const PAGE_LINE =
  /^(?:来源|信息来源|原文链接|原文地址|责任编辑|编辑|作者|校对|审核|上一[篇条]|下一[篇条]|相关(?:链接|阅读|文章)|打印|关闭|返回|分享|扫一扫|版权|主办|承办|网站地图|首页|附件下载)|https?:|备案|ICP/i
const DISCLAIMER = new RegExp(`${PAGE_LINE.source}|转载|免责|版权|本站|本网`, 'i')
const NAVIGATION =
  /^(?:首页|您(?:当前|现在)?的?位置|当前位置|>|»|网站首页|导航|无障碍|登录|设为首页)|>\s*\S+|^[\u4e00-\u9fff]{2,8}$/

const isNavigation = (line: SourceLine): boolean =>
  line.text.length <= 40 &&
  !/[。;,]/.test(line.folded) &&
  !readMark(line.folded) &&
  (NAVIGATION.test(line.folded) || METADATA.test(line.folded))

/** The last line near the top that reads like a title, with the line before it when the title was broken in two. */
const findTitle = (lines: readonly SourceLine[]): { readonly first: number; readonly last: number } | null => {
  const firstMark = lines.findIndex((line) => readMark(line.folded)?.style === 'cjk-dun')
  const limit = Math.min(firstMark === -1 ? lines.length : firstMark, 20)
  const firstParagraph = lines.slice(0, limit).findIndex((line) => line.text.length > 60 && /。/.test(line.text))
  const head = lines.slice(0, firstParagraph === -1 ? limit : firstParagraph)
  const last = lastIndexWhere(head, (line) => isTitle(line.folded))
  if (last === -1) return null
  const before = head[last - 1]
  const isFirstHalf =
    before !== undefined && /^(?:中共|中国共产党|关于)/.test(before.folded) && !isTitle(before.folded) && isShort(before.folded)
  return { first: isFirstHalf ? last - 1 : last, last }
}

const isShort = (folded: string): boolean => folded.length <= 80 && !/[。;,>|]/.test(folded) && !METADATA.test(folded)

const isTitle = (folded: string): boolean =>
  isShort(folded) && folded.length >= 8 && TITLE.test(folded) && /整改|巡视|巡察|督察|审计/.test(folded) && !readMark(folded)
