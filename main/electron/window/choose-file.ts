import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'

/**
 * Asks for the path to save a file to, with a suggested name; the system confirms overwriting.
 * Undefined if the person cancels.
 */
export async function chooseFile(window: BrowserWindow, title: string, name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), name),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === '' ? undefined : filePath
}

/** Asks for an existing file with one of the given extensions. Undefined if the person cancels. */
export async function chooseExisting(
  window: BrowserWindow,
  title: string,
  ending: string,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: [{ name: title, extensions: [ending] }],
  })
  return canceled ? undefined : filePaths[0]
}
