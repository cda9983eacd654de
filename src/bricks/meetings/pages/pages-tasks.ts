import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { dayPlain, fromToday, onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { actButton } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { which } from '../../../ui/which.ts'
import { keeperOfRecord, meetingOf, PATH, type TaskRow, whosOf } from '../model/read.ts'
import { task } from '../model/records.ts'
import { type DuePart, duePart, followUps } from '../model/rules.ts'
import { taskState } from './outcomes.ts'
import { promisers } from './prints.ts'
import { between, kindsAlone, linkTo, type MeetingWords } from './say.ts'

const taskPath = `${PATH}/suites`
const MINE = '/mes-suites'
/** More than a person can follow; the list of all is at its own address. */
const MOST = 200

/** *Mes suites*: for the keeper, to follow and to print. */
const mine: Page<MeetingWords> = {
  path: MINE,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const open = read.list(task, {
      where: "state IS NULL OR state NOT IN ('done', 'dropped')",
      order: 'dueDay IS NULL, dueDay, id',
      limit: MOST,
    })
    const done = read.list(task, {
      where: "state = 'done'",
      order: 'doneOn DESC, id DESC',
      limit: MOST,
    })
    const groups = followUps([...open, ...done], kit.request.today)
    const whos = whosOf(
      read,
      [...open, ...done].map(({ id }) => id),
    )
    const why = mistakeAlone(kit.request)
    const add = html`
      <div class="acts">
        <a class="button" href="${taskPath}/ajouter?genre=task">${words.types.task.add}</a>
      </div>
    `
    const people = promisers(read, kit.request.lang).map(
      name =>
        html`
          <a href="/imprimer/suites?${new URLSearchParams({ qui: name }).toString()}">${name}</a>
        `,
    )
    const print =
      open.length > 0 &&
      html`
        <p class="no-print">
          <a href="/imprimer/suites">${words.prints.printAll}</a>
          ${
            people.length > 0 && html`${words.prints.printOf}${words.colon}${between(people, ', ')}`
          }
        </p>
      `
    const lead = groups.length > 0 ? words.followUpsLead : words.followUpsNone
    const body = html`
      ${said(kit.request.said)}
      ${why}
      <div class="head"><h1>${words.followUps}</h1>${add}<p class="lead">${lead}</p></div>
      ${print}
      ${groups.map(
        group =>
          html`
            <section class="part">
              <header><h2>${words.dueParts[group.part]}</h2></header>
              <ul class="notices">
                ${group.tasks.map(row =>
                  line(row, group.part, whos.get(row.id), { kit, read, words }),
                )}
              </ul>
            </section>
          `,
      )}
      ${open.length === MOST && html`<p><a href="${taskPath}">${words.others}</a></p>`}
    `
    return { title: words.followUps, body, current: MINE }
  },
}

function line(
  row: TaskRow,
  part: DuePart,
  who: string | undefined,
  { kit, read, words }: PageContext<MeetingWords>,
): Html {
  const from = meetingOf(read, row.notedAt)
  const about = linkTo(read, row.about)
  const open = part !== 'done'
  const state = words.types.task.fields.state.choices
  const where = between([
    open && dueOf(row, part, kit.request, words),
    row.state === 'doing' && state.doing,
    row.remindedOn !== null &&
      open &&
      words.reminded(onDay(row.remindedOn, kit.request.lang, kit.request.today)),
    row.doneOn !== null &&
      !open &&
      words.doneOn(onDay(row.doneOn, kit.request.lang, kit.request.today)),
    about && html`${words.about} ${about}`,
    from &&
      html`
        <a href="${PATH}/reunions/${from.id}">
          ${
            from.date
              ? words.from(dayPlain(from.date, kit.request.lang, kit.request.today))
              : from.title
          }
        </a>
      `,
  ])
  return html`
    <li>
      <h3>
        <a href="${taskPath}/${row.id}"${TONGUE}>
          <span aria-hidden="true">${open ? '☐' : '☑'}</span> ${row.title}
        </a>
      </h3>
      <p><b>${who ?? words.toWhom}</b></p>
      <p class="where">${where}</p>
      ${open && verbs(row, kit, words)}
    </li>
  `
}

function dueOf(row: TaskRow, part: DuePart, request: Request, words: MeetingWords): string | false {
  if (row.dueDay === null) return false
  const day = dayPlain(row.dueDay, request.lang, request.today)
  return part === 'late'
    ? words.lateSince(day, fromToday(row.dueDay, request.lang, request.today))
    : words.dueOn(day)
}

function verbs(row: TaskRow, kit: Kit, words: MeetingWords): Html {
  const button = (verb: string, label: string): Html =>
    actButton(kit.form(), `${MINE}/${row.id}/${verb}`, {
      button: html`<button${which(label, row.title ?? '', kit.request.lang)}>${label}</button>`,
    })
  return html`
    <div class="acts no-print">
      ${button('relancer', words.remind)}
      ${button('finir', words.finish)}
    </div>
  `
}

const taskList: Page<MeetingWords> = {
  path: taskPath,
  show: (kit, read, words): Leaf =>
    kit.list(
      task,
      row =>
        notice({
          title: row.title ?? '',
          href: `${taskPath}/${row.id}`,
          where: taskState(row.id, kit.request, read, words),
        }),
      {
        lead: kindsAlone(words),
        current: PATH,
      },
    ),
}

const taskPage: Page<MeetingWords> = {
  path: `${taskPath}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(task, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const open =
      duePart({ ...row, doneOn: kit.request.today }, kit.request.today) !== undefined &&
      row.state !== 'done'
    return kit.record(task, row.id, {
      crumbs: [
        { href: PATH, words: words.title },
        { href: taskPath, words: words.types.task.many },
      ],
      current: PATH,
      reach: reachBlock({ how: keeperOfRecord(kit, read, row.id, words) }, kit.request.lang),
      lead: html`<p><b>${taskState(row.id, kit.request, read, words)}</b></p>`,
      hide: ['state', 'dueDay', 'doneOn'],
      after: html`
        ${mistakeAlone(kit.request)}
        ${kit.request.by === 'keeper' && open && verbs(row, kit, words)}
      `,
    })
  },
}

export const taskPages: readonly Page<MeetingWords>[] = [mine, taskList, taskPage]
