import type { Rectangle } from 'electron'

/**
 * Returns a window's bounds on a display with this work area, in px: each side that is longer than
 * the area's becomes as long, and begins with it. The rest stays.
 */
export function fittedBounds(bounds: Rectangle, area: Rectangle): Rectangle {
  const { x, y, width, height } = bounds
  return {
    ...(width > area.width ? { x: area.x, width: area.width } : { x, width }),
    ...(height > area.height ? { y: area.y, height: area.height } : { y, height }),
  }
}
