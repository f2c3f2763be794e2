import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { readOwn, writeOwn } from '../../book/folder/own-file.ts'
import { fittedBounds } from './fitted-bounds.ts'

interface SavedBounds extends Rectangle {
  readonly maximized: boolean
}

const USUAL_SIZE = { width: 1280, height: 800 } as const
/** The delay after a window moved, so that dragging it does not write all the way. */
const SETTLED_MS = 500
/** The width and height of a window that must be on a display for a person to take hold of it. */
const HOLD_PX = 80

/**
 * The bounds a window opens with: those of the last time if a display is still there, fitted to
 * it, else the usual size within the primary display.
 */
export function savedBounds(file: string): Partial<Rectangle> & { readonly maximized: boolean } {
  const kept = readBounds(file)
  if (kept !== undefined && isOnDisplay(kept))
    return { ...fittedBounds(kept, screen.getDisplayMatching(kept).workArea), maximized: kept.maximized }
  const { workAreaSize } = screen.getPrimaryDisplay()
  return {
    width: Math.min(USUAL_SIZE.width, workAreaSize.width),
    height: Math.min(USUAL_SIZE.height, workAreaSize.height),
    maximized: false,
  }
}

/**
 * Saves a new window's bounds whenever they change and when it closes. `maximized`: it will be once
 * it is shown, and is saved as such until then. Errors are ignored.
 */
export function saveBounds(window: BrowserWindow, file: string, maximized: boolean): void {
  let timer: NodeJS.Timeout | undefined
  let wasShown = false
  const write = (): void => {
    clearTimeout(timer)
    const bounds: SavedBounds = { ...window.getNormalBounds(), maximized: wasShown ? window.isMaximized() : maximized }
    try {
      writeOwn(file, JSON.stringify(bounds))
    } catch {
      // The window opens at its usual size then.
    }
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, SETTLED_MS)
  }
  window.once('show', () => {
    wasShown = true
  })
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', write)
  window.on('closed', () => clearTimeout(timer))
}

function readBounds(file: string): SavedBounds | undefined {
  try {
    return boundsOf(JSON.parse(readOwn(file)))
  } catch {
    return undefined
  }
}

// Checked by hand: the window should not wait for a schema library to load. Other keys are dropped,
// since all of them would become options of the window.
function boundsOf(value: Partial<Record<keyof SavedBounds, unknown>> | null): SavedBounds | undefined {
  const { x, y, width, height, maximized } = value ?? {}
  return isWhole(x) &&
    isWhole(y) &&
    isWhole(width) &&
    width > 0 &&
    isWhole(height) &&
    height > 0 &&
    typeof maximized === 'boolean'
    ? { x, y, width, height, maximized }
    : undefined
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

function isOnDisplay({ x, y, width }: Rectangle): boolean {
  return screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x + width >= area.x + HOLD_PX &&
        x <= area.x + area.width - HOLD_PX &&
        y >= area.y &&
        y <= area.y + area.height - HOLD_PX,
    )
}
