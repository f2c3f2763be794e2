/** The exit codes for scripts: success, refused, wrong usage, or a damaged book. */
export const EXIT = { fine: 0, refused: 1, wrongUse: 2, damaged: 3 } as const
/** See `EXIT`. */
export type Exit = (typeof EXIT)[keyof typeof EXIT]
