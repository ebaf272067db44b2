import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { defect } from '../shared/base/result.ts'
import { Program } from './app/program.tsx'
import { reportUncaughtFaults } from './app/report-fault.ts'
import 'antd/dist/antd.css'
import './style.css'
import './theme.css'

// The content policy forbids eval, which zod's compiled schemas would need.
z.config({ jitless: true })
reportUncaughtFaults()

const root = document.getElementById('root') ?? defect('index.html holds the root')
createRoot(root).render(<Program />)
