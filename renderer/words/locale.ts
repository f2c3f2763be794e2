/** The person's locale, for numbers and dates. */
export const LOCALE = navigator.language || 'en'
