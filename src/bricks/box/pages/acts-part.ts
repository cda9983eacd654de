import type { HelperOutcome, Machine, OfferedVersion } from '../../../contract/box/machine.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { formField, tickField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { fieldId } from '../../../ui/say.ts'
import type { fr } from '../words/fr.ts'
import { dayOf, timeOf } from './say.ts'

type Words = typeof fr
/** Where the server takes what is asked of the machine. */
const OFF = '/borne/eteindre'
const BACKUP = '/borne/sauvegarder'
/** Where the server saves, and lets the keeper take everything away. */
export const SAVES = '/borne/sauvegardes'
const UPDATE = '/borne/mise-a-jour'

function toldOf(
  { done, at, key, more, says }: HelperOutcome,
  request: Request,
  words: Words,
): string {
  const what = says?.(request.lang) ?? words.told[key]?.(more) ?? words.toldOther(done, key)
  return at === null ? what : words.toldOn(`${dayOf(at, request)}, ${timeOf(at, request)}`, what)
}

/** Which version runs, which would come back, and those that a key brings. */
export function versionPart(
  { version, before, offered, outcomes: told, isBox }: Machine,
  kit: Kit,
  words: Words,
): Html {
  const all = offered()
  const good = all.filter(one => one.wrong === null)
  const wrong = all.filter(one => one.wrong !== null)
  const last =
    told.update &&
    html`<p><b>${words.lastChange}</b><br>${toldOf(told.update, kit.request, words)}</p>`
  return html`
    <div class="part" id="version">
      <h2>${words.version}</h2>
      <p>
        <b>${words.versionIs(version)}</b>${' '}
        ${before !== null && before !== version && words.versionBefore(before)}
      </p>
      ${last}
      ${good.map((one, i) => taking(one, i, kit, words))}
      ${wrong.map(
        one =>
          html`
            <p class="soft">${words.versionWrong(one.name, one.wrong?.(kit.request.lang) ?? '')}</p>
          `,
      )}
      ${isBox && good.length === 0 && html`<p>${words.versionNone}</p>`}
    </div>
  `
}

function taking(
  { file, version, made, by, isOlder }: OfferedVersion,
  at: number,
  kit: Kit,
  words: Words,
): Html {
  const again = kit.request.again?.input['fichier'] === file && kit.request.again.field === 'code'
  const id =
    again || (at === 0 && kit.request.again?.input['fichier'] === undefined)
      ? fieldId('code')
      : fieldId(`code-${at}`)
  const number = version ?? ''
  return post(kit.form(), UPDATE, {
    look: 'form no-print',
    hidden: { fichier: file, from: false },
    fields: html`
      <p>
        <b>${words.versionOffered(number, dayOf(Date.parse(made ?? ''), kit.request), by)}</b>${' '}
        ${isOlder && words.versionOlder}
      </p>
      <p>${words.versionLead}</p>
      ${formField({
        id,
        label: words.code,
        isWrong: again,
        input: {
          name: 'code',
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: 'false',
          required: true,
        },
      })}
    `,
    button: mainButton(isOlder ? words.versionBack(number) : words.versionTake(number)),
  })
}

/** The last backup to a key, the last weekly look, and how to make one now. */
export function backupPart(
  { outcomes: told, taken, isBox }: Machine,
  kit: Kit,
  words: Words,
): Html {
  const line = (name: string, one: HelperOutcome | undefined, never: string): Html =>
    html`<dt>${name}</dt><dd>${one ? toldOf(one, kit.request, words) : never}</dd>`
  const byPage =
    taken !== undefined &&
    html`
      <dt>${words.backupTaken}</dt>
      <dd>${dayOf(taken, kit.request)}, ${timeOf(taken, kit.request)}</dd>
    `
  const now = actButton(kit.form(), BACKUP, {
    look: 'acts no-print',
    hidden: { from: false },
    button: mainButton(words.backupNow),
  })
  const box = html`
    <p>${words.backupLead}</p>
    <dl>
      ${line(words.backupLast, told.backup, words.backupNever)}
      ${byPage}
      ${line(words.checkLast, told.check, words.checkNever)}
    </dl>
    ${now}
  `
  return html`
    <div class="part" id="sauvegarde">
      <h2>${words.backup}</h2>
      ${isBox ? box : html`<p>${words.backupLaptop}</p>${byPage && html`<dl>${byPage}</dl>`}`}
      <p class="no-print"><a href="${SAVES}">${words.saves}</a></p>
    </div>
  `
}

/** Off, confirmed. A computer that is no box has its own switch. */
export function offPart({ isBox }: Machine, kit: Kit, words: Words): Html | false {
  return (
    isBox &&
    html`
      <div class="part no-print" id="eteindre">
        <h2>${words.off}</h2>
        <p>${words.offLead}</p>
        ${post(kit.form(), OFF, {
          hidden: { from: false },
          fields: tickField({
            id: fieldId('eteindre'),
            name: 'oui',
            isWrong: kit.request.again?.field === 'eteindre',
            words: words.offYes,
          }),
          button: words.offNow,
        })}
      </div>
    `
  )
}
