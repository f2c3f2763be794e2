import { create } from 'zustand'
import type { AppliedStatement } from '../../shared/reconcile/statement.ts'
import { bridge } from '../ask/bridge.ts'
import { openBookDialog } from './book-dialog.ts'
import { currentRoute } from './route.ts'
import { useStore } from './store.ts'

/** Shows what taking an import back would change. Takes the number of its line. */
export function previewTakeBack(line: number): void {
  openBookDialog({ dialog: 'take-back', import: line })
}

/** The imports that were taken back since the window opened, by the numbers of their lines. */
export const useTakenBack = create<{ readonly lines: ReadonlySet<number> }>()(() => ({ lines: new Set() }))

/** Notes that an import was taken back. */
export function noteTakenBack(line: number): void {
  useTakenBack.setState(({ lines }) => ({ lines: new Set(lines).add(line) }))
}

/** Reports an import in a toast that offers to take it back. */
export function tellImported({ recorded, annotated, import: line }: AppliedStatement, file: string): void {
  if (line === null) return
  useStore.setState({
    toast: {
      text: { key: 'toast.imported', params: { recorded, annotated, file } },
      contractId: null,
      undo: null,
      again: null,
      import: line,
      warnings: [],
    },
  })
}

/**
 * Undo of an import: opens the preview of the one that the toast names, or on the screen Reconcile
 * of the latest. Returns false if there is none.
 */
export async function undoImport(): Promise<boolean> {
  const { toast } = useStore.getState()
  const line = toast?.import ?? (currentRoute().screen === 'reconcile' ? await latestImport() : undefined)
  if (line === undefined) return false
  previewTakeBack(line)
  return true
}

async function latestImport(): Promise<number | undefined> {
  const answer = await bridge.query({ type: 'imports', limit: 1 })
  const latest = answer.ok ? answer.value.rows[0] : undefined
  return latest === undefined || latest.takenBack !== undefined || latest.blocked !== undefined
    ? undefined
    : latest.import
}
