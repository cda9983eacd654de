/**
 * The log is hurt: nothing was written where the backup was to go, so that an older one, that is
 * whole, stays.
 */
export class HurtLog extends Error {
  override name = 'HurtLog'
  readonly hurts: number
  constructor(hurts: number) {
    super(`the log is hurt: ${hurts}`)
    this.hurts = hurts
  }
}
