import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { actButton } from '../../../ui/post.ts'
import { countsSaid, type DateCount, dateCount, saidOf, toTell } from '../model/count.ts'
import { type AnswerSubject, type ResponseRow, reachesOf } from '../model/read.ts'
import { response } from '../model/records.ts'
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
  const all = answers.filter(one => one.answer !== 'not')
  const reaches = reachesOf(
    read,
    all.map(({ id }) => id),
  )
  const date = dateCount(read, about.id, kit.request.today)
  const lines = all.map(one => line(one, reaches.get(one.id) ?? null, date, context))
  // Who answered twice is told once.
  const once = lines.filter((one, i) => lines.findIndex(other => other.html === one.html) === i)
  const untold = date ? toTell(read, date, kit.request.today) : []
  return (
    once.length > 0 &&
    html`
      <h3>${words.toTell}</h3>
      <ul class="notices">${once}</ul>
      ${
        untold.length > 1 &&
        actButton(kit.form(), `/repondre/${about.id}/prevenus`, {
          hidden: {
            from: kit.request.path,
            montres: (date?.people ?? []).map(({ id }) => id).join(' '),
            compte: date && saidOf(date),
          },
          button: words.tellAll,
        })
      }
    `
  )
}

function line(
  one: ResponseRow,
  reach: string | null,
  date: DateCount | undefined,
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
  const isCounted = date?.people.some(({ id }) => id === one.id)
  const said = date && isCounted ? countsSaid(read, date).get(one.id) : undefined
  const isDue =
    date && isCounted && toTell(read, date, kit.request.today).some(({ id }) => id === one.id)
  return html`
    <li>
      ${name}${words.colon}${how}
      ${said && date && said === saidOf(date) && html`<p class="where">${words.isTold[said]}</p>`}
      ${
        isDue &&
        actButton(kit.form(), `/repondre/${date.id}/prevenus`, {
          look: 'inline no-print',
          hidden: { reponse: one.id, from: kit.request.path, compte: saidOf(date) },
          button: words.tellOne,
        })
      }
    </li>
  `
}
