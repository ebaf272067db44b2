/** 检查文稿: a text from outside the program. */
export const TEXT_CHECK_WORDS = {
  title: '检查文稿',
  chooseTitle: '检查一份通报、报告或其他文稿',
  chooseDetail:
    '选 Word（.docx、.doc、.wps）或文本文件，也可以把文件拖到这里，或按 Ctrl+V 粘贴文字。程序核对数字前后是否相符、时限和状态是否矛盾、序号标点用语是否规范。文件不会改动，也不用建台账。',
  choose: '选择文件…',
  drop: '松开，就检查这份文件',
  onlyOne: '一次检查一份，只读取了第一份',
  reading: (name: string): string => `正在读取和检查“${name}”…`,
  pasted: '粘贴的文字',
  against: (title: string): string => `与台账“${title}”核对`,
  text: '文稿',
  cancel: '取消',
  close: '关闭',
  other: '检查另一份…',
  report: '导出体检报告…',
  saved: (path: string): string => `体检报告已保存：${path}`,
  leaveTitle: '处理意见还没有导出',
  leaveDetail: '文稿不在台账里，处理意见只写进体检报告，关闭后不再保留。',
  leave: '关闭',
  stay: '回去导出',
  reveal: '在文件夹中显示',
} as const
