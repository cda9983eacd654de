import { sealLightly } from '../../src/app/seal-file.ts'

/** Imported by a test file that seals or opens with a passphrase: each costs milliseconds, and not a second. */
sealLightly()
