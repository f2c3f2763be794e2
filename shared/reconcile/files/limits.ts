/** The most bytes that a file in a ZIP, or an XML file, may have once unpacked. */
export const MOST_UNPACKED_BYTES = 200_000_000

/** The most rows of a statement. */
export const MOST_ROWS = 200_000

/** The most characters of a cell: the most that a spreadsheet can hold in one, rounded down. */
export const LONGEST_CELL = 32_000

/** The most columns of a row. */
export const MOST_COLUMNS = 1_000

/**
 * The maximum size of a statement in bytes: the most that one message to the main process can
 * carry.
 */
export const LARGEST_STATEMENT_BYTES = 32_000_000
