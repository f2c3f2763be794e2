/** The texts of what is shown outside the page: start-up problems and the native menu. */
export const SHELL = {
  'start.failed': 'The book in {folder} cannot be opened.',
  'start.again': 'Try again',
  'start.quit': 'Quit',
} as const
