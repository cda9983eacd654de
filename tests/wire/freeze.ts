import { existsSync, writeFileSync } from 'node:fs'
import { freshBundle, frozenFile, rowsOf, thisRelease } from './frozen.ts'

/**
 * Freezes a bundle of the release that package.json names, and what it comes to: once for each
 * release, then never again.
 */
const version = thisRelease()
if (existsSync(frozenFile(version, 'cocote'))) {
  process.stderr.write(
    `bundle-${version}.cocote is frozen: raise the version in package.json first\n`,
  )
  process.exitCode = 1
} else {
  const bundle = await freshBundle()
  writeFileSync(frozenFile(version, 'cocote'), bundle, { flag: 'wx' })
  writeFileSync(frozenFile(version, 'json'), `${JSON.stringify(await rowsOf(bundle), null, 2)}\n`, {
    flag: 'wx',
  })
}
