import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { clockAt } from '../support/ports.ts'
import { NO_SEEDS, SEEDS, TWINS } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-figures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Printed {
  readonly figures: readonly { readonly id: string; readonly label: string; readonly value: number; readonly counts: string[] }[]
}

/** text → ledger → what `figures` prints at the date of the notice, by id; groups of the outline by their label, as their ids are random. */
const figuresOfText = async (name: string, path: string): Promise<Record<string, number>> => {
  const ports = { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' }
  await runCli(['intake', path, '--out', join(folder, name)], ports)
  const { stdout } = await runCli(['figures', join(folder, name, 'ledger.zgtz')], ports)
  const { figures } = JSON.parse(stdout) as Printed
  return Object.fromEntries(
    figures.map(({ id, label, value }) => [
      /^problems\.byCategory\.(?!none)/.test(id) ? label.replace(/“(.{6}).*”/, '“$1”') : id,
      value,
    ]),
  )
}

/** A person counts the headings, numbers, closing words and statistics paragraph of a text; nothing else goes into these tables. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>

const TWIN_FIGURES: Table = {
  // 一、 to 八、 name problems with 3+2+3+1+4+2+1+3 items under them; a section without （一） is one item and no measure: 19 − 2.
  // Statistics: 24=13+6+2+1+2, 7=2+2+1+2, 17=3+2+4+2+6; 处分 24+7; persons 24+7+17+2; times 21+168. 6÷7=85.714…, 26÷28=92.857….
  qiling: {
    'problems.total': 8,
    'problems.unstated': 8,
    'problems.doneRate': 0,
    'problems.noDay': 8,
    'items.total': 19,
    'items.unstated': 19,
    'measures.total': 17,
    'leads.letter.received': 42,
    'leads.letter.closedRate': 100,
    'leads.clue.closedRate': 85.71,
    'leads.case.closedRate': 92.86,
    'accountability.party.total.persons': 24,
    'accountability.party.warning.persons': 13,
    'accountability.government.total.persons': 7,
    'accountability.organisational.total.persons': 17,
    'accountability.judicial.total.persons': 2,
    'accountability.admonition.total.personTimes': 21,
    'accountability.talk.total.personTimes': 168,
    'accountability.discipline.total.persons': 31,
    'accountability.all.total.persons': 50,
    'accountability.all.total.personTimes': 189,
    'regulations.total': 33,
    'money.recovered': 412.36,
  },
  // 3+2+4+1+3+2+1+2+3 items; one section without （一）. 31=16+8+3+4, 9=3+1+2+3; 31+9; 31+9+16+44.
  jichuan: {
    'problems.total': 9,
    'items.total': 21,
    'measures.total': 20,
    'accountability.party.total.persons': 31,
    'accountability.government.total.persons': 9,
    'accountability.admonition.total.persons': 16,
    'accountability.discipline.total.persons': 40,
    'accountability.all.total.persons': 100,
    'regulations.total': 27,
    'money.returned': 186.42,
    'money.returnedAndCollected': 186.42,
    'money.recovered': 305.77,
  },
  // （1）…（18） under three （一）: 8, 6 and 4. Section 四 lists 4 基本完成 and 2 正在整改 with 完成时限 8月底 (past on 9月18日), 10月底, 11月底,
  // 12月底 twice, 2024年6月底; the other 12 are done: 12÷18=66.666…. 141÷146=96.575…. 31=7+8+16.
  lanji: {
    'problems.total': 18,
    'problems.done': 12,
    'problems.awaitingClosure': 12,
    'problems.closed': 0,
    'problems.basicallyDone': 4,
    'problems.open': 2,
    'problems.inProgress': 2,
    'problems.notStarted': 0,
    'problems.unstated': 0,
    'problems.doneRate': 66.67,
    'problems.closedRate': 0,
    'problems.overdue': 1,
    'problems.dueSoon': 0,
    'problems.notDue': 5,
    'problems.noDay': 0,
    'items.total': 18,
    'items.done': 12,
    'measures.total': 0,
    '类别“贯彻上级决策”问题总数': 8,
    '类别“履行管党治党”问题总数': 6,
    '类别“夯实基层组织”问题总数': 4,
    '类别“夯实基层组织”已完成问题数': 2,
    '类别“夯实基层组织”逾期问题数': 1,
    'problems.byMonth.2023-08.total': 1,
    'problems.byMonth.2023-08.overdue': 1,
    'problems.byMonth.2023-10.total': 1,
    'problems.byMonth.2023-11.total': 1,
    'problems.byMonth.2023-12.total': 2,
    'problems.byMonth.2024-06.total': 1,
    'problems.byMonth.none.total': 12,
    'problems.bySource.feedback.total': 18,
    'problems.byKind.dated.total': 6,
    'problems.byKind.unstated.total': 12,
    'leads.letter.received': 146,
    'leads.letter.closed': 141,
    'leads.letter.inProgress': 5,
    'leads.letter.duplicates': 17,
    'leads.letter.closedRate': 96.58,
    'accountability.combined.total.persons': 7,
    'accountability.discipline.total.persons': 7,
    'accountability.all.total.persons': 31,
    'regulations.total': 47,
  },
  // 3+3+2+1+3+4+2 items; one section without （一）. 10=5+3+1+1, 3=1+2, 8=2+3+1+2; 10+3; 10+3+8+1; 14+57. 10÷11=90.909…, 11÷14=78.571….
  yingjiang: {
    'problems.total': 7,
    'items.total': 18,
    'measures.total': 17,
    'leads.clue.closedRate': 90.91,
    'leads.case.closedRate': 78.57,
    'accountability.organisational.total.persons': 8,
    'accountability.discipline.total.persons': 13,
    'accountability.all.total.persons': 22,
    'accountability.all.total.personTimes': 71,
    'money.returned': 73.18,
    'money.recovered': 649.5,
  },
  // 1) and lone 4. under three （一）: 9, 4 and 3. The closing words say 未到时限 five times (7月底, 9月底 twice, 12月31日, 2024年12月底),
  // 已完成 eleven times, eight of them with 长期坚持. 11÷16=68.75.
  wangxi: {
    'problems.total': 16,
    'problems.done': 11,
    'problems.sustained': 8,
    'problems.open': 5,
    'problems.unstated': 0,
    'problems.doneRate': 68.75,
    'problems.overdue': 0,
    'problems.notDue': 5,
    '类别“落实上级部署”问题总数': 9,
    '类别“管党治党责任”问题总数': 4,
    '类别“组织建设基础”问题总数': 3,
    'problems.byMonth.2023-07.total': 1,
    'problems.byMonth.2023-09.total': 2,
    'problems.byMonth.2023-12.total': 1,
    'problems.byMonth.2024-12.total': 1,
    'problems.byMonth.none.total': 11,
    'leads.clue.received': 9,
    'accountability.all.total.persons': 6,
    'regulations.total': 11,
    'money.recovered': 23.86,
  },
}

test.each(TWINS)('the ledger of $name gives the numbers a person counts', async ({ name, path }) => {
  expect(await figuresOfText(name, path)).toMatchObject(TWIN_FIGURES[name] ?? {})
})

// The texts are not part of the project; what can be counted in them is.
const SEED_FIGURES: Table = {
  // Two sections without （一）: 25 items, 23 measures. 37=18+11+1+2+5, 5=1+1+2+1, 26=1+4+2+4+15; 37+5; 37+5+26+7; 25+219. 39÷40=97.5.
  '000': {
    'problems.total': 11,
    'items.total': 25,
    'measures.total': 23,
    'leads.letter.closedRate': 100,
    'leads.clue.closedRate': 100,
    'leads.case.closedRate': 97.5,
    'accountability.party.total.persons': 37,
    'accountability.party.seriousWarning.persons': 11,
    'accountability.government.total.persons': 5,
    'accountability.organisational.total.persons': 26,
    'accountability.discipline.total.persons': 42,
    'accountability.all.total.persons': 75,
    'accountability.all.total.personTimes': 244,
    'regulations.total': 40,
    'money.recovered': 565.25,
  },
  // One section without （一）. 38=22+7+2+7, 8=2+2+4; 38+8; 38+8+13+30.
  '001': {
    'problems.total': 14,
    'items.total': 37,
    'measures.total': 36,
    'accountability.discipline.total.persons': 46,
    'accountability.all.total.persons': 89,
    'regulations.total': 35,
    'money.returned': 528.09,
    'money.recovered': 863.54,
  },
  // （1）…（49） under four （一）: 13+18+13+5. Section four lists 6 and 2 with their 完成时限, all later than the date; the other 41 are done:
  // 41÷49=83.673…. 224÷229=97.816….
  '002': {
    'problems.total': 49,
    'problems.done': 41,
    'problems.basicallyDone': 6,
    'problems.open': 2,
    'problems.doneRate': 83.67,
    'problems.notDue': 8,
    'problems.overdue': 0,
    'items.total': 49,
    'problems.byMonth.2021-12.total': 1,
    'problems.byMonth.2022-01.total': 2,
    'problems.byMonth.2022-12.total': 5,
    'leads.letter.received': 229,
    'leads.letter.closed': 224,
    'leads.letter.closedRate': 97.82,
    'accountability.combined.total.persons': 10,
  },
  // 9人次 of 党纪 stand beside 2人 of 政务: never 11. 3人次; 9+3; 2+19+81. 8÷9=88.888… is 88.89, not 88.8.
  '003': {
    'problems.total': 14,
    'items.total': 37,
    'leads.clue.closedRate': 88.89,
    'leads.case.closedRate': 75,
    'accountability.discipline.total.personTimes': 9,
    'accountability.discipline.total.persons': 2,
    'accountability.all.total.personTimes': 12,
    'accountability.all.total.persons': 102,
    'money.returned': 90.05,
    'money.recovered': 2966.92,
  },
  // Twenty-four 1) and a lone 4.; the closing words say 18 and 7. 18÷25=72.
  '004': {
    'problems.total': 25,
    'problems.done': 18,
    'problems.sustained': 14,
    'problems.open': 7,
    'problems.doneRate': 72,
    'accountability.all.total.persons': 4,
    'regulations.total': 14,
    'money.recovered': 17.63,
  },
}

describe.skipIf(NO_SEEDS)('the published texts', () => {
  test.each(Object.keys(SEED_FIGURES))('the ledger of %s gives the numbers a person counts', async (name) => {
    expect(await figuresOfText(name, SEEDS.get(name)?.path ?? '')).toMatchObject(SEED_FIGURES[name] ?? {})
  })
})
