import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from './guard.ts'

/** What notes hint of somebody in few words, and titles that only sound like it. */
const HELD = `
  Je pars en vacances en août
  Nous ne sommes pas là en juillet
  Je m’absente tout le mois de mai
  On s’absente du 3 au 20
  Pas là du 3 au 20 août
  Je serai absente la semaine prochaine
  La porte n’est jamais fermée à clé
  Nous ne fermons jamais notre porte
  M.-C. ne paie plus depuis septembre
  le petit de la boulangère a encore des bleus
  R. au RSA, ne pas le dire devant les autres
  J.-P. garde à vue mardi, sa femme ne sait pas
  fausse couche de la maîtresse, pas de visite pour l’instant
  A. sort de l’HP, y aller doucement
  la tutelle de Mme Besse passe à sa nièce
  clé sous le pot de géranium chez la mère Faure
  le code du portail c’est quarante-deux douze
  Clio grise AB-123-CD garée devant chez Sylvie tous les soirs
  elle a quitté son mari, dort chez sa sœur
  le fils Roche a volé du gasoil
  dossier de surendettement en cours pour les Vidal
  elle prend des cachets pour dormir, somnole l’après-midi
  il perd un peu la tête, s’est perdu deux fois au bois
  la petite dernière ne parle toujours pas à quatre ans
  brouillés depuis l’histoire du partage, ne pas les mettre à la même table
  il a levé la main sur elle
  l’ordonnance d’éloignement court jusqu’en mars
  séropositif depuis dix ans, il me l’a confié
  opérée du sein en août
  idées noires depuis la mort de la chienne, passer le voir
  matelas par terre et pas de chauffage chez le jeune couple
  doit 340 € à l’épicerie
  il touche l’AAH
  demande d’aide alimentaire pour la famille du 12
  le prêt a été refusé à B.
  zéro six douze trente-quatre cinquante-six soixante-dix-huit
  garde alternée, les enfants ne sont là qu’une semaine sur deux
  suivi par l’ASE depuis Noël
  l’assistante sociale veut un signalement
  elle est battue, tout le village le sait
  main courante déposée contre le voisin
  il cultive trois pieds derrière la serre
  permis retiré, roule quand même
  a perdu son permis, alcool
  payé au black pour le toit
  sorti de prison au printemps
  a fait de la prison, il est bien maintenant
  seule la nuit, porte jamais fermée
  partis au Portugal jusqu’au 20, le chien chez le voisin
  mot de passe de la boîte mail : genetbleu
  clés de la salle chez Nadine, crochet derrière la porte
  numéro de sécu 2 54 07 43 012 034 21
  incontinence, prévoir une alèse
  il est bipolaire, en phase haute ces jours-ci
  ado en fugue deux fois ce mois-ci
  le bébé ne vient pas, troisième FIV
  le père n’est pas le père
  il a une maîtresse au Puy
  homo mais pas dit à ses parents
  sa mère est à l’hôpital, pronostic réservé
  plus que quelques semaines selon le docteur
  le maire a favorisé son beau-frère, à garder entre nous
  ceci reste entre nous : l’instit demande sa mutation
  je te le dis à toi seule
  expulsé au 31 mars
  le squat de la gare : quatre jeunes, ne pas le noter
  sa demande d’asile a été rejetée
  épileptique, ne conduit pas
  a le Covid long, fatiguée
  sous méthadone
  prothèse posée, encore en rééducation
  il parle de se foutre en l’air
  FR76 3000 4028 3798 7654 3210 943
  Mme V. (87 ans) : chutes à répétition, téléalarme débranchée
  l’école finit à 15 h 45 et Zoé attend seule devant
  maman en taule, mamie s’en occupe
  licenciée pour faute, prud’hommes en cours
  a arnaqué la mère Paulet
  D. agressif quand il a bu
  attouchements, rumeur sur le moniteur
  tondeuse jamais rendue par Gégé, mauvais payeur
  ne se lave plus, odeur
  punaises de lit au n° 8
  Le pain est chez D
  Les M. ne viennent plus
  Alarme : quatre vingt dix sept treize
  Pommes Marie-Claude
  L’association de Jean-Luc
  Le café de Juliette est froid
  Café de Juliette à rembourser
  Prendre un café chez Marcelle
  Le trésorier divorce, film annulé
  Paul est malade, spectacle reporté
  Malade, il faut garder ses poules
  Cancer de la chienne de Mme D.
  Le facteur retraité
  Un coup de main pour déménager, son dos est foutu
  Un lit médicalisé pour le papi du 12 rue des Lilas
  Le facteur ne boira plus pendant sa tournée
  Le maire est au courant mais il bouge pas
  Appeler la CAF (n° allocataire 1234567)
  Besoin de bois pour une famille sans chauffage au hameau du Bost
  Lui porter ses repas
  Ils partent 3 semaines en novembre, faut nourrir le chat
  Voir la petite à la sortie de l’école
  Ma remorque, sauf du 3 au 20 décembre, nous sommes absents
  Dispute encore pour le chemin du Pré Long
  IBAN de l’asso FR76 3000…
  FR76
  Relancer D. pour le loyer
  Écrire au maire pour le four (R.)
  T. + AM : la buvette
  JB garde la clé
  → SB : buvette
  Voir avec AM
`
const FREE = `
  Cure de printemps au jardin
  Réparer la clé du four
  Maladies de la vigne : échange de gestes
  Curage du fossé du lavoir
  Garde-manger partagé du quartier
  Code de la route : révisions à plusieurs
  Mot de passe : jeu de société en famille
  Prêt de la bétonnière
  Monnaie locale : premiers billets
  Caisse commune du four banal
  Maisons fermées, maisons ouvertes : balade patrimoine
  Foyer Jeanne-d’Arc : soirée crêpes
  Les Amis de Georges Sand
  Chapelle Sainte-Agathe : coup de peinture
  Source Saint-Jean : nettoyage du bassin
  Moteur de Kubota à démonter ensemble
  Atelier Opinel : affûter ses couteaux
  Prunes Reine-Claude à ramasser
  Rose Pierre de Ronsard : bouturage
  Commode Louis-Philippe à vendre
  Fauteuil Louis XV et chaise Napoléon III
  Une table de style Henri II
  Des livres de Marcel Pagnol
  Ivresse des profondeurs : conférence spéléo
  Distillation de lavande à l’alambic
  Soins aux arbres fruitiers
  Premiers secours : initiation avec les pompiers
  Formation au défibrillateur
  Vaccination des moutons groupée
  Oïdium et mildiou : que faire
  Décharge sauvage à nettoyer
  Permanence accès aux droits
  Apprendre à faire un budget
  Chauffage au bois : grouper les commandes
  Les enfants du cirque : atelier jonglage
  Pédibus des petits du hameau
  École buissonnière : sortie nature
  Grand-mère cuisine : recettes de potée
  Divorce à l’italienne, ciné-club
  Le Voleur de bicyclette en plein air
  Guerre des boutons : projection
  Battre le blé au fléau
  Coups de main au potager
  Conflit d’usages de l’eau : débat
  Bornage des sentiers : peinture des balises
  Jugement des vaches Salers au comice
  Accouchement des brebis : la nuit de l’agnelage
  Mariage des saveurs : fromages et miels
  Veillée funèbre des lampadaires : nuit noire
  Partage de terres pour maraîchers
  Vente de la maison du garde : réunion publique
  Logements vides du bourg : enquête publique
  Toit de la grange à refaire
  Nuit ouverte à la belle étoile
  Dormir dans les arbres
  Chiffres et lettres au café
  06 au 12 juin : fête du four
  Rue du 19 mars 1962 : fleurissement
  Trousseau de clés trouvé au lavoir
  Sol, clé et dièse : chorale des débutants
  Wifi et téléphones : aide aux débutants
  Portail du cimetière à repeindre
  Fumer un jambon, fumer le jardin
  Chanvre textile : semer et rouir
  Champignons : sortie reconnaissance
  Le Petit Poucet, spectacle pour tous
  Fête de la Saint-Martin
  Café Chez Marcelle : soirée belote
  La Grange à Léon : concert
  Stade Roger-Couderc : tournoi
  Atelier Montessori
  Four Rousseau à remonter
  Apprendre l’occitan avec des anciens
  Rendre un outil réparé
  Boire un coup au cabaret des écrivains
  Besoin de bras pour les foins
  Isolement des combles en chanvre
  Retraite aux flambeaux
  Fuite d’eau au lavoir à réparer
  Approbation du P.-V. du 4 juin
  P.S. : apporter du pain
  Le car part en août
  On part en rando samedi
  On part du four à neuf heures
  La salle n’est pas fermée le lundi
  Le bus ne sera pas là en août
  C. à s. de miel
  Vitamine D. au soleil
  À lire → À la recherche du pain
  Cercle Victor-Hugo
  Au Bistrot de Juliette, une soirée
  Code du portail : trente-deux marches
  Alarme : racheter quatre-vingt-dix mètres de fil
  Maladies des chiens : conférence
  Toit en tôle
  Propose garde de moutons le samedi
  Qqun pour la buvette
  SIRET 12345678901234
  ISBN 9782123456789
  Se disputer la finale
  Le facteur boit le café avec nous
  Photo IMG_20261127_1234567.jpg
  Réunion AG + CA
  RN 88 à fleurir
  Menu (C)
  Salle A + B
  Vitamines B + C
  Inventaire des murets : 1 250 000 pierres
  Semoir manuel 6 rangs à prêter
`
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(one => one.trim())
    .filter(Boolean)

const NAMED = `
  On se retrouve au Café. Odette apporte un gâteau.
  Rendez-vous au Bar. Julie apporte un gâteau
  Réunion à la salle. Odette apporte un gâteau.
  Ménage de la chapelle. Odette vient
  On se voit au stade - Odette apporte les maillots
  Au Restaurant Odette apporte un gâteau
  Au Bistrot de Lyon Odette apporte un gâteau
  Le Café Julie Perrin ouvre
  Au stade Odette apporte les maillots
  Rendez-vous à la salle, puis à l’école Julie Perrin prend les clés
  Au gymnase Julie s’est inscrite
  Les Amis de Julie Perrin
  Le Cercle de Julie Perrin se réunit
  Association Marcel-Durand
  Le moulin Anne-Dupré est à vendre
  Roses Anne-Dupré à tailler
  Rosiers Anne de Kervran
  Les amis de Victor, Hugo et Paul
`
const BROKEN = [
  'On se retrouve au Café\nOdette apporte un gâteau',
  'Ménage de la salle\nOdette vient',
  'On se voit au Bar.\nOdette vient',
]
const CALLED = `
  Rue J. Moulin à fleurir
  École Jules Ferry : portes ouvertes
  Club Victor Hugo
  À l’école Jules Ferry se tient la fête
  À la salle Odette Perrin aura lieu le bal
  La salle Odette Perrin est fermée
  Les amis de Jean-Jacques Rousseau
  Dîner au Bistrot de Juliette
  Association Marcel-Pagnol
  Foyer Jeanne d’Arc
`
test('what notes hint of somebody in few words is held', () =>
  assert.deepEqual(
    linesOf(HELD).filter(one => guard(one).length === 0),
    [],
  ))
test('a title that only sounds like it is free', () =>
  assert.deepEqual(
    linesOf(FREE).filter(one => guard(one).length > 0),
    [],
  ))
test('law 11: somebody named behind a café, a full stop, a line or a body is held', () => {
  assert.deepEqual(
    [...linesOf(NAMED), ...BROKEN].filter(
      one => !guard(one).some(({ kind }) => kind === 'name' || kind === 'maybe'),
    ),
    [],
  )
  assert.deepEqual(
    linesOf(CALLED).filter(one => guard(one).length > 0),
    [],
  )
})
