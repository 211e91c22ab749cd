/** The heads under which charters publish the columns that the tool understands, as data: one list a column. */
import type { KnownColumn } from '../model/charter.ts';

/**
 * Lower case, without accents, punctuation, articles or the word "cookie" (see `foldHead`). Heads in `also` name
 * the column only where no head of `heads` does in the same table ("function" beside "purpose").
 */
interface ColumnAliases {
  readonly heads: string;
  readonly also?: string;
}

export const columnAliases: Readonly<Record<KnownColumn, ColumnAliases>> = {
  provider: {
    heads:
      'prestataire|fournisseur|nom prestataire|nom fournisseur|editeur|nom editeur|emetteur|societe|responsable|responsable traitement|deposant|depose par|emis par|place par|tiers|nom tiers|partenaire|partenaires|nom partenaire|partner|partners|partner name|provider|provider name|name provider|service provider|service provider name|supplier|supplier name|name supplier|vendor|vendor name|company|controller|data controller|set by|placed by|owner|issuer|third party name|anbieter|name anbieters|name anbieter|herausgeber|unternehmen|verantwortlicher|gesetzt von|proveedor|nombre proveedor|titular|responsable tratamiento|empresa|emisor|fornitore|nome fornitore|titolare|societa|gestore|aanbieder|naam aanbieder|leverancier|bedrijf|geplaatst door|fornecedor|prestador|proprietaire|proprietaire cookie|proprietario|eigentumer|eigenaar|exploitant',
    also: 'organisme|entite|origine|source|herkunft|origen|origine fornitore|bron',
  },
  service: {
    heads:
      'service|services|service emplacement|service et emplacement|function and location|function location|service and location|service location|fonction emplacement|fonction et emplacement|nom service|service name|outil|outil service|solution|tool|product|application|dienst|dienste|dienst und ort|servicio|servicios|servicio y ubicacion|herramienta|servizio|servizi|servizio e posizione|strumento|dienst en locatie|toepassing|servico',
    also: 'fonctionnalite|functionality|feature|emplacement|location',
  },
  name: {
    heads:
      '|nom|noms|name|names|nom traceur|traceur|traceurs|nom technique|technical name|identifiant|tracker|tracker name|name tracker|cookiename|bezeichnung|cookiebezeichnung|nombre|nombres|nombre tecnico|nome|nomi|nome tecnico|naam|namen|cookienaam|technische naam|nom ou type|name or type',
    also: 'id|key|cle|schlussel|clave|chiave|sleutel|intitule|libelle|denomination',
  },
  category: {
    heads:
      'categorie|categories|category|type|types|kind|class|classification|famille|nature|categorie type|type categorie|kategorie|art|typ|cookieart|categoria|categorias|tipo|tipologia|tipi|soort|categorieen',
  },
  purpose: {
    heads:
      'finalite|finalites|objectif|objectifs|but|utilite|raison|purpose|purposes|aim|used for|use|uses|usage|what does|why use|why we use|what for|zweck|zwecke|verwendungszweck|einsatzzweck|finalidad|finalidades|proposito|propositos|objetivo|para que sirve|finalita|scopo|scopi|doel|doelen|doeleinde|doeleinden|doelstelling|finalidade|finalidades|proposito|a quoi ca sert|a quoi sert|a quoi servent',
    also: 'fonction|fonctions|function|functions|description|descriptif|role|funktion|beschreibung|descripcion|funcion|descrizione|funzione|beschrijving|functie|omschrijving|descricao|explanation|details|note|notes|comment|comments|commentaire|commentaires|remarque|remarques|information|informations|more information|plus informations|bemerkung|bemerkungen|hinweis|hinweise|notas|observaciones|osservazioni|opmerking|opmerkingen|observacoes',
  },
  duration: {
    heads:
      'duree|duree vie|duree conservation|duree validite|durees|delai|delai conservation|conservation|validite|expiration|date expiration|duration|lifetime|lifespan|life span|life|expiry|expires|expire|expiration date|expiration time|expiry date|expiry time|retention|retention period|storage period|storage duration|storage time|period|validity|persistence|max age|dauer|laufzeit|speicherdauer|gultigkeit|gultigkeitsdauer|ablauf|ablaufdatum|lebensdauer|aufbewahrungsdauer|duracion|vencimiento|caducidad|plazo|plazo conservacion|tiempo conservacion|vigencia|durata|scadenza|periodo conservazione|conservazione|duur|looptijd|bewaartermijn|bewaarperiode|bewaarduur|vervaldatum|geldigheid|geldigheidsduur|duracao|validade|prazo|duree max|max duration|duree maximale|duree maximum|duree stockage|temps conservation|periode conservation|persistance|expire apres|expires after|maximum duration|maximum storage duration|tiempo almacenamiento|periodo almacenamiento|tempo conservazione|opslagduur|bewaartijd',
  },
  party: {
    heads:
      'partie|first or third party|first third party|1st or 3rd party|1st 3rd party|1st party 3rd party|first party third party|third party|third party first party|party|interne ou tiers|interne tiers|interne externe|propre ou tiers|propio o tercero|propias o terceros|propia tercero|erst oder drittanbieter|erstanbieter drittanbieter|prima o terza parte|prima parte terza parte|eerste of derde partij|intern of extern|proprietaire tiers',
  },
  domain: {
    heads:
      'domaine|domaines|domaine hote|hote|nom domaine|site|domain|domains|domain name|host|hostname|host name|website|domane|domanen|dominio|dominios|anfitrion|domini|dominio host|domein|domeinnaam|dominio sitio|site concerne|sites concernes|sous groupe|subgroup|domaine depot',
  },
};

/** Words of a head that tell nothing about its column. */
export const fillerWords =
  'a au aux s de des du d l la le les un une ce ces cookie cookies leur leurs son sa ses of the an each its their this der die das den dem des ein eine el los las del al una lo il i gli dei delle della degli het een van o os as do da';
