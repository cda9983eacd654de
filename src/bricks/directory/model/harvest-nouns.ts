import { pattern } from '../../../core/pattern.ts'

/**
 * The French of who, where and what: bodies by their nouns. `alone`: the noun names it without
 * more. Patterns read plain text.
 */
export type Noun = Readonly<{ kind: string; noun: RegExp; alone: boolean }>
export const ORGS: readonly Noun[] = [
  {
    kind: 'public-body',
    alone: true,
    noun: pattern('g')`
      \b(?:mairie|ccas|conseil (?:general|departemental|regional)|(?:communaute
      |com) de(?:s)? com(?:munes|mune|s)?|com' ?com|comcom|communaute d'agglomeration|agglo
      |office (?:de tourisme|du tourisme)|prefecture|sous-prefecture|chambre d'agriculture
      |parc naturel regional|pnr|caf|msa|ddt|dreal|ademe|decheterie|sictom|sivom|trifyl
      |cantine(?: (?:du|de la|de l')\s?(?!lundi|mardi|mercredi|jeudi|vendredi|samedi
      |dimanche)[a-z]+\b|(?! du| de))|restaurant scolaire|ehpad|maison de retraite|creche
      |agence postale|college|lycee|marpa|cias|caue|esat|ehpa|adil|adie|cpie)\b
    `,
  },
  {
    kind: 'public-body',
    alone: false,
    noun: pattern('g')`
      \b(?:maison familiale|syndicat(?: (?:mixte|des eaux|d'energie))?|commune|pays|region
      |departement)\b
    `,
  },
  {
    kind: 'association',
    alone: true,
    noun: pattern('g')`
      \b(?:mjc|centre social|comite des fetes|foyer rural|secours (?:populaire|catholique)
      |restos du coeur|croix-rouge|emmaus|club des jeunes|amicale laique|familles rurales
      |maison des jeunes|sou des ecoles|parents d'eleves|comite de quartier|conseil de quartier
      |ligue de l'enseignement|france nature environnement|la croix rouge)\b
    `,
  },
  {
    kind: 'association',
    alone: false,
    noun: pattern('g')`
      \b(?:association|asso|amap|club|amicale|comite|cuma|sel|ressourcerie|recyclerie|federation
      |union|fondation|ligue|regie|mission locale|pole|reseau|collectif|radio|troupe|chorale|fanfare
      |harmonie|recup'?(?:erie|rie)|compagnie)\b
    `,
  },
  {
    kind: 'company',
    alone: false,
    noun: pattern('g')`
      \b(?:entreprise|societe|sarl|sas|scop|scic|boulangerie|scierie|garage|imprimerie|epicerie
      |ferme|gaec|earl|papeterie|magasin|pepiniere|cooperative|quincaillerie|jardinerie|menuiserie
      |restaurant|auberge|brasserie|fromagerie|biocoop|credit|banque|laiterie)\b
    `,
  },
  { kind: 'informal-group', alone: false, noun: /\b(?:groupe|bande)\b/g },
]
export const PLACES: readonly (Noun & { alone: boolean })[] = [
  {
    kind: 'other',
    alone: true,
    noun: pattern('g')`
      (?<=(?:\b(?:le|au|du|notre|vieux|ancien|sous le|dans le) |\b(?:la|a la|de la|sous la|notre
      |vieille) |\bl'))(?:lavoir|four(?: (?:a pain|communal|banal))?|grange|hangar|preau|verger
      |kiosque|moulin|presbytere|cure|couderc|foirail|gymnase|chapelle|boulodrome|cabane
      |local(?! (?:de|du|des|d')\b)|serre|salle (?:omnisports?|informatique|commune|voutee
      |du (?:haut|bas|fond)|de (?:motricite|sport|reunion|musique|cinema|spectacle)s?|hors sac))\b
    `,
  },
  {
    kind: 'hall',
    alone: true,
    noun: pattern('g')`
      \b(?:salle (?:des fetes|polyvalente|communale|paroissiale|du conseil|des associations
      |municipale|du foyer)|maison des associations|gymnase|centre culturel|halle(?: (?:du|de la|aux
      |au|de l')\s?[a-z]+)?|ecole de musique|preau|cabane(?: du jardin)?|chapiteau municipal
      |foyer (?:communal|municipal))\b
    `,
  },
  { kind: 'library', alone: true, noun: /\b(?:mediath?eque|bibliotheque|ludotheque)\b/g },
  { kind: 'hall', alone: false, noun: /\b(?:salle|espace|foyer|maison)\b/g },
  {
    kind: 'school',
    alone: true,
    noun: /\b(?:ecole(?: (?:primaire|maternelle|elementaire|publique|communale))?)\b/g,
  },
  {
    kind: 'land',
    alone: true,
    noun: pattern('g')`
      \b(?:jardins? partages?|jardins? (?:collectifs?|ouvriers|familiaux)|verger (?:communal|partage
      |conservatoire)|terrain (?:communal|municipal))\b
    `,
  },
  { kind: 'market', alone: false, noun: /\b(?:marche|hangar|grange|terrain|moulin)\b/g },
  {
    kind: 'local',
    alone: true,
    noun: pattern('g')`
      \b(?:ancien(?:ne)? (?!(?:[a-z]+(?:teur|trice|euse|iste|ienn?e?)|(?!atelier|grenier|cellier
      |quartier|chantier)[a-z]+ier|[a-z]+iere|logement|employe|ouvrier|chef)\b|maire
      |president|membre|adherent|combattant|eleve|compte|systeme|site
      |statut|bureau|modele|proprietaire|locataire|salarie|habitant|numero|logo
      |date)[a-z]{4,}(?: (?:communal|municipal|scolaire)e?)?|vieux (?:four|lavoir|moulin)|(?:gare
      |poste|ecole|cure|usine|perception|forge|laiterie|ferme|mairie|grange|scierie) (?:desaffectee
      |abandonnee|fermee|vide|inoccupee)|four a pain|lavoir|local a outils|local associatif
      |local (?:technique|communal|municipal)|hangar (?:communal|municipal))\b
    `,
  },
  { kind: 'shop', alone: false, noun: /\b(?:cafe|bar|bistrot)\b/g },
  { kind: 'land', alone: false, noun: /\b(?:place|parc|square|etang|plan d'eau|parking)\b/g },
]
