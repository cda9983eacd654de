import { givenSource } from '../core/given.ts'
import { idFrom } from '../core/id.ts'
import { sha256 } from '../log/bytes.ts'

/**
 * The id of a record that comes with the program: ten zeros, and the first ten bytes of a hash in
 * base 32 (`docs/wire-format.md`, *Names*).
 */
export const givenId = (kind: string, key: string): string =>
  idFrom(0, sha256(Buffer.from(givenSource(kind, key), 'utf8')))
