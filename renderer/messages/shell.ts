/** What the frame around every screen says. */
export const SHELL_WORDS = {
  program: '整改台账',
  home: '台账首页',
  searchAll: '搜索 Ctrl+K',
  newLedger: '新建台账',
  saving: '正在保存…',
  saved: '已保存',
  undo: '撤销',
  redo: '重做',
  undoOf: (intent: string): string => `撤销：${intent}（Ctrl+Z）`,
  redoOf: (intent: string): string => `重做：${intent}（Ctrl+Y）`,
  nothingToUndo: '没有可以撤销的操作',
  nothingToRedo: '没有可以重做的操作',
  undone: (intent: string): string => `已撤销：${intent}`,
  redone: (intent: string): string => `已重做：${intent}`,
  export: '导出',
  exportNotice: '通报（Word）',
  exportTables: '四张清单（Excel）',
  savePackage: '台账文件（.zgtz）',
  settings: '设置',
  openLedgerFirst: '请先打开一个台账。',
  gotIt: '知道了',
  stays: (what: readonly string[]): string =>
    `程序没有关闭：还有文字没有保存${what.length === 0 ? '' : `（${what.join('；')}）`}。请改好或放弃，再关闭一次。`,
} as const

/** The rooms of a ledger, at the left. */
export const ROOM_WORDS = {
  label: '台账的各个部分',
  overview: '总览',
  lists: '四张清单',
  registers: '登记簿',
  notice: '通报',
  directories: '单位领导',
  exchange: '收发',
  history: '修改记录',
  trash: '回收站',
} as const

/** The start of the program, and what happened to the store before it. */
export const START_WORDS = {
  opening: '正在打开台账…',
  rebuilding: '正在从快照和修改日志恢复台账，请不要关闭程序',
  progress: (done: number, of: number): string => `${done} / ${of}`,
  refusedSafe: '修改日志和快照里已经保存的修改没有改动。',
  again: '重新打开',
  rebuilt: (count: number): string => `上次的数据库损坏或丢失，已从快照和修改日志恢复 ${count} 处已保存的修改`,
  lost: (count: number): string => `另有 ${count} 处修改的记录也已损坏，恢复不出来，请核对最近填报的内容。`,
  keptAside: (folder: string): string => `损坏的文件另存在：${folder}`,
  replayed: (count: number): string => `已恢复上次没有写完的 ${count} 处修改，内容完整。`,
  journalBehind: '修改日志比台账旧，可能被其他软件清理或还原过。台账内容完整，没有丢失；程序已重新做了一份快照。',
} as const

/** When something in the window fails. */
export const TROUBLE_WORDS = {
  storeTitle: '需要重新打开数据库',
  storeDetail: '写入台账时出了错。已经显示“已保存”的修改都在修改日志里，没有丢失；重新打开后会自动补齐。',
  storeAct: '重新打开',
  technical: '供维护人员查看：',
  partTitle: '这一部分显示不出来',
  wholeTitle: '窗口出现内部错误',
  detail: '已经保存的修改没有丢失。',
  drafts: '您正在输入、还没有保存的文字在下面，请先复制：',
  reload: '重新载入',
  copy: '复制错误信息',
  fault: '错误信息',
} as const
