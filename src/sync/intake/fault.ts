/**
 * What is wrong with a bundle, in a word and the part where it was found. The whole is refused only for what comes before the
 * pages; a page that is wrong is left out alone.
 *
 * Shape   whole: `notBundle` no manifest · `newer` of a later version · `manifest` not as docs/wire-format.md says · `unsigned`.
 *         one page or file: `absent` · `altered` not what the manifest says · `swollen` unfolds beyond what a page may hold ·
 *         `frames` does not hold entries · `sealed` not opened with our key.
 */
export class BundleFault extends Error {
  override name = 'BundleFault'
  readonly code:
    | 'notBundle'
    | 'newer'
    | 'manifest'
    | 'unsigned'
    | 'absent'
    | 'altered'
    | 'swollen'
    | 'frames'
    | 'sealed'
  readonly part: string
  constructor(code: BundleFault['code'], part = '') {
    super(`${code} ${part}`)
    this.code = code
    this.part = part
  }
}
