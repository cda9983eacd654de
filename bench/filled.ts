import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bricks } from '../src/app/bricks.ts'
import { openEngine } from '../src/engine/engine.ts'
import { openBox, placesIn } from '../src/files/folder.ts'
import { openLocal, startSession } from '../src/files/local.ts'
import { wholeBricks } from '../src/web/records/brick.ts'
import { setPassphrase } from '../src/web/session/keeper.ts'
import { COCOTE } from './serving.ts'

/** A filled folder, with a keeper who is signed in. */
export type FilledBox = Readonly<{
  folder: string
  records: number
  pages: readonly string[]
  cookie: string
  passphrase: string
}>

const PASSPHRASE = 'quatre mots pour le banc'
/** Pages of records asked for, spread over all of them. */
const PAGES = 1_000

/**
 * Fills `in/RECORDS`, or takes it as it stands. A later bench calls it too, by this name
 * (`boxes.ts`).
 */
export async function prepareBox(within: string, records: number): Promise<FilledBox> {
  const folder = join(within, String(records))
  const files = placesIn(folder)
  if (!existsSync(files.log)) {
    console.log(`· ${records} records are being written`)
    const filled = spawnSync(COCOTE, ['fill', '--records', String(records), '--data', folder], {
      encoding: 'utf8',
    })
    if (filled.status !== 0) throw new Error(`fill ended with ${filled.status}: ${filled.stderr}`)
  }
  const engine = openEngine(wholeBricks(bricks), openBox(folder), files)
  const paths = new Map(
    [...engine.types.values()].flatMap(type =>
      type.path ? [[type.name, type.path] as const] : [],
    ),
  )
  const docs = engine.tables.sql.all<{ id: string; type: string }>(
    'SELECT id, type FROM doc ORDER BY n',
  )
  const shown = docs.flatMap(({ id, type }) =>
    paths.has(type) ? [`${paths.get(type)}/${id}`] : [],
  )
  engine.tables.db.close()
  engine.log.db.close()
  const step = Math.max(1, Math.floor(shown.length / PAGES))
  const local = openLocal(files.local)
  await setPassphrase(local, PASSPHRASE)
  const cookie = `tenue=${startSession(local, true, Date.now())}`
  local.db.close()
  return {
    folder,
    records,
    pages: shown.filter((_, i) => i % step === 0).slice(0, PAGES),
    cookie,
    passphrase: PASSPHRASE,
  }
}

const asked = (words: string): string => `/chercher?${new URLSearchParams({ q: words })}`
/**
 * What people type: common and rare words, several at once, a plural, no accents, a spelling
 * mistake.
 */
export const SEARCHES = [
  'broyeur à végétaux',
  'palettes',
  'atelier vélo samedi',
  'jardin partagé',
  'Anaïs chaises pliantes',
  'bois de chauffe',
  'repas partagé fontaine',
  'machine a coudre',
  'plants de tomates',
  'reunion habitants',
  'tailler la haie',
  'prêter une remorque',
  'Karim cherche de l’aide',
  'palete',
].map(asked)

/** An offer as the keeper's form sends it: about 600 bytes of text. */
export const TURN = new URLSearchParams({
  title: 'Anaïs propose des palettes (%N)',
  who: 'Anaïs',
  reach: 'au local le mercredi après-midi',
  detail:
    'Elles sont sous l’auvent, derrière la salle, et il y en a de deux tailles. Les plus ' +
    'grandes portent une remorque entière de bois ; les petites font un bon composteur en ' +
    'une matinée, avec quatre vis et un peu de patience. Il vaut mieux venir à deux, avec ' +
    'des gants, et prévenir la veille pour que la barrière soit ouverte. Rien à payer : un ' +
    'coup de main pour ranger le reste suffit largement.',
  mode: 'give',
  where: 'derrière la salle des fêtes',
  amount: 'une vingtaine',
  tour: '%ID',
})
  .toString()
  .replaceAll('%25', '%')
