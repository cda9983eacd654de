/**
 * A fault of a bundle: a word, and the part where it was found. Only a fault before the pages
 * refuses the whole bundle; a faulty page is left out alone.
 *
 * Shape   The whole: `notBundle`, no manifest (the signed list of its parts); `newer`, of a later
 *         version; `manifest`, not as docs/wire-format.md says; `unsigned`.
 *         One page or file: `absent`; `altered`, another hash than the manifest gives; `swollen`,
 *         larger than a page may be once decompressed; `frames`, no entries inside; `sealed`, not
 *         opened with our key.
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
