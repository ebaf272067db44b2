import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Dates are plain: the suite runs far from UTC to show it.
    env: { TZ: 'Asia/Shanghai' },
  },
})
