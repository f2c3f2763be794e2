// The build resolves `shared/words/main-texts.ts` to this module, since the page says none of those
// texts: they would be a twentieth of its weight.

/** No texts. */
export const MAIN_TEXTS = {} as const
