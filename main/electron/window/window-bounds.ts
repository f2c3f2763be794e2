import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type BrowserWindow, type Rectangle, screen } from 'electron'

interface Place extends Rectangle {
  readonly maximized: boolean
}

const USUAL_SIZE = { width: 1280, height: 800 } as const
/** After a window was moved, so that dragging it does not write all the way. */
const SETTLED_MS = 500
/** So much of a window must lie on a display that a person can take hold of it. */
const HOLD_PX = 80

/**
 * Where a window opens: where it was the last time, as far as there is still a display there; else
 * at its usual size, within the display there is.
 */
export function savedBounds(file: string): Partial<Rectangle> & { readonly maximized: boolean } {
  const kept = readPlace(file)
  if (kept !== undefined && isOnDisplay(kept)) return kept
  const { workAreaSize } = screen.getPrimaryDisplay()
  return {
    width: Math.min(USUAL_SIZE.width, workAreaSize.width),
    height: Math.min(USUAL_SIZE.height, workAreaSize.height),
    maximized: false,
  }
}

/**
 * Remembers where the window is, whenever it was moved and when it closes. That this fails is worth
 * no word.
 */
export function saveBounds(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    void writeFile(file, JSON.stringify(place)).catch(() => undefined)
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, SETTLED_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', write)
  window.on('closed', () => clearTimeout(timer))
}

function readPlace(file: string): Place | undefined {
  try {
    return placeOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

// By hand, for the window does not wait until a library that checks is loaded. What else there may
// be is left out: all of it would be options of the window.
function placeOf(value: Partial<Record<keyof Place, unknown>> | null): Place | undefined {
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
