import { actionsIn, whoBeside } from '../../core/glean/action.ts'
import { plainOf } from '../../core/glean/mask.ts'
import type { GleanPage, Piece } from '../../core/glean/page.ts'
import { discreet, homeless, namedIn, tellsSituation, voiceUnnamed } from '../../core/glean/private.ts'
import type { Found, FoundLink, HarvestRule } from '../../core/glean/rule.ts'
import { rowsOf } from '../../core/glean/tables.ts'
import { titled, typeset } from '../../core/glean/title.ts'
import { infinitiveOf, startsWithInfinitive } from '../../core/glean/verbs.ts'

/** The French of what meetings leave behind; every pattern reads plain text (no accents, no capitals). */
const DECIDED =
  /\b(?:(?:il (?:est|a ete)|c'est|est|a ete|ont ete|sont|nous avons|on a|le (?:ca|bureau|conseil|groupe|collectif) a|l'assemblee(?: generale)? a|les (?:presents|membres|participants|administrateurs) ont) (?:donc |ainsi |finalement |collectivement |unanimement |enfin )?(?:ete )?(?:decidee?s?|convenue?s?|actee?s?|votee?s?|adoptee?s?|approuvee?s?|validee?s?|retenue?s?|arretee?s?|entendu|elue?s?|reelue?s?|fixee?s?|tranche)|(?:on|nous|le ca|le bureau|l'assemblee(?: generale)?|le conseil|le groupe|la commission|le collectif) (?:decid(?:e|ons|ent)|renonc(?:e|ons|ent)|vot(?:e|ons)|valid(?:e|ons)|adopt(?:e|ons)|approuv(?:e|ons)|retien(?:t|ons)|opt(?:e|ons) pour|choisi(?:t|ssons)|part(?:ons)? sur)|(?:le comite|le ca|le bureau|le groupe|le conseil|l'assemblee|le collectif|l'equipe) (?:est|etait|se dit) (?:d'accord|favorable)|a l'unanimite|\(unanimite|(?:reste|est maintenue?|sont maintenus)(?:nt)? (?:fixee?s?|maintenue?s?|inchangee?s?)|(?:est|sont) maintenue?s?|(?:decide|vote|adopte|valide|acte|approuve)e?s?\s*(?:[.;)]|$|\(|a \d|a l'|par \d)|accord (?:unanime|de tous|general)|tout le monde (?:est|etait) d'accord|d'un commun accord|decision (?:est )?prise|adoptee?s? (?:par|avec)|\d+ (?:voix )?pour\b.{0,25}\bcontre\b|^(?:decide|acte|valide|adopte|vote|approuve)e?s?\s*:)/
/** What stands before the thing decided. */
const DECIDED_LEAD =
  /^.{0,60}?\b(?:decidee?|decid(?:ons|ent)|convenu|acte|vote|entendu|valide|retenu|arrete|decision (?:est )?prise|d'accord|accord)\s*(?:ensemble |collectivement |a l'unanimite |par (?:tous|vote) |pour )?,?\s*(?:que |qu'|de ne |d'(?=[a-zœ])|de (?=[a-zœ']+)|:\s*)/

const IDEA =
  /(?:^|\b)(?:et si (?:on|nous|l'on|chacun|le|la|les)\b|(?:et )?pourquoi (?:ne )?pas\b|on pourrait|nous pourrions|ne (?:conviendrait|faudrait|serait)-il pas|(?:serait|faudrait|conviendrait)-il|suggere que|propose que|souhaite que|pourrait-on|pourrions-nous|pourrait pas\b|pourrait-il|ne pourrait-on pas|(?:peut|pourrait)-on|est-ce qu'on (?:peut|pourrait|ne)|il (?:serait|faudrait)|ce serait (?:bien|chouette|super|sympa|interessant|bon)|ca serait (?:bien|chouette|super|sympa)|(?:l'|une )?idee (?:est |serait |de |d'|:|:?.{0,12}lancee|evoquee)|(?:est |a ete )?evoquee? l'idee|(?:l'idee|l'envie|la possibilite|la piste) (?:d'|de)|propos(?:e|ition|ent|ons|ait|é)s?(?: est faite)? (?:de |d')|suggere(?:nt)? (?:de |d')|suggestion|imaginer\b|envisage(?:r|ons|nt)?\b|souhaite(?:nt|rait|raient)? (?=[a-z]+(?:er|ir|re|oir)\b)|aimerait|aimeraient|aimerions|reve(?:nt|rait)? d|^[^a-z]*(?:a creuser|a reflechir|a etudier)|(?:une )?piste\s*:)/
const IDEA_LEAD =
  /^.{0,160}?\b(?:on pourrait|nous pourrions|il (?:serait|faudrait)(?: (?:bien|bon|interessant|utile|possible|peut-etre))?(?: de| d')?(?: (?:penser|songer|reflechir) a)?|ce serait (?:bien|chouette|super|sympa|interessant|bon)(?: de| d'|,)?|ca serait (?:bien|chouette|super|sympa)(?: de| d')?|(?:l'|une )?idee(?: (?:est|serait))?(?: lancee| evoquee)?\s*(?::|de |d')|(?:l'envie|la possibilite|la piste) (?:de |d')|proposition(?: est faite)?(?: de| d'|\s*:)|propos(?:e|ent|ons|ait) (?:de |d'|que )|sugger(?:e|ent) (?:de |d'|que )|suggestion\s*:|piste\s*:|(?:on |nous )?envisage(?:ons)?(?: de| d')?|aimerai(?:t|ent)|aimerions|souhaite(?:nt|rait|raient)?|reve(?:nt|rait)? (?:de |d'))\s*/

const TASK =
  /^(?:[^a-z]*)(?:(?:il (?:faut|faudra)|il reste|reste|penser|ne pas oublier|pensez|il convient|il est demande|on doit|nous devons|on va|nous allons) (?:a |de |d'|encore a |donc |aussi )?|a (?=(?:voir|faire|relancer|contacter|verifier|preparer|demander|acheter|prevoir|organiser|rappeler|envoyer|reserver|confirmer|completer|chercher|recontacter|commander|imprimer|reparer|creuser|finaliser|mettre|prendre|rediger|recuperer|diffuser|planifier|programmer|discuter|suivre)\b))/
const TASK_INSIDE =
  /\b(?:a voir avec|a relancer|a contacter|a recontacter|a faire avant|reste a (?=[a-z]+(?:er|ir|re)\b)|il faut (?:absolument |encore |donc |vite )?(?=(?:s'|en |y |le |la |les |l'|re)?[a-z]+(?:er|ir|re|oir)\b)|il faudra (?=(?:s'|en |y )?[a-z]+(?:er|ir|re|oir)\b)|penser a (?=[a-z]+(?:er|ir|re)\b))/
/** Word left, no answer yet: what remains is to ask again. */
const WORD_LEFT =
  /\b(?:message (?:laisse|envoye|vocal)|mail envoye|courriel envoye|courrier envoye|en attente (?:de |d'une )?(?:reponse|retour|nouvelles)|a laisse un message|a ecrit|a appele|a telephone)\b[^.;]{0,40}?\s(?:a|au|aux|de|du|chez)\s+(?=\S)/

/** Sections in which nothing is proposed but references. */
const QUIET = ['present', 'excused', 'absent', 'agenda', 'context', 'author', 'references']

const body = (piece: Piece) => ({ clear: piece.clear.slice(piece.labelled), plain: piece.plain.slice(piece.labelled) })
const cutLead = (piece: { clear: string; plain: string }, lead: RegExp) => {
  const m = lead.exec(piece.plain)
  return m ? piece.clear.slice(m[0].length) : piece.clear
}
const safeFields = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== ''))

/** Who takes care of it, without anything told of them. */
const safeWho = (name: string) => discreet(homeless(name)).replace(/\s+/g, ' ').trim()

const who = (name: string): readonly FoundLink[] =>
  name
    .split(/\s*(?:,|&|\/|\+|\set\s)\s*/)
    .filter(Boolean)
    .map(title => ({ rel: 'by', kind: 'actor', title }))

/** An item, or a paragraph or a title that says one thing, in a section made of such items. */
const itemOf = (piece: Piece, section: string) =>
  (piece.section === section || piece.label === section) &&
  (!piece.block.heading || (piece.block.heading === 4 && piece.block.announces === '' && startsWithInfinitive(piece.plain))) &&
  piece.plain.replace(/[^a-z]/g, '').length > 5

/** A sentence that only agrees: what is decided was said just before. */
const AGREED =
  /^(?:c'est )?(?:vote|adopte|accorde|valide|approuve|acte|entendu|unanimite|d'accord|ok|oui|vote\s*:|pour\s*:?\s*\d|tout le monde (?:est|etait) (?:d'accord|pour)|tous d'accord|accepte|adoption|approbation)\b.{0,70}$/
const ANSWERED =
  /^(.{8,}?)\s*[:,–-]\s*(?:c'est )?(?:oui|non|ok|accordee?|adoptee?|refusee?|d'accord|votee?|valide)\b[^a-z]{0,3}(?:a l'unanimite|unanimite|par tous)?[^a-z]*$/

function agreed(page: GleanPage, piece: Piece, before: Piece | undefined): Found | undefined {
  const answered = ANSWERED.exec(piece.plain)
  const on = page.head.date ?? undefined
  if (answered) {
    const title = titled(piece.clear, page.names)
    return { kind: 'decision', title, fields: safeFields({ title, on }), from: piece.from, to: piece.to, certainty: 0.86 }
  }
  if (!AGREED.test(piece.plain) || !before || before.block.heading || before.plain.length < 12 || piece.from - before.to > 4)
    return undefined
  const title = titled(before.clear.slice(before.labelled), page.names)
  return { kind: 'decision', title, fields: safeFields({ title, on }), from: before.from, to: piece.to, certainty: 0.88 }
}

function decisionOf(page: GleanPage, piece: Piece, before: Piece | undefined): Found | undefined {
  if (piece.block.heading) return undefined
  const told = agreed(page, piece, before)
  if (told) return told
  if (
    /\b(?:decid\w+|vot\w+|tranch\w+) (?:a|lors de) la (?:prochaine|fois)|\bon (?:decidera|verra)|pas (?:encore )?(?:decide|tranche|vote)|a valider|reste a decider/.test(
      piece.plain,
    )
  )
    return undefined
  const cue = DECIDED.test(piece.plain)
  const item = itemOf(piece, 'decisions') && (piece.block.mark !== '' || piece.label === 'decisions' || piece.clear.length < 300)
  if (!cue && !item) return undefined
  const said = body(piece)
  const title = titled(cutLead(said, DECIDED_LEAD), page.names)
  return {
    kind: 'decision',
    title,
    fields: safeFields({ title, on: page.head.date ?? undefined }),
    from: piece.from,
    to: piece.to,
    certainty: piece.label === 'decisions' ? 0.95 : item ? 0.88 : 0.86,
  }
}

function dueIn(page: GleanPage, piece: Piece, from = 0, to = piece.plain.length): { day?: string; cut: (clear: string) => string } {
  const told = piece.dates.find(d => d.from >= from && d.to <= to && (!page.head.date || d.day >= page.head.date))
  if (!told) return { cut: clear => clear }
  const before =
    /(?:\s*[(,:–-]?\s*)(?:au plus tard |si possible )?(?:avant|d'ici|pour|jusqu'a|echeance|deadline|des|a partir de)?\s*(?:le |la |au |du )?\s*:?\s*$/.exec(
      piece.plain.slice(0, told.from),
    )
  const words = piece.clear.slice(told.from - (before?.[0].length ?? 0), told.to)
  return { day: told.day, cut: clear => clear.replace(words, ' ') }
}

function taskFound(page: GleanPage, piece: Piece, part: { from: number; to: number; what: string; who: string; sure: number }): Found {
  const due = dueIn(page, piece, part.from, part.to)
  const title = titled(due.cut(part.what), page.names)
  return {
    kind: 'task',
    title,
    fields: safeFields({ title, who: safeWho(part.who), dueDay: due.day, state: 'todo' }),
    from: piece.from + part.from,
    to: piece.from + part.to,
    certainty: part.sure,
    links: who(part.who),
  }
}

function wordLeft(page: GleanPage, piece: Piece): Found | undefined {
  const m = WORD_LEFT.exec(piece.plain)
  if (!m) return undefined
  const rest = piece.clear.slice(m.index + m[0].length)
  const whom = rest.split(/,?\s(?:qui|dont|pour|afin|concernant|au sujet|car|à propos)\s|\.{2,}|[.;!?…]/)[0]!
  const by = /\bpar (\p{Lu}[\p{L}'-]*)/u.exec(piece.clear.slice(m.index, m.index + m[0].length))?.[1] ?? ''
  const title = titled(`Relancer ${whom}`, page.names)
  if (title.length < 12) return undefined
  return {
    kind: 'task',
    title,
    fields: safeFields({ title, who: safeWho(by), state: 'doing' }),
    from: piece.from,
    to: piece.to,
    certainty: 0.89,
    links: [...who(by), { rel: 'left-word-with', kind: 'actor', title: /^\p{Lu}[\p{L}'-]*/u.exec(whom)?.[0] ?? whom }],
  }
}

/** A row of a table of tasks: who, what, when, by its columns. */
function rowTask(page: GleanPage, piece: Piece): readonly Found[] {
  const row = rowsOf(page).get(piece.block.from)
  const title = row?.what ? titled(row.what.text, page.names) : ''
  if (!row || title.length < 4) return []
  const someone = row.who?.text.replace(/^[?\s-]+$/, '') ?? ''
  const dueDay = piece.dates.find(
    d => row.when && piece.from + d.from >= row.when.from && piece.from + d.from < row.when.from + row.when.text.length + 1,
  )?.day
  const fields = safeFields({ title, who: safeWho(someone), dueDay, state: 'todo' })
  return [{ kind: 'task', title, fields, from: piece.from, to: piece.to, certainty: 0.88, links: who(someone) }]
}

/** *Lucette s'en charge*: what is to be done was said just before. */
const TAKEN =
  /(?:^|[\s,;:–-])(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’.-]*)?(?:\s(?:et|&)\s\p{Lu}[\p{L}'’-]*)?) (?:s'en (?:charge|occupe)(?:nt|ra|ront)?|(?:est|sont) (?:partante?s?|volontaires?|d'accord pour le faire))\b/u
function taken(page: GleanPage, piece: Piece, before: Piece | undefined): readonly Found[] {
  const m = TAKEN.exec(piece.clear)
  if (!m) return []
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
      links: who(m[1]!),
    },
  ]
}

function tasksOf(page: GleanPage, piece: Piece, before: Piece | undefined): readonly Found[] {
  if (piece.block.mark === 'row') return rowTask(page, piece)
  const left = wordLeft(page, piece)
  if (left) return [left]
  const by = taken(page, piece, before)
  if (by.length) return by
  const promised = actionsIn(piece.clear, piece.plain, page.names)
  const item = itemOf(piece, 'actions') && piece.clear.length < 400
  if (promised.length && (!item || promised[0]!.sure > 0.65) && !piece.block.heading) {
    return promised.map(a => taskFound(page, piece, { ...a, from: promised.length > 1 ? a.from : 0, sure: item ? 0.9 : a.sure }))
  }
  const said = body(piece)
  const beside = whoBeside(said.clear, page.names, item || piece.block.box)
  const whole = { from: 0, to: piece.clear.length }
  if (item || piece.block.box)
    return [
      taskFound(page, piece, {
        ...whole,
        what: cutLead({ clear: beside?.what ?? said.clear, plain: beside ? '' : said.plain }, TASK),
        who: beside?.who ?? '',
        sure: piece.label === 'actions' ? 0.95 : 0.85,
      }),
    ]
  if (piece.block.heading) return []
  const lead = TASK.exec(said.plain)
  if (
    beside &&
    (startsWithInfinitive(
      beside.what
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase(),
    ) ||
      lead)
  )
    return [taskFound(page, piece, { ...whole, what: beside.what, who: beside.who, sure: 0.8 })]
  if (/^[^a-z]*prevoir (?!si\b|que\b)/.test(said.plain))
    return [taskFound(page, piece, { ...whole, what: beside?.what ?? said.clear, who: beside?.who ?? '', sure: 0.72 })]
  if (lead && /\s/.test(said.clear.slice(lead[0].length).trim()))
    return [taskFound(page, piece, { ...whole, what: said.clear.slice(lead[0].length), who: '', sure: 0.76 })]
  const inside = TASK_INSIDE.exec(said.plain)
  if (inside)
    return [
      taskFound(page, piece, {
        ...whole,
        what: /^a |penser/.test(inside[0]) ? said.clear : said.clear.slice(inside.index + inside[0].length),
        who: '',
        sure: 0.72,
      }),
    ]
  const listed =
    piece.whole &&
    piece.block.mark !== '' &&
    piece.block.mark !== 'number' &&
    !['ideas', 'needs', 'offers', 'decisions', 'projects', 'voices', 'resources'].includes(piece.section)
  if (listed && !piece.plain.endsWith('?') && startsWithInfinitive(said.plain))
    return [taskFound(page, piece, { ...whole, what: said.clear, who: '', sure: 0.62 })]
  if (piece.block.mark === 'arrow' && startsWithInfinitive(said.plain))
    return [taskFound(page, piece, { ...whole, what: said.clear, who: '', sure: 0.75 })]
  return []
}

/** *l'on fasse venir…* is *faire venir…* */
function toDo(clear: string): string {
  const m = /^(?:que |qu')?(?:l'on|on|nous) (\p{L}+)\s/u.exec(clear)
  const infinitive = m && infinitiveOf(plainOf(m[1]!))
  return m && infinitive ? `${infinitive} ${clear.slice(m[0].length)}` : clear
}

function ideaOf(page: GleanPage, piece: Piece): Found | undefined {
  const item = itemOf(piece, 'ideas')
  const cue = !piece.block.heading && IDEA.test(piece.plain)
  const asked =
    piece.block.mark === 'bullet' &&
    page.plain.charAt(piece.block.to - 1) === '?' &&
    /\?$/.test(piece.plain) &&
    !/^(?:[^a-z]*)(?:qui|quand|combien|quel|quelle|comment|ou|est-ce que (?:tout|vous)|questions?)\b/.test(piece.plain)
  const goesOn =
    !piece.block.heading && /\?$/.test(piece.plain) && /^(?:ou bien|ou alors|ou |et pourquoi|et aussi|ou encore)/.test(piece.plain)
  const wondered =
    !piece.block.heading && /\?$/.test(piece.plain) && /\b(?:est-ce qu'on|est-ce que l'on|on) [a-z']+(?:rait|rions)\b/.test(piece.plain)
  if (!cue && !item && !asked && !goesOn && !wondered) return undefined
  const said = body(piece)
  const question = /^(?:et )?(?:si|pourquoi)\b/.test(said.plain)
  const title = titled(question ? said.clear : toDo(cutLead(said, IDEA_LEAD)), page.names)
  return {
    kind: 'idea',
    title,
    fields: safeFields({ title, state: 'open' }),
    from: piece.from,
    to: piece.to,
    certainty: piece.label === 'ideas' ? 0.93 : item ? 0.84 : 0.74,
  }
}

const QUOTE = /«\s*([^«»]{4,600}?)\s*»|“\s*([^“”]{4,600}?)\s*”|"\s*([^"]{4,600}?)\s*"/g
const SPOKEN = /\b(?:je|j'|on|nous|tu|t'|vous|c'|ca|cela|il|elle|ils|ne|n'|pas|moi|y a|faut|mon|ma|mes|nos|notre)(?:\b|(?<='))/
/** A quoted thing that has a name, not something said. */
const NAMED_BEFORE =
  /\b(?:intitulee?s?|nommee?s?|appelee?s?|titre|projet|association|film|documentaire|livre|article|revue|chanson|groupe|charte|comme|dite?|mot|theme|label|journee|operation|rubrique|collectif|spectacle|exposition|concept|de|du|la|le|un|une|des|l'|d')\s*:?\s*$/
const SAYS =
  /\b(?:dit|disait|redit|lance|sorti?|repond|observer|remarque\w*|ajoute|glisse|conclut|s'exclame|entendu\w*|raconte|resume|parole|phrase|selon|comme l'a dit|dixit|cri|soupire|demande|explique|rappelle|s'interroge)\b/
const ORAL =
  /\b(?:ouaip|ouais|bobos?|bouffe|bled|machin|marre|ras-le-bol|galere|y a (?:pas|plus|que)|c'est (?:pas|plus|n'importe)|les vraies? gens|faut (?:pas|que|arreter)|on (?:a|est|sait|peut) (?:pas|plus)|chouette|genial|pourri|bidon|trop (?:bien|beau|cher|nul))\b/

function quoted(page: GleanPage, piece: Piece): readonly Found[] {
  if (piece.block.heading || !/\p{Ll}/u.test(piece.clear)) return []
  return [...piece.clear.matchAll(QUOTE)].flatMap(m => {
    const saying = (m[1] ?? m[2] ?? m[3])!.replace(/\s+/g, ' ').trim()
    const plain = piece.plain.slice(m.index, m.index + m[0].length)
    const words = saying.split(' ').length
    const spoken = SPOKEN.test(plain)
    const ends = /[.!?…]$/.test(saying)
    const whole = m[0].length > piece.clear.length * 0.7
    if (words < 3 || (!spoken && !ends && piece.section !== 'voices' && words < 8)) return []
    if (/^\s*:/.test(piece.plain.slice(m.index + m[0].length)) && m.index < 4 && words < 9) return []
    const lead = piece.plain.slice(0, m.index).trimEnd()
    if (!whole && /[a-z]$/.test(lead) && !SAYS.test(lead) && !/\b(?:que|comme)$/.test(lead)) return []
    if (!whole && NAMED_BEFORE.test(piece.plain.slice(0, m.index).trimEnd()) && !(spoken && /[:]\s*$/.test(piece.plain.slice(0, m.index))))
      return []
    return voice(page, saying, piece.from + m.index, piece.from + m.index + m[0].length, spoken || ends ? 0.85 : 0.65)
  })
}
function voice(page: GleanPage, saying: string, from: number, to: number, certainty: number): readonly Found[] {
  if (tellsSituation(saying)) return []
  const said = typeset(
    voiceUnnamed(saying, page.names)
      .replace(/^[\s=>→–-]+/, '')
      .replace(/\bchez\s+(?:les\s+)?(?:…|\p{Lu}[\p{L}'’-]+)/gu, 'chez …'),
  )
  return [
    {
      kind: 'voice',
      title: said.length > 90 ? `${said.slice(0, said.lastIndexOf(' ', 88)).replace(/[\s,;:]+$/, '')}…` : said,
      fields: safeFields({ saying: said, on: page.head.date ?? undefined }),
      from,
      to,
      certainty,
    },
  ]
}
/** Said without quotes: a lone exclamation, or words that nobody writes but everybody says. */
function exclaimed(page: GleanPage, piece: Piece): readonly Found[] {
  if (
    piece.block.heading ||
    ['actions', 'ideas', 'needs', 'offers', 'decisions', 'dates', 'resources'].includes(piece.section) ||
    /https?:/.test(piece.plain)
  )
    return []
  const shout =
    piece.whole && /!$/.test(piece.plain) && piece.plain.length < 130 && piece.plain.split(' ').length >= 4 && piece.block.mark === ''
  if (/^(?:merci|bravo|attention|rappel|venez|bonne|bienvenue|nb|n'hesitez|a (?:bientot|vos|vous))/.test(piece.plain) || piece.dates.length)
    return []
  if (!shout && !ORAL.test(piece.plain)) return []
  const block = page.clear.slice(piece.block.from, piece.block.to)
  const all = piece.section === 'voices' || block.length < 400
  return voice(
    page,
    all ? block.replace(/\s+/g, ' ') : piece.clear,
    all ? piece.block.from : piece.from,
    all ? piece.block.to : piece.to,
    0.5,
  )
}

const URL = /\bhttps?:\/\/[^\s<>"«»]+|\bwww\.[^\s<>"«»]+/g
const POINTS_TO =
  /(?:lien(?:s)? vers (?:les? |la |l')?|voir (?:aussi )?(?:a ce sujet )?:?\s*(?:sur |le site |la page |l'article )?|plus d'infos? (?:sur|ici)?\s*:?|(?:exemple|article|site|video|doc(?:ument)?|source|page)\s*:)\s*/
const WORK =
  'livre|film|documentaire|guide|revue|podcast|article|reportage|brochure|site|emission|etude|bd|video|magazine|ouvrage|roman|manuel|dossier|tuto(?:riel)?|fiche'
/** A work with its title in quotes, or with a capital after it; or told of by someone who saw it. */
const QUOTED_WORK = new RegExp(`\\b(?:${WORK})s?\\b[^«"“.;:,]{0,40}[«"“]\\s*([^«»"“”]{3,120}?)\\s*[»"”]`, 'g')
const BARE_WORK = /\b(?:livre|film|documentaire|guide|revue|podcast|magazine|ouvrage|roman|bd)\s+(?:intitulee?\s+)?(?=\S)/g
const SEEN_WORK = new RegExp(
  `\\b(?:a (?:vu|lu|entendu|regarde|trouve)|signale|conseille|recommande|a (?:re)?voir|a lire|voir|fait circuler|cf\\.?)\\s+(?:aussi )?(?:un |une |le |la |l')?(?:bel |bon |petit |super |tres (?:bel |bon ))?((?:${WORK})s?\\s(?:sur|de|du|d'|dans|a propos)\\b[^.;:!?()]{3,80})`,
  'g',
)
const MODEL =
  /\b(?:sur le modele (?:de la |de l'|des |du |de |d')|s'inspir(?:er|ant|e) (?:de la |de l'|des |du |de |d')|inspiree?s? (?:de la |de l'|des |du |de |d'|par )|(?:reprendre|copier|imiter|suivre) l'idee (?:de la |de l'|des |du |de |d')|(?:cite|prend(?:re)?|voir|suivre|evoque|donne) l'exemple (?:de la |de l'|des |du |de |d')|(?:truc|chose|projet|endroit|lieu|experience) (?:qui (?:y )?ressemble a |semblable a |du meme genre a |pareil a )|exemple(?:s)? (?:vu|a suivre|interessant|inspirant)?\s*:\s*|a l'image (?:de la |de l'|des |du |de |d')|(?:sur|a) l'exemple (?:de la |de l'|des |du |de |d')|comme (?:ce que fait|ce qui se fait|ils font|ca se fait|a celui de|celui de|celle de) (?:la |le |l'|a |au |dans )?)/

/** Wikitext `[address label]` names what it leads to after the address; Markdown `[label](address)` before it. */
function labelAfter(page: GleanPage, piece: Piece, after: number): string {
  const [from, to] = [piece.from, piece.from + after]
  const markdown = /\[([^\][\n]{3,120})\]\($/.exec(page.text.slice(Math.max(0, from - 2), page.text.lastIndexOf('](', to) + 2))
  if (markdown && page.text.lastIndexOf('](', to) > from) return markdown[1]!
  const label = /^\s+([^\][\n]{3,120})\]/.exec(page.text.slice(to, to + 130))
  return label && /\[\s*https?:\/\/\S+$/.test(page.text.slice(Math.max(0, to - 400), to)) ? label[1]! : ''
}

function linked(page: GleanPage, piece: Piece): readonly Found[] {
  const all = [...piece.clear.matchAll(URL)]
  return all.map((m, at) => {
    const url = m[0].replace(/[).,;:!?…]+$/, '')
    const before = piece.clear.slice(at ? all[at - 1]!.index + all[at - 1]![0].length : 0, m.index)
    const lead = POINTS_TO.exec(piece.plain.slice(m.index - before.length, m.index))
    const named = before.slice(lead ? lead.index + lead[0].length : 0).replace(/[\s:(–>=-]+$/, '')
    const near = named.length > 90 ? (named.split(/[.:;!?…]\s+/).at(-1) ?? '') : named
    const title = titled(near, page.names)
    const label = labelAfter(page, piece, m.index + url.length)
    const fair =
      label.length > 3
        ? titled(label, page.names)
        : title.length >= 4 && title.length < 90 && !namedIn(near, page.names).length
          ? title
          : url
              .replace(/^https?:\/\/(?:www\.)?/, '')
              .split(/[?#]/)[0]!
              .replace(/\/$/, '')
              .slice(0, 90)
    return {
      kind: 'reference',
      title: fair,
      fields: { title: fair, url: url.startsWith('www') ? `https://${url}` : url },
      from: piece.from + m.index,
      to: piece.from + m.index + url.length,
      certainty: 0.9,
    }
  })
}

function works(piece: Piece): readonly { title: string; from: number; to: number }[] {
  const quoted = [...piece.plain.matchAll(QUOTED_WORK)].map(m => {
    const from = m.index + m[0].lastIndexOf(m[1]!)
    return { title: piece.clear.slice(from, from + m[1]!.length), from: m.index, to: m.index + m[0].length }
  })
  if (quoted.length) return quoted
  const bare = [...piece.plain.matchAll(BARE_WORK)].flatMap(m => {
    const from = m.index + m[0].length
    const title = /^\p{Lu}[^,.;:!?()«"]{3,80}/u.exec(piece.clear.slice(from, from + 90))?.[0].split(/\s{2,}|\s(?:que|qui|dont|est|à)\s/)[0]
    return title ? [{ title, from: m.index, to: from + title.length }] : []
  })
  if (bare.length) return bare
  return [...piece.plain.matchAll(SEEN_WORK)].map(m => {
    const from = m.index + m[0].length - m[1]!.length
    return { title: piece.clear.slice(from, from + m[1]!.length).split(/,\s*["«]/)[0]!, from: m.index, to: m.index + m[0].length }
  })
}

function referencesOf(page: GleanPage, piece: Piece): readonly Found[] {
  const links = linked(page, piece)
  if (links.length) return links
  const found: Found[] = []
  const add = (raw: string, from: number, to: number, certainty: number) => {
    const title = titled(raw, page.names)
    if (title.length > 3)
      found.push({ kind: 'reference', title, fields: { title }, from: piece.from + from, to: piece.from + to, certainty })
  }
  if (
    piece.section === 'references' &&
    !piece.block.heading &&
    (piece.block.mark ? piece.clear.length < 300 : piece.whole && piece.clear.length < 120 && !/[.!?]$/.test(piece.clear))
  )
    add(piece.clear, 0, piece.clear.length, 0.75)
  else for (const w of works(piece)) add(w.title, w.from, w.to, 0.75)
  const model = found.length ? null : MODEL.exec(piece.plain)
  if (model)
    add(
      piece.clear.slice(model.index + model[0].length).split(/[.;:!?)]|\s(?:qui|que|où|car|mais|avec|pour)\s/)[0]!,
      model.index,
      piece.clear.length,
      0.6,
    )
  return found
}

function statementsOf(page: GleanPage, piece: Piece, before: Piece | undefined): readonly Found[] {
  const quiet = piece.label === '' ? QUIET.includes(piece.section) : QUIET.includes(piece.label)
  if (quiet) return referencesOf(page, piece)
  const voices = quoted(page, piece)
  const decision = decisionOf(page, piece, before)
  const idea = ideaOf(page, piece)
  const stated = [...(decision ? [decision] : []), ...tasksOf(page, piece, before), ...(idea ? [idea] : [])]
  const said = voices.length ? voices : stated.length ? [] : exclaimed(page, piece)
  const mostly = voices.some(v => v.to - v.from > piece.clear.length * 0.6)
  return [...(mostly ? stated.filter(s => s.kind === 'idea') : stated), ...said, ...referencesOf(page, piece)]
}

/** Ideas, tasks, decisions, things said and references in the notes of a meeting. */
export const meetingsHarvest: HarvestRule = {
  kinds: ['decision', 'task', 'idea', 'voice', 'reference'],
  find: page => page.pieces.flatMap((piece, at) => statementsOf(page, piece, page.pieces[at - 1])),
}
