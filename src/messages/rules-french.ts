/** The rules' titles and explanations in French. */
import type { RuleId } from '../model/change.ts';
import type { RuleText } from './rules.ts';
import { fr } from './typography.ts';

export const frenchRules: Readonly<Record<RuleId, RuleText>> = {
  'variable-value': {
    title: fr`Valeur propre au portail`,
    explanation: fr`Chaque portail a sa propre valeur, par exemple son adresse. Elle compte une seule fois, même si le texte la répète. Que deux portails diffèrent ici est normal.`,
  },
  'variable-changed': {
    title: fr`Valeur propre au portail modifiée`,
    explanation: fr`Au fil du temps, un portail a changé une valeur qui lui est propre, par exemple son adresse. Le lecteur est alors envoyé ailleurs : c'est une modification de fond.`,
  },
  'variable-missing': {
    title: fr`Valeur propre au portail absente`,
    explanation: fr`Le modèle laisse une place à une valeur de chaque portail, notée {{url}} pour son adresse, et la charte n'en donne aucune. Le texte ne peut pas y être comparé au modèle. Ajoutez-la sous « variables » dans la charte, par exemple « url: https://portail.example ».`,
  },
  'variable-contradicted': {
    title: fr`Valeur propre au portail dite autrement`,
    explanation: fr`Là où le modèle a une variable, le texte donne une autre valeur que celle que la charte indique sous « variables » et qui se trouve aux autres endroits : il se contredit. C'est souvent un nom ou un contact qui n'a pas été changé partout. Pour une adresse, voir foreign-address.`,
  },
  'foreign-address': {
    title: fr`Adresse d'un autre portail`,
    explanation: fr`Un côté donne une adresse en toutes lettres là où l'autre donne la sienne, ou nomme l'autre portail. C'est souvent un texte recopié sans être adapté : la charte du portail B dit encore « https://portail-a.example ».`,
  },
  'title-changed': {
    title: fr`Titre modifié`,
    explanation: fr`Le titre de la charte a été ajouté, supprimé ou reformulé, par exemple « Cookies » pour « Charte cookies ». Un titre qui dit autre chose sur les cookies est de fond, selon sa propre règle.`,
  },
  'language-changed': {
    title: fr`Langue différente`,
    explanation: fr`Les deux côtés ne sont pas dans la même langue. Leurs phrases ne peuvent pas être confrontées : chaque différence est donc présentée comme de fond.`,
  },
  emphasis: {
    title: fr`Mise en valeur ou balisage de lien`,
    explanation: fr`Le gras, l'italique ou les marques d'un lien ont changé autour des mêmes mots : « nécessaires » et « **nécessaires** ».`,
  },
  'role-changed': {
    title: fr`Paragraphe, élément de liste ou titre`,
    explanation: fr`Les mêmes mots sont présentés autrement, par exemple un paragraphe devenu élément de liste.`,
  },
  'level-changed': {
    title: fr`Niveau modifié`,
    explanation: fr`Un titre ou un élément de liste a changé de niveau. Ses mots sont les mêmes.`,
  },
  'block-split': {
    title: fr`Paragraphe coupé`,
    explanation: fr`Un paragraphe en est devenu plusieurs. La coupure elle-même ne change aucun mot.`,
  },
  'block-joined': {
    title: fr`Paragraphes réunis`,
    explanation: fr`Plusieurs paragraphes n'en font plus qu'un. La réunion elle-même ne change aucun mot.`,
  },
  'block-moved': {
    title: fr`Paragraphe déplacé`,
    explanation: fr`Le même paragraphe se trouve ailleurs dans le texte. Ses mots sont comparés tout de même.`,
  },
  'block-moved-section': {
    title: fr`Paragraphe passé sous un autre titre`,
    explanation: fr`Le même paragraphe, ou le même élément de liste, se trouve sous un autre titre ou sous une autre phrase d'introduction, par exemple sous « Publicité » après « Cookies nécessaires ». La modification est de fond si ces textes ne parlent pas de la même chose, ou si l'élément appartient à une autre liste ; sinon elle est rédactionnelle.`,
  },
  'spelling-form': {
    title: fr`Traits d'union et graphie`,
    explanation: fr`Seuls diffèrent des traits d'union ou des accents sur les capitales : « Qu'est ce » et « Qu'est-ce », « A quoi » et « À quoi ». Deux mots soudés sans trait d'union (« non consenti » et « nonconsenti ») sont d'autres mots.`,
  },
  'address-masked': {
    title: fr`Adresse électronique cachée`,
    explanation: fr`Un relevé montre une adresse électronique, l'autre ce qu'une protection contre les robots met à sa place (« [email protected] »). Les visiteurs voient l'adresse sur les deux pages ; les relevés ne disent pas si c'est la même.`,
  },
  'address-traced': {
    title: fr`Paramètre de suivi d'un lien`,
    explanation: fr`Seule diffère la partie de l'adresse qui suit une visite, une campagne ou une copie en cache (« ?utm_source=… », « ?_ga=… », « ?chash=… ») ; le lien mène à la même page.`,
  },
  spaces: {
    title: fr`Espaces`,
    explanation: fr`Seules les espaces diffèrent, par exemple une espace insécable au lieu d'une espace ordinaire.`,
  },
  quotes: {
    title: fr`Guillemets et apostrophes`,
    explanation: fr`Seule la forme des guillemets ou des apostrophes diffère : « cookie » et “cookie”.`,
  },
  'letter-case': {
    title: fr`Majuscules et minuscules`,
    explanation: fr`Seules les majuscules diffèrent : « Finalités » et « finalités ».`,
  },
  punctuation: {
    title: fr`Ponctuation`,
    explanation: fr`Seule la ponctuation diffère, par exemple une virgule ou le point à la fin d'une cellule.`,
  },
  'line-break': {
    title: fr`Retour à la ligne`,
    explanation: fr`Une ligne est coupée ailleurs. Aucun mot n'a changé.`,
  },
  'text-reworded': {
    title: fr`Reformulation`,
    explanation: fr`Des mots ont changé, mais rien de ce que l'outil cherche dans une charte de cookies : les acteurs, le consentement, les données, les finalités, les durées, les négations, etc. sont les mêmes. Exemple : « nous utilisons des cookies » devient « le portail utilise des cookies ».`,
  },
  'link-target-changed': {
    title: fr`Lien ou adresse modifiés`,
    explanation: fr`Un lien mène ailleurs, ou une adresse a été ajoutée, supprimée ou changée. Les mots autour peuvent être les mêmes : le lecteur arrive pourtant sur une autre page, peut-être celle qui explique comment refuser.`,
  },
  'party-changed': {
    title: fr`Acteurs`,
    explanation: fr`Ceux qui déposent ou lisent les cookies ont changé : tiers, partenaires, sous-traitants, prestataires. Un synonyme supprimé ne change rien (« tierce partie » à côté de « tiers ») ; « tiers » devenu « partenaires », si. Un prestataire changé dans un tableau relève aussi de cette règle.`,
  },
  'consent-changed': {
    title: fr`Consentement`,
    explanation: fr`Ce qui est dit du consentement a changé : demandé, préalable, explicite, implicite, par défaut, non exigé, gratuit ou payant. Exemple : « avec votre accord » a disparu.`,
  },
  'data-kinds-changed': {
    title: fr`Catégories de données`,
    explanation: fr`Les données nommées ne sont pas les mêmes : données personnelles, adresse IP, localisation, appareil, etc. Exemple : « et votre localisation » a été ajouté.`,
  },
  'purposes-changed': {
    title: fr`Finalités`,
    explanation: fr`Les finalités nommées ne sont pas les mêmes : statistiques, mesure d'audience, publicité, sécurité, etc. Exemple : « statistiques » devient « publicitaires », ou « ou publicitaires » disparaît.`,
  },
  'necessity-changed': {
    title: fr`Nécessité`,
    explanation: fr`Une phrase dit, ou ne dit plus, que quelque chose est nécessaire, exigé ou facultatif. « Nécessaire », « fonctionnel » et « bon fonctionnement » comptent pour un ; « facultatif » est autre chose.`,
  },
  'anonymity-changed': {
    title: fr`Anonymat`,
    explanation: fr`Anonyme, pseudonyme, agrégé, chiffré ou identifiable : l'un est devenu l'autre, est apparu ou a disparu. Exemple : « anonymes » devient « pseudonymes ».`,
  },
  'transfer-changed': {
    title: fr`Partage et transfert`,
    explanation: fr`Ce qui est dit du partage, de l'envoi ou de la vente de données, ou du lieu où elles vont, a changé. Exemple : « hors de l'Union européenne » a été ajouté.`,
  },
  'storage-changed': {
    title: fr`Dépôt, conservation et lecture`,
    explanation: fr`Ce qui est dit du dépôt, de la conservation, de la lecture ou de la collecte a changé, ou du moyen employé : pixel, balise, stockage local, empreinte, SDK. Exemple : « conservées » devient « lues ».`,
  },
  'refusal-changed': {
    title: fr`Refus et retrait`,
    explanation: fr`La façon de refuser, de retirer son accord, de s'opposer, de bloquer, d'effacer ou de régler ses choix a changé, ou les mots « à tout moment » sont apparus ou ont disparu.`,
  },
  'negation-changed': {
    title: fr`Négation`,
    explanation: fr`Un « pas », « jamais », « aucun » ou « sans » a été ajouté, supprimé ou déplacé. Exemple : « le consentement n'est pas nécessaire » devient « le consentement est nécessaire ». Une autre négation dans la même phrase ne le cache pas.`,
  },
  'modal-changed': {
    title: fr`Pouvoir et devoir`,
    explanation: fr`Une possibilité est devenue une obligation, ou l'inverse, ou l'une d'elles est apparue ou a disparu. « Peut » et « pourra » comptent pour un ; « peut » devenu « doit », non.`,
  },
  'number-changed': {
    title: fr`Nombre`,
    explanation: fr`Un nombre a changé, est apparu, a disparu ou a changé de place. Les nombres en lettres comptent aussi : « treize » vaut 13. Le numéro d'un titre (« 2. ») ne compte pas.`,
  },
  'duration-changed': {
    title: fr`Durée`,
    explanation: fr`Une durée a changé, dans le texte ou dans un tableau. Les durées sont comparées par leur valeur : « 13 mois » devenu « 25 mois » relève de cette règle, « 1 an » pour « 12 mois » non.`,
  },
  'duration-rewritten': {
    title: fr`Durée écrite autrement`,
    explanation: fr`La même durée est écrite autrement : « 13 mois » et « 1 an et 1 mois », ou « 395 jours ». Elle est montrée et signalée, car un mois et un nombre de jours ne sont pas exactement la même mesure.`,
  },
  'date-changed': {
    title: fr`Date`,
    explanation: fr`Une date a changé, est apparue ou a disparu. Une date qui dit seulement quand la page a été mise à jour compte comme une reformulation.`,
  },
  'legal-reference-changed': {
    title: fr`Référence juridique`,
    explanation: fr`Un article, une loi ou une autorité n'est cité que d'un côté. Exemple : « article 82 » devient « article 6 ».`,
  },
  'party-named': {
    title: fr`Nom ou domaine absent de l'autre charte`,
    explanation: fr`Un domaine, ou un mot écrit comme un nom propre, n'existe que d'un côté. Ce peut être un nouveau tiers : « Google » ou « stats.example.com ».`,
  },
  'scope-changed': {
    title: fr`Portée et exceptions`,
    explanation: fr`Un mot qui élargit ou restreint la phrase est apparu, a disparu ou a changé de place : tous, certains, uniquement, strictement, sauf, jusqu'à, avant, si ; ou un élément est entré dans une énumération ou en est sorti. Exemples : « strictement nécessaires » devient « nécessaires » ; « votre langue » devient « votre langue et votre panier ».`,
  },
  'sentence-added': {
    title: fr`Phrase ajoutée`,
    explanation: fr`Une phrase n'a pas d'équivalent du premier côté. Une affirmation nouvelle est toujours de fond.`,
  },
  'sentence-removed': {
    title: fr`Phrase supprimée`,
    explanation: fr`Une phrase n'a pas d'équivalent du second côté. Une affirmation retirée est toujours de fond.`,
  },
  'sentence-moved': {
    title: fr`Phrase déplacée`,
    explanation: fr`La même phrase se trouve ailleurs. Dans sa section, ce n'est qu'une question de forme ; dans une autre, elle est présentée comme une reformulation, car ses voisines peuvent changer ce qu'elle désigne.`,
  },
  'block-added': {
    title: fr`Paragraphe ajouté`,
    explanation: fr`Un paragraphe ou un élément de liste n'a pas d'équivalent du premier côté.`,
  },
  'block-removed': {
    title: fr`Paragraphe supprimé`,
    explanation: fr`Un paragraphe ou un élément de liste n'a pas d'équivalent du second côté.`,
  },
  'section-added': {
    title: fr`Titre de section ajouté`,
    explanation: fr`Un titre, et peut-être avec lui une section, n'a pas d'équivalent du premier côté.`,
  },
  'section-removed': {
    title: fr`Titre de section supprimé`,
    explanation: fr`Un titre, et peut-être avec lui une section, n'a pas d'équivalent du second côté.`,
  },
  'row-added': {
    title: fr`Cookie ajouté`,
    explanation: fr`Un cookie n'est décrit que du second côté. Chaque cookie fait partie de l'information donnée au lecteur.`,
  },
  'row-removed': {
    title: fr`Cookie supprimé`,
    explanation: fr`Un cookie n'est décrit que du premier côté. Chaque cookie fait partie de l'information donnée au lecteur.`,
  },
  'row-renamed': {
    title: fr`Cookie renommé`,
    explanation: fr`Deux lignes disent la même chose de cookies aux noms différents : « csrftoken » devient « XSRF ». La plupart des autres cellules se ressemblent.`,
  },
  'row-reordered': {
    title: fr`Ordre des lignes`,
    explanation: fr`La même ligne se trouve ailleurs dans le tableau. L'ordre des lignes ne dit rien.`,
  },
  'row-moved-section': {
    title: fr`Ligne passée dans une autre section`,
    explanation: fr`Un cookie est passé dans un tableau placé sous un autre titre, par exemple de « cookies nécessaires » à « mesure d'audience ».`,
  },
  'cookie-name-changed': {
    title: fr`Nom de cookie`,
    explanation: fr`Le nom d'un cookie, ou l'ensemble des noms d'une cellule, a changé. Chaque lettre d'un nom compte, majuscules comprises : « _ga » n'est pas « _gid ».`,
  },
  'names-reordered': {
    title: fr`Ordre des noms`,
    explanation: fr`Une cellule contient les mêmes noms de cookies dans un autre ordre : « _ga, _gid » et « _gid, _ga ».`,
  },
  'cell-changed': {
    title: fr`Cellule modifiée`,
    explanation: fr`Une cellule du tableau a changé dans une colonne où chaque mot compte, comme la catégorie, ou dans une colonne que l'outil ne connaît pas.`,
  },
  'purpose-changed': {
    title: fr`Finalité d'un cookie`,
    explanation: fr`La finalité indiquée pour un cookie dit autre chose : des mots porteurs de sens ont changé. « Permet de se souvenir de la langue » pour « Se souvenir de la langue » ne relève pas de cette règle.`,
  },
  'column-added': {
    title: fr`Colonne ajoutée`,
    explanation: fr`Le tableau a une colonne de plus. C'est de fond si elle contient quelque chose, par exemple des durées ; une colonne vide est une reformulation.`,
  },
  'column-removed': {
    title: fr`Colonne supprimée`,
    explanation: fr`Le tableau a une colonne de moins. C'est de fond si elle contenait quelque chose, par exemple des durées ; une colonne vide est une reformulation.`,
  },
  'column-moved': {
    title: fr`Colonne déplacée`,
    explanation: fr`La même colonne se trouve ailleurs dans le tableau.`,
  },
  'head-reworded': {
    title: fr`Intitulé de colonne reformulé`,
    explanation: fr`L'intitulé d'une colonne est écrit autrement : « Fournisseur » pour « Prestataire ». Les cellules sont comparées tout de même.`,
  },
  coarsened: {
    title: fr`Non comparé mot à mot`,
    explanation: fr`Les textes étaient trop longs et trop différents pour comparer chaque mot : l'ensemble est présenté comme remplacé. Ce qui n'a pas été lu n'est jamais tenu pour moins que de fond.`,
  },
  'no-lexicon': {
    title: fr`Langue sans liste de mots`,
    explanation: fr`L'outil n'a pas de liste de mots pour cette langue et ne sait pas distinguer une reformulation d'un changement de sens. Chaque mot changé est donc de fond ; les différences de forme restent reconnues.`,
  },
};
