import { app, type BrowserWindow, Menu } from 'electron'
import { push } from '../ipc/push.ts'
import { menuTemplate } from './menu-template.ts'

/**
 * Gives the app its menu. What is chosen there the page does, by the same action as its buttons.
 */
export function showMenu(window: BrowserWindow): void {
  const template = menuTemplate({
    isMac: process.platform === 'darwin',
    isDevelopment: !app.isPackaged,
    choose: action => push(window, 'menu', { action }),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
