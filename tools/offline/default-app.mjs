import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// An ES module with a top-level `await import`: otherwise the app's main module would run after
// `ready`, too late to register its scheme.
const SOURCE = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const named = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (named === undefined) {
  console.error('electron: name the folder of an app')
  app.exit(1)
} else {
  const folder = resolve(named)
  const { main = 'index.js', name, productName, version, desktopName } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (version) app.setVersion(version)
  if (productName ?? name) app.name = productName ?? name
  if (desktopName) app.setDesktopName(desktopName)
  app.setAppPath(folder)
  await import(pathToFileURL(join(folder, main)).href)
}
`

/**
 * Writes the part of Electron's default app that is needed: it opens the folder given on its
 * command line.
 * @param {string} folder
 */
export async function writeDefaultApp(folder) {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "electron", "version": "0.0.0", "type": "module", "main": "index.js" }\n',
  )
  await writeFile(join(folder, 'index.js'), SOURCE)
}
