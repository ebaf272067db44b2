/** 导出表格: which tables, and how they are written. */
export const TABLES_WORDS = {
  open: '更多表格…',
  title: '导出表格',
  detail: '选中的表写进一个 Excel 文件，一张表一页（分册是每个单位或领导一页，目录可以点过去）。',
  which: '表',
  all: '全选',
  none: '全不选',
  secrecy: '密级',
  secrecyPlaceholder: '留空不标，如：内部、秘密★1年',
  protect: '锁定单元格，防止误改（没有密码，需要改时在 Excel 里撤销工作表保护）',
  format: '格式',
  formats: { xlsx: 'Excel（.xlsx）', 'utf-8': 'CSV（UTF-8，Excel、WPS 直接打开）', gb18030: 'CSV（GB18030，旧系统）' },
  csvOne: 'CSV 一次写一张表，请只选一张（分册、四张清单、统计表除外）',
  export: '导出…',
  cancel: '取消',
} as const
