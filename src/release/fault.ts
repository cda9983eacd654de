/** Why a version file is not taken. Nothing was changed then. `said`: what its sentence names. */
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
