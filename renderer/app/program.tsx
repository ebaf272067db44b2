import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { ErrorBoundary } from './error-boundary.tsx'
import { StartUp } from './start-up.tsx'

dayjs.locale('zh-cn')

/** The whole window: look, language, and the last resort when something fails. Messages stand below the toolbars, whose buttons stay free. */
export const Program = () => (
  <ConfigProvider
    locale={zhCN}
    theme={{ zeroRuntime: true, token: { motion: false } }}
    button={{ autoInsertSpace: false }}
    virtual
    // Without motion a click is answered at once, also on the slow PCs of an office; and no dialog hangs in a movement that never ends.
    wave={{ disabled: true }}
  >
    <App className="program" message={{ maxCount: 3, top: 84 }} notification={{ placement: 'bottomRight', maxCount: 3 }}>
      <ErrorBoundary part="window">
        <StartUp />
      </ErrorBoundary>
    </App>
  </ConfigProvider>
)
