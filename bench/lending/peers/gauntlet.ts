import { AssertionError } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort, inLayers, ready } from '../../peers/layers.ts'
import { missing } from '../../table.ts'
import type { Peer } from './asking.ts'
import { CASES, type Case } from './cases.ts'
import { Site } from './mrbs.ts'

const FILES = ['setup.sh', 'look.php', 'config.php'].map(file => new URL(file, import.meta.url))
const OURS = fileURLToPath(new URL('../../../src/bricks/lending/gauntlet.test.ts', import.meta.url))

/** The gauntlet of lending, ours beside MRBS, whose sources are in that folder. */
export async function measureLendingPeers(within: string, mrbs: string | undefined): Promise<void> {
  console.log('\nThe gauntlet of lending: twenty-eight cases, ours beside MRBS')
  if (mrbs === undefined || !existsSync(join(mrbs, 'tables.my.sql')))
    return missing('MRBS', '--mrbs wants the folder of its sources')
  const folder = mkdtempSync(join(within, `run-${process.pid}-`))
  cpSync(join(mrbs, 'web'), join(folder, 'mrbs/web'), { recursive: true })
  cpSync(join(mrbs, 'tables.my.sql'), join(folder, 'mrbs/tables.my.sql'))
  const ports = { mrbs: await freePort(), look: await freePort() }
  console.log('· MRBS is being installed in memory')
  const child = inLayers(folder, FILES, ports)
  try {
    const why = await ready(child, folder)
    if (why !== undefined) return missing('MRBS', why)
    console.log(`· ${versionsIn(folder)}`)
    await compare(await peerAt(folder, ports))
  } finally {
    child.kill('SIGKILL')
    await pause(500)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function peerAt(folder: string, ports: Readonly<Record<'mrbs' | 'look', number>>) {
  const at = (port: number): string => `http://127.0.0.1:${port}`
  const site = new Site(at(ports.mrbs), at(ports.look))
  const people = {
    keeper: await site.person('keeper'),
    paul: await site.person('paul'),
    nadia: await site.person('nadia'),
    hugo: await site.person('hugo'),
  }
  const closed = (days: readonly string[]): void => {
    const years = Object.groupBy(days, one => one.slice(0, 4))
    writeFileSync(join(folder, 'holidays.json'), JSON.stringify(years))
  }
  return { site, people, closed }
}

type Verdict = Readonly<{ is: 'holds' | 'fails' | 'cannot express' | 'not asked'; why: string }>

async function compare(peer: Peer): Promise<void> {
  const counts = new Map<string, number>()
  const counted = (side: string, is: string): void => {
    const key = `${side} ${is}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { number, title, passed } of ours()) {
    const found = await verdictOf(CASES[number], peer)
    const here = passed ? 'holds' : 'fails'
    counted('ours', here)
    counted('MRBS', found.is)
    const why = found.why === '' ? '' : ` (${found.why})`
    console.log(`${String(number).padStart(2)}  ours ${here}  MRBS ${found.is}${why}: ${title}`)
  }
  for (const [what, many] of [...counts].toSorted()) console.log(`${what}: ${many}`)
}

async function verdictOf(one: Case | undefined, peer: Peer): Promise<Verdict> {
  if (one === undefined) return { is: 'not asked', why: 'a case that is new' }
  if ('cannot' in one) return { is: 'cannot express', why: one.cannot }
  try {
    await one.asks(peer)
    return { is: 'holds', why: one.short ?? '' }
  } catch (error) {
    const why = (error as Error).message.split('\n')[0]!
    return { is: error instanceof AssertionError ? 'fails' : 'not asked', why }
  }
}

/** Our own test of each case, run now. */
function ours(): readonly Readonly<{ number: number; title: string; passed: boolean }>[] {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const run = ['--test', '--test-reporter=tap', OURS]
  const { stdout } = spawnSync(process.execPath, run, {
    env: { ...env, TZ: 'Europe/Paris' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return [...stdout.matchAll(/^ *(not ok|ok) \d+ - (\d+): (.*)$/gm)].map(
    ([, is, number, title]) => ({ number: Number(number), title: title!, passed: is === 'ok' }),
  )
}

/** That of MRBS as its sources say it, those of PHP and MariaDB as Debian does. */
function versionsIn(folder: string): string {
  const said = readFileSync(join(folder, 'mrbs/web/version_num.inc'), 'utf8')
  const [, version = 'unknown'] = /\$mrbs_version_number = '([^']+)'/.exec(said) ?? []
  const others = readFileSync(join(folder, 'versions'), 'utf8').trim().replaceAll('\n', ', ')
  return `MRBS ${version}, ${others}, ${new Date().toISOString().slice(0, 10)}`
}
