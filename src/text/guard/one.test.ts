import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from './guard.ts'

/** Ten sentences of each class, and ten that only sound like it. */
const CLASSES: readonly Readonly<{ told: string; held: string; free: string }>[] = [
  {
    told: 'a reproach to one person',
    held: `
      On exclut le trésorier pour vol
      La secrétaire s’est trompée dans les comptes
      Le cantonnier n’a pas fait son travail
      Exclure la doyenne du comité
      Le facteur est accusé d’avoir ouvert un colis
      Demander des comptes au trésorier : il manque 200 € dans la caisse
      Remplacer la présidente, incapable de tenir une réunion
      Soupçonner l’épicier de tricher sur les poids
      Pense que la trésorière a fait une erreur de 40 €
      Le vice-président a gardé l’argent de la buvette
      Licencier la cantinière
      Radier un membre pour insultes
`,
    free: `
      Élire un nouveau trésorier
      Le trésorier présente les comptes
      La présidente signe la convention
      Vol de la sono : le déclarer à l’assurance
      Corriger les erreurs de l’affiche
      Exclure les pesticides du jardin partagé
      Le facteur passe à 10 h
      La secrétaire envoie le compte rendu
      Demander un devis au menuisier
      Le maire est d’accord pour prêter la salle
      L’erreur de date est corrigée sur l’agenda
      Le cantonnier tond le pré jeudi
      Un vol de montgolfière à gagner
      Plus aucune faute dans le journal
`,
  },
  {
    told: 'what befell somebody',
    held: `
      Quelqu’un pour son jardin depuis sa chute
      Des courses depuis son accident
      Un coup de main depuis son divorce
      Quelqu’un pour tondre suite à son hospitalisation
      Porter des repas depuis la mort de sa femme
      Une aide au ménage à cause de son dos
      Garder ses chèvres pendant sa cure
      Visites le dimanche depuis qu’il vit seul
      Depuis son licenciement, il cherche un jardin
      Elle ne conduit plus depuis son malaise
      Un relais depuis la séparation
`,
    free: `
      Le lavoir depuis sa restauration
      La fanfare depuis sa création
      Depuis son ouverture, le café accueille cent personnes
      Suite à son succès, la fête revient
      Après sa réunion, le bureau range la salle
      Depuis la fermeture de l’épicerie, un marché
      Depuis la tempête, le chemin est coupé
      À cause de la neige, le marché est reporté
      Une bâche pour protéger le four depuis sa réparation
      Depuis le départ du boulanger, un dépôt de pain
`,
  },
  {
    told: 'what somebody owes',
    held: `
      Relancer pour sa cotisation impayée
      Sa cotisation n’est toujours pas payée
      Réclamer le loyer impayé de l’appartement du bourg
      N’a pas réglé sa part du repas
      Il a laissé une ardoise au café
      Doit encore 30 € à l’association
      En retard de trois loyers
      Lui réclamer les 60 € de la sono
      Chèque sans provision du locataire de la salle
      Ne paie plus la cantine
`,
    free: `
      Relancer les adhérents pour les cotisations
      Cotisations impayées : envoyer un rappel à tous
      Cotisation : 10 € par foyer
      Le menu à l’ardoise
      Payer la facture du fournil
      L’association doit payer l’assurance
      Retard de livraison des paniers
      Refaire le toit en ardoise
      Encaisser les chèques de la fête
      La cantine coûte 3 €
`,
  },
  {
    told: 'a house that stands empty',
    held: `
      Maison vide
      Sa maison vide peut loger du monde
      La maison est inoccupée jusqu’en mars
      Les clés de la maison sont sous le paillasson
      Ils sont en vacances jusqu’au 15, surveiller la maison
      Personne dans la maison avant samedi
      Arroser les plantes pendant leurs vacances
      La ferme abandonnée, porte jamais fermée
      Elle est partie trois semaines, la porte reste ouverte
      Sa maison de vacances est libre tout l’hiver
`,
    free: `
      Recenser les logements vacants
      Maisons vides du bourg : écrire à la communauté de communes
      La maison des associations est ouverte le mardi
      La salle est vide le lundi
      Pendant les vacances scolaires, pas d’atelier
      La maison de santé cherche une infirmière
      Vider la grange de la commune
      Bocaux vides à récupérer
      Maison de retraite : spectacle des enfants
      Les clés de la salle sont à la mairie
`,
  },
  {
    told: 'a household',
    held: `
      Couches pour les jumeaux de la famille syrienne
      Couches pour les jumeaux de la famille
      Un vélo pour les Ukrainiens de la cure
      Accompagner la famille afghane à la préfecture
      Des habits pour les triplés
      Un logement pour le jeune Malien
      Les réfugiés de la cure cherchent une télé
      La famille d’accueil du hameau cherche un lit
      Le couple de Lyonnais vend la grange
      Le bébé de la boulangère
`,
    free: `
      Jeux pour toute la famille
      Une soirée cuisine syrienne
      Repas de famille à la salle
      Chorale ukrainienne en concert
      Accueil des familles le samedi
      Des lits jumeaux à donner
      Panneau « jumelage » à repeindre
      Cours de français pour les familles
      Association des familles rurales
      Carte famille à 10 €
`,
  },
  {
    told: 'insults',
    held: `
      J’en ai marre de ce village de fachos
      Ce maire est un incapable
      Une bande d’abrutis au conseil
      Le voisinage de beaufs
      Tous des pourris à la mairie
      Ce sont des collabos
      Une équipe de bras cassés
      Quel crétin, ce président
      Des bons à rien, ces jeunes
      Ils sont tous racistes ici
`,
    free: `
      On en a marre des trous dans la route
      J’en ai marre de prendre la voiture pour un pain
      Ras le bol des chiens errants
      Une bande de copains au jardin
      Le village des artisans
      On se sent bien ici
      Il y a des gens formidables
      Ça sent le pourri dans le local poubelle
      Plus de pommes pourries dans le cageot
`,
  },
  {
    told: 'several',
    held: `
      Le comité renvoie la cuisinière, elle volait
      Le garde-champêtre a encore menti aux chasseurs
      Accuser l’apiculteur d’avoir empoisonné le ruisseau
      Demander à la secrétaire pourquoi elle a perdu l’argent
      Le maire a détourné la subvention
      Un lit médicalisé depuis sa fracture
      Quelqu’un pour les volets depuis la mort de son mari
      La maison du bout est vide depuis l’été
      Le chalet reste vide tout l’hiver
      La famille kosovare attend des meubles
      Ces abrutis de chasseurs
      Une poussette pour les jumeaux
      Le boucher est un escroc
      L’infirmière a été condamnée
      L’institutrice s’est trompée sur les notes
`,
    free: `
      Le doyen raconte le village
      L’infirmière passe le mardi à la salle
      Le garagiste prête son pont
      La boulangère ouvre à 7 h
      Le cantonnier a réparé le banc
      La trésorière demande les factures avant mardi
      Un membre du bureau ouvre la salle
      Le directeur de l’école est d’accord
      Remercier la présidente pour dix ans de travail
      Rembourser le trésorier de ses frais
      Appeler l’électricien pour le tableau
      Renvoyer le formulaire à la préfecture
      Virer 200 € au traiteur
      Exclure les vélos à moteur
      L’exclusion numérique, atelier du 5
      La maison de village est à vendre
      La ferme est ouverte le samedi
      Trois appartements communaux à rénover
      Le local est vide, on peut stocker
      Un conteneur vide pour le verre
      La fontaine ne marche plus depuis sa réparation
      Pendant ses travaux, la mairie ouvre à la salle
      Pendant les vacances, le bar ferme
      Le marché portugais d’août
      Les Anglais de passage au camping
      Dîner italien le 12
      Une erreur dans l’affiche : à refaire
      On a fait une erreur de date
      L’association a fait une erreur de commande
      Loyer de la salle : 40 €
      Payer le loyer du local
      Le club ne paie plus la salle
      Chute de pierres sur le chemin
      Après la tempête, la chute d’un arbre
      Depuis l’incendie, le four est fermé
      Paire de jumelles à prêter
      Livre sur les nazis, à rendre à la médiathèque
`,
  },
  {
    told: 'what is asked to be kept quiet',
    held: `
      Il faudrait le faire sans en parler partout
      Vider le local sans le dire au maire
      On l’aide sans l’ébruiter
      Il ne faut pas que ça se sache
      Lui prêter la salle en cachette
      Motus sur la surprise du 12
      Faire la collecte sans que sa fille le sache
      Ça reste entre nous
      Passer le chèque ni vu ni connu
      À faire sans en toucher un mot aux voisins
`,
    free: `
      Parler du projet partout dans le village
      Sans parler du budget, la fête coûte peu
      Un spectacle sans paroles
      Dire à tous que le marché est avancé
      Une cachette à livres sur la place
      On sait que ça marche
      Une salle discrète au fond du bar
      En parler au conseil
      Un mot aux voisins avant le concert
      Faire savoir la date à tout le monde
`,
  },
  {
    told: 'a child without a name',
    held: `
      Le petit voudrait aller au foot le mercredi
      La petite adore la musique, lui trouver un violon
      Le gamin s’ennuie le mercredi
      L’ado cherche un stage de mécanique
      La gamine a peur des chiens
      Le bébé pleure toute la nuit
      Notre petite commence l’école en janvier
      Le gosse traîne seul après l’école
      La fillette ira chez sa grand-mère
      Le petit a besoin d’un manteau
`,
    free: `
      Le petit local a besoin de peinture
      La petite salle est libre
      Les petits déjeuners du marché
      Le petit four du bas
      Un vélo pour enfant
      L’enfant paie demi-tarif
      La petite remorque est à réparer
      Le petit est le plus pratique des deux barnums
      Bébé lecteur, atelier du samedi
      Espace ados ouvert le mercredi
`,
  },
  {
    told: 'a day of one’s own',
    held: `
      J’ai rdv chez le cardiologue jeudi à Montbrison
      RDV dentiste
      Rendez-vous chez l’oncologue le 12
      Elle a rendez-vous au planning familial
      Conduire à sa consultation de neurologie
      Mon scanner est le 4
      Prise de sang lundi matin
      Rdv avec l’avocat pour le partage
      Emmener au kiné deux fois par semaine
      Entretien à la CAF mardi
`,
    free: `
      Rendez-vous devant la mairie à 9 h
      RDV à 14 h au local
      Permanence du dentiste mobile le jeudi
      Le médecin s’installe à Sail
      Chercher un médecin pour la maison de santé
      Conférence d’un cardiologue à la salle des fêtes
      Rendez-vous avec le maçon pour le devis
      Don du sang samedi 12
      Atelier avec la kiné : bien porter les caisses
      Permanence de la CAF en mairie
`,
  },
  {
    told: 'told of one, by others',
    held: `
      Virer la secrétaire
      Le trésorier ne rend jamais les tickets
      On soupçonne le garagiste de gonfler les factures
      La cantinière a été vue ivre
      Le patron du bar triche sur les doses
      La doyenne perd la tête
      Le conseiller a piqué dans le pot de la fête
      L’agricultrice du haut ne paie pas la CUMA
      Il nous doit toujours la location de la salle
      Leur villa reste ouverte tout l’été
      Nous sommes partis jusqu’au 20, la clé est chez la voisine
      La famille malienne de la cure manque de couvertures
      Un berceau pour le bébé des Belges
      Quelle bande d’idiots au comité
      Depuis son burn-out il ne vient plus
      Après sa fausse couche, elle veut du calme
      Ne rien dire à sa femme
      Ma fille de huit ans cherche une copine de jeu
      Elle passe son IRM mardi
      Il voit un psy à Feurs
      Le mari de l’épicière est parti
      Il a été renvoyé de l’usine
      Le maire a une maîtresse
`,
    free: `
      À se partager, chacun prend ce qu’il veut
      Réparer la porte de l’appartement communal
      Le président remercie les bénévoles
      La trésorière fait un point sur les comptes
      Le facteur dépose les journaux au bar
      Faire garder les enfants pendant la réunion
      Trouver un remplaçant au cantonnier pendant les congés
      Le boulanger livre le pain le mardi
      Une personne pour tenir la caisse
      Exclure les voitures de la place pendant le marché
      Renvoyer les invitations aux associations
      Accuser réception du dossier
      Se plaindre du bruit à la préfecture
      Demander au maire une clé de la salle
      Un vol d’étourneaux dans les cerisiers
      Assurance contre le vol
      Rendre la sono avant lundi
      La benne est vide, on peut la remplir
      Une maison à louer dans le bourg
      Maison à rénover, l’association cherche un architecte
      Repas de l’amicale de l’école
      Cotisation 2027 : 12 €
      Relancer les familles pour la cantine
      Retard des travaux du lavoir
      Facture d’électricité du local
      Loyer du foyer à 120 €
      La ferme pédagogique ouvre en avril
      Le chalet du ski-club
      Le gîte communal est complet
      En vacances, la bibliothèque ferme
      Pendant l’hiver, le four chauffe le samedi
      Depuis la réouverture du café, les jeunes viennent
      À cause du gel, la plantation est reportée
      Bande de jeunes musiciens cherche local
      Le nid de frelons du lavoir
      Équipe de foot des vétérans
      Cours d’anglais du mardi
      Des jumelles pour la sortie oiseaux
      Les Anglais visitent le moulin
      Un dîner portugais
      Marché des producteurs italiens
      Le village des irréductibles, pièce de théâtre
      Petit déjeuner au local
      Le petit bois derrière l’école
      La petite chapelle veut son toit
      Ado et parents : soirée débat
      Un jeu pour les ados
      Baby-foot à réparer
      L’école cherche un intervenant
      Le bébé nageur, inscriptions ouvertes
      En parler au prochain bureau
      Sans vote, le budget passe
      Faire connaître le marché
      Rendez-vous avec l’architecte des bâtiments de France
      Visite de la ferme avec le vétérinaire
      Le médecin scolaire passe en mars
      Permanence de l’assistante sociale le lundi
      Atelier « remplir un dossier CAF »
      Formation aux premiers secours avec l’infirmière
      Sa remorque est à prêter
      Le notaire organise une réunion d’information
      Accompagner l’école à la piscine
      Conduire le tracteur au garage
      Déposer les affiches au cabinet du kiné
      La gardienne du refuge donne du bois
      Le conseiller numérique vient le jeudi
      Un stagiaire pour le jardin
      Le directeur a fait un bilan
      Le responsable des clés est au bar
      Un chauffeur pour le minibus
      Le menuisier n’a pas fini les volets
      La mairie n’a pas encore répondu
      Le maire n’a rien contre
      L’adjointe s’occupe des poubelles
      L’agriculteur prête son pré
      La bénévole du mardi ouvre à 14 h
      Un habitant propose un terrain
      Le secrétaire a oublié le cahier
      La coiffeuse passe une fois par mois
`,
  },
  {
    told: 'who is cared for, paid, schooled or away',
    held: `
      Un vélo à donner, sa propriétaire est partie en maison de retraite
      Un logement pour la petite famille de l’école
      Un logement, le papa est parti
      La maman cherche des heures le soir
      La grand-mère ne sort plus
      Une jeune famille du hameau
      Un psychologue pour un élève de CM1
      L’enfant de grande section
      Une éducatrice pour un enfant
      Un orthophoniste pour la petite fille
      Bénévoles pour veiller le doyen la nuit
      Tenir compagnie à la doyenne
      Un chèque pour la cantinière
      Une enveloppe de 50 € pour le facteur
      Quelqu’un pour accompagner Mme D
      Voir avec Mme L pour les clés
      Une personne de confiance pour arroser du 1er au 20 août
      Quelqu’un pour nourrir le chat du 3 au 17
      Arroser nos plantes du 1er au 20 août
      Passer après 18 h, porte bleue en face de l’église
      À prendre au portail vert après le pont
`,
    free: `
      Le club va à la maison de retraite jeudi pour chanter
      Les élèves de CM1 plantent une haie
      Une classe de CM2 visite le moulin
      Un psychologue pour la conférence du 4
      Une psychologue pour les jeunes du canton
      Un goûter pour les familles de l’école
      Une nouvelle famille de produits
      La grande famille du sport
      Veiller à la propreté du local
      Veiller sur le four communal
      La maman et le papa sont bienvenus au parc
      Un chèque pour le plombier
      Un chèque de caution pour la salle
      Une collecte pour les sinistrés
      Arroser le jardin partagé du 1er au 20 août
      Quelqu’un pour arroser les massifs de la mairie du 1er au 20 août
      Exposition du 1er au 20 août
      Demander à l’adjointe
      Repeindre la porte bleue de la salle
      La porte verte est à réparer
      Le père Noël est passé à l’école
      La fête des mères est le 31 mai
`,
  },
]
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(one => one.trim())
    .filter(Boolean)

for (const { told, held, free } of CLASSES) {
  test(`it is held: ${told}`, () =>
    assert.deepEqual(
      linesOf(held).filter(one => guard(one).length === 0),
      [],
    ))
  test(`what only sounds like it is free: ${told}`, () =>
    assert.deepEqual(
      linesOf(free).filter(one => guard(one).length > 0),
      [],
    ))
}
