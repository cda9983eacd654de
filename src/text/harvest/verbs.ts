import { normal } from '../../core/letters/accents.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { pattern } from '../../core/pattern.ts'

/**
 * French verbs as minutes use them: from the form read (*relance*, *relancera*, *relancerait*) to
 * the infinitive. Plain text (no accents); the infinitive is given with its accents.
 */

/**
 * What people do after a meeting. A form not here is not taken for a task by itself: *présente* and
 * *explique* tell, they do not promise.
 */
const ACTIONS = (
  'demander contacter appeler relancer envoyer transmettre préparer rédiger acheter ' +
  'apporter amener ramener réserver imprimer vérifier organiser installer réparer commander ' +
  'faire prendre récupérer publier diffuser distribuer créer ouvrir tenir gérer animer ' +
  'inviter prévenir écrire poster afficher ranger nettoyer tailler semer arroser construire ' +
  'fabriquer dessiner calculer compter finaliser terminer continuer informer solliciter ' +
  'consulter rencontrer chiffrer déposer remplir signer négocier planter tondre démonter ' +
  'monter peindre poncer coordonner établir recenser lister lancer proposer étudier mettre ' +
  'compléter actualiser préciser confirmer revoir corriger relire traduire photocopier ' +
  'coller garder stocker livrer transporter déplacer chercher trouver collecter centraliser ' +
  'partager tester former accueillir payer rembourser régler encaisser convoquer programmer ' +
  'planifier photographier filmer annoncer communiquer interroger questionner visiter ' +
  'élaborer concevoir renouveler assurer voir reprendre suivre représenter broyer composter ' +
  'désherber bâcher pailler fixer poser changer remplacer couper emprunter louer ' +
  'recontacter rappeler recruter identifier rassembler réunir présenter adresser formaliser ' +
  'alimenter saisir valider mutualiser renseigner sonder entretenir fournir donner prêter ' +
  'nourrir débroussailler cuisiner répondre regarder mesurer tracer scanner dépanner ' +
  'essayer participer caler parler discuter'
).split(' ')

const IRREGULAR: Readonly<Record<string, string>> = nullPrototype({
  'fait font fera feront faisait ferai fais': 'faire',
  'prend prennent prendra prendront prenait prends prendrai': 'prendre',
  'reprend reprendra reprenait': 'reprendre',
  'va vont ira iront allait vais irai': 'aller',
  'fasse fassent': 'faire',
  'mette mettent': 'mettre',
  'aille aillent': 'aller',
  'prenne prennent': 'prendre',
  'tienne tiennent': 'tenir',
  'voie voient': 'voir',
  'voit voient verra verront voyait vois verrai': 'voir',
  'revoit reverra': 'revoir',
  'met mettent mettra mettront mettait mets mettrai': 'mettre',
  'transmet transmettent transmettra transmettait': 'transmettre',
  'ecrit ecrivent ecrira ecrivait': 'écrire',
  'tient tiennent tiendra tenait': 'tenir',
  'entretient entretiendra entretiendront': 'entretenir',
  'ouvre ouvrent ouvrira ouvrait': 'ouvrir',
  'etablit etablissent etablira etablissait': 'établir',
  'fournit fournissent fournira fournissait': 'fournir',
  'nourrit nourrissent nourrira nourrissait': 'nourrir',
  'accueille accueillent accueillera accueillait': 'accueillir',
  'remplit remplissent remplira remplissait': 'remplir',
  'reunit reunissent reunira reunissait': 'réunir',
  'saisit saisira': 'saisir',
  'construit construisent construira construisait': 'construire',
  'traduit traduira': 'traduire',
  'envoie envoient enverra enverront envoyait enverrai': 'envoyer',
  'previent previennent previendra prevenait': 'prévenir',
  'peint peindra': 'peindre',
  'tond tondent tondra tondait': 'tondre',
  'repond repondra repondait': 'répondre',
  'concoit concevra': 'concevoir',
  'suit suivra suivait': 'suivre',
  'refait refont refera referont': 'refaire',
  'arrete arretent arretera': 'arrêter',
  'relit relira': 'relire',
  'appelle appellent appellera appelait': 'appeler',
  'rappelle rappellera': 'rappeler',
  'renouvelle renouvellera': 'renouveler',
  'achete achetent achetera': 'acheter',
  'amene ament amenera': 'amener',
  'essaie essaiera': 'essayer',
  'paie paye paiera payera': 'payer',
  'nettoie nettoient nettoiera': 'nettoyer',
  'broie broiera': 'broyer',
})

function formsOf(infinitive: string, plain: string): readonly string[] {
  if (!plain.endsWith('er')) return [plain]
  const stem = plain.slice(0, -2)
  const soft = stem.endsWith('g') ? `${stem}e` : stem
  return [
    plain,
    `${stem}e`,
    `${stem}ent`,
    `${stem}era`,
    `${stem}eront`,
    `${soft}ait`,
    `${soft}aient`,
    `${stem}erai`,
    `${soft}ons`,
    infinitive,
  ]
}
const plainly = (word: string) => normal(word, 'NFD').replace(/[\u0300-\u036f]/g, '')

const FORMS: ReadonlyMap<string, string> = new Map([
  ...ACTIONS.flatMap(v => formsOf(v, plainly(v)).map((form): [string, string] => [form, v])),
  ...Object.entries(IRREGULAR).flatMap(([forms, v]) =>
    forms.split(' ').map((form): [string, string] => [form, v]),
  ),
])

/**
 * The infinitive of a form that says an action to do, or undefined. `plain` is one word without
 * accents.
 */
export function infinitiveOf(plain: string): string | undefined {
  return FORMS.get(plain)
}

/**
 * Forms that also tell what was said at the meeting: a person *presents*, *proposes*, *recalls*
 * there.
 */
const TELLS = new Set([
  'parle',
  'discute',
  'participe',
  'fasse',
  'mette',
  'aille',
  'prenne',
  'tienne',
  'voie',
  'tient',
  'tiennent',
  'presente',
  'propose',
  'rappelle',
  'precise',
  'confirme',
  'annonce',
  'informe',
  'communique',
  'trouve',
  'voit',
  'lance',
  'donne',
  'fait',
  'va',
  'continue',
  'garde',
  'compte',
  'prete',
  'represente',
  'suit',
  'change',
  'partage',
  'reprend',
  'revoit',
  'propose',
  'termine',
  'repond',
  'interroge',
  'questionne',
  'presentait',
  'proposait',
])
/** True when the form alone promises nothing. */
export const tells = (plain: string) => TELLS.has(plain)

const NOT_VERBS = pattern()`
  ^(?:bonsoir|revoir
  |inspire|tire|attire|retire|admire|desire|respire|aspire|soupire|atelier|premier|dernier
  |fevrier|janvier|metier|papier|cahier|panier|pommier|particulier|courrier|calendrier|quartier
  |hier|cher|leger|mer|hiver|verger|potager|fruitier|foyer|escalier|dossier|grenier|chantier
  |jardinier|chef|courier|meunier|fer|avenir|plaisir|desir|loisir|soir|noir|espoir|avoir|etre
  |savoir|pouvoir|devoir|vouloir|trimestre|semestre|centre|titre|livre|autre|notre|votre|entre
  |lettre|metre|kilometre|maire|affaire|secretaire|inventaire|horaire|salaire|notaire|militaire
  |partenaire|annuaire|memoire|histoire|loire|contre|quatre|nombre|chambre|arbre|membre|octobre
  |septembre|novembre|decembre|premiere|derniere|cuisiniere|matiere|riviere|lumiere|maniere|terre
  |pierre|verre|guerre|ordre|cadre|theatre|fenetre|maitre|encore|sucre|libre|propre|pauvre|offre
  |rencontre|montre|ouvre|litre|chapitre|registre|ministre|orchestre|figure|voiture|culture|nature
  |mesure|lecture|ecriture|couverture|ouverture|fermeture|structure|peinture|nourriture|brochure
  |facture|toiture|agriculture|permaculture|reliure|cloture|bordure|serrure|signature|candidature
  |infrastructure|procedure|aventure|confiture|armoire|foire|poire|solidaire|scolaire|populaire
  |communautaire|alimentaire|sanitaire|ordinaire|extraordinaire|nucleaire|solaire|circulaire
  |similaire|necessaire|commentaire|questionnaire|formulaire|bibliothecaire|proprietaire|locataire
  |locavore|barbecue|boucher|boulanger|berger|danger|etranger|loyer|premier|menuisier|charpentier
  |epicier|ouvrier|vivier|gibier|cerisier|prunier|poirier|figuier|rosier|noyer|peuplier|gravier
  |clavier|levier|evier|fumier|terrier|cellier|atelier|collier|tablier|hangar|car|par|pour|sur
  |leur|jour|tour|cour|four|amour|retour|coeur|soeur|fleur|couleur|valeur|chaleur|vendeur
  |animateur|tresorier|conseiller|routier|financier|regulier|fermier|laitier|cadeau)$
`

const INFINITIVE_FIRST = pattern()`
  ^[^a-z]*(?:re\)|ne (?:pas|plus) |(?:bien|toujours|aussi|donc|peut-etre) )?(?:s'
  |se |en |y |les? |la |l')?((?=[a-zœ]{4})[a-zœ]+(?:er|ir|re|oir))\b
`

/** True when a plain text begins with a verb in the infinitive: what is to be done. */
export function startsWithInfinitive(plain: string): boolean {
  const m = INFINITIVE_FIRST.exec(plain)
  const word = m?.[1]
  if (word === undefined || NOT_VERBS.test(word)) return false
  // *prépare*, *ouvre*, *suggère* are forms of other verbs, whatever they end in.
  const of = FORMS.get(word)
  return (
    (of === undefined || plainly(of) === word) &&
    !/(?:er|ar|or|[^l]ur|ffr|uvr|ontr|entr)e$/.test(word)
  )
}
