import type { BoxNear, BoxSeen } from '../../../contract/box/boxes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { meantBy } from '../../../contract/meant.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { formField, tickField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { qr } from '../../../ui/qr.ts'
import { fieldId, mistakeIn, note, said } from '../../../ui/say.ts'
import { which } from '../../../ui/which.ts'
import { BOXES } from '../model/commands.ts'
import { inOrder, saidByDrawing } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { actsOf, fieldOf, recognising, wrongIn } from './acts.ts'
import { statesOf } from './states.ts'
import { theirsPart } from './theirs.ts'

type Words = typeof fr

/**
 * The keeper's page of boxes: this one, how to recognise another, and of each what is known and
 * what may be done.
 */
const boxes: Page<Words> = {
  path: BOXES,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const { others } = read.boxes()
    const { again } = kit.request
    const wrong = mistakeIn(kit.request, again?.field && fieldThere(again.field, kit.request))
    const list = inOrder(others).map(seen => boxPart(seen, kit, read, words))
    const body = html`
      ${said(kit.request.said)}
      ${wrong}
      <div class="head"><h1>${words.boxes}</h1><p class="lead">${words.boxesLead}</p></div>
      <p class="acts no-print">
        <a class="button" href="${BOXES}/cle">${words.toKey}</a> <a class="button quiet"
          href="/nouvelles">${words.toNews}</a>
      </p>
      ${theirsPart({ kit, read, words })}
      ${mine(read, words)}
      ${list}
      ${others.length === 0 && html`<p class="empty">${words.noBoxes}</p>`}
      ${finding(kit, read, words)}
      ${nearby(kit, read, words)}
      ${byNetwork(kit, words)}
    `
    return { title: words.boxes, body, current: '/tenir' }
  },
}

function mine(read: Reader, words: Words): Html {
  const { me } = read.boxes()
  return html`
    <div class="part">
      <h2>${words.thisBox}</h2>
      ${me.isForked && note(words.forkedHere)}
      <div class="person-card">
        ${qr(saidByDrawing(me), words.drawingLabel)}
        <div><p class="five">${me.words}</p><p>${words.readAloud}</p></div>
      </div>
      <p class="hint">${words.drawingFor}</p>
      <p class="hint">${words.wholeName} <span class="box-name">${me.name}</span></p>
    </div>
  `
}

/**
 * A box is looked for by its name, its drawing's text or its five words; what was found is shown,
 * to be compared aloud.
 */
function finding(kit: Kit, read: Reader, words: Words): Html {
  const typed = one(kit.request.query, 'qui')
  const id = fieldId('qui')
  const meant = typed === '' ? undefined : meantBy(typed, read.boxes())
  const wrong = meant && 'wrong' in meant ? words.notMeant[meant.wrong] : undefined
  const search = html`
    <form class="form" method="get" action="${BOXES}#reconnaitre">
      ${formField({
        id,
        label: words.who,
        hint: words.whoHint,
        error: wrong,
        control: about => html`
          <input id="${id}" name="qui" value="${typed}" autocomplete="off"${about} required>
        `,
      })}
      <p class="acts">
        <button${which(words.find, words.who, kit.request.lang)}>${words.find}</button>
      </p>
    </form>
  `
  return html`
    <div class="part no-print" id="reconnaitre">
      <h2>${words.recogniseOne}</h2>
      ${steps(words)}
      ${search}
      ${meant && 'name' in meant && found(meant, kit, read, words)}
    </div>
  `
}

/** In which order two boxes come to exchange: what each of the two people does. */
const steps = (words: Words): Html =>
  html`<p>${words.stepsLead}</p><ol>${words.steps.map(step => html`<li>${step}</li>`)}</ol>`

/**
 * Those that say on this network that they are there: by our name for them when they are known,
 * else by their words alone.
 */
function nearby(kit: Kit, read: Reader, words: Words): Html | false {
  const { others, near } = read.boxes()
  const { boxes: all, isLooking } = near?.() ?? { boxes: [], isLooking: false }
  const known = new Map(others.map(seen => [seen.name, seen]))
  const shown = all.filter(({ name }) => !known.get(name)?.isDismissed)
  if (shown.length === 0)
    return (
      isLooking &&
      html`
        <div class="part no-print" id="reseau">
          <h2>${words.nearby}</h2>
          <p>${words.looking} <a href="${BOXES}#reseau">${words.lookAgain}</a></p>
        </div>
      `
    )
  const line = ({ name, words: five, address }: BoxNear): Html => {
    const called = known.get(name)?.called ?? five
    return html`
      <p>
        <b>${called}</b>
        ${called !== five && html`<br><span class="soft">${words.fiveWords(five)}</span>`}
      </p>
      ${post(kit.form(), `${BOXES}/rencontrer`, {
        look: '',
        hidden: { adresse: address, borne: name, from: false },
        button: html`<button aria-label="${words.meetNamed(called)}">${words.meetOne}</button>`,
      })}
    `
  }
  return html`
    <div class="part no-print" id="reseau"><h2>${words.nearby}</h2>${shown.map(line)}</div>
  `
}

/** The field of an address stands once in the page, the others in several forms. */
const ADDRESS = 'adresse'
const fieldThere = (field: string, request: Request): string =>
  field === ADDRESS ? field : fieldOf(field, wrongIn(request))

/** The server meets it: an address typed by hand, where there is a network between the two. */
function byNetwork(kit: Kit, words: Words): Html {
  const id = fieldId(ADDRESS)
  const { again } = kit.request
  const wrong = again?.field === ADDRESS
  const [typed, isTicked] = again
    ? [one(again.input, ADDRESS), one(again.input, 'oui') === '1']
    : ['', false]
  return html`
    <div class="part no-print">
      <h2>${words.network}</h2>
      ${post(kit.form(), `${BOXES}/rencontrer`, {
        hidden: { from: false },
        fields: html`
          ${formField({
            id,
            label: words.address,
            hint: words.addressHint,
            error: wrong && again.refused,
            control: about => html`
              <input
                id="${id}"
                name="${ADDRESS}"
                value="${typed}"
                inputmode="url"
                autocomplete="off"${about}
                required
              >
            `,
          })}
          ${tickField({ name: 'oui', isOn: isTicked, words: words.takeAll })}
        `,
        button: words.meet,
      })}
    </div>
  `
}

function found(
  { name, words: five }: Readonly<{ name: string; words: string }>,
  kit: Kit,
  read: Reader,
  words: Words,
): Html {
  const seen = read.boxes().others.find(box => box.name === name)
  if (seen?.known === 'paired') return html`<p><b>${words.alreadyPaired(seen.called)}</b></p>`
  return html`
    <div class="note">
      <p>${words.itsWords}</p>
      <p class="five">${five}</p>
      ${recognising(
        { name, five, called: seen && seen.called !== five ? seen.called : '' },
        kit,
        words,
      )}
    </div>
  `
}

function boxPart(seen: BoxSeen, kit: Kit, read: Reader, words: Words): Html {
  return html`
    <div class="part">
      <h2>${seen.called}</h2>
      ${seen.called !== seen.words && html`<p class="soft">${words.fiveWords(seen.words)}</p>`}
      <ul class="states">
        ${statesOf(seen, kit.request, read, words).map(state => html`<li>${state}</li>`)}
      </ul>
      ${actsOf(seen, kit, words)}
    </div>
  `
}

export const boxPages: readonly Page<Words>[] = [boxes]
