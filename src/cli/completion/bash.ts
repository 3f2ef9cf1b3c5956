import type { CommandLine, CommandPage, OptionEntry } from '../command-line.ts'

/** For bash 3.2 and later, without the package bash-completion. */
export function bashScript({ name, options, commands }: CommandLine): string {
  const names = commands.map(command => command.name)
  return `# bash completion of ${name}
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= words= each
  # What stands behind = and : is a word of its own to bash.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    case $each in ${names.join('|')})
      command=$each
      break
      ;;
    esac
  done
  case "$command $before" in
${options.flatMap(option => valueCase('', option)).join('\n')}
${commands.flatMap(command => command.options.flatMap(option => valueCase(command.name, option))).join('\n')}
  *' :') return ;;
  *)
    case "$command $word" in
${[...commands.map(command => optionsCase(command, options)), optionsCase({ name: '', options }, [])].join('\n')}
    ' '*) words='${names.join(' ')}' ;;
${commands.flatMap(parameterCase).join('\n')}
    esac
    ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _${name} ${name}
`
}

/** What may stand behind an option that takes a value; for a file nothing, so that bash completes names of files. */
function valueCase(command: string, { flags, value }: OptionEntry): readonly string[] {
  if (!value) return []
  const pattern = flags.map(flag => (command ? `'${command} ${flag}'` : `*' ${flag}'`)).join('|')
  if (value.choices.length > 0) return [`  ${pattern}) words='${value.choices.join(' ')}' ;;`]
  return [`  ${pattern}) ${value.isFile ? '' : 'compopt +o default 2>/dev/null; '}return ;;`]
}

function optionsCase(
  { name, options }: Pick<CommandPage, 'name' | 'options'>,
  inherited: readonly OptionEntry[],
): string {
  const flags = new Set([...options, ...inherited].flatMap(option => option.flags))
  return `    '${name} -'*) words='${[...flags].join(' ')}' ;;`
}

function parameterCase({ name, parameters }: CommandPage): readonly string[] {
  const choices = parameters.flatMap(parameter => parameter.choices)
  return choices.length > 0 ? [`    '${name} '*) words='${choices.join(' ')}' ;;`] : []
}
