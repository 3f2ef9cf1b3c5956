import type { CommandLine, CommandPage, OptionEntry, Value } from '../command-line.ts'

/** To be stored in a folder of `fpath`, or evaluated. */
export function zshScript({ name, options, commands }: CommandLine): string {
  return `#compdef ${name}
_${name}() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands
  _arguments -C \\
${options
  .flatMap(optionSpecs)
  .map(spec => `    ${spec} \\\n`)
  .join('')}    '1: :->command' '*:: :->rest' && return
  case $state in
  command)
    commands=(
${commands.map(command => `      ${quote(`${command.name}:${command.about}`)}\n`).join('')}    )
    _describe command commands
    ;;
  rest)
    case $words[1] in
${commands.map(command => commandCase(command, options)).join('\n')}
    esac
    ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`
}

function commandCase({ name, options, parameters }: CommandPage, inherited: readonly OptionEntry[]): string {
  const own = new Set(options.flatMap(({ flags }) => flags))
  const others = inherited.filter(({ flags }) => !flags.some(flag => own.has(flag)))
  const specs = [
    ...[...options, ...others].flatMap(optionSpecs),
    ...parameters.map(parameter => quote(`*:${escaped(parameter.name)}:${action(parameter)}`)),
  ]
  return `    ${name})\n      _arguments \\\n${specs.map(spec => `        ${spec}`).join(' \\\n')}\n      ;;`
}

/** Each may be repeated: which may not is left to the command to say. */
function optionSpecs({ flags, about, value }: OptionEntry): readonly string[] {
  return flags.map(flag => {
    const joins = value && flag.startsWith('--') ? '=' : ''
    const argument = value ? `:${escaped(value.name)}:${action(value)}` : ''
    return quote(`*${flag}${joins}[${escaped(about)}]${argument}`)
  })
}

function action({ choices, isFile }: Value): string {
  const words = choices.join(' ')
  if (choices.length > 0 && isFile) return `_alternative "words\\:word\\:(${words})" "files\\:file\\:_files"`
  if (choices.length > 0) return `(${words})`
  return isFile ? '_files' : ' '
}

function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
