/**
 * Words of our own from which `fill` makes a village's records: plausible, invented, nobody's.
 * French, since the page is.
 */
export const FIRST_NAMES = (
  'Anaïs Malo Lucie Hugo Émilie Karim Jeanne Paulin Odile Samir Thérèse Gaspard Nadia Félix ' +
  'Irène Basile Colette Marius Yasmine Léonie Armand Solène Tristan Mireille Aziz Joséphine ' +
  'Célestin Agathe Robin Fatou'
).split(' ')
export const THINGS = (
  'des palettes|un broyeur à végétaux|une remorque|des bocaux|du bois de chauffe|un tour à ' +
  'bois|des plants de tomates|une machine à coudre|des chaises pliantes|un grand barnum|du ' +
  'fumier de cheval|une scie à ruban|des livres pour enfants|un vidéoprojecteur|des ' +
  'cageots|un motoculteur|de la laine brute|une presse à pommes|des ruches vides|un four à ' +
  'pain|des pneus neige|un vélo d’enfant|des tuiles anciennes|une tondeuse|des graines de ' +
  'courges'
).split('|')
export const HELPS = (
  'rentrer du bois|repeindre la salle|tailler la haie|remplir un formulaire en ' +
  'ligne|déménager une armoire|réparer une clôture|garder des poules|ramasser les ' +
  'pommes|porter des courses|monter un barnum|apprendre à souder|accorder un piano|traduire ' +
  'une lettre|poncer des volets|semer le jardin partagé'
).split('|')
export const DOINGS = (
  'Atelier vélo|Veillée contes|Marché des producteurs|Répétition de la chorale|Café des ' +
  'aidants|Chantier participatif|Bourse aux plantes|Projection en plein air|Repas ' +
  'partagé|Permanence numérique|Fête du four|Tournoi de cartes|Balade botanique|Troc de ' +
  'livres|Assemblée des habitants'
).split('|')
export const PLACES = (
  'Le local|La salle des fêtes|La bibliothèque|L’ancienne école|Le préau|L’atelier|La ' +
  'halle|Le jardin partagé|La grange|Le café|La maison des associations|Le stade'
).split('|')
export const PLACE_KINDS = [
  'local',
  'hall',
  'library',
  'school',
  'market',
  'workshop',
  'market',
  'land',
  'other',
  'shop',
  'hall',
  'land',
]
export const GROUPS = (
  'Les amis du four|Le comité des fêtes|La ressourcerie|L’amicale des pompiers|Les ' +
  'jardiniers du bord de l’eau|La chorale du vendredi|Le club de pétanque|Les doigts ' +
  'verts|L’entraide paysanne|La caisse à outils|Les marcheurs du mardi|Le foyer rural|La ' +
  'cantine solidaire|Les bricoleuses|Le ciné-club'
).split('|')
export const GROUP_KINDS = [
  'association',
  'association',
  'association',
  'informal-group',
  'company',
  'public-body',
]
export const PROJECTS = (
  'Rouvrir le lavoir|Une épicerie tenue à tour de rôle|Un abri pour les vélos|Des haies le ' +
  'long du chemin|Un verger pour tous|Une navette du samedi|Remettre en route le moulin|Une ' +
  'outilthèque|Un jardin devant l’école|Une salle pour répéter|Des nichoirs au village|Un ' +
  'compost par quartier|Refaire le sentier des gorges|Une coopérative de bois'
).split('|')
export const IDEAS = (
  'Et si on ouvrait la bibliothèque le dimanche ?|Un four commun le premier samedi du ' +
  'mois|Prêter les outils plutôt que les acheter|Un banc tous les cent pas|Planter des ' +
  'arbres à chaque naissance|Un repas de rue en juin|Afficher les horaires du car au ' +
  'café|Un coin pour réparer les vélos|Garder les enfants à tour de rôle|Écrire ensemble ' +
  'l’histoire du village'
).split('|')
/** Sentences for the long texts: each stands alone. */
export const SENTENCES = (
  'On se retrouve devant, près de la fontaine.|Il faut venir avec ses gants et une bonne ' +
  'humeur.|La clé est chez la voisine d’en face.|Rien à payer, chacun apporte quelque chose ' +
  'à partager.|C’est en bon état, seulement un peu de poussière.|On peut passer le prendre ' +
  'le soir après six heures.|L’an dernier nous étions une douzaine.|Si la pluie s’en mêle, ' +
  'on se met sous le préau.|Le camion de la commune peut aider pour les gros morceaux.|Ceux ' +
  'qui savent montrent aux autres.|On a déjà trouvé les planches, il manque les ' +
  'vis.|Prévenez un jour avant, c’est plus simple.|Le chemin est boueux, mieux vaut des ' +
  'bottes.|Tout le monde est bienvenu, même pour regarder.|Nous avons commencé au printemps ' +
  'et cela avance doucement.|Il reste de la place pour deux ou trois personnes.|Le matériel ' +
  'reste sur place et se prête à qui le demande.|On en reparlera à la prochaine ' +
  'réunion.|Les enfants viennent avec un grand.|Cela peut servir encore longtemps.'
).split('|')
export const REACHES = (
  'au local le mercredi après-midi|au café, demander à la caisse|au marché du samedi, près ' +
  'de l’entrée|à la bibliothèque, aux heures d’ouverture|un mot dans la boîte du foyer ' +
  'rural|à la sortie de l’école'
).split('|')
/** Of the village's own themes when it has some; each filler takes them by number. */
export const AGAINST = [
  'un coup de main',
  'des œufs',
  'rien, c’est donné',
  'un service un jour',
  'quelques heures de jardin',
  'un bocal de quelque chose',
]
