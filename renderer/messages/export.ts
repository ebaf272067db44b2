/** Word, Excel and the ledger's own file. */
export const EXPORT_WORDS = {
  notice: '导出通报（Word）',
  tables: '导出四张清单（Excel）',
  package: '保存台账文件（.zgtz）',
  proof: '导出体检报告（Word）',
  form: '导出表单（Word）',
  making: {
    notice: '正在编排通报…',
    tables: '正在生成四张清单…',
    package: '正在打包台账…',
    proof: '正在检查并编排体检报告…',
    form: '正在编排表单…',
  },
  saving: '正在保存文件…',
  cancel: '取消',
  close: '关闭',
  toConflicts: '去处理冲突',
  retry: '重试',
  saveElsewhere: '另存到别处',
  done: '已保存',
  reveal: '在文件夹中显示',
  asOf: (date: string): string => `截至 ${date}`,
  missingFonts: (names: readonly string[]): string =>
    `这台电脑没有安装 ${names.join('、')}，在这里打开会换成别的字体，换行和页数可能不同；文件里写的仍是这些字体，在装有它们的电脑上打开和打印是对的。`,
  findings: (count: number): string => `通报中需要核对的地方（${count}）`,
  noNotice: '这个台账没有通报',
  noNoticeDetail: '先到“通报”里新建一份，再导出。台账没有改动。',
  noticeWord: '整改情况通报',
  tablesWord: '四张清单',
  /** File names: [ledger or title]_[…]_[date]. */
  noticeName: (title: string, date: string): string => `${title}_${date}.docx`,
  tablesName: (title: string, date: string): string => `${title}_四张清单_截至${date}.xlsx`,
  proofName: (title: string, date: string): string => `${title}_体检报告_${date}.docx`,
  severalTables: '表格',
  chosenTablesName: (title: string, table: string, date: string, extension: string): string =>
    `${title}_${table}_截至${date}.${extension}`,
  packageName: (title: string, date: string): string => `${title}_${date}.zgtz`,
} as const
