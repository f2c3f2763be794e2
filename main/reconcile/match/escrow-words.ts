/** Upwork has called escrow “project funds” since 2025; “fund” alone says nothing of the way. */
const FROM_ESCROW =
  /from (?:the )?(?:escrow|project funds)|escrow (?:release|payment)|\breleas|\bapproved?\b|paid from/i
const INTO_ESCROW = /(?:to|into|in) (?:escrow|project funds)|escrow (?:deposit|funding)|\bdeposit|\bprefund/i

/** True if a row's text says that money came from escrow. */
export const isFromEscrow = (text: string): boolean => FROM_ESCROW.test(text)

/** True if a row's text says that money went into escrow. */
export const isIntoEscrow = (text: string): boolean => INTO_ESCROW.test(text)

/** True if a row's text says that money came from escrow, and not also that it went in. */
export const isOnlyFromEscrow = (text: string): boolean => isFromEscrow(text) && !isIntoEscrow(text)
