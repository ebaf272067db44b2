import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { byParagraph, type ProofRule } from '../rule.ts'

/** Places where a number or a mark fell out: 市委第巡察组, ）持续用力 at the beginning of a line, 完成项. */
export const lostWords: ProofRule = {
  id: 'text.lost',
  title: '没有丢失的数字、序号',
  source: '常见错漏：网页转存、自动编号丢失',
  severity: 'error',
  examples: { wrong: '市委第巡察组反馈了意见。', right: '市委第四巡察组反馈了意见。' },
  check: byParagraph(({ folded, text }) => {
    const found = LOST.flatMap((pattern) => [...folded.matchAll(pattern)])
    return {
      checked: found.length,
      findings: found.map((match) => {
        const lead = match[0].length - match[0].trimStart().length
        const place = { start: match.index + lead, end: match.index + match[0].length }
        return findingAt('text.lost', 'error', text, place, {
          message: PROOF_SENTENCES.numberLost(text.slice(place.start, place.end)),
        })
      }),
    }
  }),
}

const LOST: readonly RegExp[] = [
  /第(?=次|届|期|批)(?:次|届|期|批)(?:会议|全会|常委会|例会|督查|巡察)?/g,
  /(?<=\d{4})年月(?=底|初|份|日|前|中旬|上旬|下旬)/g,
  /(?:制度|措施|问题|任务|文件|线索|事项|办法)项(?=[,。;、])/g,
  /^\s*[,，。;；:：、](?=[\u4e00-\u9fff])/g,
  /第(?:巡察组|巡视组|轮巡[察视]|督导组|检查组|纪检监察组|督查组|考核组|季度|号文件?)/g,
  /^\s*[)）](?=[\u4e00-\u9fff])/g,
  /^\s*\(\s*\)/g,
  /(?:共计?|完成|办结|召开|制定|达到?|处分|约谈|处理)(?:了)?(?:项|件|人次|起|万元)(?=[,。;、)]|整改|制度|问题)/g,
  /(?<![\d出生日])(?:年月日|年月(?=底|前|召开|印发)|月日(?=[,。;、)]|前|召开|印发))/g,
  /〔\s*〕|〔\d{4}〕号/g,
]
