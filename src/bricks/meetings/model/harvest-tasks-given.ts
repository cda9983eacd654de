import { pattern } from '../../../core/pattern.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import { safeFields, safeWho, who } from './harvest-piece.ts'

const BEFORE_DAY = pattern()`
  (?:\s*[(,:–-]?\s*)(?:au plus tard |si possible )?(?:avant|d'ici|pour|jusqu'a|echeance|deadline|des
  |a partir de)?\s*(?:le |la |au |du )?\s*:?\s*$
`

export function dueIn(
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

export function taskFound(
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
export function taken(
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
export function assigned(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
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

/** *Secrétaire de séance : Luce* says who, not what to do. */
const ROLE = pattern()`
  ^[^a-z]*(?:secretaire|plume|scribe|compte[- ]rendu|maitre|tenue du|president|animat|redact
  |scribe|notes?\b|prise de notes|moderat|invitee?s?|presentee?s?|maitre|gardien)
`
/** *Relance de la mairie : Sam*, *facture à contester (René)*: what in a few words, then who. */
const THEN_WHO = pattern('u')`
  ^(.{4,90}?)\s*(?::|=+>|-+>|→
  |\s[–—-])\s*((?:\p{Lu}[\p{L}'’-]*\.?(?:\s\p{Lu}[\p{L}'’-]*\.?)?(?:\s*(?:,|et|&|\+
  |\/)\s*)?){1,3})\.?(?:,?\s+(?:(?:av(?:ant|\.)|pour|pr|d'ici|le
  |au plus tard)\s.{0,12})?\d.{0,12})?$
`
export function thenWho(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
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
export function charged(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
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
