import stringWidth from 'string-width'
import { printable } from './terminal.ts'

/** A column of a table: its title, and whether its cells are right-aligned numbers. */
export interface Column {
  readonly title: string
  readonly figures: boolean
}

const GAP = '  '

/**
 * Formats rows of cells below their titles; each column is as wide as its widest cell on a
 * terminal.
 */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows].map(cells => cells.map(printable))
  const widths = columns.map((_, index) =>
    lines.reduce((widest, cells) => Math.max(widest, stringWidth(cells[index] ?? '')), 0),
  )
  return lines.map(cells => lineOf(cells, columns, widths)).join('\n')
}

function lineOf(cells: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const padded = columns.map(({ figures }, index) => {
    const cell = cells[index] ?? ''
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(cell)))
    return figures ? space + cell : cell + space
  })
  return padded.join(GAP).trimEnd()
}
