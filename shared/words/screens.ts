/** The texts of screens, dialogs, menus and toasts. */
export const SCREENS = {
  'app.name': 'Escrowbook',
} as const
