import { pattern } from '../../../core/pattern.ts'

/** The French of what is to come; patterns read plain text. */
export const NEXT = pattern('u')`
  \b(?:reu(?:nion)?s? suivante|rdv suivant|proch(?:aine?s?|\.)? (?:(?:\p{L}
  |[a-z])+ ){0,2}?(?:reunions?|reus?|rencontres?|rendez-vous|rdv|ca|conseil|seances?|sessions?|ag
  |assemblee|ateliers?|permanences?|chantiers?|distributions?|fois|dates?|commissions?|comites?
  |bureau)|(?:on|nous) (?:se (?:revoit|retrouve|reunit|reverra|retrouvera|reunira)
  |nous (?:revoyons|retrouvons|reunissons|retrouverons|reverrons|reunirons))
  |rendez-vous (?:est pris|le|fixe)|a la prochaine)
`
export const EVENT = pattern()`
  \b(?:evenements?|reunions?|rencontres?|fetes?|marches?|foires?|bourses?|vide[- ]greniers?
  |brocantes?|ateliers?|chantiers?|assemblee(?: generale)?|ag|concerts?|spectacles?|expositions?
  |expos?|projections?|cine(?:ma)?|soirees?|journees?|portes ouvertes|permanences?|distributions?
  |visites?|formations?|conferences?|debats?|repas|pique-nique|apero|buvette|festivals?|carnaval
  |loto|bal|tournoi|randonnees?|balades?|inaugurations?|ouverture|animations?|stages?|forum
  |salons?|troc|gratiferia|repair cafe|cafe|nettoyage|corvee|recolte|plantations?|cueillette
  |livraison|stand|sortie|vide-[a-z]+|veillee|kermesse|conseil|commission|rdv|rendez-vous|seance
  |trail|course|goûter|gouter|demonstrations?|essais?|tournee|presentation|reunion publique
  |cafe-debat|initiation|séance|bal|marche|viendra|viendront|accueillera|recevra|concours
  |petanque|depart a? ?\d+)\b
`
export const PAST = pattern()`
  \b(?:a eu lieu|s'est (?:tenue?|deroulee?|bien passee?)|ont eu lieu|etait|etaient|avait|dernier
  |derniere|bilan d|retour sur|depuis|paru|publie|proces-verbal|pv d|compte[- ]rendu d)\b
`
export const DUE = pattern()`
  \b(?:(?:avant|d'ici|pour) l[ea']? ?(?:ag|assemblee|fete|reunion|prochaine? \w+|\w+) du |avant
  |d'ici|jusqu'au?|au plus tard|date limite|echeance|a (?:compter|partir) d[ue]|des|depuis
  |pour) (?:le |au |fin )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?$
`
export const WHERE = pattern('gu')`
  (?:(?<![\p{L}])[àÀ] la |(?<![\p{L}])[àÀ] l'
  |\b[aA]u |\b[aA]ux |(?<![\p{L}])à |\bsur |\bdans (?:la |le |l'
  |les )?|\ben |\bdevant |(?<![\p{L}-])sous (?:la |le |l'|les )
  |\blieu\s*:\s*|,\s*|(?<!\p{L})[–-]\s*)((?:(?:salle|mairie|local|foyer|maison|café
  |médiathèque|bibliothèque|école|ferme|jardins?|mjc|centre|grange|hangar|atelier|gymnase|espace
  |tiers|bar|halles?|chapiteau|place|parc|parking|terrain|stade|église|cour|préau|serre|verger
  |chapelle|square|marché|gare
  |déchetterie|recyclerie|épicerie|moulin|cantine|four|lavoir|étang|boulodrome)\b
  |\p{Lu}[\p{L}'-]+)[^.;:!?()\n–,]{0,60})
`
