import type { Language } from '../../core/index.ts'
import type { Survey } from '../survey.ts'

/** What `gouji init` says and writes, in both languages. */
export type InitWords = typeof zh

/** What a gouji.json is made from. */
interface ConfigContent extends Pick<Survey, 'paths' | 'editions'> {
  readonly language: Language
  /** True where the schema stands beside it, for editors to take. */
  readonly hasSchema: boolean
}

type List = (items: readonly string[]) => string

const zh = {
  noFolder: (path: string) => `“${path}”不是文件夹。`,
  alreadyThereHint: '要改设定，直接编辑这个文件；要写钩子或CI的文件，加 --hook 或 --ci。',
  found: (survey: Survey, list: List): readonly string[] => {
    const { reports, flawed, unread, years, editions, extensions, paths } = survey
    const others = unread > 0 ? [`另有${unread}个像报告的文件没有读出表格，gouji check 会说明原因。`] : []
    if (reports === 0) return ['没有找到年度报告的表格；写入的是一般设定。', ...others]
    return [
      `找到${reports}个报告（${list(extensions.map(([extension, count]) => `${extension} ${count}个`))}），其中${flawed}个有错误。`,
      `年度：${years.length > 0 ? list(years.map(String)) : '看不出'}；格式：${list(editions.map(id => `${id}年版`))}。`,
      ...(paths.length > 0 ? [`路径的写法：${list(paths)}`] : []),
      ...others,
    ]
  },
  written: (path: string) => `已写入：${path}`,
  kept: (path: string) => `已有 ${path}，没有改动。`,
  above: (path: string) => `上级文件夹的 ${path} 从此不适用于这个文件夹：只用最近的一个 gouji.json。`,
  toAdd: (path: string) => `已有 ${path}，没有改动；请把下面的内容加进去：`,
  next: '下一步：运行 gouji check 核对；各项设定的说明见 docs/configuration.zh-CN.md。',
  config: (content: ConfigContent) =>
    configText(content, {
      head: 'gouji 的设定。可以写注释；不需要的项可以删去。',
      schema: '编辑器据此提示各项名称；本文件夹中装有 gouji 时可用。',
      language: '输出语言：zh-CN 或 en。',
      profile: 'standard：空白格和占位符是警告；strict：是错误。',
      edition: '只用一版表格的，写明版本（2019 或 2021），用了别的版本就报错。',
      paths: '路径怎样写明单位和年度；报告自己没有写明时据此认定，写的不一样时警告。',
      ignores: '不核对的文件和文件夹。',
      rules: '改变规则的级别：off、info、warning、error；规则见 gouji rules。',
      maxWarnings: '警告超过这个数时退出码为1。',
    }),
}

const en: InitWords = {
  noFolder: path => `“${path}” is no folder.`,
  alreadyThereHint: 'edit it to change settings; for the files of a hook or a CI system add --hook or --ci.',
  found: (survey, list) => {
    const { reports, flawed, unread, years, editions, extensions, paths } = survey
    const others =
      unread > 0
        ? [
            `${unread} more ${unread === 1 ? 'file looks' : 'files look'} like reports, but no table was read; gouji check says why.`,
          ]
        : []
    if (reports === 0)
      return ['No table of an annual report was found; the usual settings are written.', ...others]
    const formats = list(extensions.map(([extension, count]) => `${count} ${extension}`))
    return [
      `Found ${reports} ${reports === 1 ? 'report' : 'reports'} (${formats}), ${flawed} of them with errors.`,
      `Years: ${years.length > 0 ? list(years.map(String)) : 'not known'}; editions of the form: ${list(editions)}.`,
      ...(paths.length > 0 ? [`What paths look like: ${list(paths)}`] : []),
      ...others,
    ]
  },
  written: path => `Written: ${path}`,
  kept: path => `${path} is there and stays as it is.`,
  above: path => `${path} no longer holds for this folder: the nearest gouji.json alone does.`,
  toAdd: path => `${path} is there and stays as it is; add this to it:`,
  next: 'Next: check with gouji check; docs/configuration.md explains all settings.',
  config: content =>
    configText(content, {
      head: 'Settings of gouji. Comments are allowed; leave out what you do not need.',
      schema: 'For editors, which then know the settings; where gouji is installed in this folder.',
      language: 'Of the output: zh-CN or en.',
      profile: 'standard: blanks and placeholders are warnings; strict: errors.',
      edition: 'Where one edition of the form is used (2019 or 2021), any other is an error.',
      paths:
        'How paths tell body and year: taken where a report does not say, a warning where it says otherwise.',
      ignores: 'Files and folders that are not checked.',
      rules: 'Levels of rules: off, info, warning or error; gouji rules lists them.',
      maxWarnings: 'Exit with 1 when there are more warnings.',
    }),
}

export const initWordsIn: Readonly<Record<Language, InitWords>> = { 'zh-CN': zh, en }

type Comments = Readonly<
  Record<
    'head' | 'schema' | 'language' | 'profile' | 'edition' | 'paths' | 'ignores' | 'rules' | 'maxWarnings',
    string
  >
>

/** A setting is a comment where nothing speaks for it. */
function configText({ language, hasSchema, paths, editions }: ConfigContent, comments: Comments): string {
  const settings: readonly (readonly [key: keyof Comments, name: string, value: unknown, isSet: boolean])[] =
    [
      ['schema', '$schema', './node_modules/gouji/schemas/config.schema.json', hasSchema],
      ['language', 'language', language, true],
      ['profile', 'profile', 'standard', true],
      ['edition', 'edition', editions.length === 1 ? editions[0] : '2021', false],
      ['paths', 'paths', paths.length > 0 ? paths : ['{year}年/{body}.*'], paths.length > 0],
      ['ignores', 'ignores', ['归档', '**/*草稿*'], false],
      ['rules', 'rules', { GJ204: 'info' }, false],
      ['maxWarnings', 'maxWarnings', 0, false],
    ]
  const lines = settings.map(
    ([key, name, value, isSet]) =>
      `\n  // ${comments[key]}\n  ${isSet ? '' : '// '}${JSON.stringify(name)}: ${JSON.stringify(value).replaceAll(',"', ', "')},\n`,
  )
  return `{\n  // ${comments.head}\n${lines.join('')}}\n`
}
