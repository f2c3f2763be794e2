/**
 * The sentences of refusals and warnings: `refusal.CODE` says what is wrong, `hint.CODE` what can be done instead,
 * each with `.VARIANT` appended where the engine names one. Placeholders are the engine's parameters.
 */
export const REFUSALS = {
  'refusal.internal': 'Something in Escrowbook went wrong. The book is unharmed; nothing was recorded.',
  'hint.internal': 'Try again; if it happens again, restart the app.',
} as const
