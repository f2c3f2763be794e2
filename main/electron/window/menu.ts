import { app, type BrowserWindow, Menu } from 'electron'
import { push } from '../ipc/push.ts'
import { aboutPanel } from './about-panel.ts'
import { menuTemplate } from './menu-template.ts'

/**
 * Gives the app its menu and the About panel in it. A chosen item runs in the page, by the same
 * action as the page's buttons.
 */
export function showMenu(window: BrowserWindow): void {
  const template = menuTemplate({
    isMac: process.platform === 'darwin',
    isDevelopment: !app.isPackaged,
    choose: action => push(window, 'menu', { action }),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  app.setAboutPanelOptions(
    aboutPanel({
      version: app.getVersion(),
      platform: process.platform,
      isPackaged: app.isPackaged,
      executable: app.getPath('exe'),
      resources: process.resourcesPath,
      source: app.getAppPath(),
    }),
  )
}
