import { encryptLightly } from '../../src/files/encrypt-file.ts'

/**
 * Imported by a test file that seals or opens with a passphrase: each costs milliseconds, and not a
 * second.
 */
encryptLightly()
