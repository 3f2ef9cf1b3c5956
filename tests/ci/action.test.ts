import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { alikeAllowed, bad, blank, folderWith, good, ofBody } from '../cli/run.ts'
import { misfits } from './schema.ts'

interface Step {
  readonly id?: string
  readonly run: string
  readonly shell: string
  readonly env?: Readonly<Record<string, string>>
}

const action = parse(readFileSync('action.yml', 'utf8'))
const steps = action.runs.steps as readonly Step[]

const folder = mkdtempSync(join(tmpdir(), 'gouji-action-'))
afterAll(() => rmSync(folder, { recursive: true }))
const checkout = join(folder, 'actions', 'gouji v1')
mkdirSync(checkout, { recursive: true })
for (const name of ['bin', 'dist', 'node_modules', 'package.json', '.github'])
  symlinkSync(join(process.cwd(), name), join(checkout, name))

/** What a job of GitHub sees of the action; `with` as in a workflow. */
function runAction(
  files: Readonly<Record<string, string | Uint8Array>>,
  inputs: Readonly<Record<string, string>>,
  tools = '',
) {
  const job = mkdtempSync(join(folder, 'job '))
  const place = (name: string) => join(job, name)
  for (const name of ['workspace', 'temp']) mkdirSync(place(name))
  for (const name of ['output', 'summary']) writeFileSync(place(name), '')
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(job, 'workspace', path)), { recursive: true })
    writeFileSync(join(job, 'workspace', path), content)
  }
  const resolved = (expression: string) =>
    expression.replace(
      /^\$\{\{ inputs\.([\w-]+) \}\}$/,
      (_, name: string) => inputs[name] ?? action.inputs[name].default,
    )
  let stdout = ''
  let status: number | null = 0
  for (const step of steps) {
    writeFileSync(place('script'), step.run)
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, resolved(value)])
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', place('script')], {
      cwd: place('workspace'),
      encoding: 'utf8',
      env: {
        PATH: `${tools}:${process.env.PATH}`,
        HOME: job,
        GITHUB_ACTION_PATH: checkout,
        GITHUB_OUTPUT: place('output'),
        GITHUB_STEP_SUMMARY: place('summary'),
        GITHUB_WORKSPACE: place('workspace'),
        RUNNER_TEMP: place('temp'),
        ...Object.fromEntries(own),
      },
    })
    stdout += ran.stdout + ran.stderr
    status = ran.status
    if (status !== 0) break
  }
  return {
    status,
    stdout,
    outputs: readFileSync(place('output'), 'utf8'),
    summary: readFileSync(place('summary'), 'utf8'),
    left: readdirSync(place('temp')),
    created: (path: string) => existsSync(join(job, 'workspace', path)),
  }
}

test('it fits the schema of actions', () => {
  expect(misfits('github-action', action)).toEqual([])
  expect(misfits('github-action', { ...action, runs: { using: 'composite' } })).not.toEqual([])
})

test('inputs reach scripts as variables only', () => {
  expect(steps.filter(({ run }) => run.includes('${{'))).toEqual([])
  expect(steps.filter(({ shell }) => shell !== 'bash')).toEqual([])
  const used = steps.flatMap(({ env = {} }) => Object.values(env))
  expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs).map(name => `\${{ inputs.${name} }}`)))
})

test('a report in order', () => {
  const { status, stdout, outputs, left } = runAction({ '好镇.csv': good }, {})
  expect({ status, stdout, outputs, left }).toEqual({
    status: 0,
    stdout: '',
    outputs: 'errors=0\nwarnings=0\n',
    left: [],
  })
})

test('findings are annotations, counted, and stop the job', () => {
  const { status, stdout, outputs } = runAction({ '坏镇.csv': bad, '空格.csv': ofBody('空格镇', blank) }, {})
  expect(status).toBe(1)
  expect(stdout).toMatch(/^::error file=坏镇\.csv,line=\d+,col=\d+,title=gouji \(GJ302\)::坏镇\.csv:/)
  expect(stdout).toContain('::warning file=空格.csv,')
  expect(outputs).toBe('errors=3\nwarnings=1\n')
})

test('paths stand one a line, options between blanks', () => {
  const files = {
    '坏镇.csv': bad,
    '空格.csv': ofBody('空格镇', blank),
    '南 部/好镇.csv': ofBody('好镇', good),
    'gouji.json': alikeAllowed,
  }
  const some = runAction(files, { paths: '空格.csv\n南 部\n', args: '--lang en\n  --max-warnings 0 ' })
  expect(some.status).toBe(1)
  expect(some.stdout).toContain('error: 1 warning, more than the 0 that --max-warnings allows.')
  expect(some.outputs).toBe('errors=0\nwarnings=1\n')
  expect(runAction(files, { paths: '空格.csv', args: '--profile strict' }).outputs).toBe(
    'errors=1\nwarnings=0\n',
  )
})

test('an older Node.js is said, and nothing is done', () => {
  const tools = folderWith({ node: '#!/bin/sh\nexit 1\n' })
  chmodSync(join(tools, 'node'), 0o755)
  const { status, stdout } = runAction({ '好镇.csv': good }, {}, tools)
  expect(status).toBe(2)
  expect(stdout).toMatch(/^::error title=gouji::需要 Node\.js 20\.19 .*\n$/)
})

test('wrong use and nothing to check stay 2, without counts', () => {
  expect(runAction({}, {})).toMatchObject({ status: 2 })
  expect(runAction({ '好镇.csv': good }, { paths: '没有.csv' })).toMatchObject({ status: 2 })
  expect(runAction({ '好镇.csv': good }, { args: '--nonsense' })).toMatchObject({
    status: 2,
    outputs: '',
    left: [],
  })
})

test('no name of a file and no input is run or taken for an option', () => {
  const names = [
    '$(touch made).csv',
    '`touch made`.csv',
    "'; touch made; '.csv",
    '"; touch made; ".csv',
    '-x.csv',
    '$HOME.csv',
    '*.csv',
  ]
  for (const name of names) {
    const { status, stdout, created } = runAction({ [name]: bad, 'z.csv': good }, { paths: name })
    expect([name, status]).toEqual([name, 1])
    expect(stdout).toMatch(/^::error /)
    expect(created('made')).toBe(false)
  }
  for (const args of ['$(touch made)', '; touch made', '`touch made`']) {
    const { status, created } = runAction({ 'z.csv': good }, { args })
    expect(created('made')).toBe(false)
    expect([args, status]).toEqual([args, 2])
  }
})

test('the summary of the job and SARIF are written when asked for', () => {
  const asked = runAction({ '坏镇.csv': bad }, { 'sarif-file': '报告 1.sarif' })
  expect(asked.summary).toContain('GJ302')
  expect(asked.created('报告 1.sarif')).toBe(true)
  const none = runAction({ '坏镇.csv': bad }, { summary: 'false' })
  expect(none.summary).toBe('')
  expect(none.outputs).toBe(asked.outputs)
})

test('with the matcher the lines of unix are announced to the runner', () => {
  const { stdout } = runAction({ '坏镇.csv': bad }, { format: 'unix', matcher: 'true' })
  const [first, second] = stdout.split('\n')
  const path = /^::add-matcher::(.*)$/.exec(first!)![1]!
  expect(JSON.parse(readFileSync(path, 'utf8')).problemMatcher).toHaveLength(2)
  expect(second).toMatch(/^坏镇\.csv:\d+:\d+: error GJ/)
})
