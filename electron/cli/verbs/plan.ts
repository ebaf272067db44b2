import { planOutput } from '../contract.ts'
import { planFiles } from '../planned-merge.ts'
import { done, refused, type Verb } from '../verb.ts'

export const planVerb: Verb = {
  name: 'plan',
  usage: 'plan LEDGER P.zgtz… [--passphrase-file FILE]…',
  summary:
    'prints what taking in other copies of the ledger would change, field by field, and where they conflict; writes nothing',
  positionals: { least: 2 },
  options: {},
  required: [],
  output: planOutput,
  run: async ({ positionals }, ports) => {
    const planned = await planFiles(positionals, ports)
    return planned.ok ? done(planned.value.told) : refused(planned.error)
  },
}
