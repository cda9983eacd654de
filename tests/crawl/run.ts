import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { BOX_NAMES, type BoxName } from './box.ts'
import { type Crawled, crawl, manifestOf } from './crawl.ts'
import { groupedDiff } from './grouped.ts'
import { hashOf } from './opened.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MOST_BYTES = 2 ** 29
const USAGE = `npm run crawl -- write FOLDER [BOX…]       writes each page as masked text
npm run crawl -- against REVISION [BOX…]   shows what reads otherwise than in that revision,
                                           a change of many pages once
npm run crawl -- accept [BOX…]             takes what is crawled now as how it must be
A box is one of ${BOX_NAMES.join(', ')}.`

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

async function written(root: string, folder: string, boxes: readonly BoxName[]): Promise<void> {
  for (const name of boxes) writePages(join(folder, name), await crawl({ root, name }))
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
    await written(tree, join(work, 'was'), boxes)
    await written(ROOT, join(work, 'is'), boxes)
    const diff = ['diff', '--no-index', '--no-prefix', '--no-color', '--unified=0', 'was', 'is']
    const { status, stdout } = spawnSync('git', ['--no-pager', ...diff], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) console.log(groupedDiff(stdout))
    return status === 0
  } finally {
    git('worktree', 'remove', '--force', tree)
    rmSync(work, { recursive: true, force: true })
  }
}

const [, , act = '', ...rest] = argv
const isBox = (text: string): text is BoxName => BOX_NAMES.some(name => name === text)
const named = rest.filter(isBox)
const boxes = named.length > 0 ? named : BOX_NAMES
const what = rest.find(text => !isBox(text))
if (act === 'write' && what !== undefined) await written(ROOT, what, boxes)
else if (act === 'against' && what !== undefined)
  process.exitCode = (await against(what, boxes)) ? 0 : 1
else if (act === 'accept')
  for (const name of boxes)
    writeFileSync(
      new URL(`${name}.txt`, import.meta.url),
      manifestOf(await crawl({ root: ROOT, name })),
    )
else {
  console.error(USAGE)
  process.exitCode = 2
}
