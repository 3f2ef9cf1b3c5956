// Builds dist/ after an install, also when npm installs the package from git without its own dependencies, as the
// hook runners do. Nothing goes to standard output: `npm pack` prints the name of its file there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(global|prefix|location|install_links)$/i.test(name),
  ),
)

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: environment })
  if (status !== 0) process.exit(status ?? 1)
}

function npm(...args) {
  const cli = process.env.npm_execpath
  if (cli) run(process.execPath, [cli, ...args])
  else run('npm', args)
}

if (!existsSync('node_modules/esbuild') || !existsSync('node_modules/typescript'))
  npm('install', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund')
npm('run', 'build')
