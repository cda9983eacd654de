import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { copyDemo } from '../support/demo-folder.ts'
import { kill, serving } from './serving.ts'
import { lying, pdf, plain, shelving } from './shelving.ts'
import { withKeeper } from './turns.ts'

/**
 * Runs inside `unshare --mount`: a box with a shelf on a file system so small that nothing more may
 * come, then filled to its last byte. Prints what was seen, as JSON; the test judges it.
 */
export type ShelfFull = Readonly<{
  mounted: boolean
  why?: string
  refused: number
  sentence: string
  left: boolean
  page: number
  taken: number
  bytes: number
}>

const small = argv[2]!
mkdirSync(small)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', small], {
  encoding: 'utf8',
})
console.log(
  JSON.stringify(
    mounted.status === 0
      ? await filled(join(small, 'box'))
      : { mounted: false, why: mounted.stderr.trim() },
  ),
)

async function filled(folder: string): Promise<ShelfFull> {
  mkdirSync(folder)
  await copyDemo(folder)
  const cookie = await withKeeper(folder)
  const server = serving(folder)
  const keeper = shelving(await server.ready, cookie)
  const list = await (await keeper.get('/fichiers')).text()
  const [, open = ''] = /href="\/fichiers\/dossier\/([a-z0-9]{26})">Vos musiques/.exec(list) ?? []
  const had = lying(folder)
  const free = statfsSync(small).bavail * statfsSync(small).bsize
  writeFileSync(join(small, 'ballast'), Buffer.alloc(free))
  const sent = await keeper.bring(open, [{ name: 'a.pdf', bytes: pdf('x'.repeat(100_000)) }])
  const sentence = plain(await sent.text())
  const [file = ''] = await keeper.shown(open)
  const page = await keeper.get(`/fichiers/${file}`)
  await page.text()
  const taken = await keeper.get(`/fichiers/prendre/${file}/x`)
  const bytes = (await taken.arrayBuffer()).byteLength
  await kill(server, 'SIGTERM')
  return {
    mounted: true,
    refused: sent.status,
    sentence,
    left: lying(folder).join() !== had.join(),
    page: page.status,
    taken: taken.status,
    bytes,
  }
}
