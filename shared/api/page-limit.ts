/** The maximum number of rows in one answer. */
export const PAGE_LIMIT = 200
