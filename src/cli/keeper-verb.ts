import { existsSync } from 'node:fs'
import { keepBackupKey } from '../backup/backup-key.ts'
import type { Verb } from '../contract/verb.ts'
import { placesIn, takeLock } from '../files/folder.ts'
import { endAllSessions } from '../files/local.ts'
import { openLocalKept } from '../files/local-kept.ts'
import { refuseMissing } from '../files/open-box.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { fingerprintIn } from '../web/certificate.ts'
import { newCodes, setPassphrase } from '../web/session/keeper.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { PASSPHRASE_OPTIONS, passphraseFrom } from './passphrase.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

/** At the machine itself: a new passphrase, ten new codes, the certificate's fingerprint. Every session ends. */
export const keeperVerb: Verb = {
  name: 'keeper',
  usage: '[--passphrase-file FILE] [--data DIR]',
  about: w.help.keeper,
  options: PASSPHRASE_OPTIONS,
  run: plainly(async values => {
    const folder = dataFrom(values)
    refuseMissing(folder)
    const unlock = takeLock(folder)
    try {
      const passphrase = await passphraseFrom(values, w.passphrase.choose, true)
      const { local, aside } = openLocalKept(folder)
      if (aside) console.log(w.localAside(aside))
      await setPassphrase(local, passphrase)
      await keepBackupKey(folder, passphrase)
      const codes = newCodes(local)
      endAllSessions(local)
      local.db.close()
      console.log(`${w.keeper.done}\n\n${w.keeper.codes}\n`)
      for (const code of codes) console.log(`  ${code}`)
      console.log(`\n${fingerprint(folder)}`)
      return 0
    } finally {
      unlock()
    }
  }),
}

function fingerprint(folder: string): string {
  const { certificate } = placesIn(folder)
  if (!existsSync(certificate)) return w.keeper.noCertificate
  const held = fingerprintIn(folder)
  return held ? w.keeper.fingerprint(held.words) : w.hurtCertificate(folder)
}
