import { defineConfig } from 'vitest/config'

/** Tests in the real window; everything else needs no window. */
const E2E = 'tests/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    // Dates are plain: the suite runs far from UTC to show it.
    env: { TZ: 'Asia/Shanghai' },
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [E2E],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [E2E],
          globalSetup: ['tests/support/e2e-set-up.ts'],
          // After the others, and two at a time: a window mostly waits, but does in ten seconds what it does in one beside four busy processes.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
