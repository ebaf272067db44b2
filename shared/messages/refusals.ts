import type { Refusal, WriteFailure } from '../base/refusal.ts'
import { fieldShapes } from '../domain/records/field-shape.ts'
import type { RecordKind } from '../domain/records/record-kinds.ts'
import { RECORD_WORDS } from '../domain/records/record-words.ts'

/** What a person is told: what happened, what is safe, what to do. */
export interface Sentence {
  readonly title: string
  readonly detail: string
  readonly action: string
}

type Words = { readonly [T in Refusal['type']]: (refusal: Extract<Refusal, { readonly type: T }>) => Sentence }

const UNTOUCHED = '没有改动任何文件。'

const WRITE_REASONS: Readonly<Record<WriteFailure, readonly [string, string]>> = {
  'no-space': ['磁盘或U盘空间不足', '请腾出空间或换一个位置后重试。'],
  'no-permission': ['没有写入权限', '请换一个文件夹，或请管理员开放权限后重试。'],
  'no-folder': ['文件夹不存在，或路径中有一段不是文件夹', '请检查路径；如在U盘上，请确认U盘已插好。'],
  'read-only': ['该位置是只读的', '请检查U盘写保护开关，或换一个位置后重试。'],
  gone: [
    'U盘或磁盘读写中断，可能已被拔出、接触不良或损坏',
    '请插好U盘后重试；仍不行的，请换一个U盘或位置。U盘上以“.”开头、“.tmp”结尾的半截文件可以删除。',
  ],
  'in-use': ['文件正被其他程序（如 WPS、Word）占用', '请关闭正在打开它的程序后重试。'],
  'is-a-folder': ['该路径是一个文件夹', '请写明要保存的文件名。'],
  other: ['系统没有允许写入', '请换一个位置后重试。'],
}

const PASSPHRASE_FAULTS: Readonly<Record<'empty' | 'spaces-around' | 'too-short', (length: number) => string>> = {
  empty: () => '口令是空的',
  'spaces-around': () => '口令的开头或结尾有空格',
  'too-short': (length) => `口令太短（${length} 个字）`,
}

/** What the record of a key (`measure:…`) is called; a kind of a newer program has no word. */
const recordWord = (key: string): string => {
  const kind = kindOf(key)
  return kind === null ? '记录' : RECORD_WORDS[kind]
}

/** `measure:…/text` as its record and its field are called; the life of a record has no field. */
const placeWords = (key: string): string => {
  const kind = kindOf(key)
  const field = kind === null ? undefined : fieldShapes(kind).find(({ name }) => name === key.slice(key.indexOf('/') + 1))
  return field ? `这一条${recordWord(key)}的“${field.title}”` : `这一条${recordWord(key)}的删改`
}

const kindOf = (key: string): RecordKind | null => {
  const kind = key.slice(0, key.indexOf(':'))
  return Object.hasOwn(RECORD_WORDS, kind) ? (kind as RecordKind) : null
}

const WORDS: Words = {
  'file-not-found': ({ path }) => ({
    title: `找不到文件：${path}`,
    detail: UNTOUCHED,
    action: '请检查文件名和路径；如在U盘上，请确认U盘已插好。',
  }),
  'file-unreadable': ({ path, reason }) => ({
    title: `文件读不出来：${path}`,
    detail: `系统返回：${reason}。${UNTOUCHED}`,
    action: '请把文件复制到本机后重试。',
  }),
  'drive-gone': ({ path }) => ({
    title: `读取中断：${path}`,
    detail: `U盘或磁盘没有应答，可能已被拔出、接触不良或损坏。读到一半的内容没有使用，${UNTOUCHED}`,
    action: '请插好U盘后重试；仍不行的，请从来源重新复制一份，或换一个U盘。',
  }),
  'drives-not-listed': ({ detail }) => ({
    title: '没能查出插着哪些U盘',
    detail: `系统返回：${detail}。没有读写U盘，${UNTOUCHED}`,
    action: '请把U盘拔下重新插好后重试；也可以用“选择文件夹”直接指定U盘。',
  }),
  'file-empty': () => ({ title: '文件是空的', detail: `里面没有任何文字。${UNTOUCHED}`, action: '请确认选对了文件。' }),
  'file-too-large': ({ megabytes, limit }) => ({
    title: `文件太大（${megabytes} MB）`,
    detail: `一次最多读取 ${limit} MB，一份通报通常不到 1 MB。${UNTOUCHED}`,
    action: '请确认选对了文件，或只保留通报正文后重试。',
  }),
  'files-too-large': ({ count, megabytes, limit }) => ({
    title: `选中的 ${count} 个文件合计太大（${megabytes} MB）`,
    detail: `一次最多读取合计 ${limit} MB，这些文件都没有读入。${UNTOUCHED}`,
    action: '请分几次选择，每次少选几个。',
  }),
  'file-not-text': ({ looksLike }) => ({
    title: looksLike === null ? '这不是文本文件' : `这不是文本文件，看起来是${looksLike}`,
    detail: `文件内容不是可以阅读的文字。${UNTOUCHED}`,
    action: '请在 WPS 或 Word 中打开，另存为“纯文本（*.txt）”，或复制正文粘贴。',
  }),
  'workbook-too-large': ({ what, limit }) => ({
    title: `表格太大：${what}超过 ${limit}`,
    detail: `再大本程序读不下。${UNTOUCHED}`,
    action: '请删去图片和无关的工作表、行、列，只留台账，另存后重试。',
  }),
  'no-table': ({ sheets }) => ({
    title: '没有找到整改台账的表格',
    detail: `${sheets.length === 0 ? '文件里没有表格' : `看过${sheets.map((name) => `“${name}”`).join('')}，前 30 行里没有“序号、反馈问题、整改措施”一类的表头`}。${UNTOUCHED}`,
    action: '请确认选对了文件；表头用词特别的，请指定哪一列是“反馈问题”。',
  }),
  'incoming-damaged': () => ({
    title: '文件已损坏，读不出来',
    detail: `内容不完整或被改动过，可能没有复制完。${UNTOUCHED}`,
    action: '请重新复制一份；如 WPS 或 Office 还能打开，请另存一份后重试。',
  }),
  'incoming-encrypted': () => ({
    title: '文件加了密码',
    detail: `本程序不解密文件。${UNTOUCHED}`,
    action: '请在 WPS 或 Office 中输入密码打开，取消密码后另存一份再导入。',
  }),
  'incoming-bursts': ({ limit }) => ({
    title: '文件解压后太大',
    detail: `最多读取解压后 ${limit} MB 的内容，正常的公文不会这样大。${UNTOUCHED}`,
    action: '请确认文件来源；如确需导入，请在 WPS 或 Word 中复制正文粘贴。',
  }),
  'incoming-unsupported': ({ what }) => ({
    title: `不能读取${what}`,
    detail: UNTOUCHED,
    action: '请在 WPS 或 Office 中打开，文字另存为 .docx，表格另存为 .xlsx，再导入。',
  }),
  'incoming-too-slow': ({ seconds }) => ({
    title: `读取超过 ${seconds} 秒，已停止`,
    detail: `文件可能已损坏。${UNTOUCHED}`,
    action: '请在 WPS 或 Word 中打开，另存为 .docx 后重试。',
  }),
  'text-too-long': ({ what, limit }) => ({
    title: `“${what}”超过 ${limit} 字`,
    detail: `台账的这一栏放不下。${UNTOUCHED}`,
    action: '请检查原文是否缺少换行，分段后重试。',
  }),
  'too-many': ({ what, within, limit }) => ({
    title: `“${what}”太多，一个${within}最多 ${limit} 条`,
    detail: `再多本程序放不下。${UNTOUCHED}`,
    action: '请合并或删去一些，或另建台账。',
  }),
  'not-a-package': () => ({
    title: '这不是整改台账的文件（.zgtz）',
    detail: UNTOUCHED,
    action: '请选择本程序保存的 .zgtz 文件。',
  }),
  'package-truncated': () => ({
    title: '台账文件不完整',
    detail: `文件在复制时可能被中断，或U盘提前拔出。${UNTOUCHED}`,
    action: '请从来源重新复制一份。',
  }),
  'package-damaged': ({ entry }) => ({
    title: '台账文件已损坏',
    detail: `${entry === 'zgtz' ? '文件' : `其中“${entry}”`}与登记的校验值不符，为避免混入错误内容，整个文件都没有读取。${UNTOUCHED}`,
    action: '请从来源重新复制一份，或使用备份。',
  }),
  'package-foreign': ({ entry }) => ({
    title: '台账文件里有不认识的内容',
    detail: `“${entry}”不是本程序写出的。${UNTOUCHED}`,
    action: '请向提供文件的人核实来源。',
  }),
  'package-newer': ({ major, known }) => ({
    title: '台账文件来自更新版本的程序',
    detail: `文件格式为第 ${major} 版，本程序只认识到第 ${known} 版。${UNTOUCHED}`,
    action: '请先升级本机的整改台账程序，再打开此文件。',
  }),
  'package-has-more': ({ minor, known }) => ({
    title: '台账文件里有本程序放不下的内容',
    detail: `文件由更新版本的程序写出（第 1.${minor} 版，本程序为第 1.${known} 版），其中有附加内容，读入会丢失它们。${UNTOUCHED}`,
    action: '请先升级本机的整改台账程序，再打开此文件。',
  }),
  'package-too-large': ({ megabytes, limit }) => ({
    title: '台账文件解开后太大',
    detail: `解开后约 ${megabytes} MB，超过 ${limit} MB 的上限。${UNTOUCHED}`,
    action: '请向提供文件的人核实来源。',
  }),
  'package-locked': () => ({
    title: '此文件已加密封装，请输入口令',
    detail: `没有口令读不出其中的任何内容。${UNTOUCHED}`,
    action: '口令由发送人另行告知；没有收到的，请向发送人索取。',
  }),
  'passphrase-wrong': () => ({
    title: '口令不对',
    detail: `文件是完整的，用这个口令解不开。${UNTOUCHED}`,
    action: '请核对大小写、空格和全角半角后重试；口令忘记了无法找回，只能请发送人重新封装一份。',
  }),
  'passphrase-unfit': ({ fault, length, least }) => ({
    title: PASSPHRASE_FAULTS[fault](length),
    detail: `口令至少 ${least} 个字（汉字、字母、数字、符号都算），开头和结尾不能有空格。${UNTOUCHED}`,
    action: '请换一个口令，并另行告知收件人。',
  }),
  'lock-newer': ({ version, known }) => ({
    title: '文件由更新版本的程序加密封装',
    detail: `封装格式为第 ${version} 版，本程序只认识到第 ${known} 版。${UNTOUCHED}`,
    action: '请先升级本机的整改台账程序，再打开此文件。',
  }),
  'lock-foreign': () => ({
    title: '加密封装不是本程序写出的',
    detail: `其中的加密参数超出本程序的范围，没有尝试解开。${UNTOUCHED}`,
    action: '请向提供文件的人核实来源。',
  }),
  'other-ledger': () => ({
    title: '这是另一本台账的文件',
    detail: '两本台账的编号不同，不能直接合并。没有改动任何内容。',
    action: '请确认选的文件；如果要把它作为另一本台账打开，请用“打开台账文件”。',
  }),
  'same-ledger': () => ({
    title: '这是同一本台账的文件',
    detail: '它是这本台账的副本，或者是从这本台账分发出去的部分，不需要关联。没有改动任何内容。',
    action: '请直接合并这个文件；关联只用于分别录入的两本台账。',
  }),
  'cut-unknown': () => ({
    title: '这份上报对应的分发内容，这里没有',
    detail: '单位填报时依据的内容在这本台账里找不到，可能是在另一台电脑上分发的。没有合并任何内容，本机台账没有改动。',
    action: '请先与当时分发的电脑合并台账，再收这份上报。',
  }),
  'no-such-unit': ({ unit }) => ({
    title: `没有“${unit}”的问题`,
    detail: '没有问题或措施把它列为牵头、责任或配合单位。没有写入任何文件。',
    action: '请检查单位名称，或先在责任清单里填上。',
  }),
  'not-a-ledger': () => ({
    title: '这个文件不是台账',
    detail: '它是单位的上报或签收回执，里面没有整本台账。没有改动任何内容。',
    action: '请在“收发”里用“接收文件”读它；要打开台账请选台账文件。',
  }),
  'only-a-receipt': () => ({
    title: '这是签收回执，没有可以合并的内容',
    detail: '回执只说明发出的文件对方已经收到。没有改动任何内容。',
    action: '请在“收发”里接收回执；要合并的请选台账或上报文件。',
  }),
  'receipt-unknown': ({ unit }) => ({
    title: '这份回执对应的文件不是从本机发出的',
    detail: `“${unit}”签收的文件，本机的收发登记里没有。没有改动任何内容。`,
    action: '请在发出该文件的电脑上接收，或先与那台电脑合并台账。',
  }),
  'conflicts-unresolved': ({ count, what }) => ({
    title: `还有 ${count} 处冲突没有处理，不能${what}`,
    detail: '两人的不同写法还没有选定，办下去会让其中一人的内容落空。台账没有改动。',
    action: '请先到“收发”的冲突清单里逐处选定或合并。',
  }),
  'plan-outdated': () => ({
    title: '台账刚刚有改动，计划需要重新核对',
    detail: '显示计划以后台账又有新的修改，为避免覆盖，没有合并任何内容。',
    action: '请重新生成计划，再合并。',
  }),
  'nothing-to-reply': () => ({
    title: '没有可以上报的修改',
    detail: '分发以后这本台账的问题没有改动，上次上报以后也没有新的修改。没有写入任何文件。',
    action: '请先填写进展、措施等内容，再上报。',
  }),
  'not-a-slice': () => ({
    title: '这不是分发给单位的台账',
    detail: '只有上级分发下来的台账才能生成上报文件。没有写入任何文件。',
    action: '请打开上级发来的台账文件；要把整本台账交给别人，请直接拷贝台账文件。',
  }),
  'documents-cannot-merge': ({ document }) => ({
    title: '文件里有一部分内容合并不了',
    detail: `“${document}”和本机的内容接不上，可能来自损坏的拷贝。没有合并任何内容，本机台账没有改动。`,
    action: '请对方重新导出一份台账文件再试。',
  }),
  'no-such-conflict': ({ key }) => ({
    title: '那里没有冲突',
    detail: `${placeWords(key)}现在没有不同的写法，可能已经处理过了。没有改动任何内容。`,
    action: '请用 conflicts 查看现有的冲突。',
  }),
  'write-failed': ({ path, reason, detail }) => ({
    title: `没有保存成功：${path}`,
    detail: `${WRITE_REASONS[reason][0]}（${detail}）。原有文件没有改动，台账内容没有丢失。`,
    action: WRITE_REASONS[reason][1],
  }),
  'read-back-differs': ({ path }) => ({
    title: `写入后核对不符，没有保存：${path}`,
    detail:
      '写好后重新读了一遍，读出的内容与要写入的不一致，U盘或磁盘可能已损坏。不符的内容已经弃去，原有文件没有改动，台账内容没有丢失。',
    action: '请换一个U盘或位置重新保存；这个U盘里的其他重要文件，请尽快复制到别处。',
  }),
  'no-such-problem': ({ number, last }) => ({
    title: `没有序号为“${number}”的问题或措施`,
    detail: `台账共有 ${last} 个问题，序号从 1 到 ${last}，措施写作“问题.措施”，如 3.2。${UNTOUCHED}`,
    action: '请核对序号。',
  }),
  'no-such-field': ({ field, known }) => ({
    title: `没有“${field}”这一栏`,
    detail: `可以修改的栏目有：${known.join('、')}。${UNTOUCHED}`,
    action: '请核对栏目名称。',
  }),
  'value-not-understood': ({ field, value, expected }) => ({
    title: `“${field}”不能填“${value}”`,
    detail: `应填写：${expected}。${UNTOUCHED}`,
    action: '请改正后重试。',
  }),
  'no-such-place': () => ({
    title: '要放置的位置已经不在那里',
    detail: `它前面的那一条可能已被移走或删除。${UNTOUCHED}`,
    action: '请重新选择位置。',
  }),
  'node-under-itself': ({ heading }) => ({
    title: `不能把“${heading}”移到它自己下面`,
    detail: `上级不能是它本身或它的下级。${UNTOUCHED}`,
    action: '请选择别的上级。',
  }),
  'application-open': ({ cycle }) => ({
    title: `第 ${cycle} 轮销号申请还没有办结`,
    detail: `同一时间只能有一份在办的销号申请。${UNTOUCHED}`,
    action: '请先登记销号或退回，再重新申请。',
  }),
  'no-application': () => ({
    title: '没有在办的销号申请',
    detail: `没有可以退回的申请。${UNTOUCHED}`,
    action: '请先登记销号申请；已销号的问题请用“重新启动整改”。',
  }),
  'already-closed': () => ({
    title: '这个问题已经销号',
    detail: `销号记录仍然有效。${UNTOUCHED}`,
    action: '如“回头看”发现问题，请先“重新启动整改”；如日期或结论有误，请更正销号记录。',
  }),
  'not-closed': () => ({
    title: '这个问题没有销号，不能重新启动整改',
    detail: `只有已销号的问题才需要重新启动整改。${UNTOUCHED}`,
    action: '请直接修改状态，或先登记销号。',
  }),
  'text-missing': ({ what }) => ({
    title: `没有填写“${what}”`,
    detail: `这一项必须写明。${UNTOUCHED}`,
    action: '请填写后重试。',
  }),
  'field-in-conflict': ({ key }) => ({
    title: '此处有两人的不同修改尚未处理',
    detail: `${placeWords(key)}有冲突，为避免丢掉其中一人的内容，暂不能修改。${UNTOUCHED}`,
    action: '请先处理冲突，选定或合并两处内容。',
  }),
  'name-in-use': ({ name, entry }) => ({
    title: `“${name}”已经是“${entry}”的名称或别名`,
    detail: '两条同名会把同一个单位或领导的问题分成两处统计，所以没有改。',
    action: '如果是同一个，请选定两条，用“合并”；不是同一个，请写全称加以区分。',
  }),
  'entity-removed': ({ entity }) => ({
    title: `这一条${recordWord(entity)}不在这里`,
    detail: `它可能已被删除，或属于别的问题。${UNTOUCHED}`,
    action: '请核对后重试；如已被删除，请先从回收站恢复。',
  }),
  'changed-since': ({ intent }) => ({
    title: `不能撤销“${intent}”`,
    detail: '这一处后来又被修改过，撤销会覆盖后来的内容。台账没有改动。',
    action: '请直接修改，或在修改记录中查看。',
  }),
  'nothing-to-undo': () => ({
    title: '没有可以撤销的操作',
    detail: '台账没有改动。',
    action: '只能撤销在本机所作的修改；其他修改见修改记录。',
  }),
  'nothing-to-redo': () => ({ title: '没有可以重做的操作', detail: '台账没有改动。', action: '撤销之后才能重做。' }),
  'nothing-to-restore': () => ({
    title: '回收站里没有这一条',
    detail: '它可能已被恢复。台账没有改动。',
    action: '请重新打开回收站查看。',
  }),
  'owner-removed': ({ what, title }) => ({
    title: `这一条所属的${what}也在回收站里`,
    detail: `${title === '' ? '' : `所属的${what}是“${title.slice(0, 40)}”。`}台账没有改动。`,
    action: `请先恢复所属的${what}，再恢复这一条。`,
  }),
  'number-printed': ({ number }) => ({
    title: `“${number}”已经印发`,
    detail: '印发的文号已在纸上，不能再改、再印发一次，文书也不能删除。台账没有改动。',
    action: '如确需更正，请另发一份文书，并在原文书上注明作废。',
  }),
  'number-taken': ({ number }) => ({
    title: `“${number}”已有另一份文书使用`,
    detail: '同一文种、同一年份的文号不能重复。台账没有改动。',
    action: '请改用其他号。',
  }),
  'notice-unnumbered': () => ({ title: '这份文书还没有文号', detail: '没有文号不能印发。台账没有改动。', action: '请先编号。' }),
  'block-overlaps': ({ pc, from, to }) => ({
    title: `号段与“${pc}”的 ${from}—${to} 号重叠`,
    detail: '两台电脑的号段重叠会印出相同的文号。台账没有改动。',
    action: '请改用不重叠的起止号。',
  }),
  'ledger-already-here': ({ title }) => ({
    title: `本机已有台账“${title}”`,
    detail: '文件中的内容与本机的不同，为避免覆盖任何一方，没有读入。台账没有改动。',
    action: '请在本机台账上继续工作，并妥善保存该文件。',
  }),
  'no-such-ledger': () => ({
    title: '找不到这个台账',
    detail: '它可能已被移走。其他台账没有改动。',
    action: '请回到台账首页重新打开。',
  }),
  'store-unavailable': ({ detail }) => ({
    title: '台账数据库暂时不能读写',
    detail: `系统返回：${detail}。已经保存的修改都记在修改日志里，没有丢失。`,
    action: '请检查磁盘空间，然后重新启动程序。',
  }),
  'attachment-missing': () => ({
    title: '附件找不到或已损坏',
    detail: '台账的其他内容没有改动。',
    action: '请从来源重新添加附件。',
  }),
  'attachment-too-large': ({ name, megabytes, limit }) => ({
    title: `“${name}”太大，没有添加`,
    detail: `文件有 ${megabytes} MB，每个佐证材料最多 ${limit} MB。${UNTOUCHED}`,
    action: '请压缩、降低扫描分辨率或拆成几个文件后再添加；录像等可以另行保管，在说明里写明存放处。',
  }),
  'attachment-empty': ({ name }) => ({
    title: `“${name}”是空文件，没有添加`,
    detail: `文件里没有内容，也可能是文件夹。${UNTOUCHED}`,
    action: '请选择有内容的文件；文件夹请先打开，再选其中的文件。',
  }),
  'attachment-not-opened': ({ name }) => ({
    title: '这类文件不从台账里打开',
    detail: `“${name}”可能会运行程序。为了安全，程序只打开文档、表格、图片、音像和压缩包。${UNTOUCHED}`,
    action: '确有需要的，请用“另存为”取出，查毒后再处理。',
  }),
  'no-program-for-file': ({ name, detail }) => ({
    title: `没有能打开“${name}”的程序`,
    detail: `系统返回：${detail}。${UNTOUCHED}`,
    action: '请用“另存为”取出文件，再用合适的程序打开。',
  }),
  'no-printer': () => ({
    title: '没有找到打印机',
    detail: `这台电脑没有安装打印机，或打印服务没有启动。${UNTOUCHED}`,
    action: '请先在系统里添加打印机；也可以用“存为 PDF”，到别的电脑打印。',
  }),
  'print-failed': ({ detail }) => ({
    title: '没有打印出来',
    detail: `系统返回：${detail}。${UNTOUCHED}`,
    action: '请检查打印机是否开机、缺纸；也可以用“存为 PDF”，到别的电脑打印。',
  }),
  'too-much-to-print': ({ pages, limit }) => ({
    title: '内容太多，一次排不完',
    detail: `大约有 ${pages} 页，一次最多 ${limit} 页。${UNTOUCHED}`,
    action: '请先筛选，或分清单打印；全部内容可以导出 Excel。',
  }),
  'snapshot-missing': () => ({
    title: '这一期期报的内容不在台账文件里',
    detail: `台账里只有这一期的名称和日期。${UNTOUCHED}`,
    action: '请从冻结这一期的电脑重新导出台账。',
  }),
  'snapshot-damaged': () => ({
    title: '这一期期报的内容已损坏',
    detail: `内容与冻结时登记的校验值不符，或不是期报。${UNTOUCHED}`,
    action: '请从冻结这一期的电脑重新导出台账，或使用备份。',
  }),
  'snapshot-newer': ({ version, known }) => ({
    title: '这一期期报由更新版本的程序冻结',
    detail: `期报格式为第 ${version} 版，本程序只认识到第 ${known} 版。${UNTOUCHED}`,
    action: '请先升级本机的整改台账程序。',
  }),
  'no-such-template': ({ template, known }) => ({
    title: `没有模板“${template}”`,
    detail: `可用的模板有：${known.join('、')}。${UNTOUCHED}`,
    action: '请核对模板编号，或先复制一个模板。',
  }),
  'no-notice': () => ({
    title: '台账里没有这份通报',
    detail: `台账还没有通报，或它已在回收站。${UNTOUCHED}`,
    action: '请先新建一份通报，或从回收站恢复。',
  }),
  'draft-missing': () => ({
    title: '这一稿的内容不在台账文件里',
    detail: `台账里只有这一稿的名称和日期。${UNTOUCHED}`,
    action: '请从冻结这一稿的电脑重新导出台账。',
  }),
  'draft-damaged': () => ({
    title: '这一稿的内容已损坏',
    detail: `内容与冻结时登记的校验值不符，或不是通报稿。${UNTOUCHED}`,
    action: '请从冻结这一稿的电脑重新导出台账，或使用备份。',
  }),
  'draft-newer': ({ version, known }) => ({
    title: '这一稿由更新版本的程序冻结',
    detail: `通报稿格式为第 ${version} 版，本程序只认识到第 ${known} 版。${UNTOUCHED}`,
    action: '请先升级本机的整改台账程序。',
  }),
  'no-such-draft': ({ draft, count }) => ({
    title: `没有第“${draft}”稿`,
    detail:
      count === 0 ? `这份通报还没有冻结过稿次。${UNTOUCHED}` : `这份通报共有 ${count} 稿，按冻结次序从 1 编号。${UNTOUCHED}`,
    action: '请核对稿次，或先冻结一稿。',
  }),
  'no-such-period': ({ period, count }) => ({
    title: `没有第“${period}”期期报`,
    detail: count === 0 ? `台账还没有冻结过期报。${UNTOUCHED}` : `台账共有 ${count} 期，按冻结次序从 1 编号。${UNTOUCHED}`,
    action: '请核对期次，或先冻结一期。',
  }),
  'program-fault': ({ reason }) => ({
    title: '程序出现内部错误',
    detail: `${reason}。已经保存的内容没有丢失。`,
    action: '请重新启动程序；如再次出现，请把日志交给维护人员。',
  }),
}

export const sentenceOf = (refusal: Refusal): Sentence => (WORDS[refusal.type] as (refusal: Refusal) => Sentence)(refusal)

/** The three parts as one paragraph, for places without a dialog. */
export const refusalText = (refusal: Refusal): string => {
  const { title, detail, action } = sentenceOf(refusal)
  return `${title}。${detail}${action}`
}
