import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../shared/api/export-formats.ts'
import { say } from '../../shared/words/say.ts'

const doc = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')

test.each(EXPORT_FORMATS)('the help of the command line and the documents name the format %s', format => {
  expect(say('terminal.help.export')).toContain(format)
  expect(doc('exports.md')).toMatch(new RegExp(`\\b${format}\\b`, 'i'))
  expect(doc('command-line.md')).toContain(`\`${format}\``)
  expect(doc('api.md')).toContain(`'${format}'`)
})
