import type { Text } from '../words/say.tsx'
import { closeContract, openContract } from './contract.ts'
import type { DialogRequest } from './dialog-request.ts'
import { currentRoute } from './route.ts'
import { useStore } from './store.ts'

/** A contract that is open only for its dialog. */
let guest: string | null = null

/** Opens a dialog. If its contract is not open, opens it for as long as the dialog is open. */
export function openDialog(dialog: DialogRequest): void {
  useStore.setState({ dialog, palette: false })
  if (useStore.getState().opened?.contractId !== dialog.contractId) void openGuest(dialog.contractId)
}

/** Closes the open dialog. */
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

/** Opens or closes the palette. */
export function showPalette(palette: boolean): void {
  useStore.setState({ palette })
}

/** Shows a toast about the whole book. */
export function tell(text: Text): void {
  useStore.setState({ toast: { text, contractId: null, undo: null, again: null, warnings: [] } })
}

/** Dismisses the toast. */
export function dismissToast(): void {
  useStore.setState({ toast: null })
}
