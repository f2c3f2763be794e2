import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contents, ROOT } from './contents.ts'

const { packages } = contents
const electron: { version: string } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'))
const text = readFileSync(join(ROOT, 'out/notices/THIRD-PARTY.txt'), 'utf8')
const { notices }: { notices: { name: string; version: string; licence: string; text: string }[] } = await import(
  pathToFileURL(join(ROOT, 'out/renderer/third-party.js')).href
)

/** The text without differences in white space. */
const plain = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

test('the build contains packages in main and page, with scripts, style sheets and fonts', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['electron-log', 'react-dom', '@fontsource-variable/inter', '@fontsource/inter']),
  )
  expect(names).not.toContain('vite')
})

describe.each(packages.map(({ name, version, folder }) => [name, version, folder] as const))(
  'the notices name %s %s',
  (name, version, folder) => {
    const notice = notices.find(one => one.name === name && one.version === version)
    const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry))

    test('and its licence, for the page and for people', () => {
      const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      expect(notice?.licence).toBe(license)
      expect(text).toContain(`\n  ${name} ${version} (${license})\n`)
    })

    test('with the full licence text', () => {
      if (file === undefined) {
        expect(plain(notice?.text ?? '')).toMatch(
          /^(MIT|The ISC) License Copyright \(c\) \w.+ Permission is hereby granted/,
        )
      } else expect(plain(notice?.text ?? '')).toBe(plain(readFileSync(join(folder, file), 'utf8')))
      const section = text.slice(text.lastIndexOf(`\n${name} ${version} (`))
      expect(plain(section)).toContain(plain(notice?.text ?? ''))
    })
  },
)

test('the notices name no other package, except Electron, which is not bundled', () => {
  const named = notices.map(({ name, version }) => `${name}@${version}`)
  const shipped = packages.map(({ name, version }) => `${name}@${version}`)
  expect(named.sort()).toEqual([...shipped, `electron@${electron.version}`].sort())
})

test('the copyright file has our own licence and every notice', () => {
  const copyright = readFileSync(join(ROOT, 'out/notices/copyright'), 'utf8')
  expect(copyright).toContain(readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim())
  expect(copyright).toContain(text)
})
