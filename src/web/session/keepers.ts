import { createHash, randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { type Html, html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { keeperRecord } from '../../contract/records/own-records.ts'
import { asSent, type Input, one } from '../../core/form/input.ts'
import { bornAt, ID_SHAPE, idFrom } from '../../core/id.ts'
import type { Value } from '../../core/schema.ts'
import { keep } from '../../files/local.ts'
import { dayPlain } from '../../text/days.ts'
import { formField } from '../../ui/field.ts'
import { mainButton, post } from '../../ui/post.ts'
import { refused, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import { monotonicNow } from '../pages/kit.ts'
import { ourToken } from '../post/our-token.ts'
import type { Server, Visiting } from '../server-parts.ts'
import { newCodeSheet } from './code-sheet.ts'
import {
  endKeeper,
  firstKeeper,
  keeperByPassphrase,
  keepersIn,
  leaveToChange,
  SHORTEST_PASSPHRASE,
  setPassphrase,
} from './keeper.ts'
import { nameOfKeeper, pastKeepers } from './keepers-known.ts'
import { keepersWords } from './keepers-words.ts'
import { countWrong, serialKeeperPost, signInLeaf } from './signin.ts'
import { leaveSaid, type Visit } from './visit.ts'

/**
 * `/tenir/gardiens`: the people who keep this page, each with a first name, a passphrase and codes
 * (docs/decisions/0056). Their names stand in `home` alone, their secrets in `local.db`.
 */
export const KEEPERS = '/tenir/gardiens'

type Wrong = Readonly<{ field: string; sentence: string }>
/** `own`: the fields of the form itself, which name the form that was sent. */
type Doing = Visiting & Readonly<{ input: Input; own: Input }>

export function keepersRoutes(app: Hono, server: Server): void {
  app.get(KEEPERS, c => shown({ c, server, visit: server.visit(c), input: {}, own: {} }))
  const act = (path: string, go: (doing: Doing) => Promise<Response> | Response): void =>
    serialKeeperPost(app, server, `${KEEPERS}/${path}`, async (c, visit, { input, own }) =>
      go({ c, server, visit, input, own }),
    )
  act('nommer', nameMe)
  act('ajouter', add)
  act('retirer', end)
}

function shown({ c, server, visit, input }: Doing, wrong?: Wrong): Response {
  const page = { ...visit, path: KEEPERS }
  if (visit.by !== 'keeper')
    return server.answer(c, page, signInLeaf(server, page, { least: 'keeper' }), { cache: 'none' })
  return server.answer(c, page, keepersLeaf(server, page, input, wrong), {
    cache: 'none',
    ...(wrong ? { status: 422 } : {}),
  })
}

function doneWith({ c, server }: Doing, sentence: string): Response {
  leaveSaid(c, server.local.secret, sentence)
  return c.redirect(KEEPERS, 303)
}

/** Writes a keeper’s record, in `home`. */
async function written(
  { server, visit }: Doing,
  id: string,
  fields: Readonly<Record<string, Value>>,
): Promise<boolean> {
  const record = { type: keeperRecord.name, id, fields, space: 'home' }
  const answer = await server.turn({
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify([record]) },
    by: 'keeper',
    id: newId(server),
    lang: visit.lang,
  })
  return answer.done
}
const newId = (server: Server): string => idFrom(server.source.now(), randomBytes(10))
/** The id of a keeper whom a form names. A form that is sent twice names one keeper. */
function idOfForm({ server, own }: Doing, name: string): string {
  const form = asSent(own, FORM)
  if (!ID_SHAPE.test(form)) return newId(server)
  return idFrom(bornAt(form), createHash('sha256').update(`${form} ${name}`).digest())
}
const FORM = 'tour'

/** The keeper who is signed in gives their first name. */
async function nameMe(doing: Doing): Promise<Response> {
  const { server, visit, input } = doing
  const w = keepersWords(visit.lang)
  const name = one(input, 'prenom').trim().slice(0, 60)
  if (name === '') return shown(doing, { field: 'prenom', sentence: w.needsName })
  const id = visit.keeper || firstKeeper(server.local) || newId(server)
  if (!(await written(doing, id, { name }))) throw new Error('a keeper’s name was refused')
  if (!visit.keeper) keep(server.local, 'keeper first', id)
  return doneWith(doing, w.named)
}

async function add(doing: Doing): Promise<Response> {
  const { server, visit, input } = doing
  const w = keepersWords(visit.lang)
  const [name, passphrase] = [one(input, 'nom').trim().slice(0, 60), one(input, 'phrase').trim()]
  const wrong = (field: string, sentence: string) => shown(doing, { field, sentence })
  if (firstKeeper(server.local) === '') return wrong('prenom', w.nameFirst)
  const id = idOfForm(doing, name)
  if (keepersIn(server.local).includes(id)) return doneWith(doing, w.added(name))
  if (name === '') return wrong('nom', w.needsName)
  if (passphrase.length < SHORTEST_PASSPHRASE) return wrong('phrase', w.short)
  if (keepersIn(server.local).length >= MOST) return wrong('nom', w.tooMany(MOST))
  const leave = await leaveToChange(doing)
  if (!leave) return wrong('code-ajouter', notLeft(doing))
  if ((await keeperByPassphrase(server.local, passphrase)) !== undefined) {
    countWrong(visit, monotonicNow(server.source))
    return wrong('phrase', w.taken)
  }
  if (!leave()) return wrong('code-ajouter', w.wrongCode)
  if (!(await written(doing, id, { name }))) throw new Error('a keeper was refused')
  await setPassphrase(server.local, passphrase, id)
  server.entered?.(id, passphrase)
  newCodeSheet(server.local, id)
  return doneWith(doing, w.added(name))
}
const notLeft = ({ visit }: Doing): string => {
  const w = keepersWords(visit.lang)
  return visit.here ? w.wrongCodeHere : w.wrongCode
}
/** Each wrong try hashes once for each keeper. */
const MOST = 6

async function end(doing: Doing): Promise<Response> {
  const { server, visit, input } = doing
  const w = keepersWords(visit.lang)
  const id = one(input, 'gardien')
  const [first, keepers] = [firstKeeper(server.local), keepersIn(server.local)]
  const whose = id === first ? '' : id || undefined
  if (whose === undefined || !keepers.includes(whose))
    return shown(doing, { field: 'gardien', sentence: w.gone })
  if (keepers.length === 1) return shown(doing, { field: 'gardien', sentence: w.last })
  // At the machine a passphrase is not enough against somebody else who keeps the page.
  const codeAlone = whose !== (visit.keeper ?? '')
  const leave = await leaveToChange(doing, { codeAlone })
  if (!leave?.()) {
    const sentence = codeAlone ? w.wrongCode : notLeft(doing)
    return shown(doing, { field: `code-${id}`, sentence })
  }
  // Their secrets go first: a full disk refuses the day, and they are out all the same.
  const waits = server.keeperEnds?.(whose) ?? false
  endKeeper(server.local, whose)
  const today = server.source.today(server.source.now())
  if (!(await written(doing, id, { until: today })))
    server.report(new Error('the day of an ended keeper was not written'))
  const name = nameOfKeeper(server.source.read, id) ?? ''
  return doneWith(doing, waits ? `${w.ended(name)} ${w.copiesWait}` : w.ended(name))
}

function keepersLeaf(server: Server, visit: Visit, input: Input, wrong?: Wrong): Leaf {
  const w = keepersWords(visit.lang)
  const first = firstKeeper(server.local)
  const mine = visit.keeper || first
  const name = (id: string): string => nameOfKeeper(server.source.read, id) ?? w.nobody
  const all = keepersIn(server.local).map(keeper => (keeper === '' ? first : keeper))
  const isOpening = (id: string): boolean => server.opensBackups?.(id === first ? '' : id) ?? true
  const token = ourToken(server, visit)
  const code = (whose: string, codeAlone = false): Html => {
    const isHere = visit.here && !codeAlone
    return formField({
      id: `f-code-${whose}`,
      label: isHere ? w.codeHere : w.code,
      isWrong: wrong?.field === `code-${whose}`,
      input: { name: 'code', type: isHere ? 'password' : 'text', autocomplete: 'off' },
    })
  }
  const line = (id: string): Html => html`
    <li>
      <h3>${id === '' ? w.nobody : name(id)}${id === mine && ` ${w.you}`}</h3>
      ${
        !isOpening(id) &&
        html`<p class="where">${id === mine ? w.copiesNotMine : w.copiesNotTheirs}</p>`
      }
      ${
        all.length > 1 &&
        html`
          <details>
            <summary>${w.end}</summary>
            ${post(token, `${KEEPERS}/retirer`, {
              hidden: { gardien: id },
              fields: html`<p>${w.endLead}</p>${code(id, id !== mine)}`,
              button: w.end,
            })}
          </details>
        `
      }
    </li>
  `
  const past = pastKeepers(server.source.read)
  const day = (until: string): string => dayPlain(until, visit.lang)
  const gone = html`
    <h2>${w.past}</h2>
    <ul class="notices">
      ${past.map(
        one =>
          html`
            <li>
              <h3>${one.name}</h3>
              <p class="where">${w.until(day(one.until))}</p>
              <details>
                <summary>${w.eraseName}</summary>
                ${post(token, '/oublier', {
                  hidden: { type: keeperRecord.name, id: one.id, from: KEEPERS },
                  fields: html`<p>${w.eraseNameLead}</p>${code(one.id, true)}`,
                  button: w.eraseName,
                })}
              </details>
            </li>
          `,
      )}
    </ul>
  `
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: '/tenir', words: w.keep }], visit.lang)}
        <h1>${w.title}</h1>
        ${wrong && refused([wrong], visit.lang)}
        <p>${w.lead}</p>
        <p>${w.copies}</p>
        <ul class="notices">${all.map(line)}</ul>
        ${post(token, `${KEEPERS}/nommer`, {
          fields: formField({
            id: 'f-prenom',
            label: w.myName,
            isWrong: wrong?.field === 'prenom',
            input: {
              name: 'prenom',
              value: one(input, 'prenom') || (mine === '' ? '' : name(mine)),
              maxlength: 60,
              autocomplete: 'given-name',
            },
          }),
          button: w.save,
        })}
        <h2>${w.add}</h2>
        ${post(token, `${KEEPERS}/ajouter`, {
          hidden: { [FORM]: newId(server) },
          fields: html`
            <p>${w.addLead}</p>
            ${formField({
              id: 'f-nom',
              label: w.name,
              isWrong: wrong?.field === 'nom',
              input: { name: 'nom', value: one(input, 'nom'), maxlength: 60, autocomplete: 'off' },
            })}
            ${formField({
              id: 'f-phrase',
              label: w.passphrase,
              hint: w.passphraseHint,
              isWrong: wrong?.field === 'phrase',
              input: { name: 'phrase', autocomplete: 'off' },
            })}
            ${code('ajouter')}
          `,
          button: mainButton(w.addAct),
        })}
        ${past.length > 0 && gone}
      </article>
    </div>
  `
  return { title: w.title, body, current: '/tenir' }
}
