/** Wrong use: an option, a path. Said in one sentence, with what to do about it; never with a stack. */
export class UserError extends Error {
  readonly hint: string | null

  constructor(sentence: string, hint: string | null = null) {
    super(sentence)
    this.name = 'UserError'
    this.hint = hint
  }
}
