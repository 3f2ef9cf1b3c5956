import { visible } from './visible.ts'

/** What is markup, and what GitHub and GitLab make more of: emoji, names of people, numbers of issues, addresses. */
const active = /[\\`*_~[\]{}|$&<>@]|:(?=\S)|(?<=:):|[#!](?=\d)|www(?=\.)/gi

/** A text from a file in the middle of a line of Markdown, where it is nothing but text. */
export function markdownText(text: string): string {
  return visible(text).replace(active, (found, at: number, line: string) => {
    if (/[&<>]/.test(found)) return `&#${found.charCodeAt(0)};`
    if (/[@#!w]/i.test(found) || line.startsWith('://', at)) return `${found}<!-- -->`
    return found.replace(/./g, '\\$&')
  })
}
