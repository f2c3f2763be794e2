/** The most rows one answer holds. */
export const PAGE_LIMIT = 200
