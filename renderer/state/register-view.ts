import { create } from 'zustand'
import type { Figure } from '../../shared/domain/figures/figure.ts'
import type { RegisterKey } from '../../shared/domain/registers/register-keys.ts'
import { leave } from './typing.ts'

/** Some lines of a register counted by a figure: what they are, and which. */
export interface CountedLines {
  readonly what: string
  readonly ids: ReadonlySet<string>
}

interface RegisterViewState {
  readonly register: RegisterKey
  readonly only: CountedLines | null
  // [Note: Leaving] (typing.ts): each answers whether it was done.
  readonly setRegister: (register: RegisterKey) => Promise<boolean>
  /** Exactly these lines, in the register they stand in; null: all of them again. */
  readonly showOnly: (register: RegisterKey, only: CountedLines | null) => Promise<boolean>
  /** The lines a figure counts; false for a figure of problems. */
  readonly showFigure: (figure: Pick<Figure, 'id' | 'label' | 'counts'>) => Promise<boolean>
}

/** Which register is looked at. */
export const useRegisterView = create<RegisterViewState>()((set, get) => ({
  register: 'accountability',
  only: null,
  setRegister: (register) => leave(() => set({ register, only: null })),
  showOnly: (register, only) => leave(() => set({ register, only })),
  showFigure: async ({ id, label, counts }) => {
    const register = registerOfFigure(id)
    return register !== null && get().showOnly(register, { what: label, ids: new Set(counts) })
  },
}))

/** The register in which the lines a figure counts stand, or null for a figure of problems. */
const registerOfFigure = (figureId: string): RegisterKey | null => REGISTER_OF[figureId.split('.')[0] ?? ''] ?? null

const REGISTER_OF: Readonly<Record<string, RegisterKey>> = {
  accountability: 'accountability',
  leads: 'leads',
  regulations: 'regulations',
  money: 'money',
  outcomes: 'outcomes',
  meetings: 'meetings',
  supervisions: 'supervisions',
  supervisionNotices: 'notices',
}
