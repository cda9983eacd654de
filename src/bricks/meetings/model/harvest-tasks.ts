import { normal } from '../../../core/letters/accents.ts'
import { pattern } from '../../../core/pattern.ts'
import { actionsIn, whoBeside } from '../../../text/harvest/action.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece, PickedPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { startsWithInfinitive } from '../../../text/harvest/verbs.ts'
import { body, cutLead, itemOf, safeFields, safeWho, who } from './harvest-piece.ts'

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

const BEFORE_DAY = pattern()`
  (?:\s*[(,:–-]?\s*)(?:au plus tard |si possible )?(?:avant|d'ici|pour|jusqu'a|echeance|deadline|des
  |a partir de)?\s*(?:le |la |au |du )?\s*:?\s*$
`

function dueIn(
  page: NotesPage,
  piece: NotePiece,
  from = 0,
  to = piece.plain.length,
): { day?: string; cut: (clear: string) => string } {
  const told = piece.dates.find(
    d => d.from >= from && d.to <= to && (!page.head.date || d.day >= page.head.date),
  )
  if (!told) return { cut: clear => clear }
  const before = BEFORE_DAY.exec(piece.plain.slice(Math.max(0, told.from - 60), told.from))
  const words = piece.clear.slice(told.from - (before?.[0].length ?? 0), told.to)
  return { day: told.day, cut: clear => clear.replace(words, ' ') }
}

function taskFound(
  page: NotesPage,
  piece: NotePiece,
  part: { from: number; to: number; what: string; who: string; sure: number; rule: string },
): FoundPiece {
  const due = dueIn(page, piece, part.from, part.to)
  const title = titled(due.cut(part.what), page.names)
  return {
    kind: 'task',
    title,
    fields: safeFields({ title, who: safeWho(part.who), dueDay: due.day, state: 'todo' }),
    from: piece.from + part.from,
    to: piece.from + part.to,
    certainty: part.sure,
    rule: `task.${part.rule}`,
    links: who(part.who),
  }
}

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

/** *Lucette s'en charge*: what is to be done was said just before. */
const TAKEN = pattern('u')`
  (?:^|[\s,;:–-])(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’.-]*)?(?:\s(?:et
  |&)\s\p{Lu}[\p{L}'’-]*)?) (?:s'en (?:charge|occupe)(?:nt|ra|ront)?|(?:est|sont) (?:partante?s?
  |volontaires?|d'accord pour le faire))\b
`
/** *Je m'en occupe*: what was said just before, by whoever writes. */
const I_TAKE = pattern()`
  ^[^a-z]*(?:(?:ok|oui|bon|moi),? )?(?:je m'en (?:occupe|charge)|je m'y colle
  |je (?:le|la|les) fais\b)
`
function taken(
  page: NotesPage,
  piece: NotePiece,
  before: NotePiece | undefined,
): readonly FoundPiece[] {
  const mine = before && I_TAKE.test(piece.plain)
  if (mine && !before.block.heading && before.plain.length > 12) {
    const by = piece.block.said?.author ?? ''
    const title = titled(before.clear, page.names)
    const fields = safeFields({ title, who: safeWho(by), state: 'todo' })
    const { from, to } = { from: before.from, to: piece.to }
    return [
      { kind: 'task', title, fields, from, to, certainty: 0.8, rule: 'task.taken', links: who(by) },
    ]
  }
  const m = TAKEN.exec(piece.clear)
  if (!m || /^(?:On|Ils?|Elles?|Nous|Personne)$/.test(m[1]!)) return []
  const own = piece.clear.slice(0, m.index).replace(/[\s,;:–-]+$/, '')
  const near = before && !before.block.heading && piece.from - before.to < 4 ? before : undefined
  const what = own.length > 8 ? own : (near?.clear ?? '')
  const title = titled(what.split(/\s;\s/).at(-1) ?? '', page.names)
  if (title.length < 6) return []
  const from = own.length > 8 || !near ? piece.from : near.from
  return [
    {
      kind: 'task',
      title,
      fields: safeFields({ title, who: safeWho(m[1]!), state: 'todo' }),
      from,
      to: piece.to,
      certainty: 0.8,
      rule: 'task.taken',
      links: who(m[1]!),
    },
  ]
}

/**
 * *Ali → clé de la cave*, *Manon : liste des courses*, *Luce, courrier à la Poste, 15 avril*: who,
 * and what in a few words.
 */
const ASSIGNED = pattern('u')`
  ^\s*@?((?:\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)?)(?:\s*(?:,|et|&|\+
  |\/)\s*\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}\.?)?){0,3})\s*(:|=+>|-+>|→|>|=|\s[–—-]|,)\s+
`
/** What somebody answers, in notes written as talk. */
const SPOKEN = pattern()`
  ^(?:oui|non|ou|et|mais|si|moi|bravo|ca|ok|bon|ah|oh|alors|donc|merci|tu|vous|toi|d'accord
  |(?:demand|regard|essay|fais|all|mett|pren|gard|voy)ons)\b
`
const FINITE = pattern()`
  \b(?:est|sont|ont|etait|avait|on|il|elle|je|j'ai|nous|c'est|y a|faut|dit|pense|trouve|aime
  |propose|peut|veut|voudrait|prete|donne|offre)\b
`
function assigned(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const m = piece.whole && piece.clear.length < 160 ? ASSIGNED.exec(piece.clear) : null
  if (
    !m ||
    namedIn(m[1]!, page.names).length === 0 ||
    !['', 'actions', 'talk', 'dates'].includes(piece.section)
  )
    return []
  const rest = piece.plain.slice(m[0].length)
  const dated = piece.dates.some(d => d.from > m[0].length)
  if (
    /["«“?]/.test(rest) ||
    SPOKEN.test(rest) ||
    FINITE.test(rest) ||
    /(?<!\p{L})a(?!\p{L})/u.test(piece.clear.slice(m[0].length)) ||
    rest.split(/\s+/).length > 12 ||
    (m[2] === ',' && !dated)
  )
    return []
  return [
    taskFound(page, piece, {
      from: 0,
      to: piece.clear.length,
      what: piece.clear.slice(m[0].length),
      who: m[1]!,
      sure: 0.74,
      rule: 'assigned',
    }),
  ]
}

/** *Relance de la mairie : Sam*, *facture à contester (René)*: what in a few words, then who. */
/** *Secrétaire de séance : Luce* says who, not what to do. */
const ROLE = pattern()`
  ^[^a-z]*(?:secretaire|plume|scribe|compte[- ]rendu|maitre|tenue du|president|animat|redact
  |scribe|notes?\b|prise de notes|moderat|invitee?s?|presentee?s?|maitre|gardien)
`
const THEN_WHO = pattern('u')`
  ^(.{4,90}?)\s*(?::|=+>|-+>|→
  |\s[–—-])\s*((?:\p{Lu}[\p{L}'’-]*\.?(?:\s\p{Lu}[\p{L}'’-]*\.?)?(?:\s*(?:,|et|&|\+
  |\/)\s*)?){1,3})\.?(?:,?\s+(?:(?:av(?:ant|\.)|pour|pr|d'ici|le
  |au plus tard)\s.{0,12})?\d.{0,12})?$
`
function thenWho(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (
    !piece.whole ||
    !['', 'actions', 'talk', 'dates'].includes(piece.section) ||
    piece.label !== ''
  )
    return []
  const m = THEN_WHO.exec(piece.clear)
  if (
    !m ||
    ROLE.test(piece.plain) ||
    namedIn(m[2]!, page.names)[0]?.from !== 0 ||
    /["«“?:]/.test(m[1]!) ||
    FINITE.test(piece.plain.slice(0, m[1]!.length))
  )
    return []
  return [
    taskFound(page, piece, {
      from: 0,
      to: piece.clear.length,
      what: m[1]!,
      who: m[2]!,
      sure: 0.7,
      rule: 'then-who',
    }),
  ]
}

/** *On charge René de trouver un assureur*. */
const CHARGED = pattern()`
  \b(?:on|nous|le bureau|le ca|l'assemblee) (?:a )?(?:charg(?:e|ons)|mandat(?:e|ons)|demand(?:e
  |ons) a|confi(?:e|ons) a) (?=\S)
`
function charged(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const m = CHARGED.exec(piece.plain)
  const rest = m ? piece.clear.slice(m.index + m[0].length) : ''
  const whom = m && namedIn(rest, page.names)[0]
  const what =
    whom && whom.from === 0
      ? /^\s*(?:de |d'|le soin (?:de |d'))(.+)$/su.exec(rest.slice(whom.to))?.[1]
      : undefined
  return whom && what
    ? [
        taskFound(page, piece, {
          from: 0,
          to: piece.clear.length,
          what,
          who: rest.slice(0, whom.to),
          sure: 0.85,
          rule: 'charged',
        }),
      ]
    : []
}

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
    // *Regarder*, *Relancer*, alone: nobody would know what.
    return told.filter(task => task.title.includes(' '))
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
  const lead = TASK.exec(said.plain)
  if (
    beside &&
    (/(?<!\p{L})à\s\p{Ll}{3,}(?:er|ir|re)(?!\p{L})/u.test(beside.what) ||
      startsWithInfinitive(
        normal(beside.what, 'NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .toLowerCase(),
      ) ||
      lead)
  )
    return [
      taskFound(page, piece, {
        ...whole,
        what: beside.what,
        who: beside.who,
        sure: 0.8,
        rule: 'beside',
      }),
    ]
  if (/^[^a-z]*prevoir (?!si\b|que\b)/.test(said.plain))
    return [
      taskFound(page, piece, {
        ...whole,
        what: beside?.what ?? said.clear,
        who: beside?.who ?? '',
        sure: 0.72,
        rule: 'foresee',
      }),
    ]
  if (lead && /\s/.test(said.clear.slice(lead[0].length).trim()))
    return [
      taskFound(page, piece, {
        ...whole,
        what: said.clear.slice(lead[0].length),
        who: '',
        sure: 0.76,
        rule: 'to-do',
      }),
    ]
  const inside = TASK_INSIDE.exec(said.plain)
  if (
    inside &&
    said.plain
      .slice(inside.index + inside[0].length)
      .trim()
      .split(/\s+/).length > 1
  )
    return [
      taskFound(page, piece, {
        ...whole,
        what: /^a |penser|^[,;(–=>→\s-]/.test(inside[0])
          ? said.clear
          : said.clear.slice(inside.index + inside[0].length),
        who: '',
        sure: 0.72,
        rule: 'inside',
      }),
    ]
  const listed =
    piece.whole &&
    piece.block.mark !== '' &&
    piece.block.mark !== 'number' &&
    !['ideas', 'needs', 'offers', 'decisions', 'projects', 'voices', 'resources'].includes(
      piece.section,
    )
  if (listed && !piece.plain.endsWith('?') && startsWithInfinitive(said.plain))
    return [
      taskFound(page, piece, {
        ...whole,
        what: said.clear,
        who: '',
        sure: 0.62,
        rule: 'infinitive',
      }),
    ]
  if (piece.block.mark === 'arrow' && startsWithInfinitive(said.plain))
    return [
      taskFound(page, piece, { ...whole, what: said.clear, who: '', sure: 0.75, rule: 'arrow' }),
    ]
  return []
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
