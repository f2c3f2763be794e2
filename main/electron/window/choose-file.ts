import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'

/**
 * Asks where a file is to be saved, with a name to start from; the system asks before one that is
 * there is named. Undefined where the person did not choose.
 */
export async function chooseFile(window: BrowserWindow, title: string, name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), name),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === '' ? undefined : filePath
}

/** Asks for a file to read, of those with an ending. Undefined where the person did not choose. */
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
