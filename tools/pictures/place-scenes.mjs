import { letGo } from './scenes.mjs'

/** Places that are shown by a scene of their own. */
const SHOWN = new Set(['palette', 'refusal', 'reports-by-month', 'reconcile-columns', 'new-contract-already-under-way'])

/** Those of Reconcile after it need it. */
const STATEMENT = 'reconcile-a-statement'

/**
 * A scene for every dialog, menu and message that the tests look at, and for the states of screens that no other scene shows.
 * @param {typeof import('../../test/e2e/places.ts')} places
 * @returns {readonly import('./scenes.mjs').Scene[]}
 */
export function placeScenes({ PLACES, STATEMENT_PLACES, SCREENS, inEnglish, leave }) {
  const ofScreens = new Set(SCREENS.map(([name]) => slug(name)))
  return [...PLACES, ...STATEMENT_PLACES]
    .map(place => ({ ...place, name: slug(place.name) }))
    .filter(({ name }) => !ofScreens.has(name) && !SHOWN.has(name))
    .map(({ name, layer, show }) => ({
      name: name === STATEMENT ? 'reconcile' : name,
      small: name === STATEMENT,
      ...(layer !== undefined && { only: `[role="${layer}"]` }),
      show: async page => {
        await leave(page)
        await show(page, inEnglish)
        if (layer === undefined) await page.evaluate(letGo)
      },
    }))
}

/** @param {string} name */
const slug = name => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
