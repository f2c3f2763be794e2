// The build resolves `shared/words/main-texts.ts` to this module: the page shows none of those
// texts, and they would add about 5 % to its size.

/** The main process's texts as the page has them: none. */
export const MAIN_TEXTS = {} as const
