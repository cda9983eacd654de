import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepBackupKey } from '../../src/backup/backup-key.ts'
import { placesIn } from '../../src/files/folder.ts'
import { openLocal, saltOf } from '../../src/files/local.ts'
import { thisRelease } from '../wire/frozen.ts'
import { type Living, lived } from './living.ts'
import { BOXES, frozenPlace, pack, type Said } from './open.ts'

/**
 * Freezes two boxes of the release that package.json names, as the real program makes them: once
 * for each release, then never again.
 */
const version = thisRelease()
const place = frozenPlace(version)
if (existsSync(place)) {
  process.stderr.write(
    `tests/frozen/${version} is frozen: raise the version in package.json first\n`,
  )
  process.exitCode = 1
} else {
  const work = mkdtempSync(join(tmpdir(), 'cocote-freeze-'))
  const folders = { sail: join(work, 'sail'), boen: join(work, 'boen') }
  try {
    const living: Living = await lived(folders)
    // An installed box has one, made when the passphrase is chosen.
    const local = openLocal(placesIn(folders.sail).local)
    const salt = saltOf(local, '')
    local.db.close()
    await keepBackupKey(folders.sail, { salt, passphrase: living.sail.passphrase })
    const said: Said = { version, ...living }
    mkdirSync(place, { recursive: true })
    for (const box of BOXES) writeFileSync(new URL(`${box}.zip`, place), pack(folders[box]))
    writeFileSync(new URL('said.json', place), `${JSON.stringify(said, null, 2)}\n`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
