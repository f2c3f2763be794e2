import { dirname, join } from 'node:path'
import type { AboutPanelOptionsOptions } from 'electron'
import { say } from '../../../shared/words/say.ts'

/** The installed app, or the one in development, as far as the About panel speaks of it. */
export interface RunningApp {
  readonly version: string
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The path of the binary. */
  readonly executable: string
  /** Electron's `process.resourcesPath`. */
  readonly resources: string
  /** The folder of package.json, within the archive once packaged. */
  readonly source: string
}

/** The content of the About panel: version, licence, and the file with third-party notices. */
export function aboutPanel(running: RunningApp): AboutPanelOptionsOptions {
  return {
    applicationName: say('app.name'),
    applicationVersion: running.version,
    // The one text that all three systems show.
    copyright: `${say('about.copyright')}\n${say('about.notices', { file: noticesFile(running) })}`,
  }
}

/**
 * The path where electron-builder.yml puts the notices; in development, where the build leaves
 * them.
 */
function noticesFile({ platform, isPackaged, executable, resources, source }: RunningApp): string {
  if (!isPackaged) return join(source, 'out', 'notices', 'THIRD-PARTY.txt')
  return join(platform === 'darwin' ? resources : dirname(executable), 'THIRD-PARTY.txt')
}
