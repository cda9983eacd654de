import { normal } from '../../core/letters/accents.ts'
import { pattern } from '../../core/pattern.ts'
import { capital } from '../capital.ts'
import { infinitiveOf, startsWithInfinitive, tells } from './verbs.ts'

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
const OBJECT_NEXT = pattern()`
  ^\S+ (?:(?:aussi|bien|encore) )?(?:l[ea] |les |l'|un |une |des? |du |d'|son |sa |ses |au |aux |a |
  leurs? |notre |nos |deux |trois |\d)
`

const PRESENT_IN_IT = pattern()`
  ^(?:dit|lit|vit|rit|suit|sait|doit|voit|fait|ecrit|produit|conduit|reduit|cuit|surgit|agit|subit
  |reussit|attend|entend|comprend|apprend|connait|reconnait|parait|plait|nait|repond|depend|perd
  |defend|pretend)$
`

/** *mesure* → *mesurer*, of a verb that no list holds; only where somebody known is its subject. */
function presentOf(said: string, form: string): string | undefined {
  const other = /^[a-z]{3,}(?:it|d)$/.test(form) && !PRESENT_IN_IT.test(form)
  if (other && /^\S+ (?:l[ea] |les |l'|un |une |des? |du |son |sa |ses |deux |trois )/.test(said))
    return form.replace(/it$/, 'ir').replace(/d$/, 'dre')
  if (
    !/^[a-zœ]{3,}(?:e|ent)$/.test(form) ||
    TELLING.test(form.replace(/nt$/, '')) ||
    form.endsWith('ment')
  )
    return undefined
  if (!OBJECT_NEXT.test(said)) return undefined
  return `${form.replace(/(?:e|ent)$/, '')}er`
}

const SET_PHRASE = pattern()`
  ^(?:,|:|(?:la|sa) seance|l'eau\b|le point|(?:la )?parole|part (?:de|du|des)|feu\b|acte\b|note\b
  |(?:le|ce|un) projet\b|remarquer|observer|etat\b|les? (?:chiffres|resultats)|«|"|a (?:regler|payer
  |etre|avoir)\b)
`

/**
 * The verb that makes a promise where a subject ends: what stands before the rest in a title,
 * and how sure it is.
 */
export function promiseAt(plain: string, named: boolean): Verb | undefined {
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
  if (SET_PHRASE.test(rest)) return undefined
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
export const plainInfinitive = (verb: string) => normal(verb, 'NFD').replace(/[\u0300-\u036f]/g, '')
