/** Why a version file is refused. Nothing was changed. `said`: the data of its sentence. */
export type VersionFaultCode =
  | 'notVersion'
  | 'newerFormat'
  | 'malformed'
  | 'unsigned'
  | 'badSignature'
  | 'unknownKey'
  | 'otherArch'
  | 'older'
  | 'same'
  | 'tooFar'
  | 'swollen'
  | 'cut'
  | 'altered'
  | 'entry'

export class VersionFault extends Error {
  override name = 'VersionFault'
  readonly code: VersionFaultCode
  readonly said: string
  constructor(code: VersionFaultCode, said = '') {
    super(`${code} ${said}`.trim())
    this.code = code
    this.said = said
  }
}
