import { pattern } from '../../../core/pattern.ts'
import { announced } from '../../../text/harvest/announced.ts'
import { plainOf, sameAs } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { isName, namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { infinitiveOf } from '../../../text/harvest/verbs.ts'
import type { FoundPlace } from './harvest-bodies.ts'
import { carriedIn } from './harvest-carried.ts'
import { bareTitle, nameCarried, subjectTitle, titleCarried } from './harvest-titled.ts'

const STOP = pattern('u')`
  [.;:!?()–—]|,|\s=+>|\s→|\s-\s|\s(?:qui|que|est|sont|a|ont|avance|pour|par|avec|dont|où|car|mais
  |afin|lors|depuis|avant|sera|va|et que|dans le cadre|démarre|commence)\s
`
const phrase = (clear: string) => clear.split(STOP)[0]!.trim()

/** *monter un atelier de réfection*: the thing itself, not the verb. */
function thing(clear: string): string {
  const m = /^\s*(\p{Ll}[\p{L}']+)\s+(?:un |une |des |le |la |les |l'|d'un |d'une )/u.exec(clear)
  const plain = plainOf(m?.[1] ?? '')
  return m &&
    (infinitiveOf(plain) === m[1] ||
      /^(?:monter|creer|lancer|faire|ouvrir|developper|construire|organiser|mettre)$/.test(plain))
    ? clear.slice(m[0].length)
    : clear
}

/** *Le projet « Épicerie ambulante »*: its name stands between the quotes. */
const QUOTED = pattern('iu')`
  ^\s*(?:(?:le|la|notre|ce) )?(?:projets? (?:de |d'|du )?)?[«"“]\s*([^«»"“”]{3,70}?)\s*(?:[»"”]|$)
`
const ownName = (raw: string): string => QUOTED.exec(raw)?.[1] ?? raw

export function initiative(
  page: NotesPage,
  raw: string,
  { from, to, certainty, rule }: FoundPlace,
  state?: string,
): readonly FoundPiece[] {
  const title = titled(thing(ownName(raw)), page.names)
  return sameAs(title).length < 4
    ? []
    : [
        {
          kind: 'initiative',
          title,
          fields: { title, ...(state ? { state } : {}) },
          from,
          to,
          certainty,
          rule,
        },
      ]
}

const PROJECT = pattern()`
  ^[^a-z]*(?:le |un |autre )?(?:projets?|initiative|chantier)\s+(?:n°\s?\d+\s+)?(?:(?:de |d'
  |du )?([^:]{1,60}?))\s?(?::\s+|(?<=projets? [^,]{3,40}),\s+(?=[a-z])
  |(?<=projets? [a-z' -]{3,40})$)
`
const stateIn = (plain: string) =>
  /\b(?:termine|acheve|fini)e?s?\b/.test(plain)
    ? 'done'
    : /\b(?:en pause|a l'arret|suspendu|interrompu)e?s?\b/.test(plain)
      ? 'paused'
      : /\b(?:en cours|tourne|fonctionne)\b/.test(plain)
        ? 'running'
        : undefined

function projectLines(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const { from, to } = piece.block
  const clear = page.clear.slice(from, to)
  const plain = page.plain.slice(from, to)
  if (piece.from !== from || piece.block.heading) return []
  const bare = /^[^a-z]*projet\s?:\s+(?=[a-z]+(?:er|ir|re)\b)/.exec(plain)
  if (bare)
    return initiative(page, clear.slice(bare[0].length).split(/[.;]\s/)[0]!, {
      from,
      to,
      certainty: 0.85,
      rule: 'project.line',
    })
  const m = PROJECT.exec(plain)
  if (m) {
    const label = clear
      .slice(plain.indexOf(m[1]!, 0), plain.indexOf(m[1]!, 0) + m[1]!.length)
      .trim()
    const person =
      isName(label.replace(/['’]$/, ''), page.names) ||
      label.split(/\s(?:et|&)\s|\s/).some(w => isName(w.replace(/['’]$/, ''), page.names))
    if (!person)
      return initiative(
        page,
        label,
        { from, to, certainty: 0.85, rule: 'project.line' },
        stateIn(plain),
      )
    return clear
      .slice(m[0].length)
      .split(/=>|→/)[0]!
      .split(/\s\+\s/)
      .slice(0, 3)
      .flatMap(part =>
        initiative(page, shortProject(part.replace(/^\s*projet\s+(?:de |d')?/i, '')), {
          from,
          to,
          certainty: 0.85,
          rule: 'project.line',
        }),
      )
  }
  if (
    piece.section !== 'projects' ||
    announced(sameAs(piece.block.under)) !== 'projects' ||
    piece.block.mark === 'row'
  )
    return []
  if (piece.block.mark === '') {
    const label = /^([^:«"]{3,60}?)\s*:\s/.exec(clear)
    return label &&
      !isName(label[1]!, page.names) &&
      namedIn(clear.slice(label[0].length), page.names).length &&
      !/^\s*(?:voir|lire)\b/.test(plain.slice(label[0].length)) &&
      label[1]!.split(/\s/).length < 9
      ? initiative(
          page,
          label[1]!,
          { from, to, certainty: 0.7, rule: 'project.label' },
          stateIn(plain),
        )
      : []
  }
  const head =
    /^([^:–]{3,70}?)\s?(?::|\s–\s|\s-\s)/.exec(clear)?.[1] ?? (clear.length < 90 ? clear : '')
  const leader =
    head && isName(head.split(/\s/)[0]!, page.names)
      ? clear.slice(head.length).replace(/^\s*[:–-]\s*/, '')
      : ''
  return head
    ? initiative(
        page,
        leader ? shortProject(leader) : head,
        { from, to, certainty: 0.75, rule: 'project.item' },
        stateIn(plain),
      )
    : []
}
/**
 * The first words that name a project: to the first stop, or two clauses when the first is a lone
 * word.
 */
function shortProject(clear: string): string {
  const first = clear.split(/[.;:!?(]|\s=+>|\s[–—-]\s|,/)[0]!.trim()
  return first.split(/\s+/).length > 1 ? first : clear.split(/[.;:!?(]|\s=+>/)[0]!.trim()
}

/**
 * Who carries a thing: *démarrée par Aurore*, *le projet que porte Hakim*, *Gérard, qui conduit le
 * chantier*.
 */
const STARTED = pattern()`
  ^[^a-z]*([a-z][^:]{2,60}?)[\s»"”]*:\s+(?:[^:]{0,20}\b)?(?:c'est .{2,30} qui (?:s'en (?:charge
  |occupe)|anime|porte|tient|pilote)|(?:.{2,40} )?(?:tient|anime|porte|pilote|animent
  |tiennent) (?:l'atelier|le projet|la permanence|les ateliers|les seances|ca\b)|(?:demarree?
  |lancee?|portee?|creee?|montee?|pilotee?|animee?|initiee?|proposee?)s? par
  |(?:un |le )?projet (?:de|porte|que|lance))
`
const CARRIED = /^(.{6,110}?)\s?[:,–-]?\s(?:c'est|voila) (?:le|un|notre) projet (?:que|de|porte)/
const CARRIES = pattern('g')`
  (?<!\b(?:la|une|les|des|de|sa|ma|cette|chaque|aux) )\b(?:porte|portent|conduit|conduisent|pilote
  |pilotent|coordonne|coordonnent) (?:le projet |l'idee |le chantier |la creation )?(?:d'une? |d'
  |de la |de l'|du |des |de |un |une |le |la |les |l')(?=[a-z])(?!(?:chantier|projet|plainte
  |attention|table|reunion|debat)\b)
`
const WISHED = pattern()`
  ^(.{3,80}?)\b(?:voudrai(?:t|ent)|souhaite(?:nt|rait|raient)?|veu(?:t|lent)|projette(?:nt)? d
  |envisage(?:nt)? d|a(?:ont)? le projet d
  |prepare(?:nt)? l'ouverture d)[e']? ?(?:de )?(?=(?:(?:re)?monter|(?:re)?lancer|creer|ouvrir
  |remettre|restaurer|construire|fonder|relancer|installer|developper|demarrer)\b)
`
/** In a section with a subject of its own, what shows that the subject is a project under way. */
const UNDERWAY = pattern()`
  \b(?:(?:monte|montent|lance|lancent|mene|menent|porte|portent) (?:le|un|ce|son|leur) projet
  |(?:le|ce|notre) projet (?:avance|est|a |suit)|projet (?:que|qui|porte)|portee?s? par|qui porte
  |conduit|pilotee?s? par|lance le|lancee?s? par|demarree?s? par|le chantier|les travaux
  |met(?:tent)? sur pied|monter? un|se lancent?\b|retapent?\b|remise en (?:route|etat)
  |(?:mene|pilote|conduit)(?:nt)? le chantier|qui (?:mene|pilote
  |conduit)(?:nt)?\b|groupe de travail|^[a-z]+ anime)\b
`

/** Subjects of sections that someone carries: the title names the project. */
export function subjects(page: NotesPage, pieces: readonly NotePiece[]): readonly FoundPiece[] {
  const found: FoundPiece[] = []
  let heading: NotePiece | undefined
  for (const piece of pieces) {
    if (piece.block.heading)
      heading =
        piece.block.heading < 5 &&
        piece.block !== page.blocks[0] &&
        ['', 'talk', 'projects'].includes(piece.section) &&
        piece.block.announces !== 'projects' &&
        subjectTitle(piece.plain)
          ? piece
          : piece.block.heading === 5
            ? heading
            : undefined
    else if (
      heading &&
      !['context', 'agenda', 'present'].includes(piece.section) &&
      UNDERWAY.test(piece.plain)
    ) {
      if (told(page, piece).length || projectLines(page, piece).length) continue
      const one = initiative(
        page,
        bareTitle(heading.clear),
        { from: heading.from, to: heading.to, certainty: 0.6, rule: 'project.underway' },
        stateIn(piece.plain),
      )
      found.push(
        ...one,
        ...one.map(f => ({ ...f, from: piece.from, to: piece.to, certainty: 0.55 })),
      )
    }
  }
  return found
}

const ANY_PROJECT =
  /^[^a-z]*(?:la |le |les |ce |cette |l')?(?:remise en (?:route|etat)|chantier|projet|travaux)$/
function subjectAbove(page: NotesPage, piece: NotePiece): string {
  const title = bareTitle(piece.block.under)
  const isOwn = piece.block.under !== page.blocks[0]?.under && subjectTitle(plainOf(title))
  return isOwn && ['', 'talk', 'projects'].includes(announced(plainOf(title))) ? title : ''
}

/** Projects told in a sentence. */
function told(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const { clear, plain } = piece
  const titled = nameCarried(page, piece) ?? titleCarried(page, piece)
  const one = carriedIn(page, piece)
  // *Four*, then *Luce a lancé un four mobile*: the sentence says more than its title.
  const what = one?.what ?? ''
  const named = /\p{Lu}/u.test(what.slice(1)) && what.includes(' ')
  const longer = what.replace(/^(?:une? |le |la |les |l')/i, '').includes(' ')
  const more =
    titled &&
    ((named && !/.\p{Lu}/u.test(titled)) ||
      (!titled.includes(' ') && longer && sameAs(what).includes(sameAs(titled))))
  if (titled && !more)
    return initiative(
      page,
      titled,
      { from: piece.from, to: piece.to, certainty: 0.78, rule: 'project.title' },
      stateIn(plain) ?? 'running',
    )
  const started = STARTED.exec(plain)
  if (started)
    return initiative(
      page,
      clear.slice(plain.indexOf(started[1]!), plain.indexOf(started[1]!) + started[1]!.length),
      { from: piece.from, to: piece.to, certainty: 0.75, rule: 'project.started' },
      'running',
    )
  // *La remise en route est portée par…*: under its title, the title is the project.
  const subject = one && ANY_PROJECT.test(plainOf(one.what)) ? subjectAbove(page, piece) : ''
  if (one) {
    const found = initiative(
      page,
      subject || one.what,
      { from: piece.from, to: piece.to, certainty: one.sure, rule: 'project.carried' },
      stateIn(plain) ?? one.state,
    )
    if (found.length) return found
  }
  const carried = CARRIED.exec(plain)
  if (carried)
    return initiative(
      page,
      clear.slice(0, carried[1]!.length).replace(/^on\s+\S+\s+/i, ''),
      { from: piece.from, to: piece.to, certainty: 0.7, rule: 'project.runs' },
      'running',
    )
  const wished = WISHED.exec(plain)
  if (
    wished &&
    !/^(?:[^a-z]*)(?:on|nous|il|elle|je)\b/.test(plain) &&
    !isName(clear.split(/\s/)[0]!, page.names)
  )
    return initiative(
      page,
      phrase(clear.slice(wished[0].length)),
      { from: piece.from, to: piece.to, certainty: 0.6, rule: 'project.wished' },
      'idea',
    )
  const quotes = [...clear.matchAll(/«[^»]*(?:»|$)|"[^"]*(?:"|$)/g)]
  return [...plain.matchAll(CARRIES)]
    .filter(m => !quotes.some(q => m.index > q.index && m.index < q.index + q[0].length))
    .slice(0, 1)
    .flatMap(m =>
      initiative(
        page,
        phrase(clear.slice(m.index + m[0].length).slice(0, 90)),
        { from: piece.from, to: piece.to, certainty: 0.65, rule: 'project.carries' },
        stateIn(plain),
      ),
    )
}

const MENTIONED = pattern('g')`
  \b(?:projet|lancement|creation|ouverture|mise en place|montage) (?:d'une? |du |de la |de l'
  |des |de |d')(?=[a-z])
`
export function projectsOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const row = piece.block.mark === 'row' ? rowsOf(page).get(piece.block.from) : undefined
  if (row && row.kind !== 'projects') return []
  if (row?.project)
    return initiative(
      page,
      row.project.text,
      { from: piece.from, to: piece.to, certainty: 0.8, rule: 'project.row' },
      stateIn(piece.plain) ?? 'running',
    )
  const lines = projectLines(page, piece)
  if (
    lines.length ||
    ['context', 'agenda', 'present', 'excused', 'ideas', 'references', 'decisions'].includes(
      piece.section,
    )
  )
    return lines
  if (piece.block.heading) {
    const m = /^[^a-z]*(?:le |un )?projet\s+(?:de la |de l'|de |d'|du )?/.exec(piece.plain)
    return m && piece.plain.length > m[0].length + 3 && piece.block.announces !== 'projects'
      ? initiative(page, piece.clear.slice(m[0].length), {
          from: piece.from,
          to: piece.to,
          certainty: 0.7,
          rule: 'project.heading',
        })
      : underProjects(page, piece)
  }
  const said = told(page, piece)
  if (said.length) return said
  const found = [...piece.plain.matchAll(MENTIONED)].filter(
    m =>
      m[0].startsWith('projet') &&
      !/\bparticip\S* (?:au|a|aux) $/.test(piece.plain.slice(0, m.index)),
  )
  return found.slice(0, 2).flatMap(m =>
    initiative(page, phrase(piece.clear.slice(m.index + m[0].length).slice(0, 90)), {
      from: piece.from + m.index,
      to: piece.to,
      certainty: 0.6,
      rule: 'project.mentioned',
    }),
  )
}
/** A title of its own inside the section of projects is a project. */
function underProjects(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (
    piece.section !== 'projects' ||
    piece.block.announces !== '' ||
    /^\W*\.{2,}|^(?:autres?|divers)/.test(piece.plain)
  )
    return []
  return initiative(page, piece.clear.replace(/:\s*$/, ''), {
    from: piece.from,
    to: piece.to,
    certainty: 0.7,
    rule: 'project.under',
  })
}
