import type { Language } from '../../core/index.ts'
import type { ProjectFile } from '../../node/project.ts'

/** What the manual says besides the help, in both languages. */
export type ManWords = typeof zh

const zh = {
  manual: 'gouji 手册',
  name: '名称',
  purpose: '核对政府信息公开工作年度报告的统计表',
  synopsis: '用法',
  description: '说明',
  remarks:
    '结果写到标准输出，进度、建议和说明写到标准错误。输出的语言不随系统而变，同样的文件在任何机器上得到同样的输出。gouji 不访问网络；除 check --fix 外，不改动任何已有的报告。',
  globalOptions: '通用选项',
  commands: '命令',
  examples: '例子',
  exitStatus: '退出码',
  environment: '环境变量',
  variables: {
    GOUJI_LANG: '输出语言，同 --lang；写了 --lang 则以 --lang 为准。',
    'LANGUAGE, LC_ALL, LC_MESSAGES, LANG': '只在输出语言为 auto 时有用：系统用中文则输出中文，否则输出英文。',
    NO_COLOR: '不为空则不使用颜色。',
    FORCE_COLOR: '设置了则使用颜色，为0或false则不使用；先于 NO_COLOR。--color 和 --no-color 又先于两者。',
    TERM: '为 dumb 则不使用颜色，也不显示进度。',
    CI: '不为空则不显示进度。',
    SOURCE_DATE_EPOCH: '报告中所写的核对时间，自1970年起的秒数。',
  } as Record<string, string>,
  files: '文件',
  ownFiles: {
    config: '所在文件夹及其下各级文件夹的设置。',
    waivers: '经人工复核、予以保留的问题及理由。',
    baseline: '开始使用 gouji 时已有的问题。',
  } satisfies Record<ProjectFile, string>,
}

const en: ManWords = {
  manual: 'gouji manual',
  name: 'NAME',
  purpose: 'check the statistical tables of Chinese government disclosure reports',
  synopsis: 'SYNOPSIS',
  description: 'DESCRIPTION',
  remarks:
    'Results go to standard output; progress, hints and notes to standard error. The language of the output does not follow the system, so that the same files give the same output on every machine. gouji opens no network connection, and changes no report but with check --fix.',
  globalOptions: 'GLOBAL OPTIONS',
  commands: 'COMMANDS',
  examples: 'EXAMPLES',
  exitStatus: 'EXIT STATUS',
  environment: 'ENVIRONMENT',
  variables: {
    GOUJI_LANG: 'Language of the output, as --lang, which comes before it.',
    'LANGUAGE, LC_ALL, LC_MESSAGES, LANG':
      'Only with the language auto: Chinese where the system speaks it, else English.',
    NO_COLOR: 'When not empty, no colours are used.',
    FORCE_COLOR:
      'When set, colours are used, or none if it is 0 or false. Comes before NO_COLOR; --color and --no-color come before both.',
    TERM: 'When dumb, neither colours nor progress are shown.',
    CI: 'When not empty, no progress is shown.',
    SOURCE_DATE_EPOCH: 'The time of the check that reports bear, in seconds since 1970.',
  },
  files: 'FILES',
  ownFiles: {
    config: 'Settings for its folder and all below.',
    waivers: 'Findings that a person has reviewed and let stand, with the reason.',
    baseline: 'Findings that were there when gouji was first used.',
  },
}

export const manWords: Readonly<Record<Language, ManWords>> = { 'zh-CN': zh, en }
