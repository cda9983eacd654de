export type Counts = Readonly<{ passed: number; failed: number; skipped: number }>

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }
/** What stands when a step fails before any test: the check failed, once. */
export const STOPPED: Counts = { ...NONE, failed: 1 }

export const sentenceOf = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
