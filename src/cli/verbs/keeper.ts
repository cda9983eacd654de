import { existsSync } from 'node:fs'
import { keepBackupKey } from '../../backup/backup-key.ts'
import type { VerbRun } from '../../contract/verb.ts'
import { placesIn, takeLock } from '../../files/folder.ts'
import { endAllSessions, type Local, saltOf } from '../../files/local.ts'
import { openLocalKept } from '../../files/local-kept.ts'
import { refuseMissing } from '../../files/open-box.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { fingerprintIn } from '../../web/certificate.ts'
import { newCodes, setPassphrase } from '../../web/session/keeper.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { passphraseFrom } from '../passphrase.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

/**
 * Sets a new passphrase and ten new codes, and prints the certificate’s fingerprint. All visits
 * end.
 */
export const keeper: VerbRun = async values => {
  const folder = dataFrom(values)
  refuseMissing(folder)
  const unlock = takeLock(folder)
  try {
    const passphrase = await passphraseFrom(values, w.passphrase.choose, true)
    const { local, aside } = openLocalKept(folder)
    if (aside) console.error(w.localAside(aside))
    await setPassphrase(local, passphrase)
    await keepBackupKey(folder, { salt: saltOf(local, ''), passphrase })
    const codes = startedAgain(local)
    const held = fingerprintIn(folder)?.words
    tell(values, { codes, fingerprint: held ?? null }, () =>
      [
        `${w.keeper.done}\n\n${w.keeper.codes}\n`,
        ...codes.map(code => `  ${code}`),
        `\n${fingerprintSaid(folder, held)}`,
      ].join('\n'),
    )
    return EXIT.done
  } finally {
    unlock()
  }
}

function startedAgain(local: Local): readonly string[] {
  const codes = newCodes(local)
  endAllSessions(local)
  local.db.close()
  return codes
}

function fingerprintSaid(folder: string, words: string | undefined): string {
  if (!existsSync(placesIn(folder).certificate)) return w.keeper.noCertificate
  return words === undefined ? w.hurtCertificate(folder) : w.keeper.fingerprint(words)
}
