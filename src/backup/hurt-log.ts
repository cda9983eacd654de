/** The log is damaged. Nothing was written, so that an older, whole backup stays. */
export class HurtLog extends Error {
  override name = 'HurtLog'
  readonly hurts: number
  constructor(hurts: number) {
    super(`the log is hurt: ${hurts}`)
    this.hurts = hurts
  }
}
