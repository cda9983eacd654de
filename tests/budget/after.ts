import { MOST_KEPT } from '../../src/app/served-data.ts'
import { Kept } from '../../src/core/kept.ts'
import { telling } from '../../src/engine/touched.ts'
import { close, openCounted, turn } from './box.ts'
import { drawFrom } from './chance.ts'
import type { Figure, Figures } from './figures.ts'
import { withKeeping } from './memory.ts'

/** Pages that may show a notice that comes, and pages that it does not touch. */
const PAGES: readonly (readonly [name: string, address: RegExp])[] = [
  ['home', /^\/$/],
  ['list', /^\/annonces$/],
  ['search', /^\/chercher\?q=broyeur/],
  ['map', /^\/carte$/],
  ['directory', /^\/annuaire$/],
  ['agenda', /^\/agenda$/],
  ['place', /^\/annuaire\/lieux\/\w{26}$/],
  ['group', /^\/annuaire\/acteurs\/\w{26}$/],
  ['project', /^\/annuaire\/projets\/\w{26}$/],
  ['event', /^\/agenda\/\w{26}$/],
  ['idea', /^\/idees\/idee\/\w{26}$/],
]

/**
 * What a page that is kept asks once a notice came.
 *
 * `isTold`   whether the pages hear what was written. Otherwise they hear that something was.
 */
export async function measureAfter(folder: string, isTold = true): Promise<Figures> {
  const kept = new Kept(MOST_KEPT)
  const engine = openCounted(folder)
  const tell = telling(engine, keys => kept.touched(isTold ? keys : undefined))
  drawFrom(isTold ? 7 : 8)
  const notice = (title: string): void => {
    const input = { ...NOTICE, title }
    turn(engine, { by: 'keeper', brick: 'offers', command: 'offer', input })
    tell()
  }
  try {
    // The first turn of an opened log begins a feed, which pages of records read.
    notice('Anaïs propose une échelle')
    return await withKeeping(folder, kept, async ({ ask, paths, count }) => {
      const asked = PAGES.map(([name, address]) => {
        const path = paths.find(path => address.test(path))
        if (path === undefined) throw new Error(`the box has no ${name}`)
        return [name, path] as const
      })
      for (const [, path] of asked) await ask(path)
      drawFrom(isTold ? 9 : 10)
      notice('Anaïs propose des palettes')
      const all: Figure[] = []
      for (const [name, path] of asked) {
        count.clear()
        await ask(path)
        const seen = count.most('statements')
        all.push([`after a notice ${name}: statements`, { figure: count.statements, seen }])
      }
      return new Map(all)
    })
  } finally {
    close(engine)
  }
}
const NOTICE = {
  who: 'Anaïs',
  reach: 'au local le mercredi après-midi',
  detail: 'Elles sont sous l’auvent, derrière la salle, et il y en a de deux tailles.',
  mode: 'give',
  where: 'derrière la salle des fêtes',
}
