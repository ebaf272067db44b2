/** One key or chord, and what it does. */
interface Shortcut {
  readonly keys: string
  readonly does: string
}

/** Every key of the program, by the place it works in: the sheet of F1, and what a check of the keys goes by. */
export const SHORTCUTS: readonly { readonly place: string; readonly keys: readonly Shortcut[] }[] = [
  {
    place: '到处都能用',
    keys: [
      { keys: 'F1', does: '打开本表' },
      { keys: 'Ctrl+N', does: '新建台账' },
      { keys: 'Ctrl+O', does: '打开台账文件' },
      { keys: 'Ctrl+S', does: '保存台账文件（.zgtz）' },
      { keys: 'Ctrl+E', does: '导出通报（Word）' },
      { keys: 'Ctrl+Shift+E', does: '导出四张清单（Excel）' },
      { keys: 'Ctrl+,', does: '设置' },
      { keys: 'Ctrl++ / Ctrl+-', does: '放大、缩小' },
      { keys: 'Ctrl+0', does: '还原大小' },
      { keys: 'F6 / Shift+F6', does: '在顶栏、左侧栏、工具栏、内容之间移动' },
      { keys: 'Esc', does: '关闭对话框，放弃正在输入的文字' },
    ],
  },
  {
    place: '打开的台账',
    keys: [
      { keys: 'Ctrl+1 … Ctrl+7', does: '总览、四张清单、登记簿、通报、单位领导、收发、修改记录' },
      { keys: 'Ctrl+K', does: '全局搜索' },
      { keys: 'Ctrl+F', does: '查找' },
      { keys: 'Ctrl+P', does: '打印' },
      { keys: 'Ctrl+U', does: '从单位报回的表格更新台账' },
      { keys: 'Ctrl+Shift+O', does: '接收U盘带来的台账文件' },
      { keys: 'Ctrl+Z / Ctrl+Y', does: '撤销、重做' },
    ],
  },
  {
    place: '清单和登记簿',
    keys: [
      { keys: '方向键 / Tab', does: '移动' },
      { keys: 'Shift+方向键', does: '选择多个格子' },
      { keys: 'Shift+空格 / Ctrl+空格', does: '选整行、整列' },
      { keys: 'Ctrl+A', does: '全选' },
      { keys: '回车 / F2', does: '修改；修改时回车保存' },
      { keys: 'Alt+回车', does: '格子里换行' },
      { keys: 'Insert', does: '添加' },
      { keys: 'Ctrl+C / Ctrl+V', does: '复制、粘贴（与 Excel、WPS 互通）' },
      { keys: 'Ctrl+D', does: '向下填充' },
      { keys: 'Delete', does: '清空选中的格子' },
      { keys: 'Shift+F10', does: '打开右键菜单' },
      { keys: 'Ctrl+回车', does: '打开问题档案' },
    ],
  },
  {
    place: '四张清单的问题',
    keys: [
      { keys: 'Alt+Shift+↑ / ↓', does: '上移、下移' },
      { keys: 'Ctrl+Shift+D', does: '复制一份' },
      { keys: 'Ctrl+Delete', does: '删除（可以撤销）' },
      { keys: 'Ctrl+H', does: '查找和替换' },
    ],
  },
  {
    place: '问题档案',
    keys: [
      { keys: 'Alt+↑ / Alt+↓', does: '上一个、下一个问题' },
      { keys: 'Ctrl+回车', does: '保存正在写的进展、措施' },
      { keys: 'Esc', does: '关闭档案' },
    ],
  },
  {
    place: '新建台账',
    keys: [
      { keys: '回车', does: '下一步（粘贴框里是换行）' },
      { keys: 'Alt+→ / Alt+←', does: '下一步、上一步' },
      { keys: 'Ctrl+回车', does: '识别粘贴的文字' },
      { keys: 'Esc', does: '取消，填过内容的先问' },
    ],
  },
]

export const SHORTCUTS_WORDS = { title: '快捷键', close: '关闭' } as const
