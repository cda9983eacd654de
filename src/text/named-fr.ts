/** The French of who is named: pure data, folded (no accent, no capital). */

import { pattern } from '../core/pattern.ts'

/** Before a name, and never one: civilities first, since what follows them is a surname. */
export const CIVILITIES: ReadonlySet<string> = new Set(
  (
    'm mm mr mme mmes mlle mlles dr pr me monsieur madame messieurs mesdames mademoiselle ' +
    'docteur'
  ).split(' '),
)
/** Small words inside a name: *de*, *van*, *la*. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'd de du des l le la les van von der den el al ben bin di da do dos y et'.split(' '),
)

/** A compound that holds one of these is a place: *Saint-Martin-Lestra*, *Boën-sur-Lignon*. */
export const OF_PLACES: ReadonlySet<string> = new Set(
  'saint sainte st ste sur sous les lez en'.split(' '),
)
export const SAINTS: ReadonlySet<string> = new Set('saint sainte st ste'.split(' '))
/** What bears the name of somebody who is not of this village: *rue Jean Moulin*. */
export const WAYS: ReadonlySet<string> = new Set(
  'rue avenue boulevard impasse square quai college lycee'.split(' '),
)
/** Before a village of one word, so that it is no surname: *à Roche*, *mairie de Roche*. */
export const TO_A_VILLAGE = pattern('iu')`
  (?:^|[^\p{L}])(?:à|a|vers|depuis|(?:commune|mairie|village|bourg|hameau|école) (?:de|d['’]))\s*$
`

/**
 * First names and surnames that are words of every day: in small letters they name nobody (*une
 * pierre*, *des roses*); nor does a surname of these that only begins a sentence (*Petit chantier
 * le samedi*).
 */
export const EVERY_DAY: ReadonlySet<string> = new Set(
  `
  aime aimee allemand ambre ancien anemone ange angelique anglais anis aubepine aurore avril barbier
  baron barrage barre bassin beau bel belle berger bergere blanc blanche bois bon bonhomme bonne
  bonnet boucher boulanger bouquet bourdon bourg bourgeois breton brosse brun brune bruyere candide
  capucine carre carton cassis cerise champ chapelier chapelle charbonnier charlotte charpentier
  chat chene cheval chevalier clair claire clemence clement clemente clementine clerc cloche collet
  colombe combe comte constance coq corbeau cordier cornet cote coton couvreur croix cuisinier
  dahlia daim desire dimanche doux duc eglantine emeraude esperance etoile faucon ferme fermier feu
  fidele fleur fleuri flore fontaine forestier foret forge four fraise franc francais france franche
  frere froment gai gaillard gain garance garde gardien gendre gentiane grace grand grande grange
  granger gras grenier gris gros hiver iris jacinthe jade jasmin jeune joie joli jolie juillet juin
  julienne juste lac laine laurier leger lilas lion long lorrain loup lune lys madeleine mai maire
  maison maitre marchand marechal marguerite marin marine mars matin mauvais melisse menuisier
  mercier merle meunier mirabelle modeste moine mont montagne moulin mouton mur myrtille narcisse
  neveu noel noir noire normand noyer oceane oiseau olive olivier opale orme page pain palais
  papillon pardon parent parfait paris pasteur patron pauvre perdrix perle petit petite picard
  pierre pinson piquet plante platane plume poirier pommier pont portier pot potier poulain poulet
  pre prieur prudence prune puits raisin rat reine renard riche rivet riviere roche rocher roi roman
  rond rose rossignol rouge rousse roux sablon sage salle sapin sauge sauvage savoie serrurier
  soleil tailleur tanneur terrier tisserand tisseur tonnelier tour toussaint tuilier val vallee
  verger vert victoire vieille vieux vigne vigneron villa village ville violette vital vivier voisin
  voiture
  `
    .trim()
    .split(/\s+/),
)
