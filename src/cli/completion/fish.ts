import type { CommandLine, CommandPage, OptionEntry, Parameter } from '../command-line.ts'

export function fishScript({ name, options, commands }: CommandLine): string {
  const names = commands.map(command => command.name).join(' ')
  const lines = [
    `# fish completion of ${name}`,
    ...options.map(option => optionLine('', option)),
    `-n 'not __fish_seen_subcommand_from ${names}' -f`,
    ...commands.flatMap(command => commandLines(command, names)),
  ]
  return lines.map(line => (line.startsWith('#') ? `${line}\n` : `complete -c ${name} ${line}\n`)).join('')
}

function commandLines({ name, about, options, parameters }: CommandPage, names: string): readonly string[] {
  const seen = `-n '__fish_seen_subcommand_from ${name}' `
  return [
    `-n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${quote(about)}`,
    ...options.map(option => optionLine(seen, option)),
    ...(parameters.some(({ isFile }) => isFile) ? [] : [`${seen}-f`]),
    ...parameters.flatMap(parameter => parameterLine(seen, parameter)),
  ]
}

function optionLine(condition: string, { flags, about, value }: OptionEntry): string {
  const named = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const choices = value && value.choices.length > 0 ? ` -a '${value.choices.join(' ')}'` : ''
  const takes = value ? (value.isFile ? ' -r -F' : ` -x${choices}`) : ''
  return `${condition}${named.join(' ')}${takes} -d ${quote(about)}`
}

function parameterLine(condition: string, { choices }: Parameter): readonly string[] {
  return choices.length > 0 ? [`${condition}-a '${choices.join(' ')}'`] : []
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
