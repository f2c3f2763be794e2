import { join } from 'node:path'
import { contentsOf } from '../../tools/notices/bundled-packages.mjs'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..')

/** The packages and modules that are really in out/. */
export const contents = await contentsOf(ROOT)
