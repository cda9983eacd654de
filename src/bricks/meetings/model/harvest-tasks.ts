import { pattern } from '../../../core/pattern.ts'
import { actionsIn, whoBeside } from '../../../text/harvest/action.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece, PickedPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { startsWithInfinitive } from '../../../text/harvest/verbs.ts'
import { body, cutLead, itemOf, safeFields, safeWho, who } from './harvest-piece.ts'
import { assigned, charged, dueIn, taken, taskFound, thenWho } from './harvest-tasks-given.ts'

const TASK = pattern()`
  ^(?:[^a-z]*)(?:(?:il (?:faut|faudra)|(?:il )?reste(?! que\b| qu')|penser|ne pas oublier|pensez
  |il convient
  |il est demande|on doit|nous devons|on va|nous allons) (?:a |de |d'|encore a |donc |aussi )?
  |a (?=(?:voir|faire|relancer|contacter|verifier|preparer|demander|acheter|prevoir|organiser
  |rappeler|envoyer|reserver|confirmer|completer|chercher|recontacter|commander|imprimer|reparer
  |creuser|finaliser|mettre|prendre|rediger|recuperer|diffuser|planifier|programmer|discuter
  |suivre)\b))
`
const TASK_INSIDE = pattern()`
  \b(?:a voir avec|a relancer|a contacter|a recontacter|a faire avant|reste a (?=[a-z]+(?:er|ir
  |re)\b)|il faut (?:absolument |encore |donc |vite )?(?=(?:s'|en |y |le |la |les |l'
  |re)?[a-z]+(?:er|ir|re|oir)\b)|il faudra (?=(?:s'|en |y )?[a-z]+(?:er|ir|re|oir)\b)
  |penser a (?=[a-z]+(?:er|ir|re)\b)|(?:[,;(–]|=+>|->|→|\s-)\s*(?:a )?(?=(?:demander|voir|relancer
  |contacter|appeler|ecrire|prevenir|verifier|recontacter|rappeler|prevoir|regarder
  |se renseigner) (?:a|au|aux|avec|aupres|si|la|le|les|l'|un)\b))
`
/** Word left, no answer yet: what remains is to ask again. */
const WORD_LEFT = pattern()`
  \b(?:message (?:laisse|envoye|vocal)|mail envoye|courriel envoye|courrier envoye
  |en attente (?:de |d'une )?(?:reponse|retour|nouvelles)|a laisse un message|a ecrit|a appele
  |a telephone)\b[^.;]{0,40}?\s(?:a|au|aux|de|du|chez)\s+(?=\S)
`

function wordLeft(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const m = WORD_LEFT.exec(piece.plain)
  if (!m) return undefined
  const rest = piece.clear.slice(m.index + m[0].length)
  const whom = rest.split(
    /,?\s(?:qui|dont|pour|afin|concernant|au sujet|car|à propos)\s|\.{2,}|[.;!?…]/,
  )[0]!
  const by =
    /\bpar (\p{Lu}[\p{L}'-]*)/u.exec(piece.clear.slice(m.index, m.index + m[0].length))?.[1] ?? ''
  const title = titled(`Relancer ${whom}`, page.names)
  if (title.length < 12) return undefined
  return {
    kind: 'task',
    title,
    fields: safeFields({ title, who: safeWho(by), state: 'doing' }),
    from: piece.from,
    to: piece.to,
    certainty: 0.89,
    rule: 'task.word-left',
    links: [
      ...who(by),
      { rel: 'left-word-with', kind: 'actor', title: /^\p{Lu}[\p{L}'-]*/u.exec(whom)?.[0] ?? whom },
    ],
  }
}

/** A row of a table of tasks: who, what, when, by its columns. */
export function rowTask(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const row = rowsOf(page).get(piece.block.from)
  const title = row?.what ? titled(row.what.text, page.names) : ''
  if (row?.kind !== 'tasks' || title.length < 4) return []
  const someone = row.who?.text.replace(/^[?\s-]+$/, '') ?? ''
  const dueDay = piece.dates.find(
    d =>
      row.when &&
      piece.from + d.from >= row.when.from &&
      piece.from + d.from < row.when.from + row.when.text.length + 1,
  )?.day
  const fields = safeFields({ title, who: safeWho(someone), dueDay, state: 'todo' })
  return [
    {
      kind: 'task',
      title,
      fields,
      from: piece.from,
      to: piece.to,
      certainty: 0.88,
      rule: 'table.row',
      links: who(someone),
    },
  ]
}

/** *à relancer*: a verb that somebody is left to do. */
const TO_DO = /(?<!\p{L})à\s\p{Ll}{3,}(?:er|ir|re)(?!\p{L})/u
/** Sections whose items are of another kind, though they begin with a verb. */
const OF_OTHERS = new Set([
  'ideas',
  'needs',
  'offers',
  'decisions',
  'projects',
  'voices',
  'resources',
])
const NOBODY = /^(?:on|chacune?|personne|tou(?:s|tes|t le monde))$/i
/** *le garage où nous distribuons*: what a clause tells is no task. */
const WITHIN =
  /(?:\bou|\bque|\bqui|\bdont|\bquand|\bsi|\bcomme|\blorsque|\bparce que|\bou bien|qu')\s*$/

export function tasksOf(
  page: NotesPage,
  piece: NotePiece,
  before: NotePiece | undefined,
): readonly FoundPiece[] {
  if (piece.block.mark === 'row') return rowTask(page, piece)
  const left = wordLeft(page, piece)
  if (left) return [left]
  const by = taken(page, piece, before)
  if (by.length) return by
  const tasked = charged(page, piece)
  if (tasked.length) return tasked
  const promised = actionsIn(piece.clear, piece.plain, page.names).filter(
    one => !NOBODY.test(one.who) && !WITHIN.test(piece.plain.slice(0, one.from)),
  )
  const item = itemOf(piece, 'actions') && piece.clear.length < 400
  // A box to tick before an idea or a need is its bullet.
  const box =
    piece.block.box &&
    !['ideas', 'needs', 'offers', 'decisions', 'dates', 'references'].includes(piece.section)
  if (promised.length && (!item || promised[0]!.sure > 0.65) && !piece.block.heading) {
    const told = promised.map(a =>
      taskFound(page, piece, {
        ...a,
        from: promised.length > 1 || a.from > piece.clear.length * 0.4 ? a.from : 0,
        sure: item ? 0.9 : a.sure,
        rule: item
          ? 'listed'
          : namedIn(a.who, page.names).length === 0
            ? 'others'
            : a.sure > 0.65
              ? 'promised'
              : 'said',
      }),
    )
    // *Regarder*, *Relancer*, alone: nobody would know what. *Je cherche quelqu'un* is no errand.
    return told.filter(
      ({ title }) => title.includes(' ') && !/^Chercher (?:quelqu.un|qqn)(?![a-z])/.test(title),
    )
  }
  const said = body(piece)
  const beside = whoBeside(said.clear, page.names, item || box)
  const whole = { from: 0, to: piece.clear.length }
  if (item || box)
    return [
      taskFound(page, piece, {
        ...whole,
        what: cutLead({ clear: beside?.what ?? said.clear, plain: beside ? '' : said.plain }, TASK),
        who: beside?.who ?? '',
        sure: piece.label === 'actions' ? 0.95 : 0.85,
        rule: beside || startsWithInfinitive(said.plain) ? 'listed' : 'item',
      }),
    ]
  if (piece.block.heading) return []
  const given = [...assigned(page, piece), ...thenWho(page, piece)]
  if (given.length) return given
  const bare = unowned(piece, said, beside)
  const task = bare && taskFound(page, piece, { who: '', ...whole, ...bare })
  // *Penser à dire merci à Roger*, less its name.
  return task?.title.includes(' ') && !A_MOOD.test(task.title) ? [task] : []
}

/** *Il faut être patient*: nothing is done by it. */
const A_MOOD = /^(?:Être|Rester) \S+$/

/** *Le réparer*, *leur en parler*: what of, another sentence says. */
const SAYS_LITTLE = /^[\s,]*(?:l[ea]s?|lui|leur|en|y)(?: (?:en|y))? [a-z]+(?:er|ir|re|oir)[\s.!]*$/

/** What is to be done, told by a verb or a mark, with at most a name beside it. */
function unowned(
  piece: NotePiece,
  said: { clear: string; plain: string },
  beside: { who: string; what: string } | undefined,
): { what: string; who?: string; sure: number; rule: string } | undefined {
  const lead = TASK.exec(said.plain)
  if (beside && (lead || TO_DO.test(beside.what) || startsWithInfinitive(plainOf(beside.what))))
    return { ...beside, sure: 0.8, rule: 'beside' }
  if (/^[^a-z]*prevoir (?!si\b|que\b)/.test(said.plain))
    return { what: said.clear, ...beside, sure: 0.72, rule: 'foresee' }
  const led = said.clear.slice(lead?.[0].length ?? 0)
  if (lead && SAYS_LITTLE.test(plainOf(led))) return undefined
  if (lead && /\s/.test(led.trim())) return { what: led, sure: 0.76, rule: 'to-do' }
  const inside = TASK_INSIDE.exec(said.plain)
  const end = inside ? inside.index + inside[0].length : 0
  const rest = said.plain.slice(end)
  if (inside && /\S\s+\S/.test(rest) && !SAYS_LITTLE.test(rest)) {
    const whole = /^a |penser|^[,;(–=>→\s-]/.test(inside[0])
    return { what: whole ? said.clear : said.clear.slice(end), sure: 0.72, rule: 'inside' }
  }
  const { mark } = piece.block
  if (!startsWithInfinitive(said.plain)) return undefined
  const listed = piece.whole && mark !== '' && mark !== 'number' && !OF_OTHERS.has(piece.section)
  if (listed && !piece.plain.endsWith('?'))
    return { what: said.clear, sure: 0.62, rule: 'infinitive' }
  return mark === 'arrow' ? { what: said.clear, sure: 0.75, rule: 'arrow' } : undefined
}

/** Any sentence picked as something to do: who is named in it, and by when. */
export function taskMade(page: NotesPage, piece: NotePiece): PickedPiece {
  const said = body(piece)
  const due = dueIn(page, piece)
  const named = namedIn(said.clear, page.names)[0]
  const someone = named ? said.clear.slice(named.from, named.to) : (piece.block.said?.author ?? '')
  const lead = TASK.exec(said.plain)?.[0].length ?? 0
  const title =
    titled(due.cut(said.clear.slice(lead)), page.names) || titled(said.clear, page.names)
  const fields = safeFields({ title, who: safeWho(someone), dueDay: due.day, state: 'todo' })
  return { title, fields, links: who(someone) }
}
