import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { actButton } from '../../../ui/post.ts'
import { which } from '../../../ui/which.ts'
import type { AnswerSubject } from '../model/asked-about.ts'
import { type CountSaid, countsSaid } from '../model/count.ts'
import { type ResponseRow, reachesOf } from '../model/read.ts'
import { response } from '../model/records.ts'
import { type PeopleToTell, tellingOf } from '../model/telling.ts'
import type { MeetingWords } from './say.ts'

/**
 * *Pour les prévenir*: those who come or help, and how each is reached, for the keeper. Of a date
 * that takes place from so many people, who was told how the count stands.
 */
export function toldOnes(
  about: AnswerSubject,
  answers: readonly ResponseRow[],
  context: PageContext<MeetingWords>,
): Html | false {
  const { kit, read, words } = context
  const telling = tellingOf(read, about.id, kit.request.today)
  const ids = new Set(answers.map(({ id }) => id))
  // Those of a day of the idea that is off are told its new day.
  const left = telling?.become ? telling.people.filter(({ id }) => !ids.has(id)) : []
  const all = [...answers.filter(one => one.answer !== 'not'), ...left]
  const reaches = reachesOf(
    read,
    all.map(({ id }) => id),
  )
  const said = telling && countsSaid(read, telling)
  const lines = all.map(one =>
    line(one, { reach: reaches.get(one.id) ?? null, telling, said: said?.get(one.id) }, context),
  )
  // Who answered twice is told once.
  const once = lines.filter((one, i) => lines.findIndex(other => other.html === one.html) === i)
  return (
    once.length > 0 &&
    html`
      <h3>${words.toTell}</h3>
      <ul class="notices">${once}</ul>
      ${
        telling &&
        telling.due.length > 1 &&
        actButton(kit.form(), `/repondre/${about.id}/prevenus`, {
          hidden: {
            from: kit.request.path,
            montres: telling.people.map(({ id }) => id).join(' '),
            compte: telling.plan ?? telling.says,
          },
          button: words.tellAll,
        })
      }
    `
  )
}

/** How somebody is reached, what is to tell, and what they were told before. */
type Standing = Readonly<{
  reach: string | null
  telling: PeopleToTell | undefined
  said: CountSaid | undefined
}>
function line(
  one: ResponseRow,
  { reach, telling, said }: Standing,
  { kit, read, words }: PageContext<MeetingWords>,
): Html {
  const card = kit.byCard(response, one.id)
  const member = read.one(response, one.id, 'home')?.member
  const reads = member && card
  const name = reads
    ? html`<a href="/habitants/${member}">${one.firstName}</a>`
    : html`${one.firstName}`
  const ways = [reach, one.toldTo ? card : undefined, reads ? words.readsPage : undefined]
  const how = ways.filter(Boolean).join(', ') || words.noWay
  const isOwed = telling?.carried.some(({ id }) => id === one.id)
  const isDue = telling?.due.some(({ id }) => id === one.id)
  return html`
    <li>
      ${name}${words.colon}${how}
      ${
        said &&
        said === telling?.says &&
        !isDue &&
        !isOwed &&
        html`<p class="where">${words.isTold[said]}</p>`
      }
      ${
        isOwed &&
        one.toldTo &&
        html`<p class="where">${words.errands.carries(one.toldTo, one.firstName ?? '')}</p>`
      }
      ${
        telling &&
        isDue &&
        actButton(kit.form(), `/repondre/${telling.id}/prevenus`, {
          look: 'inline no-print',
          hidden: { reponse: one.id, from: kit.request.path, compte: telling.plan ?? telling.says },
          button: html`
            <button${which(words.tellOne, one.firstName ?? '', kit.request.lang)}>
              ${words.tellOne}
            </button>
          `,
        })
      }
    </li>
  `
}
