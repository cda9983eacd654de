import { pattern } from '../../../core/pattern.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import type { FoundPiece, HarvestRule, PickedPiece } from '../../../text/harvest/rule.ts'
import { type NoteRow, rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { infinitiveOf } from '../../../text/harvest/verbs.ts'
import { body, cutLead, itemOf, QUIET, safeFields } from './harvest-piece.ts'
import { referencesOf } from './harvest-references.ts'
import { rowTask, taskMade, tasksOf } from './harvest-tasks.ts'
import { quoted } from './harvest-voices.ts'

/**
 * The French of what meetings leave behind; every pattern reads plain text (no accents, no
 * capitals).
 */
const DECIDED = pattern()`
  \b(?:(?:il (?:est|a ete)|c'est|est|a ete|ont ete|sont|nous avons|on a|le (?:ca|bureau
  |conseil(?: municipal| d'administration| communautaire)?|comite|groupe|collectif) a
  |l'assemblee(?: generale)? a|les (?:presents|membres|participants
  |administrateurs) ont) (?:donc |ainsi |finalement |collectivement |unanimement |enfin )?
  (?:ete )?(?:decidee?s?|convenue?s?|actee?s?|votee?s?|adoptee?s?|approuvee?s?|validee?s?
  |retenue?s?|choisie?s?|arretee?s?|entendu|elue?s?|reelue?s?|fixee?s?|tranche)|(?:on|nous|le ca
  |le bureau|l'assemblee(?: generale)?|le conseil|le groupe|la commission
  |le collectif) (?:decid(?:e|ons|ent)|renonc(?:e|ons|ent)|vot(?:e|ons)|valid(?:e|ons)|adopt(?:e
  |ons)|approuv(?:e|ons)|retien(?:t|ons)|opt(?:e|ons) pour|choisi(?:t|ssons)|part(?:ons)? sur)
  |(?:le comite|le ca|le bureau|le groupe|le conseil|l'assemblee|le collectif|l'equipe) (?:est
  |etait|se dit) (?:d'accord|favorable)|a l'unanimite|\(unanimite|(?:reste|est maintenue?
  |sont maintenus)(?:nt)? (?:fixee?s?|maintenue?s?|inchangee?s?)|(?:est|sont) maintenue?s?
  |(?:decide|vote|adopte|valide|acte|approuve|accepte|refuse|rejete|repousse|reconduit
  |retenu)e?s?\s*(?:[.;)]|$|,|:|\(|a \d|a l'|a main|par |contre |avec |sans )|\bon (?:dit
  |a dit) (?:non|oui) (?:a|au|aux)\b|^[^a-z]*accord pour\b|\b(?:cotisation|tarif|prix|adhesion
  |horaire)s?\b.{0,25} (?:ne (?:bouge|change|varie)(?:nt)? pas|inchangee?s?)|\(decision
  |decision d[ue]\b|^[^a-z]*(?:desormais|dorenavant|a compter d|a partir de maintenant)
  |^[^a-z]*(?:on|nous) n[e'] ?[a-z]+(?:ra|rons) (?:pas|plus)\b|(?:les (?:adherents|parents|membres
  |presents|habitants|familles|jeunes|benevoles)|la majorite|le groupe|tous|l'equipe) (?:ont
  |a) (?:choisi|tranche|prefere|opte|retenu|vote)\b|\(consensus|consensus\b
  |tout le monde est (?:ok|pour|partant)|avis (?:favorable|defavorable)|(?:est|sont) reportee?s?\b
  |(?:prix|tarif|cotisation|adhesion|montant|horaire)s?\b.{0,30} rest(?:e|ent) (?:a \d|fixe)
  |(?<!\b(?:est|sont|suis|serait|seraient) )(?:d'accord|ok
  |accord) (?:de tous |de toutes )?pour (?:que|[a-z']+(?:er|ir|re)\b)
  |^[^a-z]*(?:finalement,? |donc |du coup,? )?(?:on|nous) (?:ne |n')?(?:garde(?:ra)?|gardons
  |reste(?:ra)? (?:a|sur|un|une)|arrete(?:ra)?|s'arrete a|maintient|supprime|part sur
  |passe(?:ra)? (?:a|de|en|au)|choisit|change d|abandonne|laisse tomber|reporte|renonce|limite
  |augmente|baisse|fixe|retient|conserve|ferme|adhere|refuse|accepte|rejoint|met \d|mettra \d)\b
  |(?:^|[(,.;:–-]\s*)(?:c'est )?(?:vote|decide|adopte|valide|tranche|acte)e?s?\b(?! (?:de|du
  |a) (?:la|l'|une?) )|accord (?:unanime|de tous|general)|tout le monde (?:est |etait )?d'accord
  |(?:on (?:a|l'a|est|s'est)|c'est) (?:dit|convenu|tranche|d'accord|choisi
  |mis d'accord)\b(?! que c'|s? par)|\(?\d+ votes?\b|\b\d+ (?:voix|pour|oui)\s*[,/]\s*\d+
  |a main levee|(?:l'assemblee(?: generale)?|le ca|le bureau|le conseil|la commission|le comite
  |le groupe|le collectif|l'amap|le club|l'association|les presents|les adherents) (?:fixe|fixent
  |autorise|elit|nomme|designe|mandate|refuse|reconduit|maintient|confirme|charge|ratifie|accorde
  |augmente|baisse|supprime|donne (?:son accord|quitus)|accepte|souscrit|adhere|renouvelle)\b
  |d'un commun accord|^[^a-z]*[a-z]+ [^,.:;]{2,40} (?:accepte|refuse)e?s? pour (?:les|cette|la|le
  |un|tous)\b|budget vote\b|decision (?:est )?prise|adoptee?s? (?:par|avec)|(?:est
  |sont) (?:portee?s?|fixee?s?|transferee?s?|reconduite?s?|supprimee?s?|nommee?s?|designee?s?
  |elue?s?|reportee?s?|ramenee?s?|limitee?s?|augmentee?s?) (?:a|au|aux|de|du|par|comme|en|pour)\b
  |\bpasse(?:nt|ra|ront)? (?:de \S+ )?a (?:\d|une? (?:heure|euro))
  |\d+ (?:voix )?pour\b.{0,25}\bcontre\b|^(?:decide|acte|valide|adopte|vote|approuve)e?s?\s*:)
`
/** What stands before the thing decided. */
const DECIDED_LEAD = pattern()`
  ^.{0,60}?\b(?:decidee?|decid(?:ons|ent)|convenu|acte|vote|entendu|valide|retenu|arrete
  |decision (?:est )?prise|d'accord
  |accord)\s*(?:ensemble |collectivement |a l'unanimite |par (?:tous
  |vote) |pour )?,?\s*(?:que |qu'|de ne |d'(?=[a-zœ])|de (?=[a-zœ']+)|:\s*)
`

const IDEA = pattern()`
  ^[^a-z]*(?:autre |une )?idees? (?!(?:de|d'|est|etait|que|qu'|du|generale|lancee|evoquee|vue
  |vient|venue)\b|:)(?=[a-z]{3})|(?:^|\b)(?:et si (?:on|nous|l'on|chacun|le|la|les)\b
  |(?:et )?pourquoi (?:ne )?pas\b|on pourrait|nous pourrions|\b[a-z]+(?:rait|raient)-(?:t-)?(?:on
  |il|elle|ils|elles|ce|nous)\b.{0,120}\?|ne (?:conviendrait|faudrait|serait)-il pas|(?:serait
  |faudrait|conviendrait)-il|suggere que|propose que|souhaite que|pourrait-on|pourrions-nous
  |pourrait pas\b|pourrait-il|ne pourrait-on pas|(?:peut|pourrait)-on|est-ce qu'on (?:peut
  |pourrait|ne)|il (?:serait|faudrait)|(?:ce|ca) serait (?:beau|drole|genial|top|joli|pratique
  |utile|malin|pas mal|une bonne idee|une idee|l'occasion)|ca ferait (?:du bien|plaisir|venir)
  |^[^a-z]*a l'avenir|\bpense(?:nt)? a (?:une?|des) (?=[a-z])|ce serait (?:bien|chouette|super
  |sympa|interessant|bon)|ca serait (?:bien|chouette|super|sympa)|(?:l'
  |une )?idee (?:est |serait |de |d'|:|:?.{0,12}lancee|evoquee)|(?:est |a ete )?evoquee? l'idee
  |(?:l'idee|l'envie|la possibilite|la piste) (?:d'|de)|propos(?:e|ition|ent|ons|ait
  |é)s?(?: est faite)? (?:de |d')|suggere(?:nt)? (?:de |d')|suggestion|imagin(?:er|e|ent|ons
  |ait)\b|verrai(?:t|ent) bien\b|sugger\w+ (?:que |qu')|(?:ca|cela) vous dirait|quid d
  |tenter\b.*\?|envisage(?:r|ons|nt)?\b|souhaite(?:nt|rait|raient)? (?=[a-z]+(?:er|ir|re|oir)\b)
  |aimerait|aimeraient|aimerions|reve(?:nt|rait)? d|^[^a-z]*(?:a creuser|a reflechir|a etudier)
  |(?:une )?piste\s*:)
`
const IDEA_LEAD = pattern()`
  ^[^a-z]*(?:autre |une )?idees? (?=[a-z]{3})(?!(?:de|d'|est|serait|lancee|evoquee) )
  |^.{0,160}?\b(?:on pourrait|nous pourrions|il (?:serait|faudrait)(?: (?:bien|bon|interessant
  |utile|possible|peut-etre))?(?: de| d')?(?: (?:penser|songer|reflechir) a)?|ce serait (?:bien
  |chouette|super|sympa|interessant|bon)(?: de| d'|,)?|ca serait (?:bien|chouette|super
  |sympa)(?: de| d')?|(?:l'|une )?idee(?: (?:est|serait))?(?: lancee| evoquee)?\s*(?::|de |d')
  |(?:l'envie|la possibilite|la piste) (?:de |d')|proposition(?: est faite)?(?: de| d'|\s*:)
  |propos(?:e|ent|ons|ait) (?:de |d'|que )|sugger(?:e|ent) (?:de |d'|que )|suggestion\s*:
  |piste\s*:|(?:on |nous )?envisage(?:ons)?(?: de| d')?|aimerai(?:t|ent)|aimerions|souhaite(?:nt
  |rait|raient)?|reve(?:nt|rait)? (?:de |d'))\s*
`

/** A sentence that only agrees: what is decided was said just before. */
const AGREED = pattern()`
  ^(?:c'est |(?:la |cette )?(?:resolution|proposition|motion|mesure|deliberation
  |modification) (?:est )?(?:mise aux voix (?:et )?)?|le tout )?(?:(?:vote|adopte|accorde|valide
  |approuve|acte|accepte|refuse|rejete)(?:e?s?\b)|entendu|unanimite|d'accord|ok|oui|vote\s*:
  |pour\s*:?\s*\d|tout le monde (?:est |etait )?(?:d'accord|pour|ok|partant)|tous d'accord|accepte
  |adoption|approbation)\b(?:[\s,:;.()–/!-]|\d+|\b(?:a (?:l'unanimite|main levee|mains levees
  |bulletin secret|la majorite|cinq|quatre|trois|six|sept|huit|neuf|dix)|unanimite|par|tou(?:s|tes
  |t)|le|la|les|monde|presents?|membres|l'assemblee|pour|contre|voix|oui|non|abstentions?|une?
  |deux|trois|quatre|cinq|six|et|moins|sauf|sans|vote|debat|discussion|de|du|avec|zero|aucune?
  |general|ok|c'est|bureau|conseil|ca|sur|en|seance)\b)*$
`
const ANSWERED = pattern()`
  ^(.{8,}?)\s*[:,–-]\s*(?:c'est )?(?:oui|non|ok|accordee?|adoptee?|refusee?|d'accord|votee?
  |valide)\b[^a-z]{0,3}(?:a l'unanimite|unanimite|par tous|pour (?:cette annee|l'instant|le moment
  |l'annee|un an))?[^a-z]*$
`

/** In a conversation, *ok* is the answer of one. */
const ONE_SAYS_YES = /^[^a-z]*(?:ok|oui|d'accord|entendu)[^a-z]*$/

function agreed(
  page: NotesPage,
  piece: NotePiece,
  before: NotePiece | undefined,
): FoundPiece | undefined {
  const answered = ANSWERED.exec(piece.plain)
  const on = page.head.date ?? undefined
  if (answered) {
    const title = titled(piece.clear, page.names)
    return {
      kind: 'decision',
      title,
      fields: safeFields({ title, on }),
      from: piece.from,
      to: piece.to,
      certainty: 0.86,
      rule: 'decision.answered',
    }
  }
  if (
    !AGREED.test(piece.plain) ||
    !before ||
    QUIET.includes(before.section) ||
    QUIET.includes(before.label) ||
    before.block.heading ||
    before.plain.length < 12 ||
    (piece.from - before.to > 4 && !page.isChat) ||
    (page.isChat && ONE_SAYS_YES.test(piece.plain))
  )
    return undefined
  const title = titled(before.clear.slice(before.labelled), page.names)
  return {
    kind: 'decision',
    title,
    fields: safeFields({ title, on }),
    from: before.from,
    to: piece.to,
    certainty: 0.88,
    rule: 'decision.agreed',
  }
}

/** Said in so many words, whatever the label before it. */
const VOTED = pattern()`
  \b(?:adopte|vote|approuve|valide|decide)e?s?\b(?: (?:a|par|avec|sans
  |ensemble)\b.{0,30})?[\s.)!]*$
`
const COUNTED = pattern()`
  ^[\s:]*(?:\d+ ?(?:€|euros?\b|pour\b|oui\b|voix\b)|pour\b|oui\b|non\b)[^a-z]*(?:(?:pour|contre
  |oui|non|blancs?|abstentions?|voix|une?|deux|et)\b[^a-z]*)*$
`
/** The plainest words of deciding. */
const PLAINLY = pattern()`
  \b(?:vot|decid|adopt|valid|approuv|retien|retenu|acte|unanim|favorable|maint[ie]|report|fixe)
`
const NOT_DECIDED = pattern()`
  \b(?:decid\w+|vot\w+|tranch\w+) (?:a|lors de) la (?:prochaine|fois)|\bon (?:decidera|verra)
  |pas (?:encore )?(?:decide|tranche|vote)|a valider|reste a decider|\bcomme (?:on|nous|convenu|dit)
  |\bpas (?:du tout )?d'accord|^[^a-z]*excuser\b
  |\bportee?s? par (?=[a-z]+ (?:[a-z]+ )?(?:et|,|avec))
`

function decisionOf(
  page: NotesPage,
  piece: NotePiece,
  before: NotePiece | undefined,
): FoundPiece | undefined {
  if (piece.block.heading) return undefined
  const told = agreed(page, piece, before)
  if (told) return told
  if (NOT_DECIDED.test(piece.plain)) return undefined
  const cue = DECIDED.test(piece.plain)
  const item =
    itemOf(piece, 'decisions') &&
    (piece.block.mark !== '' || piece.label === 'decisions' || piece.clear.length < 300)
  if (!cue && !item) return undefined
  const after = body(piece)
  /** The label says what, the rest only how many. */
  const said = COUNTED.test(after.plain) ? { clear: piece.clear, plain: '' } : after
  const title = titled(cutLead(said, DECIDED_LEAD), page.names)
  return {
    kind: 'decision',
    title,
    fields: safeFields({ title, on: page.head.date ?? undefined }),
    from: piece.from,
    to: piece.to,
    certainty:
      piece.label === 'decisions' ? 0.95 : VOTED.test(piece.plain) ? 0.96 : item ? 0.88 : 0.86,
    rule: item
      ? 'decision.listed'
      : VOTED.test(piece.plain)
        ? 'decision.voted'
        : PLAINLY.test(piece.plain)
          ? 'decision.plain'
          : 'decision.told',
  }
}

/** *l'on fasse venir…* is *faire venir…* */
function toDo(clear: string): string {
  const m = /^(?:que |qu')?(?:l'on|on|nous) (\p{L}+)\s/u.exec(clear)
  const infinitive = m && infinitiveOf(plainOf(m[1]!))
  return m && infinitive ? `${infinitive} ${clear.slice(m[0].length)}` : clear
}

const ASKING = pattern()`
  ^(?:[^a-z]*)(?:qui|quand|combien|quel|quelle|comment|ou|est-ce que (?:tout|vous)|questions?)\b
`

function ideaOf(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const item = itemOf(piece, 'ideas')
  const cue = !piece.block.heading && IDEA.test(piece.plain)
  const asked =
    ['bullet', 'number', 'arrow'].includes(piece.block.mark) &&
    page.plain.charAt(piece.block.to - 1) === '?' &&
    /\?$/.test(piece.plain) &&
    !ASKING.test(piece.plain)
  const goesOn =
    !piece.block.heading &&
    (/\?$/.test(piece.plain) || /^[^:]{0,25}: ou une? /.test(piece.plain)) &&
    /^(?:[a-z' -]{2,24} ?: )?(?:ou bien|ou alors|ou |et pourquoi|et aussi|ou encore)/.test(
      piece.plain,
    )
  const wondered =
    !piece.block.heading &&
    /\?$/.test(piece.plain) &&
    /\b(?:est-ce qu'on|est-ce que l'on|on) [a-z']+(?:rait|rions)\b/.test(piece.plain)
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
    rule: item ? 'idea.listed' : cue ? 'idea.told' : 'idea.asked',
  }
}

/** What a row of a table says, by its columns. */
function rowStated(page: NotesPage, piece: NotePiece, row: NoteRow): readonly FoundPiece[] {
  const kind = row.kind === 'decisions' ? 'decision' : row.kind === 'ideas' ? 'idea' : undefined
  if (!kind) return [...rowTask(page, piece), ...referencesOf(page, piece)]
  const title = titled(row.what?.text ?? '', page.names)
  const more = kind === 'idea' ? { state: 'open' } : { on: page.head.date ?? undefined }
  const fields = safeFields({ title, ...more })
  const { from, to } = piece
  return [{ kind, title, fields, from, to, certainty: 0.9, rule: 'table.row' }]
}

function statementsOf(
  page: NotesPage,
  piece: NotePiece,
  before: NotePiece | undefined,
): readonly FoundPiece[] {
  const quiet = piece.label === '' ? QUIET.includes(piece.section) : QUIET.includes(piece.label)
  if (quiet)
    return [
      ...(piece.section === 'context' && piece.label === '' ? quoted(page, piece) : []),
      ...referencesOf(page, piece),
    ]
  const row = piece.block.mark === 'row' ? rowsOf(page).get(piece.block.from) : undefined
  if (row) return rowStated(page, piece, row)
  const voices = quoted(page, piece)
  const decision = decisionOf(page, piece, before)
  const idea = ideaOf(page, piece)
  const stated = [
    ...(decision ? [decision] : []),
    ...tasksOf(page, piece, before),
    ...(idea ? [idea] : []),
  ]
  const mostly = voices.some(v => v.to - v.from > piece.clear.length * 0.6)
  return [...(mostly ? [] : stated), ...voices, ...referencesOf(page, piece)]
}

/** What any sentence is that a person picked as one of these kinds. */
function made(page: NotesPage, piece: NotePiece, kind: string): PickedPiece {
  if (kind === 'task') return taskMade(page, piece)
  const said = body(piece)
  const quote = /[«“"]\s*([^«»“”"]{4,600}?)\s*[»”"]/.exec(said.clear)?.[1]
  const on = page.head.date ?? undefined
  if (kind === 'voice') {
    const told = quote ?? said.clear.replace(/^[^:]{2,40}\s:\s|^[^:]{2,40}:\s/u, '')
    const title = titled(told, page.names)
    return { title, fields: safeFields({ saying: title, on }) }
  }
  const lead = kind === 'decision' ? DECIDED_LEAD : kind === 'idea' ? IDEA_LEAD : /^$/
  const title = titled(cutLead(said, lead), page.names) || titled(said.clear, page.names)
  const url = /https?:\/\/[^\s<>"«»)]+/.exec(piece.clear)?.[0]
  const more = kind === 'decision' ? { on } : kind === 'idea' ? { state: 'open' } : { url }
  return { title, fields: safeFields({ title, ...more }) }
}

/** Ideas, tasks, decisions, things said and references in the notes of a meeting. */
export const meetingsHarvest: HarvestRule = {
  kinds: ['decision', 'task', 'idea', 'voice', 'reference'],
  find: page => page.pieces.flatMap((piece, at) => statementsOf(page, piece, page.pieces[at - 1])),
  make: (page, piece, kind) => made(page, piece, kind),
}
