import type { Text } from '../words/say.tsx'
import { closeContract, openContract } from './contract.ts'
import type { DialogRequest } from './dialog-request.ts'
import { currentRoute } from './route.ts'
import { useStore } from './store.ts'

/** The contract that was opened only for the dialog about it. */
let guest: string | null = null

/**
 * Shows a dialog. Dialogs are of an open contract: one that is not open is opened for as long as
 * its dialog is.
 */
export function openDialog(dialog: DialogRequest): void {
  useStore.setState({ dialog, palette: false })
  if (useStore.getState().opened?.contractId !== dialog.contractId) void openGuest(dialog.contractId)
}

/** Leaves the dialog that is open. */
export function closeDialog(): void {
  useStore.setState({ dialog: null })
  const route = currentRoute()
  if (guest !== null && !(route.screen === 'contract' && route.contractId === guest)) closeContract(guest)
  guest = null
}

async function openGuest(contractId: string): Promise<void> {
  guest = contractId
  await openContract(contractId)
  const { opened, dialog } = useStore.getState()
  if (dialog?.contractId !== contractId || opened?.contractId !== contractId || opened.error === null) return
  closeDialog()
  tell({ key: 'toast.refused', params: { message: opened.error.message } })
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
