import type { Context, Hono } from 'hono'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import { giveBackCode, spendCode } from '../../../files/local.ts'
import { installed, staged } from '../../../machine/updates.ts'
import { VersionFault } from '../../../release/fault.ts'
import { DiskTooFull } from '../../../release/pack.ts'
import { versionWords } from '../../../release/words.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { failed } from '../../../web/post/post.ts'
import { plainWords } from '../../../web/records/words.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import { keeperPost } from '../../../web/session/signin.ts'
import { leaveSaid, type Visit } from '../../../web/session/visit.ts'
import type { Web } from '../../../web/web.ts'
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
export function powerRoutes(app: Hono, web: Web, roof: Services): void {
  if (!hasBoxPage(web)) return
  keeperPost(app, web, `${BOX}/eteindre`, (c, visit, { input }) =>
    off({ c, web, roof, visit }, input),
  )
  keeperPost(app, web, `${BOX}/sauvegarder`, (c, visit) => saved(c, web, roof, visit))
  keeperPost(app, web, `${BOX}/mise-a-jour`, (c, visit, { input }) =>
    updated({ c, web, roof, visit }, input),
  )
}

async function off({ c, web, roof, visit }: ServedVisit, input: Input): Promise<Response> {
  const w = askedWords(visit.lang)
  if (asSent(input, 'oui') !== '1')
    return refusedBox({ c, web, visit }, input, { refused: w.sayYes, field: 'eteindre' })
  const answer = (await roof.hand?.ask('off', 'off', PATIENCE.off)) ?? 'absent'
  if (answer === 'absent' || answer === 'late')
    return refusedBox({ c, web, visit }, {}, { refused: w.nobodyDoes[answer] })
  if (!answer.done) return refusedBox({ c, web, visit }, {}, { refused: w.notDone(answer.key) })
  return web.answer(c, visit, sayLeaf(w.offTitle, w.offSays, visit), { cache: 'none' })
}

async function saved(c: Context, web: Web, roof: Services, visit: Visit): Promise<Response> {
  const w = askedWords(visit.lang)
  const answer = (await roof.hand?.ask('backup', 'backup', PATIENCE.backup)) ?? 'absent'
  if (answer === 'absent')
    return refusedBox({ c, web, visit }, {}, { refused: w.nobodyDoes.absent })
  leaveSaid(
    c,
    web.local.secret,
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
async function updated({ c, web, roof, visit }: ServedVisit, input: Input): Promise<Response> {
  const [w, version] = [askedWords(visit.lang), versionWords(visit.lang)]
  const machine = web.source.read.machine()
  const chosen = machine
    ?.offered()
    .find(one => one.file === asSent(input, 'fichier') && one.wrong === null)
  const box = installed(roof.folder)
  if (!box || !machine || !roof.hand)
    return refusedBox({ c, web, visit }, input, { refused: w.nobodyDoes.absent })
  if (!chosen)
    return refusedBox({ c, web, visit }, input, { refused: w.goneVersion, field: 'fichier' })
  const code = asSent(input, 'code')
  if (!spendCode(web.local, code))
    return refusedBox({ c, web, visit }, input, {
      refused: plainWords(visit.lang).forgetWrongCode,
      field: 'code',
    })
  let begun = false
  try {
    const file = await staged(box, chosen, machine.version)
    const answer = await roof.hand.ask(
      'update',
      chosen.isOlder ? `${file}\nolder` : file,
      PATIENCE.update,
    )
    begun = answer !== 'absent' && (answer === 'late' || answer.done)
    if (!begun)
      return refusedBox({ c, web, visit }, input, {
        refused:
          typeof answer === 'string'
            ? w.nobodyDoes.absent
            : version.outcome([answer.key, ...answer.more]),
      })
    return web.answer(c, visit, sayLeaf(w.updateTitle, w.updateSays, visit), { cache: 'none' })
  } catch (error) {
    if (error instanceof DiskTooFull)
      return refusedBox({ c, web, visit }, input, { refused: w.noRoom, field: 'fichier' })
    if (error instanceof VersionFault)
      return refusedBox({ c, web, visit }, input, {
        refused: version.fault[error.code](error.said),
        field: 'fichier',
      })
    return failed(c, web, visit, web.report(error))
  } finally {
    if (!begun) giveBackCode(web.local, code)
  }
}
