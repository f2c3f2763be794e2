import { expect } from '@playwright/test'

/**
 * The demo, in order: what a person does and what must then be seen. Find things by role and name only.
 * @type {import('./run-steps.mjs').Step[]}
 */
export const steps = [
  {
    name: 'Escrowbook opens',
    run: async ({ page }) => {
      await expect(page).toHaveTitle(/Escrowbook/)
      await expect(page.getByRole('main')).toBeVisible()
    },
  },
]
