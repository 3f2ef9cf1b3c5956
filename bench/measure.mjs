import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {string[]} command
 * @property {number} [status] the exit status that is right; 0 when not given
 * @property {(output: string) => void} [verify] throws when the output shows that the work was not done
 */

// Bash's own clock: microseconds behind it, and no process in between.
const timed = `exec 4>&2; TIMEFORMAT='%R %U %S'; { time "$@" 2>&4 3>&- 4>&-; } 2>&3`

/** Seconds of one whole process: `wall` by the clock, `cpu` of user and system on all threads. */
export function measure(candidate) {
  const { error, status, stdout, stderr, output } = spawnSync(
    'bash',
    ['-c', timed, 'bash', ...candidate.command],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (error) throw error
  confirm(candidate, status, stdout, stderr)
  const [wall, user, system] = output[3].trim().split(' ').map(Number)
  return { wall, cpu: user + system }
}

/** All candidates once unmeasured, then in turn, round by round. Samples by name, of `wall` and `cpu`. */
export function measureInTurn(candidates, rounds) {
  for (const candidate of candidates) measure(candidate)
  const samples = new Map(candidates.map(({ name }) => [name, { wall: [], cpu: [] }]))
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates) {
      const { wall, cpu } = measure(candidate)
      samples.get(candidate.name).wall.push(wall)
      samples.get(candidate.name).cpu.push(cpu)
    }
  }
  return samples
}

/** Megabytes of a process at its peak. */
export function measurePeak(candidate) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-peak-'))
  const file = join(folder, 'peak')
  try {
    const [command, ...args] = peakCommand(candidate.command, file)
    const { status, stdout, stderr } = spawnSync(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    confirm(candidate, status, stdout, stderr)
    return Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) / 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hasGnuTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0

function peakCommand([command, ...args], file) {
  if (hasGnuTime) return ['/usr/bin/time', '-o', file, '-f', '%M', command, ...args]
  const script = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`
  return [command, '--import', `data:text/javascript,${encodeURIComponent(script)}`, ...args]
}

function confirm({ name, status: right = 0, verify }, status, stdout, stderr) {
  if (status !== right) throw new Error(`${name} ended with ${status}, not ${right}\n${stderr || stdout}`)
  verify?.(stdout)
}

export function spread(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return { median, min: sorted[0], max: sorted.at(-1) }
}

/** Round by round, so that what slows the machine for a while slows both sides. */
export function ratio(samples, base) {
  return spread(samples.map((sample, round) => sample / base[round]))
}
