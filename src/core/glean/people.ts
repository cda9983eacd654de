import type { SectionKind } from './fr.ts'
import type { Placed } from './sections.ts'
import { labelIn } from './sections.ts'

/** Someone named in a list of people. `note` is what stands in parentheses or after the name. */
export type Person = Readonly<{
  name: string
  from: number
  to: number
  note: string
  listed: 'present' | 'excused' | 'absent' /** Written without its capital. */
  lower?: true
}>

const NAME =
  /^(?:(?:M|Mme|Mmes|MM|Mlle|Mr|Dr|Messieurs|Mesdames|Monsieur|Madame)\.?\s+)?\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s+(?:(?:de|du|des|le|la|van|von|el|ben|d')\s+)?\p{Lu}[\p{L}\p{M}'’-]*\.?){0,3}/u
/** Words with a capital that begin an entry of such a list and name nobody. */
const NOBODY =
  /^(?:vice|adjointe?|co-|responsable|coordinat|animat|charge|et|ainsi|plus|environ|une?|des|les?|la|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs|president|presidente|tresorier|tresoriere|secretaire|membres?|bureau|personnes?|presents?|excuses?|absents?|mairie|association|asso|amap|mjc|quorum|total|invites?|adherents?|habitants?|benevoles?|voir|tous|toutes|aucun|neant|rien|date|lieu|heure|debut|fin|ordre|objet|animation|horaires?|maire|conseiller|conseillere|directeur|directrice|delegue|deleguee|referent|referente|gerant|gerante|technicien|technicienne|stagiaire|salariee?|parents?|enseignante?|doyenne?|prennent|prend|etaient|etait|sont|ont|nous|moi|merci|bonjour|bonsoir|pour|avec|sans|notre|nos|cette|soit|dont|puis|on|il|ils|elles?|je|chacun|chacune|secretariat|notes?|excusee?s?|representee?s?|procuration|pouvoirs?|compte|reunion|seance|autour|tour|sous|sur|apres|avant|lors|depuis|pendant|chez|dans|en|au|aux|hier|ce|ces|cet|son|sa|ses|mon|ma|mes|leurs?|qui|que|quand|si|mais|donc|car|y|encore|aussi|enfin|sinon|malgre|grace|vers|entre|hors|selon|suite|rappels?|points?|besoins?|manque|projets?|idees?|decisions?|actions?|prochaine?s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|salle|lieu|suivi|bilan|divers|pas|tout|meme|comme|alors|ensuite|voici|bref)\b/
const JOB = /^(?:pour|de la part d|au titre d)/

type Span = Readonly<{ from: number; to: number }>

/** Cuts at commas, semicolons and *et* outside parentheses. */
function entriesIn(clear: string, at: number): Span[] {
  // *Josiane – Pauline - Miguel*: a dash parts names only where no comma does.
  const dashed = !/[,;]/.test(clear) && /\p{L}\s[–—-]\s\p{Lu}/u.test(clear)
  const found: Span[] = []
  let [deep, from] = [0, 0]
  for (const m of clear.matchAll(/[(),;•/]|\s+et\s+|\s+&\s+|\s+\+\s+|\.\s+(?=\p{Lu})|\s[–—-]\s(?=\p{Lu})/gu)) {
    if (m[0] === '(') deep++
    else if (m[0] === ')') deep = Math.max(0, deep - 1)
    else if (deep === 0) {
      if (/^\s[–—-]\s$/.test(m[0]) && !dashed) continue
      if (m[0].startsWith('.') && /\b(?:M|MM|Mme|Mr|Dr|\p{Lu})$/u.test(clear.slice(from, m.index))) continue
      found.push({ from: at + from, to: at + m.index })
      from = m.index + m[0].length
    }
  }
  found.push({ from: at + from, to: at + clear.length })
  return found
}

function personIn(clear: string, plain: string, span: Span, listed: Person['listed'], lower = false): Person | undefined {
  const raw = clear.slice(span.from, span.to)
  const lead =
    raw.length -
    raw.replace(
      /^(?:[\s\-–—:•"']+|et\s+(?=\p{Lu})|(?:le|la|notre|l'ami|l'amie)\s(?:grande?|petite?|vieux|vieille|jeune|gros|père|mère|voisine?|cousine?)\s(?=\p{Lu}))+/u,
      '',
    ).length
  const me = /^(?:et\s+)?(?:moi|moi-même)\s*[(,]\s*(?=\p{Lu})/u.exec(raw.slice(lead))?.[0].length ?? 0
  if (me) return personIn(clear, plain, { from: span.from + lead + me, to: span.to }, listed)
  const [said, low] = [
    lower ? raw.slice(lead).replace(/^\p{Ll}/u, c => c.toUpperCase()) : raw.slice(lead),
    plain.slice(span.from + lead, span.to),
  ]
  const m = NAME.exec(said)
  if (!m || NOBODY.test(low) || JOB.test(low)) return undefined
  const plural = /^(?:MM|Mmes|Messieurs|Mesdames)\.?\s+/.exec(m[0])?.[0].length ?? 0
  if (plural) return personIn(clear, plain, { from: span.from + lead + plural, to: span.to }, listed)
  const name = (lower && /^\p{L}+(?: \p{L}+)?$/u.test(said.trim()) ? said.trim() : m[0])
    .replace(/[\s'’-]+$/, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
  const rest = said.slice(Math.max(m[0].length, name.length))
  if (
    /^\s*:/.test(rest) ||
    /^M{1,2}$|^Mme?s?$/.test(name) ||
    (/^\s+(?!\()[a-z]{2,}/.test(rest) &&
      !/^\s+(?:pour|de|du|des|d'|en|par|a|a l|non|qui|dont|mon|ma|notre|le|la|un|une|excuse|absent|arriv|depuis|repr|rejoi|nous rejoi|part\b|parti|quitt|jusqu|fils\b|pere\b|mere\b|fille\b|junior|senior|aine|cadet|et (?:son|sa|ses)\b|avec\b)/.test(
        plain.slice(span.from + lead + m[0].length, span.to),
      ))
  )
    return undefined
  const note = (/\(([^)]{1,160})\)?/.exec(rest)?.[1] ?? rest.replace(/^[\s,:–—-]+/, '')).trim()
  return { name, from: span.from + lead, to: span.from + lead + name.length, note, listed, ...(lower ? { lower: true as const } : {}) }
}

/** *9 personnes (Aline, Hugo…)*: the names stand inside. */
const COUNTED_LIST =
  /^\s*(?:\d{1,3}|une? \p{Ll}+|\p{Ll}+)\s(?:personnes|présente?s|participante?s|habitants|membres|adhérents|bénévoles)[^(:]{0,20}[(:]\s*/u

/** Who writes, in the list: *… et moi*, *votre serviteur*. Named by the signature, the last short line. */
const ME = /^\s*(?:et )?(?:moi|moi-meme|votre (?:serviteur|servante|scribe)|la scribe|le scribe|bibi)\s*[.!]?\s*$/
function signature(clear: string, listed: Person['listed']): Person | undefined {
  const end = clear.slice(-300)
  const m = [...end.matchAll(/(?:^|\n)[^\S\n]*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)?)[^\S\n.!]*(?=\n|$)/gu)].at(-1)
  if (!m) return undefined
  const from = clear.length - end.length + m.index + m[0].indexOf(m[1]!)
  return { name: m[1]!, from, to: from + m[1]!.length, note: '', listed }
}

/** The people of a piece of text written as a list. What follows a name without a capital is that person's role. */
function peopleIn(clear: string, plain: string, from: number, to: number, listed: Person['listed']): Person[] {
  const found: Person[] = []
  const counted = COUNTED_LIST.exec(clear.slice(from, Math.min(to, from + 80)))?.[0].length ?? 0
  const said = counted ? clear.slice(from + counted, to).replace(/\)\s*\.?\s*$/, '') : clear.slice(from, to)
  // *présents: nadia, bruno, flo*: notes typed without any capital.
  const lower = counted === 0 && !/\p{Lu}/u.test(said) && /^[\p{L}' -]{2,20}(?:,|\set\s|$)/u.test(said)
  for (const span of entriesIn(said, from + counted)) {
    // *les deux Julien (Julien B. et Julien T.)*: the names stand inside.
    const inside =
      /^\s*(?:(?:les|nos) (?:deux|trois|quatre) [^()]{2,30}|(?:la |le |l'|notre )\p{Ll}[\p{L}' -]{2,30})\(((?:(?:Mme|M\.|Mlle|Mr)\s)?\p{Lu}[\p{L}'’-]+[^()0-9]{0,70})\)/u.exec(
        clear.slice(span.from, span.to),
      )
    if (inside) {
      const at = span.from + inside[0].indexOf('(') + 1
      found.push(...peopleIn(clear, plain, at, at + inside[1]!.length, listed))
      continue
    }
    const person = ME.test(plain.slice(span.from, span.to)) ? signature(clear, listed) : personIn(clear, plain, span, listed, lower)
    const last = found.at(-1)
    // *M. et Mme Faure*: he has her name.
    const pair = last && person && /^(?:M|Mr|Monsieur)\.?$/.test(last.name) && /^(?:Mme|Madame)\.?\s+(.+)$/.exec(person.name)
    if (pair) found[found.length - 1] = { ...last, name: `${last.name} ${pair[1]}` }
    if (person) found.push(person)
    else if (last && !last.note && /^\s*\p{Ll}/u.test(clear.slice(span.from, span.to)))
      found[found.length - 1] = { ...last, note: clear.slice(span.from, span.to).trim() }
  }
  return found
}

const LISTED: Readonly<Partial<Record<SectionKind, Person['listed']>>> = { present: 'present', excused: 'excused', absent: 'absent' }

/** One item of a list of people: one name and a role, unless several names stand there without role between. */
function itemPeople(block: Placed, clear: string, plain: string, listed: Person['listed']): Person[] {
  const said = clear.slice(block.from, block.to)
  const group = /^[^:()]{3,50}:\s+(?=\p{Lu})/u.exec(said)
  if (group) {
    const found = peopleIn(clear, plain, block.from + group[0].length, block.to, listed)
    const own =
      NAME.exec(group[0])?.[0].length === group[0].replace(/\s*:\s*$/, '').length && !NOBODY.test(plain.slice(block.from, block.to))
    const kinds = found.length > 1 || /s\s*:\s*$/.test(group[0]) || /^(?:MM?|Mmes?)\b/.test(said.slice(group[0].length))
    if (found.length && (!own || kinds))
      return found.map(p => ({ ...p, note: p.note || group[0].replace(/\s*:\s*$/, '').replace(/^pour /i, '') }))
  }
  const several = peopleIn(clear, plain, block.from, block.to, listed)
  if (block.mark === '' || several.every(p => /^\p{Lu}[\p{L}'-]*(?: \p{Lu}\.?)?$/u.test(p.name)) || /\set\s/.test(said)) return several
  const one = personIn(clear, plain, { from: block.from, to: block.to }, listed)
  return one ? [{ ...one, note: one.note || said.slice(one.to - block.from).replace(/^[\s,:–—-]+/, '') }] : several
}

/** *Étaient présents Marie et Paul*, *Présents (7) : …*: what stands before the names. */
const LEAD =
  /^(?:[^:]{0,60}:\s*|(?:nous )?(?:etaient|sont|etions)\s+(?:presente?s?|la|autour de la table|excusee?s?)\s+|\d{1,3} (?:personnes|presents)[^:]{0,30}dont\s+|presente?s?\s+|excusee?s?\s+)/

/** A sentence that counts who was there and names them: *On était six à la salle : Manu, Jojo…*; or who could not come. */
const COUNTED = /\b(?:on|nous) (?:etait|etions|s'est retrouves|nous sommes retrouves|est|sommes)\b[^:.]{0,120}:\s*/
const MISSED =
  /^(\S+(?: \S+)?) (?:n'a pas pu (?:venir|etre)|ne pouvai?t pas|s'est excuse|s'excuse|etait (?:absente?|excusee?)|est (?:absente?|excusee?))/

function inSentence(block: Placed, clear: string, plain: string): Person[] {
  const low = plain.slice(block.from, block.to)
  const counted = COUNTED.exec(low)
  if (counted) {
    const from = block.from + counted.index + counted[0].length
    const stop = /[.!?](?:\s|$)/.exec(clear.slice(from, block.to))
    const found = peopleIn(clear, plain, from, stop ? from + stop.index : block.to, 'present')
    if (found.length > 1) return found
  }
  const missed = MISSED.exec(low)
  const person = missed && personIn(clear, plain, { from: block.from, to: block.from + missed[1]!.length }, 'absent')
  return person ? [person] : []
}

/** A line of names that goes on with the list before it: nothing but names, no label, no sentence. */
function goingOn(block: Placed, clear: string, plain: string, listed: Person['listed']): Person[] | undefined {
  const said = clear.slice(block.from, block.to)
  if (
    block.mark ||
    said.length > 80 ||
    block.announces ||
    (block.heading && block.heading < 4) ||
    /[:!?]|\d{2}/.test(said) ||
    labelIn(plain.slice(block.from, block.to)).kind
  )
    return undefined
  const entries = entriesIn(said, block.from).filter(e => clear.slice(e.from, e.to).trim() !== '')
  const people = entries.flatMap(e => personIn(clear, plain, e, listed) ?? [])
  const fits =
    people.length > 0 &&
    people.length === entries.length &&
    people.every(p => p.name.split(/\s/).length < 4 && (p.note === '' || said.includes('(')))
  return fits ? people : undefined
}

/** *Étaient présents Marie et Paul*, *Présents Augier Élodie, …*: the word that says who is listed, without a colon. */
function sentenceOf(low: string, clear: string): string | undefined {
  const told = /^(?:etaient|sont|etions) (presente?s?|excusee?s?|la|autour de la table)\b/.exec(low)?.[1]
  if (told) return told
  const bare = /^(presente?s|excusee?s) (?=[a-z])/.exec(low)?.[1]
  return bare && /^\S+ \p{Lu}/u.test(clear) ? bare : undefined
}

/** Where another list begins in the same block: *… Marie, Paul. Excusés : Léa*, *… Marie ; absente : Léa*. */
const INNER =
  /(?:[.;)\n]\s*|\s[–—-]\s|\s{2,}|\s\/\/?\s|,\s*(?=(?:excus|absent)))(?:\*\s*)?((?:personnes? |membres? |et |ont )?(?:excus|absent|pas la\b|pas venu|pas pu venir|represente|procuration|ont donne pouvoir|present|etai(?:t|ent) (?:excuse|absent|aussi|present)|n'(?:ont|a) pas pu)[^:,;.\n]{0,30}?)(?:\s*(?::|->|→|=)\s*|(?<=^.{0,4000}\b(?:excusee?s?|absente?s?)) (?=[a-z]))/g

/** A block of people, cut where its lists change. */
function peopleInBlock(block: Placed, clear: string, plain: string, lead: number, listed: Person['listed']): Person[] {
  const low = plain.slice(block.from + lead, block.to)
  const found: Person[] = []
  let [from, kind] = [block.from + lead, listed]
  for (const m of low.slice(0, 4_000).matchAll(INNER)) {
    found.push(...peopleIn(clear, plain, from, block.from + lead + m.index, kind))
    from = block.from + lead + m.index + m[0].length
    kind = /present|aussi/.test(m[1]!) && !/represent/.test(m[1]!) ? 'present' : /absent|pas/.test(m[1]!) ? 'absent' : 'excused'
  }
  return [...found, ...peopleIn(clear, plain, from, block.to, kind)]
}

/** *Sous la présidence de Mme Faure*: who leads is there too. */
function chairOf(block: Placed, clear: string, before: string): Person | undefined {
  const m = /\bpresidence (?:de |d')/.exec(before)
  const from = block.from + (m ? m.index + m[0].length : 0)
  const name = m && NAME.exec(clear.slice(from, from + 60))?.[0].replace(/(?<=\p{Ll}{2})\..*$/u, '')
  return name ? { name, from, to: from + name.length, note: '', listed: 'present' } : undefined
}

/** Others who were there, told after the list: *Invitée : Cléa*, *En visio : Tom*. */
const ALSO =
  /^[^a-z]*(?:(?:et |ainsi que )?(?:invitee?s?|en visio|a distance|par telephone|(?:etait|etaient|sont)? ?(?:aussi|egalement) (?:presente?s?|la)|(?:egalement|aussi) presente?s?|arrivee?s? (?:en cours|plus tard|ensuite|apres)|en partie|observat(?:eur|rice)s?|auditeurs?|stagiaires?|salariee?s?|benevoles?|habitante?s?|elue?s?|techniciens?|assist(?:ai(?:t|ent)|e|ent) (?:aussi|egalement)|rejoints? (?:par|ensuite par)|de passage|pour (?:la |le |l')?[a-z' ]{3,30}))\s*(?:\([^)]*\)\s*)?:\s*/
const near = (block: Placed) => block.to - block.from < 160

/** Everybody named in *Présents*, *Excusés*, *Absents*, in order, doubles kept. */
function labelledPeople(blocks: readonly Placed[], clear: string, plain: string): readonly Person[] {
  let going: Person['listed'] | undefined
  // *Prennent la parole :* with nothing after: the names are the items below.
  let below: Person['listed'] | undefined
  return blocks.flatMap(block => {
    if (below && block.mark && !block.heading) return block.to - block.from < 400 ? itemPeople(block, clear, plain, below) : []
    below = undefined
    const more = going && goingOn(block, clear, plain, going)
    if (more) return more
    const also = going && ALSO.exec(plain.slice(block.from, block.to))
    if (also && !block.heading) return peopleInBlock(block, clear, plain, also[0].length, 'present')
    going = block.heading || going === undefined ? undefined : near(block) ? going : undefined
    if (block.heading) return []
    const low = plain.slice(block.from, block.to)
    const label = labelIn(low)
    const sentence = label.kind ? undefined : sentenceOf(low, clear.slice(block.from, block.from + 60))
    const listed = LISTED[label.kind] ?? (sentence ? (sentence.startsWith('exc') ? 'excused' : 'present') : undefined)
    if (!listed && !inSentence(block, clear, plain).length) {
      const led = block.to - block.from < 3_000 ? [...low.matchAll(INNER)][0] : undefined
      if (led && /present/.test(led[1]!)) {
        const chair = chairOf(block, clear, low.slice(0, led.index))
        const found = peopleInBlock(block, clear, plain, led.index + led[0].length, 'present')
        return chair && !found.some(p => p.name.endsWith(chair.name.split(' ').at(-1)!)) ? [chair, ...found] : found
      }
    }
    if (listed) {
      const lead = label.kind ? label.length : (LEAD.exec(low)?.[0].length ?? 0)
      going = listed
      const found = peopleInBlock(block, clear, plain, lead, listed)
      if (!found.length && /:\s*$/.test(low)) below = listed
      return found
    }
    const inside = LISTED[block.section]
    if (!inside) return inSentence(block, clear, plain)
    return block.to - block.from < 2_000 ? itemPeople(block, clear, plain, inside) : []
  })
}

/** How far from the top, and from the end, a list that no known word announces is looked for. */
const [NEAR_TOP, NEAR_END] = [30, 8]
/** What stands before names that are not those of who was there. */
const NOT_THEM =
  /\b(?:pas (?:la|venus?|pu)|absent|excus|manqu|sans|empech|n'ont|n'a|retenus?|desole|procuration|pouvoir|merci|voir|contacter|prochaine?|tour de|rotation|responsables?|referents?|bureau|elus?|candidats?|destinataires?|copie|diffusion|equipes?|groupe|commission|a faire|decid|on demande|prevenir|besoin|achats?|materiel|communes?|hameaux|villages|apporte|avec l)/
const BEGINS =
  /(?:(?<!\p{L})(?:[Ii]l y avait|[Aa]vec|[ÉéEe]taient (?:là|présente?s|de la partie|réunis|venus|venues)|[Oo]nt participé|[Pp]articipaient|[Aa]utour d\p{L}+ [^,:]{3,20},)\s+(?:aussi\s+)?|^|:\s*|->\s*|→\s*|=\s*|\((?=\p{Lu})|\b(?:dont|entre|de|c'est-à-dire|soit|à savoir|savoir|nommément)\s+|\s[–—]\s+)(?=\p{Lu})/gu
const LAST_WORDS =
  /\s(?:étaient|étions|sont|se sont|ont|sommes|nous sommes|se retrouvent|assistaient|participaient|présents?)(?![\p{L}]).*$/u

/** A piece of text that is nothing but a list of names, at least three. */
function bareNames(clear: string, plain: string, from: number, to: number): Person[] {
  const stop = /[.!?](?=\s+\p{Lu}\p{Ll}+\s\p{Ll}|\s*$)|\n/u.exec(clear.slice(from, to))
  const whole = clear.slice(from, stop ? from + stop.index : to)
  const end = from + (LAST_WORDS.exec(whole)?.index ?? whole.length)
  if (end - from > 1_500 || /["«»“]|https?:|€|\d{2}h/.test(clear.slice(from, end))) return []
  const entries = entriesIn(clear.slice(from, end), from).filter(e => /\p{L}/u.test(clear.slice(e.from, e.to)))
  const people = peopleIn(clear, plain, from, end, 'present')
  const named = entries.filter(e => /^\s*\p{Lu}/u.test(clear.slice(e.from, e.to))).length
  const short = people.every(p => p.name.split(/\s/).length < 4 && p.note.length < 60 && !/\b(?:est|sont|va|doit|avant le)\b/.test(p.note))
  const first = people[0] && people[0].from < (entries[0]?.to ?? 0)
  return people.length >= 3 && first && people.length >= named * 0.75 && short ? people : []
}

/** *Réparateurs : Gilles, Mado* then *Accueil : Suzy*: lines in a row, each a role or a group and its names. */
const ROLE_LINE =
  /^[^a-z]*(?:equipe|benevoles?|salariee?s?|accueil|reparat|bricol|producteurs?|amapiens?|adherents?|elue?s?|parents?|enseignante?s?|habitante?s?|membres?|bureau|au bureau|presidente?s?|tresori|techni|jardini|agriculteurs?|eleveurs?|jeunes|anciens|associations?|invitee?s?|en visio|mairie|commune|animat(?:eur|rice)s?|pour (?:la|le|l'))[a-z'· .()-]{0,30}:\s*/
function inRoles(top: readonly Placed[], clear: string, plain: string): readonly Person[] {
  let [found, lines]: [Person[], number] = [[], 0]
  for (const block of top) {
    const m = block.to - block.from < 300 ? ROLE_LINE.exec(plain.slice(block.from, block.to)) : null
    const people =
      m && !/["«?]/.test(clear.slice(block.from, block.to)) ? peopleIn(clear, plain, block.from + m[0].length, block.to, 'present') : []
    if (people.length) {
      found.push(...people)
      lines++
    } else if (lines > 1) return found
    else if (!block.heading) [found, lines] = [[], 0]
  }
  return lines > 1 ? found : []
}

/** Where no word announces who was there: the first line, or items in a row, that hold nothing but names. */
function unannounced(blocks: readonly Placed[], clear: string, plain: string): readonly Person[] {
  const byRole = inRoles(blocks.slice(0, NEAR_TOP), clear, plain)
  if (byRole.length > 2) return byRole
  const near = [...blocks.slice(0, NEAR_TOP), ...blocks.slice(Math.max(NEAR_TOP, blocks.length - NEAR_END))]
  for (const block of near) {
    if (block.to - block.from > 1_500 || NOT_HERE.includes(block.section)) continue
    const said = clear.slice(block.from, block.to)
    for (const m of said.matchAll(BEGINS)) {
      const from = m.index + m[0].length
      const before = plain.slice(block.from, block.from + from)
      // *Au bureau : …* near the top says who leads and is there; further down, who was elected.
      if (NOT_THEM.test(block === near[0] || near.indexOf(block) < 8 ? before.replace(/^(?:au )?bureau\b/, '') : before)) continue
      const found = bareNames(clear, plain, block.from + from, block.to)
      if (found.length) return found
    }
  }
  return inARow(near, clear, plain)
}
const NOT_HERE: readonly SectionKind[] = ['excused', 'absent', 'agenda', 'decisions', 'actions', 'needs', 'offers', 'references', 'author']

/** *- Hubert, président*, *- Ginette, trésorière*…: three items or more, each a name and what that person is. */
function inARow(near: readonly Placed[], clear: string, plain: string): readonly Person[] {
  let row: Person[] = []
  let before = ''
  for (const block of near) {
    const said = clear.slice(block.from, block.to)
    const fits = !NOT_HERE.includes(block.section) && said.length < 90 && !/[:?!«"€]|\d\s?h|\d\/\d/.test(said) && !NOT_THEM.test(before)
    const one = fits ? personIn(clear, plain, { from: block.from, to: block.to }, 'present') : undefined
    if (one && (said.length === one.name.length || /^\s*[,(–—-]/.test(said.slice(one.to - block.from)))) row.push(one)
    else {
      if (row.length >= 3) return row
      row = []
      before = plain.slice(block.from, block.to)
    }
  }
  return row.length >= 3 ? row : []
}

/** Who was there and who was not, in order, doubles kept: as a word announces them, else as a list of names stands there. */
export function peopleOf(blocks: readonly Placed[], clear: string, plain: string): readonly Person[] {
  const told = labelledPeople(blocks, clear, plain).map(p =>
    MISSING.test(p.note) && p.listed === 'present' ? { ...p, listed: 'excused' as const } : p,
  )
  if (told.some(p => p.listed === 'present')) return told
  const found = unannounced(blocks, clear, plain)
  return [...found, ...told.filter(p => !found.some(f => f.from === p.from))].sort((a, b) => a.from - b.from)
}
/** Written beside a name of the list: *Léa (excusée)*. */
const MISSING = /^(?:\()?(?:excus[ée]+e?|absente?|n'a pas pu|pas là|pouvoir à|procuration à|a donné pouvoir)/i
