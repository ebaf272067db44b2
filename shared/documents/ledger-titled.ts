/** 青梧县巡察整改台账 and 整改台账总表 are 青梧县巡察整改台账总表: what ends one and begins the other stands once. */
export const ledgerTitled = (ledger: string, paper: string): string => {
  const own = ledger.replace(/台账$/, '')
  return own.endsWith('整改') && paper.startsWith('整改') ? own + paper.slice('整改'.length) : own + paper
}
