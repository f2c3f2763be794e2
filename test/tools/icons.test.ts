import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { icns, ico } from '../../tools/icons/containers.mjs'

const BUILD = join(import.meta.dirname, '../../build')

/** The width and height in a PNG's header. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('the committed icons', () => {
  test.each([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024])(
    'include a Linux icon of %i pixels, whose size matches its name',
    size => {
      expect(sizeOf(readFileSync(join(BUILD, 'icons', `${size}x${size}.png`)))).toEqual([size, size])
    },
  )

  test('include a Windows icon, whose pictures match its directory, up to 256 pixels', () => {
    const icon = readFileSync(join(BUILD, 'icon.ico'))
    const pictures = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index
      const offset = icon.readUInt32LE(entry + 12)
      const png = icon.subarray(offset, offset + icon.readUInt32LE(entry + 8))
      const said = icon.readUInt8(entry) || 256
      expect(sizeOf(png)).toEqual([said, said])
      return said
    })
    expect(pictures).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  test('include a macOS icon, whose parts fill it exactly, with each size at single and double density', () => {
    const icon = readFileSync(join(BUILD, 'icon.icns'))
    expect(icon.toString('latin1', 0, 4)).toBe('icns')
    expect(icon.readUInt32BE(4)).toBe(icon.length)
    const parts: Record<string, number> = {}
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4))
      parts[icon.toString('latin1', at, at + 4)] = sizeOf(icon.subarray(at + 8))[0]
    expect(parts).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    })
  })
})

test('an icon contains every picture unchanged', () => {
  const pictures = [16, 256].map(size => ({ size, png: Buffer.from(`picture of ${size}`) }))
  for (const icon of [ico(pictures), icns(pictures)])
    for (const { png } of pictures) expect(icon.includes(png)).toBe(true)
})
