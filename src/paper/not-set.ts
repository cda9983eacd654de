/**
 * A print that can't be set: what Typst says of it, for the machine's log. Our bug, whatever people
 * wrote.
 */
export class NotSet extends Error {
  override name = 'NotSet'
}
