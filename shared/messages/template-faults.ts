import type { TemplateFault, TemplateRule } from '../domain/notices/template-faults.ts'
import { fieldShape } from '../domain/records/field-shape.ts'

const WORDS: Readonly<Record<TemplateRule, (text: string) => string>> = {
  'template.untitled': () => '没有名称',
  'template.slot-unknown': (text) => `不认识“${text}”，印出来会原样保留或整句略去`,
  'template.slot-missing': (text) => `缺少“${text}”，印不出问题`,
  'template.brackets-open': (text) => `【】不成对，或不是【时限：…】【长期：…】：“${text}”`,
  'template.part-unknown': (text) => `没有“${text}”这个部分，印不出来`,
  'template.part-twice': (text) => `“${text}”写了两次，只印第一处`,
  'template.problems-missing': () => '缺少“problems”（反馈问题整改情况），问题没有地方印',
  'template.levels-missing': () => '没有层次序号，问题印不出序号',
  'template.level-unknown': (text) => `没有“${text}”这种序号`,
  'template.level-order': (text) => `“${text}”应排在更高的层次，序号会错乱`,
  'template.level-taken': () => '问题所在部分的标题已经用“一、”，下面的层次应从“（一）”起',
  'template.line-unknown': (text) => `没有“${text}”这项内容，印不出来`,
  'template.lines-missing': () => '问题下面没有写任何内容',
  'template.group-unknown': (text) => `“${text}”不是一种状态，或没有标题`,
  'template.group-twice': (text) => `状态“${text}”写了两次`,
  'template.words-missing': () => '没有语式，状态印不出来',
}

/** 层次序号：没有“roman”这种序号。 */
export const templateFaultText = ({ rule, field, text }: TemplateFault): string =>
  `${fieldShape('noticeTemplate', field).title}：${WORDS[rule](text)}。`
