#!/usr/bin/env node
// Stands in for fpm where it cannot be downloaded: takes the arguments that electron-builder passes
// and builds the package with dpkg-deb or rpmbuild.
import { parseArgs } from 'node:util'
import { makeDeb } from './deb.mjs'
import { makeRpm } from './rpm.mjs'

const text = /** @type {const} */ ({ type: 'string' })
const { values, positionals } = parseArgs({
  allowPositionals: true,
  // Ignore options that electron-builder may pass but none of our packages needs.
  strict: false,
  options: {
    source: { type: 'string', short: 's' },
    target: { type: 'string', short: 't' },
    depends: { type: 'string', short: 'd', multiple: true },
    'deb-recommends': { type: 'string', multiple: true },
    'deb-compression': text,
    'deb-priority': text,
    'rpm-os': text,
    'rpm-compression': text,
    'rpm-summary': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
    iteration: text,
    force: { type: 'boolean' },
  },
})

/** @param {string} name */
const one = name => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}
/** @param {string} name */
const many = name => [values[name] ?? []].flat().map(String)

/** @type {import('./linux-package.mjs').LinuxPackage} */
const described = {
  file: one('package'),
  name: one('name'),
  version: one('version'),
  architecture: one('architecture'),
  maintainer: one('maintainer'),
  homepage: one('url'),
  licence: one('license'),
  section: one('category') || 'misc',
  summary: one('rpm-summary'),
  description: one('description'),
  depends: many('depends'),
  recommends: many('deb-recommends'),
  afterInstall: one('after-install'),
  afterRemove: one('after-remove'),
  content: positionals.map(pair => {
    const at = pair.lastIndexOf('=')
    return { from: pair.slice(0, at), to: pair.slice(at + 1) }
  }),
}

const makers = { deb: makeDeb, rpm: makeRpm }
const target = one('target')
try {
  if (target !== 'deb' && target !== 'rpm') throw new Error(`this builds deb and rpm, not ${target}`)
  await makers[target](described)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
