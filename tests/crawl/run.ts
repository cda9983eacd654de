import { execFileSync, spawnSync } from 'node:child_process'
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { BOX_NAMES, type BoxName } from './box.ts'
import { type Crawled, crawl } from './crawl.ts'
import { addressesSaid, comeAndGone, groupedDiff } from './grouped.ts'
import { manifestOf } from './manifest.ts'
import { hashOf } from './opened.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MOST_BYTES = 2 ** 29
const USAGE = `npm run crawl -- against REVISION [BOX…]   shows what reads otherwise than there:
                                           a new or gone page in one line, a change
                                           of many pages once
npm run crawl -- accept [BOX…]             takes what is crawled now as how it must be:
                                           writes tests/crawl/BOX.txt
npm run crawl -- write FOLDER [BOX…]       writes each page as masked text

A box is one of ${BOX_NAMES.join(', ')}; all of them without a name. One box is read in half a
minute to a minute and a half on two cores; against reads each twice. To see a change of pages,
one is enough: npm run crawl -- against main demo`

/** A file for each reader at each address. */
function writePages(folder: string, { pages }: Crawled): void {
  for (const { address, reader, text } of pages) {
    mkdirSync(join(folder, reader), { recursive: true })
    const named = encodeURIComponent(address).replaceAll('%2F', '!')
    writeFileSync(
      join(
        folder,
        reader,
        `${named.length > 180 ? `${named.slice(0, 180)}-${hashOf(named)}` : named}.txt`,
      ),
      `${text}\n`,
    )
  }
}

/** Crawls a box, and says so: it takes half a minute. */
async function read(root: string, name: BoxName, as: string): Promise<Crawled> {
  const began = performance.now()
  console.error(`· ${name} ${as}…`)
  const crawled = await crawl({ root, name })
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  console.error(`· ${name} ${as}: ${crawled.pages.length} answers in ${seconds} s`)
  return crawled
}

/** `as`: how what is read is called. */
type Reading = Readonly<{ root: string; folder: string; as: string; boxes: readonly BoxName[] }>
async function written({ root, folder, as, boxes }: Reading): Promise<void> {
  for (const name of boxes) writePages(join(folder, name), await read(root, name, as))
}

/** Pages that came or went, a line each; their files go, so that no difference shows them whole. */
function saidApart(work: string): readonly string[] {
  const statuses = (side: string) => {
    const files = globSync('*/*/*.txt', { cwd: join(work, side) })
    const status = (file: string) =>
      readFileSync(join(work, side, file), 'utf8').split('\n', 1)[0] ?? ''
    return new Map(files.map(file => [file, status(file)]))
  }
  const { come, gone, unasked } = comeAndGone(statuses('was'), statuses('is'))
  for (const file of [...come, ...gone, ...unasked])
    for (const side of ['was', 'is']) rmSync(join(work, side, file), { force: true })
  return [...addressesSaid('new ', come), ...addressesSaid('gone', gone)]
}

/** Whether all reads the same. */
async function against(revision: string, boxes: readonly BoxName[]): Promise<boolean> {
  const work = mkdtempSync(join(tmpdir(), 'cocote-crawl-against-'))
  const tree = join(work, 'tree')
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-C', ROOT, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    git('worktree', 'add', '--detach', tree, revision)
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
    await written({ root: tree, folder: join(work, 'was'), as: `of ${revision}`, boxes })
    await written({ root: ROOT, folder: join(work, 'is'), as: 'as it is', boxes })
    const apart = saidApart(work)
    if (apart.length > 0) console.log(`${apart.join('\n')}\n`)
    const diff = ['diff', '--no-index', '--no-prefix', '--no-color', '--unified=0', 'was', 'is']
    const { status, stdout } = spawnSync('git', ['--no-pager', ...diff], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) console.log(groupedDiff(stdout))
    return status === 0 && apart.length === 0
  } finally {
    git('worktree', 'remove', '--force', tree)
    rmSync(work, { recursive: true, force: true })
  }
}

/** Writes what is crawled now as how it must be, and says what differs from before. */
async function accept(name: BoxName): Promise<void> {
  const file = new URL(`${name}.txt`, import.meta.url)
  const [was, is] = [readFileSync(file, 'utf8'), manifestOf(await read(ROOT, name, 'as it is'))]
  writeFileSync(file, is)
  const [before, after] = [new Set(was.split('\n')), new Set(is.split('\n'))]
  const [fresh, gone] = [after.difference(before).size, before.difference(after).size]
  const told = fresh + gone === 0 ? 'as it was' : `${fresh} lines are new, ${gone} are gone`
  console.log(`tests/crawl/${name}.txt: ${told}`)
}

const [, , act = '', ...rest] = argv
const isBox = (text: string): text is BoxName => BOX_NAMES.some(name => name === text)
const named = rest.filter(isBox)
const boxes = named.length > 0 ? named : BOX_NAMES
const others = rest.filter(text => !isBox(text))
const what = others.length < 2 ? others[0] : undefined
if (act === 'write' && what !== undefined)
  await written({ root: ROOT, folder: what, as: 'as it is', boxes })
else if (act === 'against' && what !== undefined)
  process.exitCode = (await against(what, boxes)) ? 0 : 1
else if (act === 'accept' && others.length === 0) for (const name of boxes) await accept(name)
else if (act === '--help' || act === '-h') console.log(USAGE)
else {
  console.error(USAGE)
  process.exitCode = 2
}
