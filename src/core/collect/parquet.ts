import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { toolName, toolVersion } from '../name.ts'
import { columns, type Field, type Kind, type Row } from './rows.ts'
import type { MakeWriter } from './writer.ts'

/** Rows that are packed together, and held until they are. */
const groupSize = 50_000

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
} as const satisfies Readonly<Record<Kind, object>>

/** A decimal number stands twice: as a double, which every program computes with, and in digits, which are exact. */
const stored = columns.flatMap(({ name, kind }, at) => {
  const own = { name, kind, at }
  return kind === 'decimal' ? [own, { name: `${name}_text`, kind: 'text' as const, at }] : [own]
})

export const parquet: MakeWriter = () => {
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: 'root', num_children: stored.length },
      ...stored.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...types[kind] })),
    ],
    createdBy: `${toolName} version ${toolVersion}`,
  })
  let open: Row[] = []
  const pack = (rows: readonly Row[]) => {
    const columnData = stored.map(({ name, kind, at }) => ({
      name,
      data: rows.map(row => converted(row[at]!, kind)),
    }))
    file.write({ columnData, rowGroupSize: groupSize })
  }
  const taken = () => {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return bytes
  }
  return {
    add(rows) {
      open.push(...rows)
      while (open.length >= groupSize) {
        pack(open.slice(0, groupSize))
        open = open.slice(groupSize)
      }
      return taken()
    },
    end() {
      if (open.length > 0) pack(open)
      file.finish()
      return taken()
    },
  }
}

function converted(field: Field, kind: Kind): Field {
  return kind === 'decimal' && field !== null ? Number(field) : field
}
