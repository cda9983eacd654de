import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { guard } from '../../../src/text/guard/guard.ts'
import { kill, type Serving, serving } from '../../faults/serving.ts'
import { type Browsing, browsing } from '../../frozen/person.ts'
import { withCommunes } from '../../support/communes.ts'
import { crawl, isPdf } from '../../support/links.ts'

/** One page of minutes: what must not get out of it, and titles that should not be held. */
export type Page = Readonly<{
  name: string
  text: string
  planted: readonly string[]
  harmless: readonly string[]
}>

export const pagesIn = (folder: string): readonly Page[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const { planted, harmless } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Pick<
        Page,
        'planted' | 'harmless'
      >
      return {
        name: file.replace('.json', ''),
        text: readFileSync(join(folder, file.replace('.json', '.txt')), 'utf8'),
        planted,
        harmless,
      }
    })

export const heldOf = ({ harmless }: Page): readonly string[] =>
  harmless.filter(title => guard(title).length > 0)

/** What got out of one page, how many of its pieces were shown, how many were held. */
export type Out = Readonly<{ out: readonly string[]; shown: number; held: number }>

/**
 * A box of its own. `show` pastes a page in it, keeps everything that can be kept but what is held,
 * clicks *Afficher*, then looks for what was planted: as a stranger in every page, feed and address
 * that a link leads to, but in no PDF, and in all that this box holds for everybody. `showHeld`
 * then types what was planted over a title, shows what is held all the same, and tells what the
 * nearest pages say that `show` did not find.
 */
export type GuardedBox = Readonly<{
  show: (page: Page) => Promise<Out>
  showHeld: (page: Page) => Promise<readonly string[]>
  end: () => Promise<void>
}>
export async function guardedBox(): Promise<GuardedBox> {
  const { folder, server, end } = newServer()
  return shownIn(folder, server, end).catch(async error => {
    await end()
    throw error
  })
}

function newServer(): Readonly<{ folder: string; server: Serving; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-guard-'))
  withCommunes(folder)
  const server = serving(folder)
  const end = async (): Promise<void> => {
    await kill(server, 'SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, server, end }
}

/**
 * Units   addresses that a crawl asks at most: of a whole box, and of its nearest pages.
 */
const [FAR, NEAR] = [600, 40]

async function shownIn(
  folder: string,
  server: Serving,
  end: () => Promise<void>,
): Promise<GuardedBox> {
  const address = await server.ready
  const keeper = await opened(address)
  let review = ''
  let found: readonly string[] = []
  const outIn = async ({ planted }: Page, most: number): Promise<readonly string[]> => {
    const pages = await everyPage(address, most)
    return planted.filter(one => pages.includes(one) || inCommons(folder, one))
  }
  return {
    end,
    show: async page => {
      review = (await keeper.send('/cueillette', { notes: page.text })).location
      const counts = await clicked(keeper, review, false)
      found = await outIn(page, FAR)
      const own = found.length === 0 ? '' : await ownWords()
      return { out: found.filter(one => !own.includes(one) || inCommons(folder, one)), ...counts }
    },
    showHeld: async page => {
      await typed(keeper, review, page.planted)
      await clicked(keeper, review, true)
      return (await outIn(page, NEAR)).filter(one => !found.includes(one))
    },
  }
}

/** What a box that nobody wrote in says: its own help may hold a word that was planted. */
let own: Promise<string> | undefined
function ownWords(): Promise<string> {
  own ??= emptyPages()
  return own
}
async function emptyPages(): Promise<string> {
  const { server, end } = newServer()
  try {
    const address = await server.ready
    await opened(address)
    return await everyPage(address, FAR)
  } finally {
    await end()
  }
}

const ANSWERS = {
  where: 'Sail-sous-Couzan',
  name: 'Sail',
  keptBy: 'La personne du local',
  passphrase: 'quatre chaises au soleil',
}

async function opened(address: string): Promise<Browsing> {
  const keeper = browsing(address)
  const understood = await keeper.send('/ouvrir', { ...ANSWERS, passphrase: '' })
  await keeper.fill(understood, '/ouvrir', { passphrase: ANSWERS.passphrase, relue: '1' })
  return keeper
}

/** Picks a sentence for each thing that may not get out, and types that over its title. */
async function typed(keeper: Browsing, location: string, planted: readonly string[]) {
  const { body } = await keeper.get(location)
  const phrases = [...body.matchAll(/name="phrase"\s+value="([^"]+)"/g)].map(([, at]) => at!)
  for (const title of planted.slice(0, MOST_TYPED))
    for (const phrase of phrases) {
      const asked = { phrase, genre: 'idea' }
      const picked = await keeper.fill(await keeper.get(location), '/cueillette/prendre', asked)
      const id = /(?:#m-|ouvert=)([0-9a-z]{26})/.exec(picked.location)?.[1]
      if (picked.status !== 303 || id === undefined) continue
      const panel = await keeper.get(`${location}?ouvert=${id}`)
      await keeper.fill(panel, '/cueillette/retenir', { title, morceau: id })
      break
    }
}
const MOST_TYPED = 12

async function clicked(
  keeper: Browsing,
  location: string,
  evenHeld: boolean,
): Promise<Readonly<{ shown: number; held: number }>> {
  const review = await keeper.get(location)
  const values = (name: string): readonly string[] =>
    [...review.body.matchAll(KEPT_BY)].flatMap(([, of, value]) =>
      of === name ? [value!.replaceAll('&quot;', '"').replaceAll('&#39;', "'")] : [],
    )
  const [free, held] = [values('morceau'), values('retenu')]
  const clicks = { morceau: free.join(' '), ...(evenHeld ? { retenu: [...held] } : {}) }
  await keeper.fill(review, '/cueillette/retenir', clicks)
  const kept = await keeper.get(location)
  // Without anything to show there is no button.
  if (kept.body.includes('"/cueillette/afficher"')) {
    const answer = await keeper.fill(kept, '/cueillette/afficher')
    if (answer.status !== 303) throw new Error(answer.text.slice(0, 500))
  }
  const again = await keeper.get(location)
  return {
    shown: [...again.body.matchAll(/class="mark shown"/g)].length,
    held: held.length,
  }
}
/** A button that keeps pieces: what its name and value are. */
const KEPT_BY = /formaction="\/cueillette\/retenir"\s+name="([^"]*)"\s+value="([^"]*)"/g

const everyPage = async (address: string, most: number): Promise<string> =>
  [...(await crawl(address, '/', most, isPdf)).values()]
    .map(one => one.text.replaceAll('&#39;', "'").replaceAll('’', "'"))
    .join('\n')

function inCommons(folder: string, said: string): boolean {
  const db = new DatabaseSync(join(folder, 'log.db'), { readOnly: true })
  try {
    const found = db.prepare(
      "SELECT 1 FROM piece JOIN write USING (entry, change, field) WHERE space <> 'home' " +
        "AND instr(replace(value, '’', ''''), ?) > 0 LIMIT 1",
    )
    return found.get(said) !== undefined
  } finally {
    db.close()
  }
}
