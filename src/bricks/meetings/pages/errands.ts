import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { capital } from '../../../text/capital.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { actButton } from '../../../ui/post.ts'
import { which } from '../../../ui/which.ts'
import { type Errand, errandsOf } from '../model/errands.ts'
import { keyedTo } from '../model/read.ts'
import { response } from '../model/records.ts'
import { changeSaid, dateOrder } from './date-news.ts'
import { becameSaid, becomeOrder, standing } from './enough.ts'
import { all, type MeetingWords } from './say.ts'

/** *À dire à Lucette*: what a member tells those for whom they said yes, and where they say so. */

type When = Pick<ToDoReader, 'lang' | 'today'>
/** What is to be told, without to whom. */
function told({ of }: Errand, when: When, read: Reader, words: MeetingWords): string {
  if (of.is === 'date') return changeSaid(of.date, when, read, words)
  if (of.is === 'count') return standing(of.count, when, words)
  return becameSaid(of.become, when, read, words)
}

/** A line for each thing to tell, with all to whom; it is there until they are told. */
export function errandLines(whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  const { me } = whom
  if (me === undefined) return []
  const those = Map.groupBy(
    errandsOf(read, me, whom.today),
    one => `${one.about} ${told(one, whom, read, words)}`,
  )
  return [...those.values()].map(some => {
    const [first] = some as [Errand]
    const names = [...new Set(some.map(({ name }) => name))]
    return {
      ...{ href: `/repondre/${first.about}`, list: '/moi', n: 1, label: words.newsLabel },
      sentence: whom.private
        ? words.dates.tell(all(names, whom.lang), told(first, whom, read, words))
        : words.errands.heard,
      ...moveOrder(first, whom.today),
      isOpen: true as const,
    }
  })
}

/** Of a date that is moved or off, that of an idea too. */
function moveOrder({ of }: Errand, today: string): Pick<ToDo, 'order'> {
  if (of.is === 'date') return { order: dateOrder([of.date], today) }
  return of.is === 'idea' ? becomeOrder(of.become, today) : {}
}

/**
 * Those for whom a member answered this, each with what to tell them, and one tap for what they
 * said: they are still in, they come no more, they know. Over http it names nobody.
 */
export function errandsOn(about: string, context: PageContext<MeetingWords>): Html | false {
  const { kit, read, words } = context
  const { me, today } = kit.request
  if (me === undefined) return false
  const errands = errandsOf(read, me, today).filter(one => one.about === about)
  const told = new Set(errands.map(({ answer }) => answer))
  const rest = keyedTo(read, about, me).filter(
    one => !told.has(one.id) && one.answer !== 'not' && read.one(response, one.id),
  )
  if (errands.length + rest.length === 0) return false
  if (!kit.request.private)
    return html`<h2>${words.errands.title}</h2>${readElsewhere(kit.request)}`
  return html`
    <div class="part stack no-print">
      <h2>${words.errands.title}</h2>
      ${errands.map(one => errandPart(one, context))}
      ${rest.map(
        one => html`
          <p>${words.errands.said(one.firstName ?? '')}</p>
          ${leaves({ answer: one.id, name: one.firstName ?? '', to: one.to ?? about }, context)}
        `,
      )}
    </div>
  `
}

function errandPart(one: Errand, context: PageContext<MeetingWords>): Html {
  const { kit, read, words } = context
  const w = words.errands
  const { about, answer, code, name, of } = one
  const tells = (label: string): Html =>
    actButton(kit.form(), `/repondre/${about}/dit`, {
      look: 'inline',
      hidden: { reponse: answer, quand: code, from: kit.request.path },
      button: html`<button${which(label, name, kit.request.lang)}>${label}</button>`,
    })
  const isMoved = of.is === 'date' && of.date.now.state === 'on'
  const asks = of.is === 'idea' && of.become.day !== undefined
  return html`
    <div class="note">
      <p><b>${capital(words.dates.tell(name, told(one, kit.request, read, words)))}.</b></p>
      <div class="acts">
        ${isMoved && tells(w.stillIn(name))}
        ${asks && comes(one, context)}
        ${(isMoved || of.is === 'count') && leaves(one, context)}
        ${tells(words.tellOne)}
      </div>
    </div>
  `
}

/** *Lucette vient*: her yes to the day of an idea, said for her. */
const comes = ({ about, name }: Errand, { kit, words }: PageContext<MeetingWords>): Html =>
  actButton(kit.form(), `/repondre/${about}`, {
    look: 'inline',
    hidden: { answer: 'in', [IN_NAME_OF]: name, from: kit.request.path },
    button: words.errands.comes(name),
  })

/** *Lucette ne vient plus*: the answer goes for good, as a member’s own does. */
const leaves = (
  { answer, name, to }: Pick<Errand, 'answer' | 'name' | 'to'>,
  { kit, words }: PageContext<MeetingWords>,
): Html =>
  actButton(kit.form(), `/repondre/${to}/reprendre`, {
    look: 'inline',
    hidden: { reponse: answer, from: kit.request.path },
    button: words.errands.leaves(name),
  })
