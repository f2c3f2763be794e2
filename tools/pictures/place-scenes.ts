import { PLACES } from '../../test/e2e/places/places.ts'
import { SCREENS } from '../../test/e2e/places/screens.ts'
import { STATEMENT_PLACES } from '../../test/e2e/places/statements.ts'
import { inEnglish, leave } from '../../test/e2e/visiting.ts'
import { letGo, type Scene } from './scenes.mjs'

/** Places that have their own scene elsewhere. */
const SHOWN = new Set(['palette', 'refusal', 'reports-by-month', 'reconcile-columns', 'new-contract-already-under-way'])

/** The first place with a statement; the later ones need it open. */
const STATEMENT = 'reconcile-a-statement'

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

const OF_SCREENS = new Set(SCREENS.map(([name]) => slug(name)))

/**
 * A scene for every dialog, menu and message that the tests visit, and for each state of a screen
 * that no other scene shows.
 */
export const placeScenes: readonly Scene[] = [...PLACES, ...STATEMENT_PLACES]
  .map(place => ({ ...place, name: slug(place.name) }))
  .filter(({ name }) => !OF_SCREENS.has(name) && !SHOWN.has(name))
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
