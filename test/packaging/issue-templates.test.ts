import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const FOLDER = join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE')

test.each(readdirSync(FOLDER))('the issue form %s is valid for GitHub', name => {
  const form = parse(readFileSync(join(FOLDER, name), 'utf8'))
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
  const fields: { type: string; id?: string; attributes: { label?: string; value?: string } }[] = form.body
  const questions = fields.filter(({ type }) => type !== 'markdown')
  for (const { type, attributes } of questions) {
    expect(['input', 'textarea']).toContain(type)
    expect(attributes.label).toMatch(/\S/)
  }
  const ids = questions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(0)
})
