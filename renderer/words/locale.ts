/** The locale in which this person writes numbers and dates, as the page bears it; the browser itself knows only the language of the menus. */
export const LOCALE = document.documentElement.dataset['locale'] ?? (navigator.language || 'en')
