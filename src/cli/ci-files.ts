import type { Language } from '../core/index.ts'
import { toolVersion } from '../core/name.ts'

/** A file that has gouji run where others work: the path that the system looks for, and what to write there. */
export interface CiFile {
  readonly path: string
  content(language: Language): string
}

export type CiSystem = 'github' | 'gitlab' | 'gitee' | 'cnb'

const gouji = `npx --yes gouji@${toolVersion}`

const title = (language: Language) => (language === 'en' ? 'Check the reports' : '核对年报')

/** What `gouji init --ci` writes, and what the documentation shows. */
export const ciFiles: Readonly<Record<CiSystem, CiFile>> = {
  github: {
    path: '.github/workflows/gouji.yml',
    content: () => `name: gouji
on: [push, pull_request]
permissions:
  contents: read
jobs:
  gouji:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 22
      - run: ${gouji} check -f github .
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    content: () => `gouji:
  image: node:22
  script:
    - ${gouji} check .
`,
  },
  gitee: {
    path: '.workflow/gouji.yml',
    content: language => `version: '1.0'
name: gouji
displayName: ${title(language)}
triggers:
  trigger: auto
  push:
    branches:
      prefix:
        - ''
stages:
  - name: check
    displayName: ${title(language)}
    strategy: naturally
    trigger: auto
    steps:
      - step: build@nodejs
        name: gouji
        displayName: ${title(language)}
        nodeVersion: '22'
        commands:
          - ${gouji} check .
`,
  },
  cnb: {
    path: '.cnb.yml',
    content: language => `.check: &check
  - docker:
      image: node:22
    stages:
      - name: ${title(language)}
        script: ${gouji} check .

"**":
  push: *check
  pull_request: *check
`,
  },
}

/** For pre-commit: names of reports, and what Excel and WPS leave beside an open workbook. */
const reports = `(?i)\\.(csv|tsv|tab|txt|text|md|markdown|html?|xhtml|shtml|mht(ml)?|docx|docm|xlsx|xlsm|xls|xlt|et|ods)$`
const lockFiles = '(^|/)(~\\$|\\.~)'

/** What `gouji init --hook` writes: the hook by the package, which needs no address of a repository. */
export const hookFile: CiFile = {
  path: '.pre-commit-config.yaml',
  content: language => `repos:
  - repo: local
    hooks:
      - id: gouji
        name: gouji ${title(language)}
        entry: gouji check --no-error-on-unmatched
        args: [--]
        language: node
        additional_dependencies: ["gouji@${toolVersion}"]
        files: ${reports}
        exclude: ${lockFiles}
        require_serial: true
`,
}
