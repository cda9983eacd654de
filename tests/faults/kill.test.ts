import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { cocote } from '../support/command-line.ts'
import { at } from '../support/pass.ts'
import { type Chance, chanceFrom, SEED } from './chance.ts'
import { kill, serving } from './serving.ts'
import { acknowledges, bring, SPACES_WRITTEN, type Turn, turnOf, withKeeper } from './turns.ts'
import { inspect } from './whole.ts'

/** Each box is killed while turns go on, but the second time: then while it opens. */
const BOXES = at(1, 3, 17)
const KILLS = at(2, 6, 6)
const CLIENTS = 6
/** Turns answered in each life before its end comes, however slow the disk. */
const LEAST = 10

type Posting = { next: number; sent: Map<number, Turn>; done: Set<number>; stopped: boolean }

/**
 * Posts without pause until the server is gone. What was sent and not answered is sent again by
 * whoever comes next.
 */
async function posting(
  address: string,
  cookie: string,
  state: Posting,
  chance: Chance,
): Promise<void> {
  while (!state.stopped) {
    const turn = turnOf(state.next++, 1 + chance.below(3))
    state.sent.set(turn.n, turn)
    const answer = await bring(address, cookie, turn)
    if (acknowledges(answer, turn)) state.done.add(turn.n)
    else if (answer) throw new Error(`turn ${turn.n} was answered ${answer.status}: ${answer.body}`)
  }
}

/** Sends the head of a post and a part of its body, and goes away. */
function cutPost(address: string, cookie: string, turn: Turn, kept: number): Promise<void> {
  const { port, host } = new URL(address)
  const head =
    `POST /apporter HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\nCookie: ` +
    `${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ` +
    `${turn.body.length}\r\n\r\n`
  return new Promise(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.end(head + turn.body.slice(0, kept)),
    )
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.resume()
  })
}

/** Killed while it opens. */
async function opened(folder: string, chance: Chance): Promise<void> {
  const server = serving(folder)
  await Promise.race([after(chance.below(900)), server.ready])
  await kill(server)
}

/** Killed while turns go on; the turns of which a part only was sent. */
async function lived(
  folder: string,
  cookie: string,
  state: Posting,
  chance: Chance,
): Promise<ReadonlySet<number>> {
  const cut = new Set<number>()
  const server = serving(folder)
  const address = await server.ready
  state.stopped = false
  // A phone that had no answer posts the same form again.
  const unanswered = [...state.sent.values()].filter(turn => !state.done.has(turn.n))
  for (const turn of unanswered)
    if (acknowledges(await bring(address, cookie, turn), turn)) state.done.add(turn.n)
  const clients = Array.from({ length: CLIENTS }, () => posting(address, cookie, state, chance))
  const had = state.done.size
  const answering = async (): Promise<void> => {
    for (let tries = 0; tries < 6_000 && state.done.size < had + LEAST; tries++) await after(5)
  }
  await Promise.race([answering(), Promise.all(clients)])
  for (let i = 0; i < 3; i++) {
    const turn = turnOf(state.next++, 3)
    cut.add(turn.n)
    await cutPost(address, cookie, turn, chance.below(turn.body.length))
    await after(chance.below(150))
  }
  state.stopped = true
  server.process.kill('SIGKILL')
  await Promise.all([...clients, server.gone])
  return cut
}

test(
  `every turn that was answered is there after ${BOXES * KILLS} SIGKILLs at random moments, ` +
    'and no half turn (law 1)',
  async t => {
    const chance = chanceFrom(SEED)
    t.diagnostic(`FAULTS_SEED=${SEED}; turns write in ${SPACES_WRITTEN} space(s)`)
    let acknowledged = 0
    let unanswered = 0
    for (let box = 0; box < BOXES; box++) {
      const folder = mkdtempSync(join(tmpdir(), 'cocote-kill-'))
      t.after(() => rmSync(folder, { recursive: true, force: true }))
      const cookie = await withKeeper(folder)
      const state: Posting = { next: 1, sent: new Map(), done: new Set(), stopped: false }
      for (let i = 0; i < KILLS; i++) {
        const cut =
          i === 1 ? await opened(folder, chance) : await lived(folder, cookie, state, chance)
        const held = inspect(folder)
        assert.deepEqual(held.faults, [], `box ${box}, kill ${i}`)
        const there = new Set(held.turns)
        assert.deepEqual(
          [...state.done].filter(n => !there.has(n)),
          [],
          `turns answered and lost: box ${box}, kill ${i}`,
        )
        assert.deepEqual(
          [...(cut ?? [])].filter(n => there.has(n)),
          [],
          'a post that was cut before its end wrote something',
        )
      }
      const checked = await cocote(t, 'check', '--data', folder)
      assert.equal(checked.code, 0, `check after the kills of box ${box}: ${checked.err}`)
      acknowledged += state.done.size
      unanswered += state.sent.size - state.done.size
    }
    t.diagnostic(`${acknowledged} turns answered and there, ${unanswered} never answered`)
    assert.ok(
      acknowledged >= BOXES * (KILLS - 1) * LEAST,
      'too few turns were posted for this to say anything',
    )
  },
)
