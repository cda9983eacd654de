import type { Context, Hono } from 'hono'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import { giveBackCode, spendCode } from '../../../files/local.ts'
import { failureOf } from '../../../log/sqlite.ts'
import { installed, staged } from '../../../machine/updates.ts'
import { VersionFault } from '../../../release/fault.ts'
import { DiskTooFull } from '../../../release/pack.ts'
import { versionWords } from '../../../release/words.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { failed } from '../../../web/post/again.ts'
import { plainWords } from '../../../web/records/words.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost } from '../../../web/session/signin.ts'
import { leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { BOX, hasBoxPage, refusedBox } from './box-page.ts'
import { askedWords } from './words.ts'

/**
 * Units   milliseconds. What is refused is refused at once; what is done takes as long as it takes.
 */
const PATIENCE = { off: 5_000, backup: 20_000, update: 4_000 } as const

/**
 * `/borne/eteindre`, `/borne/sauvegarder`, `/borne/mise-a-jour`: what the keeper asks of the
 * machine, each confirmed.
 */
export function powerRoutes(app: Hono, server: Server, services: Services): void {
  if (!hasBoxPage(server)) return
  keeperPost(app, server, `${BOX}/eteindre`, (c, visit, { input }) =>
    off({ c, server, services, visit }, input),
  )
  keeperPost(app, server, `${BOX}/sauvegarder`, (c, visit) => saved(c, server, services, visit))
  keeperPost(app, server, `${BOX}/mise-a-jour`, (c, visit, { input }) =>
    updated({ c, server, services, visit }, input),
  )
}

async function off({ c, server, services, visit }: ServedVisit, input: Input): Promise<Response> {
  const w = askedWords(visit.lang)
  if (asSent(input, 'oui') !== '1')
    return refusedBox({ c, server, visit }, input, { refused: w.sayYes, field: 'eteindre' })
  const answer = (await services.hand?.ask('off', 'off', PATIENCE.off)) ?? 'absent'
  if (answer === 'absent' || answer === 'late')
    return refusedBox({ c, server, visit }, {}, { refused: w.nobodyDoes[answer] })
  if (!answer.done) return refusedBox({ c, server, visit }, {}, { refused: w.notDone(answer.key) })
  return server.answer(c, visit, sayLeaf(w.offTitle, w.offSays, visit), { cache: 'none' })
}

async function saved(
  c: Context,
  server: Server,
  services: Services,
  visit: Visit,
): Promise<Response> {
  const w = askedWords(visit.lang)
  const answer = (await services.hand?.ask('backup', 'backup', PATIENCE.backup)) ?? 'absent'
  if (answer === 'absent')
    return refusedBox({ c, server, visit }, {}, { refused: w.nobodyDoes.absent })
  leaveSaid(
    c,
    server.local.secret,
    answer === 'late' ? w.backupGoesOn : answer.done ? w.backupDone : w.backupNotDone,
  )
  return c.redirect(`${BOX}#sauvegarde`, 303)
}

/**
 * The keeper chose one of the versions that the page offers.
 *
 * Law     one of their codes is spent for it, since what a version does can't be undone; it is
 *         given back when the change was not begun.
 */
async function updated(
  { c, server, services, visit }: ServedVisit,
  input: Input,
): Promise<Response> {
  const [w, version] = [askedWords(visit.lang), versionWords(visit.lang)]
  const machine = server.source.read.machine()
  const chosen = machine
    ?.offered()
    .find(one => one.file === asSent(input, 'fichier') && one.wrong === null)
  const box = installed(services.folder)
  if (!box || !machine || !services.hand)
    return refusedBox({ c, server, visit }, input, { refused: w.nobodyDoes.absent })
  if (!chosen)
    return refusedBox({ c, server, visit }, input, { refused: w.goneVersion, field: 'fichier' })
  const code = asSent(input, 'code')
  if (!spendCode(server.local, code))
    return refusedBox({ c, server, visit }, input, {
      refused: plainWords(visit.lang).forgetWrongCode,
      field: 'code',
    })
  let begun = false
  try {
    const file = await staged(box, chosen, machine.version)
    const answer = await services.hand.ask(
      'update',
      chosen.isOlder ? `${file}\nolder` : file,
      PATIENCE.update,
    )
    begun = answer !== 'absent' && (answer === 'late' || answer.done)
    if (!begun)
      return refusedBox({ c, server, visit }, input, {
        refused:
          typeof answer === 'string'
            ? w.nobodyDoes.absent
            : version.outcome([answer.key, ...answer.more]),
      })
    return server.answer(c, visit, sayLeaf(w.updateTitle, w.updateSays, visit), { cache: 'none' })
  } catch (error) {
    if (error instanceof DiskTooFull)
      return refusedBox({ c, server, visit }, input, { refused: w.noRoom, field: 'fichier' })
    if (error instanceof VersionFault)
      return refusedBox({ c, server, visit }, input, {
        refused: version.fault[error.code](error.said),
        field: 'fichier',
      })
    return failed(c, server, visit, failureOf(error, server.report))
  } finally {
    if (!begun) giveBackCode(server.local, code)
  }
}
