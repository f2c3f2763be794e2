import type { Text } from '../words/say.tsx'
import type { DialogRequest } from './dialog-request.ts'
import { useStore } from './store.ts'

/** Shows a dialog. */
export function openDialog(dialog: DialogRequest): void {
  useStore.setState({ dialog, palette: false })
}

/** Leaves the dialog that is open. */
export function closeDialog(): void {
  useStore.setState({ dialog: null })
}

/** Shows or leaves the palette. */
export function showPalette(palette: boolean): void {
  useStore.setState({ palette })
}

/** Says what was done with the whole book, in a toast. */
export function tell(text: Text): void {
  useStore.setState({ toast: { text, contractId: null, undoable: false, again: null, warnings: [] } })
}

/** Takes the toast away. */
export function dismissToast(): void {
  useStore.setState({ toast: null })
}
