import { Skeleton } from 'antd'
import { useEffect, useMemo } from 'react'
import { REGISTER_WORDS, REGISTERS } from '../../../shared/domain/registers/register-keys.ts'
import { registerSizes } from '../../../shared/domain/registers/register-rows.ts'
import { useRegisters } from '../../data/registers-queries.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import { useRegisterView } from '../../state/register-view.ts'
import { SideList } from '../../ui/entries/side-list.tsx'
import { Register } from './register.tsx'
import './registers.css'

/** 登记簿 of one ledger: which there are at the left, and the one that is looked at. */
export const RegistersPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const source = useRegisters(ledgerId)
  const register = useRegisterView((state) => state.register)
  const { setRegister, showOnly } = useRegisterView.getState()
  const sizes = useMemo(() => source && registerSizes(source), [source])
  // What was shown of another ledger, or counted at another visit, is none of this one's.
  useEffect(() => () => void showOnly(useRegisterView.getState().register, null), [showOnly])
  if (!source || !sizes) return <Skeleton className="lists-loading" active paragraph={{ rows: 8 }} />
  return (
    <main className="side-listed">
      <SideList
        label={REGISTERS_WORDS.label}
        items={REGISTERS.map((key) => ({ key, title: REGISTER_WORDS[key], count: sizes[key] }))}
        chosen={register}
        onChoose={(key) => void setRegister(key)}
      />
      <Register key={register} ledgerId={ledgerId} register={register} source={source} />
    </main>
  )
}
