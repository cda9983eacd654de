/**
 * What an archive must be refused for: a code with its sentence in fr.ts, and what the sentence
 * names.
 */
export class NotImported extends Error {
  override name = 'NotImported'
  readonly code:
    | 'notExport'
    | 'badJson'
    | 'badShape'
    | 'unknownType'
    | 'badId'
    | 'twice'
    | 'otherType'
    | 'unknownField'
    | 'misfit'
    | 'tooMany'
    | 'noFile'
    | 'badFile'
    | 'refused'
  readonly data: readonly string[]
  constructor(code: NotImported['code'], ...data: readonly string[]) {
    super(`${code} ${data.join(' ')}`)
    this.code = code
    this.data = data
  }
}
