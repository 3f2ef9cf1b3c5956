import type { CommandLine, OptionEntry } from '../command-line.ts'

/**
 * For Windows PowerShell 5.1 and PowerShell 7. In ASCII, for 5.1 decodes what a program prints by the code page of the
 * console. Where nothing is returned it completes names of files.
 */
export function powershellScript({ name, options, commands }: CommandLine): string {
  const values = [
    ...options.flatMap(option => valueEntries('', option)),
    ...commands.flatMap(command => command.options.flatMap(option => valueEntries(command.name, option))),
  ]
  const flags = commands.map(command => {
    const all = new Set([...command.options, ...options].flatMap(option => option.flags))
    return entry(command.name, [...all])
  })
  const parameters = commands.map(command =>
    entry(
      command.name,
      command.parameters.flatMap(({ choices }) => choices),
    ),
  )
  return `# PowerShell completion of ${name}
Register-ArgumentCompleter -Native -CommandName '${name}', '${name}.cmd' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $values = @{
${values.join('')}  }
  $flags = @{
${entry(
  '',
  options.flatMap(option => option.flags),
)}${flags.join('')}  }
  $parameters = @{
${entry(
  '',
  commands.map(command => command.name),
)}${parameters.join('')}  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $command = "$($typed | Where-Object { $_ -ne '' -and $parameters.ContainsKey($_) } | Select-Object -First 1)"
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $words = if ($values.ContainsKey("$command $before")) { $values["$command $before"] }
  elseif ($values.ContainsKey(" $before")) { $values[" $before"] }
  elseif ($wordToComplete.StartsWith('-')) { $flags[$command] }
  else { $parameters[$command] }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

function valueEntries(command: string, { flags, value }: OptionEntry): readonly string[] {
  return value ? flags.map(flag => entry(`${command} ${flag}`, value.choices)) : []
}

function entry(key: string, words: readonly string[]): string {
  return `    '${key}' = @(${words.map(word => `'${word}'`).join(', ')})\n`
}
