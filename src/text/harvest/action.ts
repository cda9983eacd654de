import { normal } from '../../core/letters/accents.ts'
import { pattern, source } from '../../core/pattern.ts'
import type { Folded } from './listed.ts'
import { isName, type Names, namedIn } from './private.ts'
import { infinitiveOf, startsWithInfinitive, tells } from './verbs.ts'

/**
 * Something that someone will do, as a sentence tells it. `from` and `to` are offsets in the
 * sentence.
 */
export type Action = Readonly<{ from: number; to: number; who: string; what: string; sure: number }>

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’-]*\.?`
const SUBJECT = new RegExp(
  source`
    (?<![\p{L}'’-])(?:([Jj]e|[Oo]n|[Nn]ous|[Jj]'|[Ii]ls?|[Ee]lles?)|((?:[Ll]e|[Ll]a|[Ll]'|[Uu]ne?
    |[Ll]es)\s?(?:bureau|CA|conseil|présidente?|trésori(?:er|ère)|secrétaire|commission(?:\s\p{L}+)?
    |équipe|animat(?:eur|rice)s?|mairie|maire|comité|groupe(?:\s\p{L}+)?|association|bénévoles?
    |référente?s?)|[Cc]hacune?|[Tt]out le monde)|(${WORD}(?:\s${WORD})?(?:(?:\s*,\s*|\s+et\s+
    |\s*&\s*|\s*\/\s*)${WORD}(?:\s${WORD})?){0,4}))(?:\s*:)?\s+
  `,
  'gu',
)
/** Words with a capital that begin sentences and do nothing. */
const NOT_SOMEONE = pattern()`
  ^(?:le|la|les|l|un|une|des|du|de|il|elle|ils|elles|ce|cette|ces|cela|ca|c|on|nous|vous|qui|que
  |quoi|quand|si|et|ou|mais|donc|pour|avec|sans|dans|en|au|aux|apres|avant|puis|tout|tous|chaque
  |plusieurs|certains|projet|idee|decision|action|reunion|point|besoin|merci|voir|faire|il y|y|a
  |rien|pas|plus|notre|nos|leur|leurs|son|sa|ses|mon|ma|mes|prochaine?|objet|date|lieu|bilan|suite
  |atelier|marche|fete|personne|chacun|quelqu'un|lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$
`

type Verb = Readonly<{ length: number; lead: string; sure: number; pronoun?: boolean }>
/**
 * What makes a promise of a sentence, right after its subject; `lead` is what stands before the
 * rest in a title.
 */
const PROMISES: readonly (readonly [RegExp, string, number])[] = [
  [
    pattern()`
      ^(?:s'occupe(?:nt|ra|ront|rait)?|nous occup(?:ons|erons)
      |m'occupe(?:rai)?) (?:aussi |toujours )?(?:de |d')(?=(?:l'|les? |la |s'
      |se |y |en |lui |leur |nous )?(?:re)?[a-zœ]+(?:er|ir|re|oir)\b)
    `,
    '',
    0.85,
  ],
  [
    pattern()`
      ^(?:s'|nous |m')?(?:en )?(?:s'occupe(?:nt|ra|ront|rait)?|occupe(?:ra|rai|nt
      |ons)?) (?:aussi |toujours )?(?=d[eu]s? |d')
    `,
    "S'occuper ",
    0.85,
  ],
  [
    pattern()`
      ^(?:se|me|nous) charge(?:nt|ra|ront|ons|rai)? (?:aussi )?(?:de |d'(?=[a-zœ]+(?:er|ir|re)\b)
      |d')(?=(?:l'|les? |la |s'|se |y |en )?[a-zœ]+(?:er|ir|re|oir)\b)
    `,
    '',
    0.85,
  ],
  [/^(?:se|me|nous) charge(?:nt|ra|ront|ons|rai)? (?=d[eu]s? |d')/, "S'occuper ", 0.85],
  [/^(?:prend|prennent|prendra|prendront) en charge /, 'Prendre en charge ', 0.85],
  [/^(?:s'engage(?:nt)?|s'engagera) (?:a |pour )/, '', 0.85],
  [
    pattern()`
      ^(?:ne )?(?:doit|doivent|devra|devront|dois
      |devrait) (?:aussi |encore |donc |bien |nous |lui |leur |d'abord )?
    `,
    '',
    0.8,
  ],
  [
    pattern()`
      ^(?:va|vont|vais) (?=(?:aussi |donc |encore |nous |lui |leur |s'
      |se |en |y |le |la |les |l')?(?:re)?[a-zœ]+(?:er|ir|re|oir)\b)
    `,
    '',
    0.75,
  ],
  [
    pattern()`
      ^(?:est|sont) (?:chargee?s?|missionnee?s?|mandatee?s?|volontaires?|d'accord|partante?s?|ok
      |prete?s?) (?:de |d'|pour )
    `,
    '',
    0.8,
  ],
  [
    pattern()`
      ^(?:accepte(?:nt)?|veu(?:t|lent) bien|se propose(?:nt)?|s'est proposee?|compte(?:nt)?
      |essaie(?:nt|ra)?) (?:de |d'|pour )?(?=[a-zœ']+(?:er|ir|re|oir)\b)
    `,
    '',
    0.75,
  ],
  [/^(?:est|sont) (?:chargee?s?|responsables?|referente?s?) (?=d[eu]s? |d')/, "S'occuper ", 0.8],
  [/^(?:reprend|reprendra) contact /, 'Reprendre contact ', 0.8],
  [/^se met(?:tent|tra)? en (?:rapport|contact|relation|lien) /, 'Se mettre en contact ', 0.8],
  [/^se rapproche(?:nt|ra)? (?=d[eu]s? |d')/, 'Se rapprocher ', 0.8],
  [/^se renseigne(?:nt|ra|ront)? /, 'Se renseigner ', 0.8],
  [/^en parle(?:nt|ra|ront)? (?=a |au |aux )/, 'En parler ', 0.8],
  [
    pattern()`
      ^(?:passe|passent|passera) (?=(?:(?:le |la |les )?voir|chercher|prendre|commande
      |a la (?:mairie|banque|poste|scierie)|au )\b)
    `,
    'Passer ',
    0.7,
  ],
  [
    pattern()`
      ^(?:fait|font) (?=le (?:tour|site|blog|menage|lien|point avec)|la (?:page|plonge|com|lettre)\b
      |les courses|une? (?:affiche|liste|demande|devis|tableau|sondage|inventaire|essai|plan
      |maquette|recherche|mail|courrier|test|estimation|photo|note|dossier)|l'(?:inventaire|affiche
      |essai|achat)|la (?:demande|liste|maquette|recherche|tournee|soudure)|les (?:demandes
      |demarches|affiches|photos))
    `,
    'Faire ',
    0.75,
  ],
  [
    pattern()`
      ^(?:voit|voient) (?=(?:ca |cela )?avec |si |(?:le|la|les|l'|m\.|mme) ?.{0,40}\b(?:le \d|lundi
      |mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|avant))
    `,
    'Voir ',
    0.75,
  ],
  [
    pattern()`
      ^(?:tiendra|tiendront) (?=la |le |les |l')|^(?:tient|tiennent) (?=la (?:caisse|buvette
      |permanence)|le (?:stand|bar))
    `,
    'Tenir ',
    0.75,
  ],
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A day by which it is to be done: then any verb in the present is a promise. */
const BY_DAY = pattern()`
  \b(?:avant|d'ici|pour|au plus tard|jusqu'a[u]?) (?:le |la |mi-|fin |a |mardi|lundi|mercredi
  |jeudi|vendredi|samedi|dimanche|demain|noel|paques|l')|\b(?:cette semaine|ce week-end|demain
  |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochain|matin|soir|\d)
`
/** Verbs that tell of somebody, or of what was said there: never a promise by themselves. */
const TELLING = pattern()`
  ^(?:dit|dise|raconte|explique|souligne|signale|indique|evoque|regrette|remercie|pense|estime
  |aime|adore|habite|connaisse|reste|arrive|quitte|assiste|remarque|note|insiste|souhaite|existe
  |constate|observe|s'\w+|admette|accepte|refuse|cite|rapporte|ajoute|hesite|doute|doive|puisse
  |veuille|possede|cherche|manque|semble|travaille|passe|coute|dure|compte|marche|fonctionne
  |tourne|avance|commence|s|deteste|espere|craigne|rêve|reve|imagine|suggere|interroge|inquiete
  |felicite|approuve|conteste|salue|confirme|trouve|retrouve|ecoute|entende|regarde|montre
  |conduise|mene|anime|porte|pilote|gere|exerce|enseigne|dorme|dort|herite|touche|demissionne
  |excuse|appelle|nomme|entre|monte|descende|une|toute|autre|meme|elle|contre|votre|notre|quelque
  |chaque|jeune|libre|seule|presidente?|secretaire|tresoriere|bibliothecaire|adjointe|maire)$
`
/** *mesure* → *mesurer*, of a verb that no list holds; only where somebody known is its subject. */
function presentOf(said: string, form: string): string | undefined {
  const other =
    /^[a-z]{3,}(?:it|d)$/.test(form) &&
    !/^(?:dit|lit|vit|rit|suit|sait|doit|voit|fait|ecrit|produit|conduit|reduit|cuit|surgit|agit|subit|reussit|attend|entend|comprend|apprend|connait|reconnait|parait|plait|nait|repond|depend|perd|defend|pretend)$/.test(
      form,
    )
  if (other && /^\S+ (?:l[ea] |les |l'|un |une |des? |du |son |sa |ses |deux |trois )/.test(said))
    return form.replace(/it$/, 'ir').replace(/d$/, 'dre')
  if (
    !/^[a-zœ]{3,}(?:e|ent)$/.test(form) ||
    TELLING.test(form.replace(/nt$/, '')) ||
    form.endsWith('ment')
  )
    return undefined
  if (
    !/^\S+ (?:(?:aussi|bien|encore) )?(?:l[ea] |les |l'|un |une |des? |du |d'|son |sa |ses |au |aux |a |leurs? |notre |nos |deux |trois |\d)/.test(
      said,
    )
  )
    return undefined
  return `${form.replace(/(?:e|ent)$/, '')}er`
}

function promiseAt(plain: string, named: boolean): Verb | undefined {
  const said = plain.slice(0, 80)
  for (const [pattern, lead, sure] of PROMISES) {
    const m = pattern.exec(said)
    if (!m) continue
    const rest = plain.slice(m[0].length)
    if (lead === '' && !startsWithInfinitive(rest)) continue
    return { length: m[0].length, lead, sure }
  }
  const m = /^(?:(?:lui|leur|nous|le|la|les|y|en)\s|l')?([a-zœ]{2,})\b\s*/.exec(said)
  const infinitive =
    m &&
    (infinitiveOf(m[1]!) ?? (named ? presentOf(said.slice(m[0].indexOf(m[1]!)), m[1]!) : undefined))
  if (!m || !infinitive || m[1] === plainInfinitive(infinitive)) return undefined
  const future = /(?:ra|ront|rai|rons)$/.test(m[1]!)
  const rest = plain.slice(m[0].length, m[0].length + 60)
  if (
    tells(m[1]!) &&
    !future &&
    !(named && BY_DAY.test(plain)) &&
    !(m[1] === 'rappelle' && CALLED.test(rest))
  )
    return undefined
  if (/^met/.test(m[1]!) && /^.{0,60}\ba (?:notre |la )?disposition/.test(plain.slice(m[0].length)))
    return undefined
  if (
    /^(?:,|:|(?:la|sa) seance|l'eau\b|le point|(?:la )?parole|part (?:de|du|des)|feu\b|acte\b|note\b|(?:le|ce|un) projet\b|remarquer|observer|etat\b|les? (?:chiffres|resultats)|«|"|a (?:regler|payer|etre|avoir)\b)/.test(
      rest,
    )
  )
    return undefined
  if (
    !/^verifi/.test(m[1]!) &&
    /^(?:si|que|qu'|pourquoi|comment|a ete|ete)\b/.test(plain.slice(m[0].length))
  )
    return undefined
  const pronoun = /^(?:le |la |les |l'|lui |leur )/.test(m[0])
  return {
    length: m[0].length,
    lead: `${capital(infinitive)} `,
    sure: future ? 0.8 : 0.7,
    ...(pronoun ? { pronoun } : {}),
  }
}
/** *rappelle le maçon* is a call to make; *rappelle la règle* is not. */
const CALLED = pattern()`
  ^(?:m\. |mme |(?:le|la|les|l'|au) ?(?:[a-z]+(?:eur|euse|ier|iere|ien|ienne|con|airie|iste|aire
  |ant|ard)s?\b|[a-z]+ (?:du|de la|de l')\b))
`
const plainInfinitive = (verb: string) => normal(verb, 'NFD').replace(/[\u0300-\u036f]/g, '')

function someone(subject: string, names: Names, sure: number): boolean {
  const words = subject.split(/\s*(?:,|&|\/|\set\s)\s*|\s/)
  if (words.some(w => isName(w, names))) return true
  const low = plainInfinitive(words[0]!.toLowerCase()).replace(/['’]$/, '')
  return !NOT_SOMEONE.test(low) && low.length > 2 && !/^\p{Lu}{2,}$/u.test(words[0]!) && sure >= 0.7
}

/** *On demande à la mairie…*, *on relance le maçon*: what all of them will do. */
const WE_ASK = pattern()`
  ^(?:demande|relance|recontacte|contacte|rappelle|appelle|ecrit|invite|previent|envoie|sollicite
  |prepare|redige|imprime|commande|reserve|achete) (?:a |au |aux |la |le |les |l'
  |un |une |des |du |m\. |mme )
`

/**
 * *Luce est référente des œufs et prépare le contrat*: the second verb of somebody known promises,
 * when it has its day.
 */
function alsoPromised(
  { clear, plain }: Folded,
  after: number,
  who: string,
  names: Names,
): Action | undefined {
  if (!who.split(/[\s,]/).some(w => isName(w, names))) return undefined
  const end = /[.;:!?(]/.exec(plain.slice(after))?.index ?? plain.length - after
  for (const m of plain.slice(after, after + end).matchAll(/,? (?:et|puis) (?=[a-z])/g)) {
    const from = after + m.index + m[0].length
    const verb = promiseAt(plain.slice(from), true)
    if (verb && BY_THEN.test(plain.slice(from)))
      return {
        from,
        to: clear.length,
        who,
        what: verb.lead + clear.slice(from + verb.length),
        sure: 0.75,
      }
  }
  return undefined
}
/** A day by which, or a week in which. */
const BY_THEN = pattern()`
  \b(?:avant|d'ici|pour|au plus tard|jusqu'a[u]?) (?:le |la |mi-|fin |a |mardi|lundi|mercredi
  |jeudi|vendredi|samedi|dimanche|demain|noel|paques|l')|\b(?:cette semaine|ce (?:week-end|soir
  |mois)|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche)(?: prochain| matin| soir| \d|\b))
`

/**
 * *Marie s'occupe de…*, *Paul relancera…*, *le bureau doit…*: each promise of a sentence, in order.
 */
export function actionsIn(clear: string, plain: string, names: Names): readonly Action[] {
  const found: Action[] = []
  const quotes = [...clear.matchAll(/«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/g)]
  for (const m of clear.matchAll(SUBJECT)) {
    if (quotes.some(q => m.index > q.index && m.index < q.index + q[0].length)) continue
    const after = m.index + m[0].length
    const verb = promiseAt(
      plain.slice(after),
      m[3]?.split(/[\s,]/).some(w => isName(w, names)) ?? false,
    )
    if (!verb) {
      const also = m[3] ? alsoPromised({ clear, plain }, after, m[3], names) : undefined
      if (also && !found.some(f => f.to > also.from && f.from < also.to)) found.push(also)
      continue
    }
    const subject = m[3] ?? m[2] ?? ''
    if (m[3] && !someone(m[3], names, verb.sure)) continue
    if (
      m[1] &&
      !(/^on$/i.test(m[1]) && WE_ASK.test(plain.slice(after))) &&
      /^(?:on|ils?|elles?)$/i.test(m[1]) &&
      verb.sure < (/^on$/i.test(m[1]) ? 0.75 : 0.85)
    ) {
      // *Odile connaît la ferme, elle les appelle*: she was named just before.
      const who =
        /^elle$|^il$/i.test(m[1]) && BY_THEN.test(plain.slice(after))
          ? namedIn(clear.slice(0, m.index), names).at(-1)
          : undefined
      if (who)
        found.push({
          from: m.index,
          to: clear.length,
          who: clear.slice(who.from, who.to),
          what: verb.lead + clear.slice(after + verb.length),
          sure: 0.72,
        })
      continue
    }
    const last = found.at(-1)
    if (last)
      found[found.length - 1] = {
        ...last,
        to: m.index,
        what: last.what
          .slice(0, last.what.length - (last.to - m.index))
          .replace(/[\s,;]+(?:et)?\s*$/, ''),
      }
    const about = verb.pronoun
      ? /^([^:]{3,50}?)\s?:\s/.exec(clear.slice(0, m.index))?.[1]
      : undefined
    if (about) {
      const rest = clear
        .slice(after + verb.length)
        .split(/[.;]|,?\set\s/)[0]!
        .trim()
      found.push({
        from: m.index,
        to: clear.length,
        who: subject,
        what: `${verb.lead}${rest} (${about.charAt(0).toLowerCase()}${about.slice(1)})`,
        sure: verb.sure,
      })
      continue
    }
    found.push({
      from: m.index,
      to: clear.length,
      who: subject,
      what: verb.lead + clear.slice(after + verb.length),
      sure: m[1] ? verb.sure - 0.1 : verb.sure,
    })
  }
  return found
}

/**
 * Who an item names beside what is to be done: *(Marie)*, *→ Paul*, *Marie : …*, *… : Paul et Léa*.
 * Only participants; `loose`, in a list of tasks, any name that stands first.
 */
export function whoBeside(
  clear: string,
  names: Names,
  loose = false,
): { who: string; what: string } | undefined {
  const name = String.raw`${WORD}(?:\s${WORD})?(?:(?:\s*,\s*|\s+et\s+|\s*&\s*|\s*\/\s*|\s*\+\s*)${WORD}(?:\s${WORD})?){0,4}`
  const before = new RegExp(
    String.raw`^\s*@?(${name})\s*(?::|=>|->|→|>|–|—|\s-\s)\s*(?=\S)`,
    'u',
  ).exec(clear)
  if (
    before &&
    (loose
      ? !NOT_SOMEONE.test(plainInfinitive(before[1]!.split(/\s/)[0]!.toLowerCase()))
      : known(before[1]!, names) &&
        !NOT_SOMEONE.test(plainInfinitive(before[1]!.split(/\s/)[0]!.toLowerCase())))
  )
    return { who: before[1]!, what: clear.slice(before[0].length) }
  const told = new RegExp(String.raw`^\s*@?(${name})\s+(?=\p{Ll})`, 'u').exec(clear)
  if (
    told &&
    known(told[1]!, names) &&
    startsWithInfinitive(plainInfinitive(clear.slice(told[0].length)).toLowerCase())
  )
    return { who: told[1]!, what: clear.slice(told[0].length) }
  const after = new RegExp(
    String.raw`\s*(?:\((?:par |qui ?\?? ?:? ?|resp\.? ?:? ?|référente? ?:? ?|avec )?(${name})\s*\)|(?:=>|->|→|:|–|—|\s-|@|\|)\s*(?:par )?(${name}))\s*(?:(?:[.,;(]|[–—-]\s).{0,60})?$`,
    'u',
  ).exec(clear)
  const who = after?.[1] ?? after?.[2]
  return after && who && known(who, names)
    ? { who, what: clear.slice(0, after.index) + clear.slice(after.index + after[0].length) }
    : undefined
}
const known = (who: string, names: Names) =>
  who.split(/\s*(?:,|&|\/|\+|\set\s)\s*|\s/).some(w => isName(w, names))
